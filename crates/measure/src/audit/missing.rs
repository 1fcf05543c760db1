//! Why there is no audit, or no table of sources.

use review::figures::Why;

use super::FEWEST;
use crate::book::{Attribute, AttributeRole};

/// Why nothing at all is compared; `largest` is how many customers the largest
/// group has that could have been.
pub(crate) fn no_audit(attributes: &[Attribute], has_money: bool, largest: u64) -> Why {
    if attributes.is_empty() && !has_money {
        return Why::NoColumn { roles: &["source", "country", "category", "product", "discount"] };
    }
    too_few(largest)
}

/// Why no sources are compared; `largest` is how many customers came from the
/// commonest.
pub(crate) fn no_sources(attributes: &[Attribute], largest: u64) -> Why {
    let mut of_source = attributes.iter().filter(|a| a.role == AttributeRole::Source).peekable();
    if of_source.peek().is_none() {
        return Why::NoColumn { roles: &["source"] };
    }
    match of_source.find(|attribute| attribute.overflowed) {
        Some(attribute) if largest == 0 => Why::TooManyValues { column: attribute.name.clone() },
        Some(_) | None => too_few(largest),
    }
}

/// Where a group is large enough, it is all others that are missing.
fn too_few(largest: u64) -> Why {
    if largest < FEWEST {
        Why::TooFew { have: largest, need: FEWEST }
    } else {
        Why::NothingToCompare
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn source(overflowed: bool) -> Attribute {
        let values = Vec::new();
        Attribute { name: "Channel".to_owned(), role: AttributeRole::Source, values, overflowed }
    }

    #[test]
    fn a_column_is_asked_for_only_where_there_is_none() {
        assert!(matches!(no_audit(&[], false, 0), Why::NoColumn { .. }));
        assert_eq!(no_audit(&[source(false)], false, 12), Why::TooFew { have: 12, need: 30 });
        assert_eq!(no_audit(&[], true, 9), Why::TooFew { have: 9, need: 30 });
        assert!(matches!(no_sources(&[], 0), Why::NoColumn { .. }));
    }

    #[test]
    fn what_there_is_of_it_is_less_than_what_is_needed() {
        assert_eq!(no_sources(&[source(false)], 29), Why::TooFew { have: 29, need: 30 });
        // Eighty customers of one source: nobody came from another.
        assert_eq!(no_sources(&[source(false)], 80), Why::NothingToCompare);
        assert_eq!(no_audit(&[source(false)], true, 80), Why::NothingToCompare);
    }

    #[test]
    fn a_source_with_too_many_values_is_said_to_have_them() {
        let column = "Channel".to_owned();
        assert_eq!(no_sources(&[source(true)], 0), Why::TooManyValues { column });
    }
}
