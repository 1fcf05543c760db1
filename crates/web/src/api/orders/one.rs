//! One order.

use axum::extract::State as Shared;
use chrono::{DateTime, Utc};
use domain::know::orders::{self, Added, NewLine, NewOrder, OrderId, State};
use serde::Deserialize;
use store::Tx;
use utoipa::ToSchema;

use super::{Order, OrderLineNew, OrderNew, currency_of};
use crate::api::body::Field;
use crate::api::once::IdempotencyKey;
use crate::api::{Answer, Id, IfMatch, IfNoneMatch, Json, Program, Thing, schema, thing};
use crate::problem::Wrong;
use crate::{App, Problem};

/// What an order becomes.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({
    "lines": [{ "product": "Rye bread", "quantity": 3, "unit_price": 450 }]
}))]
pub struct OrderFields {
    /// How far it is now. Where there are shipments they say so, and only calling it off is left.
    #[schema(required = false, schema_with = schema::order_state)]
    state: Option<State>,
    /// The shop or market it came from.
    #[schema(max_length = 300)]
    source: Option<String>,
    /// Its number there.
    #[serde(default)]
    #[schema(value_type = Option<String>, max_length = 300)]
    code: Field<String>,
    /// When it was placed.
    placed_at: Option<DateTime<Utc>>,
    /// In what it is paid: ISO 4217. Where its minor units are others, all amounts are sent anew.
    #[schema(pattern = "^[A-Za-z]{3}$")]
    currency: Option<String>,
    /// What it comes to, in minor units; the sum of the lines where lines are sent without it.
    #[schema(minimum = 0, maximum = 1_000_000_000_000_i64)]
    total: Option<i64>,
    /// What was bought: all of it, in place of what was there.
    #[schema(max_items = 500)]
    lines: Option<Vec<OrderLineNew>>,
}

impl OrderFields {
    /// What the order holds, with what was sent in its place; none where nothing
    /// of that was sent.
    fn over(&self, known: Order) -> Result<Option<NewOrder>, Problem> {
        let Self { state: _, source, code, placed_at, currency, total, lines } = self;
        let stays = matches!(code, Field::Stays) && source.is_none() && placed_at.is_none();
        if stays && currency.is_none() && total.is_none() && lines.is_none() {
            return Ok(None);
        }
        let currency = currency.as_deref().map_or(Ok(known.currency), currency_of)?;
        let some_stay = lines.is_none() && (total.is_none() || !known.lines.is_empty());
        if some_stay && currency.decimals() != known.currency.decimals() {
            let why = format!(
                "amounts in {} would be read in the minor units of {currency}: send lines, or \
                 total where there are none, too",
                known.currency
            );
            return Err(Problem::Refused(vec![Wrong::new("currency", "conflict", why)]));
        }
        let total = total.or(lines.is_none().then_some(known.total));
        let known_lines = || known.lines.into_iter().map(NewLine::from).collect();
        Ok(Some(NewOrder {
            source: source.clone().unwrap_or(known.source),
            code: code.over(known.code).unwrap_or_default(),
            placed_at: Some(placed_at.unwrap_or(known.placed_at)),
            currency,
            total,
            lines: lines.as_ref().map_or_else(known_lines, |lines| {
                lines.iter().cloned().map(NewLine::from).collect()
            }),
        }))
    }
}

/// Add an order
///
/// With a `code` this may be sent again and again: the same order is answered with 200 and not
/// added again.
#[utoipa::path(post, path = "/api/v1/orders", tag = "orders", params(IdempotencyKey),
    request_body = OrderNew,
    responses(
        (status = 201, description = "The order was added", body = Order),
        (status = 200, description = "The order was known already, just so", body = Order),
        (status = 409, description = "Its source has another order of this code")))]
pub async fn add(
    Shared(app): Shared<App>,
    program: Program,
    Json(new, once): Json<OrderNew>,
) -> Result<Answer, Problem> {
    let add = async move |tx: &mut Tx<'_>| match new.add(tx).await? {
        Added::New(id) => {
            let order = Order::present(tx, id).await?;
            Ok(Answer::added(format!("/api/v1/orders/{id}"), &order)?)
        }
        Added::Known(id) => Ok(Answer::thing(&Order::present(tx, id).await?)?),
    };
    program.change(&app, once, add).await
}

/// Get an order
///
/// With its lines and shipments.
#[utoipa::path(get, path = "/api/v1/orders/{id}", tag = "orders", params(IfNoneMatch),
    responses((status = 200, description = "The order", body = Order)))]
pub async fn show(
    Shared(app): Shared<App>,
    Id(id): Id<OrderId>,
    known: IfNoneMatch,
) -> Result<Answer, Problem> {
    thing::shown::<Order>(&app, id, known).await
}

/// Change an order
///
/// How far it is, or what it holds: only what is sent changes, and lines are replaced all together.
#[utoipa::path(patch, path = "/api/v1/orders/{id}", tag = "orders",
    params(IfMatch, IdempotencyKey),
    request_body(content(
        (OrderFields = "application/merge-patch+json"), (OrderFields = "application/json"))),
    responses(
        (status = 200, description = "The order as it is now", body = Order),
        (status = 409, description = "It cannot become that from what it is, or its source has another order of this code")))]
pub async fn edit(
    Shared(app): Shared<App>,
    program: Program,
    Id(id): Id<OrderId>,
    seen: IfMatch,
    Json(wanted, once): Json<OrderFields>,
) -> Result<Answer, Problem> {
    let edit = async move |tx: &mut Tx<'_>, known: Order| {
        if let Some(order) = wanted.over(known)? {
            orders::edit(tx, id, None, &order).await?;
        }
        if let Some(state) = wanted.state {
            orders::change_state(tx, id, state).await?;
        }
        Ok(())
    };
    program.edit::<Order, _>(&app, once, id, seen, edit).await
}
