//! What of the files is staged, and what it becomes. Pure.

use super::staged::{StagedCustomer, StagedLine, StagedOrder};
use super::{Bought, Buyer, Import, State};
use crate::know::customers::{self, Change, Customer, CustomerAdded, Field};
use crate::know::{orders, products};

/// Customers of the files in the words of the record.
pub fn staged(buyers: &[Buyer]) -> Vec<StagedCustomer> {
    buyers.iter().map(customer).collect()
}

fn customer(buyer: &Buyer) -> StagedCustomer {
    // Whoever goes by their address in the files has it.
    let email = buyer.email.as_deref().unwrap_or(&buyer.code);
    let name = buyer.name.as_deref().and_then(|name| customers::kept(Field::Name, name));
    StagedCustomer {
        code: buyer.code.clone(),
        name: name.unwrap_or_else(|| buyer.code.clone()),
        email: customers::kept(Field::Email, email),
        country: buyer.country.as_deref().and_then(|c| customers::kept(Field::Country, c)),
        orders: buyer.orders.iter().map(|bought| order(&buyer.code, bought)).collect(),
    }
}

fn order(customer: &str, bought: &Bought) -> StagedOrder {
    let line = |line: &orders::NewLine| {
        let (quantity, unit_price) = (line.quantity, line.unit_price);
        products::shortened(&line.product).map(|product| StagedLine {
            product,
            quantity,
            unit_price,
        })
    };
    StagedOrder {
        code: order_code(customer, bought),
        placed_at: bought.placed_at,
        currency: bought.currency,
        total: bought.total,
        is_taken_back: bought.is_taken_back,
        lines: bought.lines.iter().filter_map(line).collect(),
    }
}

/// The number of an order. Where files have none a customer has one order a
/// day, so these two say which it is, whenever the file is read again.
fn order_code(customer: &str, bought: &Bought) -> String {
    bought.code.clone().unwrap_or_else(|| format!("{customer} {}", bought.day))
}

/// The source of all imports that are in the record; empty where they have
/// several.
pub fn usual_source(imports: &[Import]) -> &str {
    let applied = imports.iter().filter(|import| import.state == State::Applied);
    let mut sources = applied.map(|import| import.source.as_str());
    let first = sources.next().unwrap_or_default();
    if sources.all(|source| source == first) { first } else { "" }
}

/// The code of a customer of a source with us.
pub fn own_code(source: &str, code: &str) -> String {
    if source.is_empty() { code.to_owned() } else { format!("{source}/{code}") }
}

/// With what a customer is added that nobody knew.
pub fn added(source: &str, staged: &StagedCustomer) -> CustomerAdded {
    let told = [
        (Field::Name, Some(staged.name.clone())),
        (Field::Code, Some(own_code(source, &staged.code))),
        (Field::Email, staged.email.clone()),
        (Field::Country, staged.country.clone()),
    ];
    let known = told.into_iter().filter(|(_, to)| to.is_some());
    CustomerAdded { known: known.map(|(field, to)| Change { field, from: None, to }).collect() }
}

/// What the files know of a customer and the record does not.
pub fn blanks(known: &Customer, staged: &StagedCustomer) -> Vec<(Field, String)> {
    [(Field::Email, &staged.email), (Field::Country, &staged.country)]
        .into_iter()
        .filter(|(field, _)| known.value(*field).is_none())
        .filter_map(|(field, value)| Some((field, value.clone()?)))
        .collect()
}

/// What a file tells of is over.
pub fn state(order: &StagedOrder) -> orders::State {
    if order.is_taken_back { orders::State::Cancelled } else { orders::State::Delivered }
}
