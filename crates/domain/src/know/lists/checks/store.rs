//! The SQL of checks: each can be asked of a row `c` of `customer`, and most give
//! their customers by an index of their own.

use chrono::{DateTime, Utc};
use store::db::Composed;

use super::{Check, End, Thing, What};
use crate::know::customers::{Field, Marketing};

/// That a row `c` of `customer` passes a check. What is asked of other tables
/// is asked by the primary key, row by row: a scalar, so that no plan turns it
/// into reading the whole of them.
pub fn holds(check: &Check, text: &mut Composed) -> String {
    let held = match &check.what {
        What::Owner { any, or_nobody } => {
            let one_of = match any.as_slice() {
                [] => "false".to_owned(),
                [only] => format!("c.owner = {}", text.id(*only)),
                several => text.is_among("c.owner", several),
            };
            or_null(one_of, "c.owner", *or_nobody)
        }
        What::Field { field, any, or_nothing } => {
            let values: Vec<String> = any.iter().map(|value| text.bind(value)).collect();
            among(&format!("c.{}", field.name()), &values, *or_nothing)
        }
        What::Seen { from, before } => times("c.seen_at", *from, *before, text),
        What::Added { from, before } => times("c.added_at", *from, *before, text),
        What::Orders { from, to } => numbers("c.orders", *from, *to, text),
        What::Spent { currency, from, to } => {
            let currency = text.bind(currency);
            format!("c.spent_in = {currency} and {}", numbers("c.spent", *from, *to, text))
        }
        What::Tier(tiers) if tiers.is_empty() => "false".to_owned(),
        What::Tier(tiers) => {
            let spent = tiers.iter().map(|(from, below)| {
                let to = below.map(|below| below.saturating_sub(1));
                format!("({})", numbers("s.spent", Some(*from), to, text))
            });
            let spent = spent.collect::<Vec<_>>().join(" or ");
            scored(&format!("({spent})"))
        }
        What::Standing(standings) => {
            let standings = standings.iter().map(|standing| format!("'{}'", standing.key()));
            let standings: Vec<String> = standings.collect();
            scored(&among("s.standing", &standings, false))
        }
        What::Risk { from, to } => {
            // In thousandths, so that what is shown as 50 % is what 50 means.
            let from = from.map(|from| from.saturating_mul(10).saturating_sub(5));
            let below = to.map(|to| to.saturating_mul(10).saturating_add(5));
            let from = from.map(|from| format!("s.risk * 1000 >= {}", text.number(from)));
            let below = below.map(|below| format!("s.risk * 1000 < {}", text.number(below)));
            scored(&format!("s.risk is not null and {}", both(from, below)))
        }
        What::Tag(tags) => {
            let tags: Vec<String> = tags.iter().map(|tag| text.bind(tag)).collect();
            let tags = among("t.tag", &tags, false);
            format!(
                "(select 1 from customer_tag t where t.customer = c.id and {tags} limit 1)
                 is not null"
            )
        }
        What::Has(things) => any_of(things, "", text),
        What::Lacks(things) => any_of(things, "not ", text),
        What::Own { field, any } => {
            let field = text.id(*field);
            let values: Vec<String> = any.iter().map(|value| text.bind(value)).collect();
            own(&field, &among("v.sort_value", &values, false))
        }
        What::OwnSpan { field, from, to } => {
            let field = text.id(*field);
            own(&field, &own_span("v.sort_value", from.as_ref(), to.as_ref(), text))
        }
        What::Among { ids, .. } => text.is_among("c.id", ids),
    };
    if check.is_negated { format!("not coalesce(({held}), false)") } else { format!("({held})") }
}

