//! Customers, a page at a time.

use axum::extract::State;
use axum::http::Uri;
use chrono::{DateTime, NaiveDate, Utc};
use domain::know::customers::CustomerId;
use domain::know::lists::{self, Asking, CustomerRow, Onward, Order, Sort};
use domain::know::query;
use domain::office::staff::AccountId;
use domain::prove::reviews::{self, Glance, Made};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use crate::api::query::Written;
use crate::api::{Answer, Cursor, Error, Limit, List, Program, Query, schema};
use crate::{App, Problem};

/// A customer, in a list.
#[derive(Debug, Serialize, ToSchema)]
pub struct CustomerSummary {
    /// Who it is.
    #[schema(value_type = Uuid)]
    id: CustomerId,
    /// What they are called.
    name: String,
    /// Their number in your other systems.
    #[schema(required)]
    code: Option<String>,
    /// The account of who looks after them.
    #[schema(required, value_type = Option<Uuid>)]
    owner: Option<AccountId>,
    /// Their main e-mail address.
    #[schema(required)]
    email: Option<String>,
    /// Their main telephone number.
    #[schema(required)]
    phone: Option<String>,
    /// Their town.
    #[schema(required)]
    city: Option<String>,
    /// When they were added.
    added_at: DateTime<Utc>,
    /// When they last ordered or were in contact, if ever: a note is no contact.
    #[schema(required)]
    seen_at: Option<DateTime<Utc>>,
    /// How often they have ordered.
    orders: i64,
    /// What they have spent in the currency of their last order, in minor units.
    spent: i64,
    /// That currency: ISO 4217, `XXX` where nobody knows it; null where they have no orders.
    #[schema(required)]
    spent_in: Option<String>,
    /// What the review says of them; null where it says nothing, and where they object to
    /// marketing. `GET /api/v1/customers/{id}/figures` says more.
    #[schema(required)]
    figures: Option<CustomerFiguresSummary>,
}

/// What the review says of a customer, in a list.
#[derive(Debug, Serialize, ToSchema)]
pub struct CustomerFiguresSummary {
    #[schema(schema_with = schema::standing)]
    standing: &'static str,
    /// How likely they are to order nothing within the horizon, from 0 to 1.
    #[schema(required)]
    risk: Option<f64>,
    /// The risk times what is expected of them within the horizon, in minor units; null of those
    /// who are lost.
    #[schema(required)]
    at_risk: Option<i64>,
    /// What that is in: ISO 4217.
    currency: String,
    /// The months ahead of the risk.
    horizon_months: u32,
    /// The last day whose orders the review knows.
    as_of: NaiveDate,
}

impl CustomerSummary {
    fn of(row: CustomerRow, figures: Option<CustomerFiguresSummary>) -> Self {
        Self {
            id: row.id,
            name: row.name,
            code: row.code,
            owner: row.owner,
            email: row.email,
            phone: row.phone,
            city: row.city,
            added_at: row.added_at,
            seen_at: row.seen_at.at(),
            orders: row.orders,
            spent: row.spent,
            spent_in: row.spent_in,
            figures,
        }
    }
}

impl CustomerFiguresSummary {
    fn of(made: &Made, glance: &Glance) -> Self {
        Self {
            standing: query::standing_word(glance.standing),
            risk: glance.risk,
            at_risk: glance.at_risk.map(|money| money.minor),
            currency: made.currency.to_string(),
            horizon_months: made.horizon_months,
            as_of: made.as_of.into(),
        }
    }
}

/// What a list of customers is sorted by.
#[derive(Debug, Clone, Copy, Default, Deserialize, ToSchema)]
pub enum SortBy {
    /// By name, as written.
    #[serde(rename = "name")]
    Name,
    /// By name, backwards.
    #[serde(rename = "-name")]
    NameBackwards,
    /// Who was added first first.
    #[serde(rename = "added")]
    Added,
    /// Who was added last first.
    #[serde(rename = "-added")]
    AddedLast,
    /// Whom nothing has happened with for the longest time first.
    #[serde(rename = "seen")]
    Seen,
    /// With whom something happened last first.
    #[default]
    #[serde(rename = "-seen")]
    SeenLast,
    /// Who has spent the least first.
    #[serde(rename = "spent")]
    Spent,
    /// Who has spent the most first.
    #[serde(rename = "-spent")]
    SpentMost,
    /// Who has ordered the least often first.
    #[serde(rename = "orders")]
    Orders,
    /// Who has ordered the most often first.
    #[serde(rename = "-orders")]
    OrdersMost,
    /// Of whom the least money is at risk first, by the review; last of whom it does not say so.
    #[serde(rename = "at-risk")]
    AtRisk,
    /// Of whom the most money is at risk first; last of whom it is not said.
    #[serde(rename = "-at-risk")]
    AtRiskMost,
}

