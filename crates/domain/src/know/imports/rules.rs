//! What of the files is staged, and how it is written. Pure.

use chrono::{DateTime, Utc};
use store::StoreError;
use store::log::written;
use uuid::Uuid;

use super::{Bought, Buyer};
use crate::know::customers::{self, Change, CustomerAdded, CustomerId, Field};
use crate::know::orders::{self, OrderId};
use crate::know::products::ProductId;

/// What a part of the files becomes before it is seen.
#[derive(Debug, Default)]
pub struct Staged {
    pub customers: Vec<StagedCustomer>,
    pub orders: Vec<StagedOrder>,
    pub lines: Vec<StagedLine>,
}

#[derive(Debug)]
pub struct StagedCustomer {
    pub position: i64,
    pub id: CustomerId,
    /// Their id in the source.
    pub code: String,
    /// Their code with us, where nobody gives them another.
    pub own_code: String,
    pub name: String,
    pub email: Option<String>,
    pub country: Option<String>,
    pub seen_at: DateTime<Utc>,
    /// That they were added.
    pub event: String,
}

#[derive(Debug)]
pub struct StagedOrder {
    pub id: OrderId,
    /// The position of the customer, and its own among their orders.
    pub buyer: i64,
    pub position: i64,
    pub code: String,
    pub placed_at: DateTime<Utc>,
    pub currency: String,
    pub total: i64,
    pub state: orders::State,
}

#[derive(Debug)]
pub struct StagedLine {
    pub order: OrderId,
    pub position: i64,
    pub product: ProductId,
    pub quantity: i64,
    pub unit_price: i64,
}

/// The name of a product as it is kept; none for what cannot be one.
pub fn product(name: &str) -> Option<String> {
    customers::one_line(name).filter(|name| !name.is_empty())
}

/// The customers of a part of the files, the first of whom has the position
/// `first`, with their orders.
pub fn staged(
    source: &str,
    first: u64,
    buyers: &[Buyer],
    new_id: impl Fn() -> Uuid,
    product: impl Fn(&str) -> Option<ProductId>,
) -> Result<Staged, StoreError> {
    let mut staged = Staged::default();
    let first = i64::try_from(first).unwrap_or(i64::MAX);
    for (position, buyer) in (first..).zip(buyers) {
        staged.customers.push(customer(source, position, buyer, new_id().into())?);
        for (place, bought) in (0..).zip(&buyer.orders) {
            let id = OrderId::from(new_id());
            let named =
                bought.lines.iter().filter_map(|line| Some((line, product(&line.product)?)));
            staged.lines.extend((0..).zip(named).map(|(position, (line, product))| {
                let (quantity, unit_price) = (line.quantity, line.unit_price);
                StagedLine { order: id, position, product, quantity, unit_price }
            }));
            staged.orders.push(StagedOrder {
                id,
                buyer: position,
                position: place,
                code: order_code(&buyer.code, bought),
                placed_at: bought.placed_at,
                currency: bought.currency.to_string(),
                total: bought.total,
                state: state(bought),
            });
        }
    }
    Ok(staged)
}

fn customer(
    source: &str,
    position: i64,
    buyer: &Buyer,
    id: CustomerId,
) -> Result<StagedCustomer, StoreError> {
    let own_code = own_code(source, &buyer.code);
    // Whoever goes by their address in the files has it.
    let email = buyer.email.as_deref().unwrap_or(&buyer.code);
    let told = [
        (Field::Code, Some(own_code.clone())),
        (Field::Email, customers::kept(Field::Email, email)),
        (Field::Country, buyer.country.as_deref().and_then(|c| customers::kept(Field::Country, c))),
    ];
    let name = buyer.name.as_deref().and_then(|name| customers::kept(Field::Name, name));
    let name = name.unwrap_or_else(|| buyer.code.clone());
    let [_, email, country] = told.clone().map(|(_, value)| value);
    let known = [(Field::Name, Some(name.clone()))].into_iter().chain(told);
    let added = known.filter(|(_, to)| to.is_some());
    let known = added.map(|(field, to)| Change { field, from: None, to }).collect();
    Ok(StagedCustomer {
        position,
        id,
        code: buyer.code.clone(),
        own_code,
        name,
        email,
        country,
        seen_at: buyer.orders.iter().map(|order| order.placed_at).max().unwrap_or_default(),
        event: written(&CustomerAdded { known })?,
    })
}

/// What a file tells of is over.
fn state(bought: &Bought) -> orders::State {
    if bought.is_taken_back { orders::State::Cancelled } else { orders::State::Delivered }
}

/// The code of a customer of a source with us.
fn own_code(source: &str, code: &str) -> String {
    if source.is_empty() { code.to_owned() } else { format!("{source}/{code}") }
}

/// The number of an order. Where files have none a customer has one order a
/// day, so these two say which it is, whenever the file is read again.
fn order_code(customer: &str, bought: &Bought) -> String {
    bought.code.clone().unwrap_or_else(|| format!("{customer} {}", bought.day))
}
