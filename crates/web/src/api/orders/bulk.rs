//! Many orders at once.

use axum::extract::State;
use domain::know::orders::{Added, OrderId};
use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize};
use store::Tx;
use utoipa::ToSchema;

use super::OrderNew;
use crate::api::once::IdempotencyKey;
use crate::api::{Answer, Error, Json, Program};
use crate::problem::{ProblemSaid, Wrong};
use crate::{App, Problem};

/// Orders of a request at most.
const MOST: usize = 1000;
/// So much may be sent at most: as many orders, each with many lines.
pub const LARGEST: usize = 16 << 20;

/// Orders to be added.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "orders": [
    { "customer_code": "K-17", "source": "shop", "code": "A-1043", "currency": "EUR", "total": 900 },
    { "customer_code": "K-17", "source": "shop", "code": "A-1044", "currency": "EUR", "total": 4139 }
] }))]
pub struct OrdersNew {
    /// Add none where one is refused.
    #[serde(default)]
    all_or_nothing: bool,
    /// Which.
    #[serde(deserialize_with = "not_too_many")]
    #[schema(min_items = 1, max_items = 1000)]
    orders: Vec<OrderNew>,
}

/// What became of each order.
#[derive(Debug, Default, Serialize, ToSchema)]
pub struct OrdersAdded {
    /// How many were added.
    added: u32,
    /// How many were known already.
    known: u32,
    /// How many were refused.
    refused: u32,
    /// What became of each, in the order they were sent.
    items: Vec<OrderAdded>,
}

/// What became of an order.
#[derive(Debug, Serialize, ToSchema)]
#[serde(tag = "result", rename_all = "snake_case")]
pub enum OrderAdded {
    /// It was added.
    Added {
        /// As which.
        #[schema(value_type = Uuid)]
        id: OrderId,
    },
    /// It was known already, just so.
    Known {
        /// As which.
        #[schema(value_type = Uuid)]
        id: OrderId,
    },
    /// It was refused, and nothing of it was kept.
    Refused {
        /// Why.
        problem: ProblemSaid,
    },
}

/// Add many orders
///
/// Up to 1000 at once. Each is added, known already or refused for itself, and one that is refused
/// keeps no other from being added, unless `all_or_nothing` is set: then nothing is added, and
/// the problem names what is wrong.
#[utoipa::path(post, path = "/api/v1/orders/bulk", tag = "orders", params(IdempotencyKey),
    request_body = OrdersNew,
    responses((status = 200, description = "What became of each", body = OrdersAdded)))]
pub async fn add(
    State(app): State<App>,
    program: Program,
    Json(new, once): Json<OrdersNew>,
) -> Result<Answer, Problem> {
    let add = async move |tx: &mut Tx<'_>| {
        let mut told = OrdersAdded::default();
        let mut wrong = Vec::new();
        for (place, order) in new.orders.iter().enumerate() {
            match order.add(tx).await {
                Ok(added) => told.note(added),
                Err(Error::Problem(problem)) => {
                    wrong.extend(named(place, &problem));
                    told.refuse(&problem);
                }
                Err(error @ Error::Store(_)) => return Err(error),
            }
        }
        if new.all_or_nothing && !wrong.is_empty() {
            return Err(Problem::Refused(wrong).into());
        }
        Ok(Answer::of(&told)?)
    };
    program.change(&app, once, add).await
}

impl OrdersAdded {
    fn note(&mut self, added: Added) {
        let item = match added {
            Added::New(id) => {
                self.added += 1;
                OrderAdded::Added { id }
            }
            Added::Known(id) => {
                self.known += 1;
                OrderAdded::Known { id }
            }
        };
        self.items.push(item);
    }

    fn refuse(&mut self, problem: &Problem) {
        self.refused += 1;
        self.items.push(OrderAdded::Refused { problem: ProblemSaid::to_programs(problem) });
    }
}

/// What is wrong with the order at a place of the list, each field named from
/// the start of the body.
fn named(place: usize, problem: &Problem) -> Vec<Wrong> {
    let order = format!("orders[{place}]");
    match problem {
        Problem::Refused(wrong) => {
            let within = |wrong: &Wrong| Wrong {
                field: format!("{order}.{}", wrong.field),
                ..wrong.clone()
            };
            wrong.iter().map(within).collect()
        }
        Problem::Conflict(why) => vec![Wrong::new(order, "conflict", why)],
        other => vec![Wrong::new(order, "not_one", format!("{}", other.status()))],
    }
}

fn not_too_many<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<OrderNew>, D::Error> {
    let orders = Vec::deserialize(deserializer)?;
    match orders.len() {
        1..=MOST => Ok(orders),
        count => Err(D::Error::custom(format!("{count} orders: send 1 to {MOST} at once"))),
    }
}
