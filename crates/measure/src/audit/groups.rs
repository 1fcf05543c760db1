//! Which values of an attribute are compared as one: each by itself, with and
//! without a discount, numbers by range.

use review::figures::AuditValue;
use stats::quantiles::MidRankGroups;

use crate::book::{Attribute, AttributeRole};

/// Values compared per attribute; those most customers have.
const MOST_VALUES: usize = 200;
/// A column of numbers with more different values than this is compared by range.
const FEW_NUMBERS: usize = 12;
/// Ranges a number is parted into.
pub(super) const RANGES: usize = 5;

/// Codes compared as one value.
pub(super) struct Group {
    /// How the review calls them.
    pub value: AuditValue,
    /// The codes.
    pub codes: Vec<u32>,
    /// Customers with one of them.
    pub customers: u64,
}

/// The values of an attribute, however few customers have them; `counts` are
/// customers by code.
pub(super) fn groups(attribute: &Attribute, counts: &[(u32, u64)]) -> Vec<Group> {
    match attribute.role {
        AttributeRole::Discount => discounted(attribute, counts),
        AttributeRole::Other => {
            ranges(attribute, counts).unwrap_or_else(|| each(attribute, counts))
        }
        AttributeRole::Category
        | AttributeRole::Product
        | AttributeRole::Source
        | AttributeRole::Country => each(attribute, counts),
    }
}

/// Each value by itself, those most customers have.
fn each(attribute: &Attribute, counts: &[(u32, u64)]) -> Vec<Group> {
    let mut often: Vec<(u64, &str, u32)> = counts
        .iter()
        .filter_map(|&(code, customers)| {
            Some((customers, attribute.values.get(code as usize)?.as_str(), code))
        })
        .collect();
    often.sort_unstable_by(|a, b| b.0.cmp(&a.0).then_with(|| a.1.cmp(b.1)));
    often.truncate(MOST_VALUES);
    often
        .into_iter()
        .map(|(customers, text, code)| Group {
            value: AuditValue::Text(text.to_owned()),
            codes: vec![code],
            customers,
        })
        .collect()
}

/// With and without a discount.
fn discounted(attribute: &Attribute, counts: &[(u32, u64)]) -> Vec<Group> {
    let is_given = |code: u32| {
        attribute.values.get(code as usize).and_then(|text| number(text)).map(|value| value != 0.0)
    };
    [true, false]
        .into_iter()
        .map(|wanted| {
            let (codes, customers): (Vec<u32>, Vec<u64>) =
                counts.iter().copied().filter(|&(code, _)| is_given(code) == Some(wanted)).unzip();
            Group { value: AuditValue::YesNo(wanted), codes, customers: customers.iter().sum() }
        })
        .collect()
}

/// Ranges of about equally many customers; `None` where the values are not
/// numbers or only a few different ones.
fn ranges(attribute: &Attribute, counts: &[(u32, u64)]) -> Option<Vec<Group>> {
    if counts.len() <= FEW_NUMBERS {
        return None;
    }
    let mut numbers = counts
        .iter()
        .map(|&(code, customers)| {
            let text = attribute.values.get(code as usize)?;
            Some((number(text)?, text.as_str(), code, customers))
        })
        .collect::<Option<Vec<_>>>()?;
    numbers.sort_by(|a, b| a.0.total_cmp(&b.0).then_with(|| a.1.cmp(b.1)));
    let all: u64 = numbers.iter().map(|(_, _, _, customers)| customers).sum();
    let mut groups: Vec<Range<'_>> = Vec::new();
    let mut ranks = MidRankGroups::new(all, RANGES as u32);
    for (_, text, code, customers) in numbers {
        let number = ranks.next(customers);
        match groups.last_mut() {
            Some(last) if last.number == number => {
                last.customers += customers;
                last.codes.push(code);
                last.to = text;
            }
            _ => groups.push(Range { number, from: text, to: text, codes: vec![code], customers }),
        }
    }
    Some(groups.into_iter().map(Group::from).collect())
}

/// Neighbouring numbers compared as one.
struct Range<'a> {
    number: u32,
    from: &'a str,
    to: &'a str,
    codes: Vec<u32>,
    customers: u64,
}

impl From<Range<'_>> for Group {
    fn from(range: Range<'_>) -> Self {
        let Range { from, to, codes, customers, .. } = range;
        let text = if from == to { from.to_owned() } else { format!("{from}–{to}") };
        Self { value: AuditValue::Text(text), codes, customers }
    }
}

/// The number a text is: `12`, `12.5`, `12,5`, `15 %`.
fn number(text: &str) -> Option<f64> {
    let text = text.trim().trim_end_matches('%').trim_end();
    let value: f64 = text.replacen(',', ".", 1).parse().ok()?;
    value.is_finite().then_some(value)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// An attribute with these values, and how many customers have each.
    fn attribute(role: AttributeRole, values: &[(&str, u64)]) -> (Attribute, Vec<(u32, u64)>) {
        let attribute = Attribute {
            name: "Column".to_owned(),
            role,
            values: values.iter().map(|(text, _)| (*text).to_owned()).collect(),
            overflowed: false,
        };
        let counts = (0..).zip(values).map(|(code, (_, customers))| (code, *customers)).collect();
        (attribute, counts)
    }

    fn values(groups: &[Group]) -> Vec<String> {
        groups.iter().map(|group| group.value.to_string()).collect()
    }

    #[test]
    fn the_commonest_value_comes_first() {
        let (attribute, counts) =
            attribute(AttributeRole::Country, &[("Malta", 29), ("Cyprus", 30), ("Greece", 900)]);
        assert_eq!(values(&each(&attribute, &counts)), ["Greece", "Cyprus", "Malta"]);
    }

    #[test]
    fn discounts_are_given_or_not_whatever_their_size() {
        let written = [("0", 40), ("5 %", 20), ("12,5", 20), ("none", 90), ("0.00", 3)];
        let (attribute, counts) = attribute(AttributeRole::Discount, &written);
        let groups = discounted(&attribute, &counts);
        assert_eq!(values(&groups), ["yes", "no"]);
        assert_eq!(groups[0].codes, [1, 2]);
        assert_eq!(groups[1].codes, [0, 4]);
    }

    #[test]
    fn many_numbers_are_compared_by_range_and_few_one_by_one() {
        let texts: Vec<String> = (1..=50).map(|number| number.to_string()).collect();
        let many: Vec<(&str, u64)> = texts.iter().map(|text| (text.as_str(), 10)).collect();
        let (ages, counts) = attribute(AttributeRole::Other, &many);
        let groups = ranges(&ages, &counts).unwrap();
        assert_eq!(values(&groups), ["1–10", "11–20", "21–30", "31–40", "41–50"]);
        let (few, counts) = attribute(AttributeRole::Other, &many[..FEW_NUMBERS]);
        assert!(ranges(&few, &counts).is_none());
        let mut mixed = many.clone();
        mixed.push(("many", 10));
        let (mixed, counts) = attribute(AttributeRole::Other, &mixed);
        assert!(ranges(&mixed, &counts).is_none());
    }

    #[test]
    fn a_number_nearly_everybody_has_is_a_range_by_itself() {
        let texts: Vec<String> = (0..20).map(|number| number.to_string()).collect();
        let mut skewed: Vec<(&str, u64)> = texts.iter().map(|text| (text.as_str(), 40)).collect();
        skewed[0].1 = 4_000;
        let (column, counts) = attribute(AttributeRole::Other, &skewed);
        assert_eq!(ranges(&column, &counts).unwrap()[0].value.to_string(), "0");
    }
}
