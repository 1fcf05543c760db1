//! What of the files is staged, and what it becomes. Pure.

use ::store::log::Subject;
use kernel::Currency;

use super::staged::{StagedCustomer, StagedLine, StagedOrder};
use super::{Bought, Buyer, Import, State};
use crate::know::customers::{self, Change, Customer, CustomerAdded, CustomerId, Field};
use crate::know::orders::{ImportedOrder, OrdersGivenCurrency};
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
        phone: buyer.phone.as_deref().and_then(|p| customers::kept(Field::Phone, p)),
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
        (Field::Phone, staged.phone.clone()),
        (Field::Country, staged.country.clone()),
    ];
    let known = told.into_iter().filter(|(_, to)| to.is_some());
    CustomerAdded { known: known.map(|(field, to)| Change { field, from: None, to }).collect() }
}

/// What the files know of a customer and the record does not.
pub fn blanks(known: &Customer, staged: &StagedCustomer) -> Vec<(Field, String)> {
    let told = [
        (Field::Email, &staged.email),
        (Field::Phone, &staged.phone),
        (Field::Country, &staged.country),
    ];
    told.into_iter()
        .filter(|(field, _)| known.value(*field).is_none())
        .filter_map(|(field, value)| Some((field, value.clone()?)))
        .collect()
}

/// The same amount in minor units of another currency; none where there is no
/// such.
pub fn in_units_of(amount: i64, from: Currency, to: Currency) -> Option<i64> {
    let (times, parts) = scale(from, to);
    let amount = i128::from(amount) * i128::from(times);
    let is_whole = amount % i128::from(parts) == 0;
    is_whole.then(|| i64::try_from(amount / i128::from(parts)).ok()).flatten()
}

/// By how much minor units are multiplied, then divided, to be those of another
/// currency.
pub fn scale(from: Currency, to: Currency) -> (i64, i64) {
    let (from, to) = (from.minor_per_major(), to.minor_per_major());
    // Both are powers of ten.
    let shared = from.min(to);
    (to / shared, from / shared)
}

/// What the log says of orders whose currency changed, customer by customer.
pub fn given_currency(
    source: &str,
    mut changed: Vec<(CustomerId, ImportedOrder)>,
) -> Vec<(Subject, OrdersGivenCurrency)> {
    changed.sort_by_key(|(customer, order)| (*customer, order.placed_at, order.id));
    let of_one = changed.chunk_by(|(one, _), (other, _)| one == other).map(|theirs| {
        let customer = theirs[0].0;
        let subject = Subject { id: customer.into(), customer: Some(customer.into()) };
        let orders = theirs.iter().map(|(_, order)| order.clone()).collect();
        (subject, OrdersGivenCurrency { source: source.to_owned(), orders })
    });
    of_one.collect()
}

/// What a file tells of is over.
pub fn state(order: &StagedOrder) -> orders::State {
    if order.is_taken_back { orders::State::Cancelled } else { orders::State::Delivered }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::in_units_of;

    #[rstest]
    #[case(1_250, "XXX", "EUR", Some(1_250))]
    #[case(1_200, "XXX", "JPY", Some(12))]
    #[case(1_250, "XXX", "JPY", None)]
    #[case(1_250, "XXX", "KWD", Some(12_500))]
    #[case(12_500, "KWD", "XXX", Some(1_250))]
    #[case(i64::MAX, "XXX", "KWD", None)]
    fn an_amount_without_a_currency_is_the_same_number_in_one(
        #[case] amount: i64,
        #[case] from: &str,
        #[case] to: &str,
        #[case] expected: Option<i64>,
    ) {
        assert_eq!(in_units_of(amount, from.parse().unwrap(), to.parse().unwrap()), expected);
    }
}
