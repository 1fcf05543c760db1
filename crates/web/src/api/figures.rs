//! What the review says of customers, for programs.

use axum::extract::State;
use chrono::{DateTime, NaiveDate, Utc};
use domain::know::customers::{self, CustomerId};
use domain::know::query::standing_word;
use domain::office::settings;
use domain::prove::reviews::{self, Made, Score};
use kernel::Language;
use phrases::Phrases;
use review::sentences;
use serde::Serialize;
use store::Snapshot;
use utoipa::ToSchema;

use super::{Answer, Error, Id, IfNoneMatch, Thing, schema, thing};
use crate::{App, Problem};

/// What the review says of a customer, and which review that is.
#[derive(Debug, Serialize, ToSchema)]
pub struct Figures {
    /// The review; null before the first.
    #[schema(required)]
    review: Option<FiguresReview>,
    /// What it says of them; null where they had bought nothing by then, and where they object to
    /// marketing.
    #[schema(required)]
    figures: Option<CustomerFigures>,
}

/// The review, as it was last made.
#[derive(Debug, Serialize, ToSchema)]
pub struct FiguresReview {
    /// The last day whose orders it knows.
    as_of: NaiveDate,
    /// When it was made.
    made_at: DateTime<Utc>,
    /// What all its amounts are in: ISO 4217.
    currency: String,
    /// The months ahead of the risk.
    horizon_months: u32,
    /// The months ahead of the value.
    value_months: u32,
}

/// What it says of a customer.
#[derive(Debug, Serialize, ToSchema)]
pub struct CustomerFigures {
    #[schema(schema_with = schema::standing)]
    standing: &'static str,
    #[schema(schema_with = schema::segment)]
    segment: String,
    /// How often they had ordered.
    orders: i64,
    /// When they ordered last.
    last_order_on: NaiveDate,
    /// What they spent in the twelve months before, in minor units.
    #[schema(required)]
    spent_12_months: Option<i64>,
    /// What is still to be expected of them, in minor units.
    #[schema(required)]
    value: Option<CustomerValue>,
    /// How likely they are to be a customer still, from 0 to 1.
    #[schema(required)]
    p_alive: Option<f64>,
    /// How likely they are to order nothing within the horizon, from 0 to 1.
    #[schema(required)]
    risk: Option<f64>,
    /// The risk times what is expected of them within the horizon, in minor units; null of those
    /// who are lost.
    #[schema(required)]
    at_risk: Option<i64>,
    /// Why they should be heard from; null where there is no need.
    #[schema(required)]
    why: Option<CustomerReason>,
}

/// An amount that is to be expected, and its ends for four customers in five like this one, in
/// minor units.
#[derive(Debug, Serialize, ToSchema)]
pub struct CustomerValue {
    /// The lower end.
    low: i64,
    /// What is expected.
    mean: i64,
    /// The upper end.
    high: i64,
}

/// Why somebody should be heard from, and what to do.
#[derive(Debug, Serialize, ToSchema)]
pub struct CustomerReason {
    /// The reason: `order_value_falling`, `gone_quiet`, `range_stopped`, `late`, `valuable`,
    /// `one_time`.
    reason_key: &'static str,
    /// The reason in words of the day of the review, in the main language of the business.
    reason: String,
    /// What to do: `call`, `call_before_lost`, `call_in_person`, `remind`, `thank`,
    /// `ask_about_range`, `review_account`, `invite_back`.
    action_key: &'static str,
    /// What to do in words.
    action: String,
}

/// Get what the review says of a customer
///
/// Whether they still come, what they are worth, how likely they are to be lost, what that puts at
/// risk, and what to do. `GET /api/v1/customers?sort=-at-risk` lists whom to begin with.
#[utoipa::path(get, path = "/api/v1/customers/{id}/figures", tag = "customers",
    params(IfNoneMatch),
    responses((status = 200, description = "What it says", body = Figures)))]
pub async fn show(
    State(app): State<App>,
    Id(customer): Id<CustomerId>,
    known: IfNoneMatch,
) -> Result<Answer, Problem> {
    thing::shown::<Figures>(&app, customer, known).await
}

impl Thing for Figures {
    type Id = CustomerId;

    async fn present(snapshot: &mut Snapshot<'_>, id: CustomerId) -> Result<Self, Error> {
        let customer = customers::customer(snapshot, id).await?.ok_or(Problem::NotFound)?;
        let Some(made) = reviews::made(snapshot).await? else {
            return Ok(Self { review: None, figures: None });
        };
        let score =
            if customer.objects() { None } else { reviews::of_customer(snapshot, id).await? };
        let figures = match score {
            Some(score) => {
                let language =
                    settings::read(snapshot).await.map_err(Problem::from)?.region.main_language;
                let phrases = Phrases::of(language.unwrap_or(Language::English));
                CustomerFigures::of(phrases, &made, score)
            }
            None => None,
        };
        Ok(Self { review: Some(FiguresReview::of(&made)), figures })
    }
}

impl FiguresReview {
    fn of(made: &Made) -> Self {
        Self {
            as_of: made.as_of.into(),
            made_at: made.at,
            currency: made.currency.to_string(),
            horizon_months: made.horizon_months,
            value_months: made.value_months,
        }
    }
}

impl CustomerFigures {
    /// None where a later version wrote what this one does not know.
    fn of(phrases: Phrases, made: &Made, score: Score) -> Option<Self> {
        let value =
            score.value().map(|of| CustomerValue { low: of.low, mean: of.mean, high: of.high });
        let why = score.reason(made.currency).map(|(reason, action)| CustomerReason {
            reason_key: reason.key(),
            reason: sentences::reason(phrases, &reason),
            action_key: action.key(),
            action: sentences::action(phrases, &action),
        });
        Some(Self {
            standing: standing_word(score.standing()?),
            last_order_on: score.last().into(),
            orders: score.orders,
            spent_12_months: score.spent,
            value,
            p_alive: score.p_alive,
            risk: score.risk,
            at_risk: score.at_risk,
            why,
            segment: score.segment,
        })
    }
}
