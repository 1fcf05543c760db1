//! What a product may be called.

use super::ProductError;
use crate::know::customers;

/// Characters of a name at most.
const LONGEST: usize = 300;

/// A name as it is kept.
pub fn name(typed: &str) -> Result<String, ProductError> {
    customers::one_line(typed)
        .filter(|name| !name.is_empty() && name.chars().count() <= LONGEST)
        .ok_or(ProductError::Refused)
}

/// The texts that begin with `beginning` are from it up to, and without, this
/// one. None where every later text begins so.
pub fn after_all_that_begin(beginning: &str) -> Option<String> {
    let last = beginning.chars().next_back()?;
    let next = (u32::from(last) + 1..=u32::from(char::MAX)).find_map(char::from_u32)?;
    let mut after = beginning.to_owned();
    after.pop();
    after.push(next);
    Some(after)
}
