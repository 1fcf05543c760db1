//! What a sorted list is walked along: the index of its order, and where not
//! everybody has what it is sorted by, the others after that.

use super::checks::store::told;
use super::model::{Order, Place, Sort};

/// A way along which customers come in the order of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// All of them, by a column of theirs.
    Column(&'static str),
    /// Those of whom something is at risk by the review, by how much.
    AtRisk,
    /// The others, by their ids: everybody is on the way.
    NotAtRisk,
}

impl Way {
    /// The ways of a list from a place on, one after the other, each with where it
    /// begins.
    pub fn of(sort: Sort, from: Option<&Place>) -> Vec<(Way, Option<&Place>)> {
        column(sort.by).map_or_else(|| Way::of_risk(sort, from), |by| vec![(Way::Column(by), from)])
    }

    /// Whoever has nothing at risk comes last, whichever end comes first.
    fn of_risk(sort: Sort, from: Option<&Place>) -> Vec<(Way, Option<&Place>)> {
        let among_the_others = from.filter(|place| place.key == nothing(sort).to_string());
        match (from, among_the_others) {
            (_, Some(place)) if place.backwards => {
                vec![(Way::NotAtRisk, from), (Way::AtRisk, from)]
            }
            (_, Some(_)) => vec![(Way::NotAtRisk, from)],
            (Some(place), None) if place.backwards => vec![(Way::AtRisk, from)],
            (_, None) => vec![(Way::AtRisk, from), (Way::NotAtRisk, None)],
        }
    }

    /// From where a row `c` of `customer` comes, and on what condition.
    pub fn tables(self) -> (&'static str, Option<&'static str>) {
        match self {
            Way::Column(_) | Way::NotAtRisk => ("customer c", None),
            // Scores are read first: the cross join has SQLite keep to it.
            Way::AtRisk => (
                "customer_score s cross join customer c",
                Some("c.id = s.customer and s.at_risk is not null"),
            ),
        }
    }

    /// What its index is sorted by; the last is an id.
    pub fn keys(self) -> Vec<String> {
        match self {
            Way::Column(column) => vec![format!("c.{column}"), "c.id".to_owned()],
            Way::AtRisk => vec!["s.at_risk".to_owned(), "s.customer".to_owned()],
            Way::NotAtRisk => vec!["c.id".to_owned()],
        }
    }

    /// What a list is sorted by on the way.
    pub fn key(self, sort: Sort) -> String {
        match self {
            Way::Column(column) => format!("c.{column}"),
            Way::AtRisk => "s.at_risk".to_owned(),
            Way::NotAtRisk => format!("cast({} as bigint)", nothing(sort)),
        }
    }

    /// What is at risk of a row on the way, where the list is sorted by it.
    pub fn at_risk(self) -> &'static str {
        match self {
            Way::Column(_) | Way::NotAtRisk => NOT_SAID,
            Way::AtRisk => "s.at_risk",
        }
    }

    /// What each row `c` on the way is asked beside the checks of the list. It is not
    /// said of the way itself: however few fit, so many are looked at and no more.
    pub fn asked(self) -> Option<String> {
        match self {
            Way::Column(_) => None,
            Way::AtRisk => Some(told()),
            Way::NotAtRisk => Some(format!("{} is null", at_risk())),
        }
    }
}

/// What is at risk of a customer where a list is not sorted by it, or nothing is.
pub const NOT_SAID: &str = "cast(null as bigint)";

/// What stands for nothing at risk, so that it comes last: beyond any amount, which is
/// 0 or more.
pub fn nothing(sort: Sort) -> i64 {
    if sort.descending { -1 } else { i64::MAX }
}

/// What a row `c` of `customer` is sorted by, whatever the way.
pub fn key(sort: Sort) -> String {
    column(sort.by).map_or_else(
        || format!("coalesce({}, {})", at_risk(), nothing(sort)),
        |column| format!("c.{column}"),
    )
}

/// The column of `customer` that an order goes by, where it is one.
fn column(by: Order) -> Option<&'static str> {
    match by {
        Order::Name => Some("sort_name"),
        Order::Added => Some("added_at"),
        Order::Seen => Some("seen_at"),
        Order::Spent => Some("spent"),
        Order::Orders => Some("orders"),
        Order::AtRisk => None,
    }
}

/// What is at risk of a row `c` of `customer`, by the review; by the primary key.
fn at_risk() -> String {
    format!(
        "case when {} then
             (select s.at_risk from customer_score s where s.customer = c.id) end",
        told()
    )
}
