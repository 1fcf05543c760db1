//! What a tag may be. Pure.

use super::TagError;
use crate::know::customers;

/// Characters of a tag at most.
pub const LONGEST: usize = 50;
/// Tags of a customer at most.
pub const MOST: usize = 50;

/// The one spelling of a tag.
///
/// # Errors
/// Where it has no letter and no digit, is too long or cannot be read.
pub fn tag(word: &str) -> Result<String, TagError> {
    let line = customers::one_line(word).map(|line| line.to_lowercase());
    let fits =
        |line: &String| line.chars().count() <= LONGEST && line.contains(char::is_alphanumeric);
    line.filter(fits).ok_or_else(|| TagError::NotOne(word.chars().take(LONGEST).collect()))
}
