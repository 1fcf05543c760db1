//! What segments, columns, models and figures are called.

use phrases::Phrases;

use crate::figures::{AuditValue, ModelName, Segment, Standing};
use crate::outside;

/// Longest name from the orders that is said whole.
pub(crate) const LONGEST_NAME: usize = 80;

/// A name from the orders, cut where it would drown the sentence it stands in.
pub(crate) fn name(text: &str) -> String {
    outside::name(text, LONGEST_NAME)
}

/// How the figure `key` is computed, in words and symbols. The keys are those
/// of the JSON form where it has the figure.
#[must_use]
pub fn formula(phrases: Phrases, key: &str) -> String {
    phrases.say(&format!("formula-{key}"))
}

/// "Champions".
#[must_use]
pub fn segment(phrases: Phrases, segment: Segment) -> String {
    phrases.say(&format!("segment-{}", segment.key()))
}

/// Who is in the segment: "ordered lately, order often".
#[must_use]
pub fn segment_meaning(phrases: Phrases, segment: Segment) -> String {
    phrases.say(&format!("segment-{}.meaning", segment.key()))
}

/// "gone quiet".
#[must_use]
pub fn standing(phrases: Phrases, standing: Standing) -> String {
    phrases.say(&format!("standing-{}", standing.key()))
}

/// What the model takes for granted, its name first.
#[must_use]
pub fn model(phrases: Phrases, model: ModelName) -> String {
    phrases.say(&format!("model-{}", model.key()))
}

/// What an attribute of the audit is called; a column the house does not know
/// keeps its own name, cut where it is long.
#[must_use]
pub fn attribute(phrases: Phrases, attribute: &str) -> String {
    const KNOWN: [&str; 6] = [
        "source",
        "country",
        "first_product",
        "first_category",
        "first_order_size",
        "first_order_discounted",
    ];
    if KNOWN.contains(&attribute) {
        phrases.say(&format!("attribute-{attribute}"))
    } else {
        name(attribute)
    }
}

/// A value of an attribute; what the orders write is cut where it is long.
#[must_use]
pub fn attribute_value(phrases: Phrases, value: &AuditValue) -> String {
    match value {
        AuditValue::Text(text) => name(text),
        AuditValue::YesNo(true) => phrases.say("attribute-value-yes"),
        AuditValue::YesNo(false) => phrases.say("attribute-value-no"),
        AuditValue::Amounts(from, to) if from == to => phrases.money(*from),
        AuditValue::Amounts(from, to) => {
            format!("{}\u{a0}–\u{a0}{}", phrases.money(*from), phrases.money(*to))
        }
    }
}

/// What a column was read as; a role the house has no word for is shown as it is, cut where it is long.
#[must_use]
pub fn role(phrases: Phrases, role: &str) -> String {
    const KNOWN: [&str; 19] = [
        "customer",
        "date",
        "time",
        "date_order",
        "amount",
        "decimal",
        "order",
        "product",
        "category",
        "quantity",
        "price",
        "refunded",
        "currency",
        "source",
        "email",
        "phone",
        "country",
        "discount",
        "status",
    ];
    if KNOWN.contains(&role) { phrases.say(&format!("role-{role}")) } else { name(role) }
}

/// What stands beside a role: a column's name, cut where it is long, or how
/// its values were read.
#[must_use]
pub fn column(phrases: Phrases, role: &str, column: &str) -> String {
    match (role, column) {
        ("date_order", "dmy" | "mdy" | "ymd") => phrases.say(&format!("date_order-{column}")),
        _ => name(column),
    }
}
