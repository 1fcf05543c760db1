//! What may be changed for many at once. Pure.

use super::{Alter, BulkError};
use crate::know::customers::{self, Field};
use crate::know::fields::{CustomField, FieldError};
use crate::know::tags;

/// So many are changed while somebody waits; more are a job's work.
pub const AT_ONCE: u32 = 1_000;
/// So many customers are noted, or changed, in one transaction of a job.
pub const PORTION: u32 = 200;

/// Fields that many customers can share.
pub const SHARED: [Field; 6] =
    [Field::Owner, Field::Kind, Field::City, Field::Country, Field::Language, Field::Channel];

/// A change as it is kept, where the business made up these fields of its own.
pub fn checked(alter: &Alter, own: &[CustomField]) -> Result<Alter, BulkError> {
    match alter {
        Alter::Field { field, .. } if !SHARED.contains(field) => Err(BulkError::NotForMany),
        Alter::Field { field, value } => {
            let value = customers::value(*field, value)?.unwrap_or_default();
            Ok(Alter::Field { field: *field, value })
        }
        Alter::Own { field, value } => {
            let known = own.iter().find(|known| known.id == *field).ok_or(FieldError::Unknown)?;
            let value = known.holds.canonical(value).map_err(FieldError::Refused)?;
            Ok(Alter::Own { field: *field, value: value.unwrap_or_default() })
        }
        Alter::Tag { tag } => Ok(Alter::Tag { tag: tags::tag(tag)? }),
        Alter::Untag { tag } => Ok(Alter::Untag { tag: tags::tag(tag)? }),
    }
}
