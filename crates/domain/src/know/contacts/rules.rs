//! What may be known of a contact.

use super::{ContactError, Details, Part};
use crate::know::customers::{self, Refused};

/// Contacts of one customer at most.
pub const MOST: u32 = 200;
/// Characters of a note, and of anything else, at most.
const LONGEST_NOTE: usize = 4000;
const LONGEST: usize = 300;

/// The details as they are kept.
///
/// # Errors
/// Every detail that is refused, not only the first.
pub fn checked(wanted: &Details) -> Result<Details, ContactError> {
    let mut refused = Vec::new();
    let mut kept = |part| {
        canonical(part, wanted.part(part).unwrap_or_default()).unwrap_or_else(|why| {
            refused.push((part, why));
            None
        })
    };
    let [name, role, email, phone, note] = Part::ALL.map(&mut kept);
    match name {
        Some(name) if refused.is_empty() => Ok(Details { name, role, email, phone, note }),
        _ => Err(ContactError::Refused(refused)),
    }
}

/// The one text a detail is kept as; None for an empty one.
fn canonical(part: Part, text: &str) -> Result<Option<String>, Refused> {
    let text = text.trim();
    let longest = match part {
        Part::Note => LONGEST_NOTE,
        Part::Name | Part::Role | Part::Email | Part::Phone => LONGEST,
    };
    if text.chars().count() > longest {
        return Err(Refused::TooLong(longest));
    }
    if text.is_empty() {
        return match part {
            Part::Name => Err(Refused::Missing),
            Part::Role | Part::Email | Part::Phone | Part::Note => Ok(None),
        };
    }
    let value = match part {
        Part::Name | Part::Role => customers::one_line(text),
        Part::Phone => customers::phone(text),
        Part::Email => customers::email(text),
        Part::Note => Some(customers::paragraphs(text)),
    };
    value.map(Some).ok_or(Refused::NotOne)
}
