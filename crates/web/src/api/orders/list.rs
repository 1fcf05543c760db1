//! Orders, a page at a time.

use axum::extract::State as Shared;
use axum::http::Uri;
use chrono::{DateTime, NaiveDate, Utc};
use domain::know::customers::CustomerId;
use domain::know::orders::{self, OrderId, OrderRow, Place, SortBy, State, Wanted};
use domain::know::products::ProductId;
use kernel::Currency;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use crate::api::query::Written;
use crate::api::{Answer, Cursor, Limit, List, Query, schema};
use crate::problem::Wrong;
use crate::{App, Problem};

/// An order, in a list.
#[derive(Debug, Serialize, ToSchema)]
pub struct OrderSummary {
    /// Which.
    #[schema(value_type = Uuid)]
    id: OrderId,
    /// Whose.
    #[schema(value_type = Uuid)]
    customer_id: CustomerId,
    /// What they are called.
    customer: String,
    /// The shop or market it came from; empty where it was written down by hand.
    source: String,
    /// Its number there.
    #[schema(required)]
    code: Option<String>,
    /// When it was placed.
    placed_at: DateTime<Utc>,
    /// In what it is paid: ISO 4217.
    #[schema(value_type = String, example = "EUR")]
    currency: Currency,
    /// What it comes to, in minor units of the currency.
    total: i64,
    /// How far it is.
    #[schema(schema_with = schema::order_state)]
    state: State,
}

impl From<OrderRow> for OrderSummary {
    fn from(row: OrderRow) -> Self {
        let OrderRow { id, customer, name, source, code, placed_at, currency, total, state } = row;
        let (customer_id, customer) = (customer, name);
        Self { id, customer_id, customer, source, code, placed_at, currency, total, state }
    }
}

/// What a list of orders is sorted by.
#[derive(Debug, Clone, Copy, Default, Deserialize, ToSchema)]
pub enum Sort {
    /// The first placed first.
    #[serde(rename = "placed")]
    Placed,
    /// The last placed first.
    #[default]
    #[serde(rename = "-placed")]
    PlacedLast,
    /// The smallest first.
    #[serde(rename = "total")]
    Total,
    /// The largest first.
    #[serde(rename = "-total")]
    TotalLargest,
    /// By the name of the customer.
    #[serde(rename = "customer")]
    Customer,
    /// By the name of the customer, backwards.
    #[serde(rename = "-customer")]
    CustomerBackwards,
}

impl Sort {
    fn by(self) -> SortBy {
        match self {
            Sort::Placed | Sort::PlacedLast => SortBy::Placed,
            Sort::Total | Sort::TotalLargest => SortBy::Total,
            Sort::Customer | Sort::CustomerBackwards => SortBy::Customer,
        }
    }
}

/// Which orders; all of them where nothing is said.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct Listed {
    /// Of this customer.
    #[param(value_type = Option<Uuid>)]
    customer_id: Option<CustomerId>,
    /// With this product in them: then the last added come first, and a page may hold fewer rows
    /// than there is room for.
    #[param(value_type = Option<Uuid>)]
    product_id: Option<ProductId>,
    /// That are so far.
    #[param(schema_with = schema::order_state)]
    state: Option<State>,
    /// Placed on this day, in the time zone of the business, or later.
    from: Option<NaiveDate>,
    /// Placed on this day, in the time zone of the business, or earlier.
    until: Option<NaiveDate>,
    /// The order of the list; a minus turns it around. By `total`, currency by currency, and by
    /// `customer` where neither `state` nor days nor a product are asked for.
    #[serde(default)]
    #[param(inline)]
    sort: Sort,
    /// The cursor of the page before.
    #[param(value_type = Option<String>)]
    after: Option<Cursor<Written<Place>>>,
    /// Rows of a page.
    #[serde(default)]
    #[param(inline)]
    limit: Limit,
}

impl Listed {
    fn wanted(&self) -> Wanted {
        Wanted {
            customer: self.customer_id,
            product: self.product_id,
            state: self.state,
            from: self.from,
            until: self.until,
            by: self.sort.by(),
            ascending: matches!(self.sort, Sort::Placed | Sort::Total | Sort::Customer),
        }
    }
}

/// List orders
///
/// The last placed first, where nothing else is said.
#[utoipa::path(get, path = "/api/v1/orders", tag = "orders", params(Listed),
    responses((status = 200, description = "A page of them", body = List<OrderSummary>)))]
pub async fn list(
    Shared(app): Shared<App>,
    here: Uri,
    Query(asked): Query<Listed>,
) -> Result<Answer, Problem> {
    let wanted = asked.wanted();
    if wanted.by != wanted.sorted_by() {
        let why = "sorts whole lists and those of a customer: leave the rest out";
        return Err(Problem::Refused(vec![Wrong::new("sort", "conflict", why)]));
    }
    let from = asked.after.map(|Cursor(Written(place))| place);
    let mut reader = app.db.reader().await?;
    let snapshot = &mut reader.snapshot();
    let page = orders::page(snapshot, &wanted, from.as_ref(), asked.limit.0).await?;
    let items: Vec<OrderSummary> = page.rows.into_iter().map(OrderSummary::from).collect();
    Answer::page(&here, &List::going_on(items, page.after.map(Written))?)
}