/// The ids of the customers a check means, by an index: `customer_of_owner`,
/// `customer_of_city`, `customer_of_country`, `customer_of_tag`,
/// `customer_by_spent_in`, `custom_value_of_field`, or those of the sorts. None
/// where there is none, or where almost everybody must be meant.
pub fn source(check: &Check, text: &mut Composed) -> Option<String> {
    if check.is_negated {
        return None;
    }
    let is_held = match &check.what {
        What::Owner { or_nobody: is_wide, .. }
        | What::Field { field: Field::City | Field::Country, or_nothing: is_wide, .. } => !is_wide,
        What::Seen { .. }
        | What::Added { .. }
        | What::Orders { .. }
        | What::Spent { .. }
        | What::Among { .. } => true,
        What::Tag(tags) => {
            let tags: Vec<String> = tags.iter().map(|tag| text.bind(tag)).collect();
            let tags = among("tag", &tags, false);
            return Some(format!("select customer as id from customer_tag where {tags}"));
        }
        What::Own { field, any } => {
            let field = text.id(*field);
            let values: Vec<String> = any.iter().map(|value| text.bind(value)).collect();
            let values = among("sort_value", &values, false);
            return Some(format!(
                "select customer as id from custom_value where field = {field} and {values}"
            ));
        }
        What::OwnSpan { field, from, to } => {
            let field = text.id(*field);
            let values = own_span("sort_value", from.as_ref(), to.as_ref(), text);
            return Some(format!(
                "select customer as id from custom_value where field = {field} and {values}"
            ));
        }
        What::Field { .. }
        | What::Tier(_)
        | What::Standing(_)
        | What::Risk { .. }
        | What::Has(_)
        | What::Lacks(_) => false,
    };
    is_held.then(|| format!("select c.id from customer c where {}", holds(check, text)))
}

/// That the review may say anything of a row `c`: of those who object to marketing it
/// says nothing.
pub fn told() -> String {
    format!("coalesce(c.marketing, '') <> '{}'", Marketing::Objection.word())
}

/// That the review says this of a row `c`.
fn scored(what: &str) -> String {
    format!(
        "{} and
         (select 1 from customer_score s where s.customer = c.id and {what}) is not null",
        told()
    )
}

/// That a column is one of these, or nothing where that will do. No value at
/// all holds of nobody.
fn among(column: &str, values: &[String], or_nothing: bool) -> String {
    let one_of = match values {
        [] => "false".to_owned(),
        [only] => format!("{column} = {only}"),
        several => format!("{column} in ({})", several.join(", ")),
    };
    or_null(one_of, column, or_nothing)
}

fn or_null(one_of: String, column: &str, or_nothing: bool) -> String {
    if or_nothing { format!("({one_of} or {column} is null)") } else { one_of }
}

fn times(
    column: &str,
    from: Option<DateTime<Utc>>,
    before: Option<DateTime<Utc>>,
    text: &mut Composed,
) -> String {
    let from = from.map(|from| format!("{column} >= {}", text.time(from)));
    let before = before.map(|before| format!("{column} < {}", text.time(before)));
    both(from, before)
}

fn numbers(column: &str, from: Option<i64>, to: Option<i64>, text: &mut Composed) -> String {
    let from = from.map(|from| format!("{column} >= {}", text.number(from)));
    let to = to.map(|to| format!("{column} <= {}", text.number(to)));
    both(from, to)
}

fn own_span(column: &str, from: Option<&End>, to: Option<&End>, text: &mut Composed) -> String {
    let sign = |sign: &str, end: &End| format!("{sign}{}", if end.is_included { "=" } else { "" });
    let from = from.map(|end| format!("{column} {} {}", sign(">", end), text.bind(&end.value)));
    let to = to.map(|end| format!("{column} {} {}", sign("<", end), text.bind(&end.value)));
    both(from, to)
}

fn both(one: Option<String>, other: Option<String>) -> String {
    match (one, other) {
        (Some(one), Some(other)) => format!("{one} and {other}"),
        (Some(only), None) | (None, Some(only)) => only,
        (None, None) => "true".to_owned(),
    }
}

fn own(field: &str, value: &str) -> String {
    format!(
        "(select 1 from custom_value v where v.customer = c.id and v.field = {field} and {value})
         is not null"
    )
}

fn any_of(things: &[Thing], not: &str, text: &mut Composed) -> String {
    let each = things.iter().map(|thing| {
        let is_known = match thing {
            Thing::Field(field) => format!("c.{} is not null", field.name()),
            Thing::Tag => {
                "(select 1 from customer_tag t where t.customer = c.id limit 1) is not null"
                    .to_owned()
            }
            Thing::Order => "c.orders > 0".to_owned(),
            Thing::Own(field) => {
                let field = text.id(*field);
                own(&field, "true")
            }
        };
        format!("{not}({is_known})")
    });
    each.collect::<Vec<_>>().join(" or ")
}