impl SortBy {
    fn sort(self) -> Sort {
        match self {
            SortBy::Name => Sort { by: Order::Name, descending: false },
            SortBy::NameBackwards => Sort { by: Order::Name, descending: true },
            SortBy::Added => Sort { by: Order::Added, descending: false },
            SortBy::AddedLast => Sort { by: Order::Added, descending: true },
            SortBy::Seen => Sort { by: Order::Seen, descending: false },
            SortBy::SeenLast => Sort { by: Order::Seen, descending: true },
            SortBy::Spent => Sort { by: Order::Spent, descending: false },
            SortBy::SpentMost => Sort { by: Order::Spent, descending: true },
            SortBy::Orders => Sort { by: Order::Orders, descending: false },
            SortBy::OrdersMost => Sort { by: Order::Orders, descending: true },
            SortBy::AtRisk => Sort { by: Order::AtRisk, descending: false },
            SortBy::AtRiskMost => Sort { by: Order::AtRisk, descending: true },
        }
    }
}

/// Which customers.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct Listed {
    /// Whom the list is of, as the field above the list of customers takes it. Everybody where it
    /// is empty.
    #[serde(default)]
    #[param(example = "owner:me seen:>90d -tag:vip")]
    q: String,
    /// The order of the list; a minus turns it around.
    #[serde(default)]
    #[param(inline)]
    sort: SortBy,
    /// The cursor of the page before.
    #[param(value_type = Option<String>)]
    after: Option<Cursor<Written<Onward>>>,
    /// Rows of a page.
    #[serde(default)]
    #[param(inline)]
    limit: Limit,
}

/// List customers
///
/// `q` holds conditions, side by side, that all must hold; values after a comma are alternatives,
/// a minus before a name turns it round, and what has blanks stands in quotation marks. A word
/// without a name is looked for in what is known of them. The names:
///
/// - `owner:` holds `me`, `none`, a name or an address
/// - `team:`, `tag:` and `tier:` hold their names, `city:` a town
/// - `standing:` holds `active`, `quiet` or `lost`, and `risk:` whole percent: `>50`, `20..60`;
///   whoever objects to marketing has no standing, risk or tier
/// - `kind:` holds `person` or `company`
/// - `country:` and `language:` hold their codes: `AM`, `en`
/// - `consent:` holds `given`, `objected` or `none`
/// - `seen:` and `added:` hold a day, an age or a span: `2026-03-01`, `>90d`, `1y..2y`
/// - `spent:` holds an amount: `>500`, `<=20.50EUR`
/// - `orders:` holds how many: `3`, `2..5`
/// - `has:` and `no:` hold a field, `tag` or `orders`
/// - the keys of the fields the business made up, which `GET /api/v1/fields` lists
///
/// Where more than 1,000 have the words, the closest 1,000 come first, sorted, then the next 1,000.
#[utoipa::path(get, path = "/api/v1/customers", tag = "customers", params(Listed),
    responses((status = 200, description = "A page of them", body = List<CustomerSummary>)))]
pub async fn list(
    State(app): State<App>,
    program: Program,
    here: Uri,
    Query(asked): Query<Listed>,
) -> Result<Answer, Problem> {
    let from = asked.after.map(|Cursor(Written(onward))| onward);
    let query = query::parse(&asked.q).map_err(Error::from)?;
    let asking = Asking { me: Some(program.account().id), now: app.db.clock().now() };
    let mut reader = app.db.reader().await?;
    let snapshot = &mut reader.snapshot();
    let (sort, limit) = (asked.sort.sort(), asked.limit.0);
    let page = lists::page(snapshot, &query, &asking, sort, from.as_ref(), limit).await;
    let page = page.map_err(Error::from)?;
    let ids: Vec<CustomerId> = page.rows.iter().map(|row| row.id).collect();
    let made = reviews::made(snapshot).await?;
    let glances = reviews::at_a_glance(snapshot, &ids).await?;
    let figures = |id| Some(CustomerFiguresSummary::of(made.as_ref()?, glances.get(&id)?));
    let items = page.rows.into_iter().map(|row| {
        let figures = figures(row.id);
        CustomerSummary::of(row, figures)
    });
    let items: Vec<CustomerSummary> = items.collect();
    Answer::page(&here, &List::going_on(items, page.after.map(Written))?)
}
