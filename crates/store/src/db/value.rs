//! Values as both databases keep them.
//!
//! What SQLite keeps is text for moments (RFC 3339) and days (ISO 8601), the
//! sixteen bytes of an id, and 0 or 1 for what is true or not.

use chrono::{DateTime, NaiveDate, SecondsFormat, Utc};
use rusqlite::types::ValueRef;
use sqlx::postgres::{PgArgumentBuffer, PgArguments, PgValueRef, Postgres};
use sqlx::{Arguments as _, Decode, Encode, Type, TypeInfo as _, ValueRef as _};
use uuid::Uuid;

use super::copied;
use super::sqlite::{Kept, Place};

/// Why a value does not fit where it was to go.
pub type Unfit = Box<dyn std::error::Error + Send + Sync>;

/// What can be bound to a statement.
pub trait Value {
    /// Puts it behind the values that are there.
    ///
    /// # Errors
    /// Where it is more than the database keeps.
    fn put(&self, into: &mut Values<'_>) -> Result<(), Unfit>;

    /// Puts down that there is none.
    ///
    /// # Errors
    /// Where there is no room for more.
    fn put_none(into: &mut Values<'_>) -> Result<(), Unfit>;
}

/// What can be read from a column.
pub trait Column: Sized {
    /// Reads it.
    ///
    /// # Errors
    /// Where something else is kept there, or nothing.
    fn of(cell: Cell<'_>) -> Result<Self, Unfit>;
}

/// The values of a statement or of a row that is copied in, in their order.
pub struct Values<'a>(Form<'a>);

enum Form<'a> {
    Sqlite(&'a mut Vec<Kept<'static>>),
    Placed(&'a mut dyn Place),
    Postgres(&'a mut PgArguments),
    Copied(&'a mut PgArgumentBuffer),
}

impl<'a> Values<'a> {
    pub(super) fn of_sqlite(values: &'a mut Vec<Kept<'static>>) -> Self {
        Self(Form::Sqlite(values))
    }

    /// For a statement that runs row after row: each in its place.
    pub(super) fn placed(places: &'a mut dyn Place) -> Self {
        Self(Form::Placed(places))
    }

    pub(super) fn of_postgres(values: &'a mut PgArguments) -> Self {
        Self(Form::Postgres(values))
    }

    pub(super) fn copied(bytes: &'a mut PgArgumentBuffer) -> Self {
        Self(Form::Copied(bytes))
    }

    /// Takes a value as PostgreSQL does by itself, and as SQLite is to keep it.
    fn take<'v, T>(&mut self, value: T, kept: impl FnOnce() -> Kept<'v>) -> Result<(), Unfit>
    where
        T: Encode<'v, Postgres> + Type<Postgres> + 'v,
    {
        match &mut self.0 {
            Form::Sqlite(values) => {
                values.push(kept().into_owned());
                Ok(())
            }
            Form::Placed(places) => Ok(places.place(&kept())?),
            Form::Postgres(values) => values.add(value),
            Form::Copied(bytes) => copied::write(bytes, value),
        }
    }
}

/// What stands in a column of a row.
pub struct Cell<'r>(Found<'r>);

enum Found<'r> {
    Sqlite(ValueRef<'r>),
    Postgres(PgValueRef<'r>),
}

impl<'r> Cell<'r> {
    pub(super) fn of_sqlite(found: ValueRef<'r>) -> Self {
        Self(Found::Sqlite(found))
    }

    pub(super) fn of_postgres(found: PgValueRef<'r>) -> Self {
        Self(Found::Postgres(found))
    }

    fn is_none(&self) -> bool {
        match &self.0 {
            Found::Sqlite(found) => *found == ValueRef::Null,
            Found::Postgres(found) => found.is_null(),
        }
    }

    /// Reads what PostgreSQL gives as sqlx does, and what SQLite gives as is said.
    fn read<T>(
        self,
        kept: impl FnOnce(ValueRef<'r>) -> Result<Option<T>, Unfit>,
    ) -> Result<T, Unfit>
    where
        T: Decode<'r, Postgres> + Type<Postgres>,
    {
        let unread = |found: &str| {
            Unfit::from(format!("{found} cannot be read as {}", T::type_info().name()))
        };
        match self.0 {
            Found::Sqlite(found) => {
                kept(found)?.ok_or_else(|| unread(&found.data_type().to_string()))
            }
            Found::Postgres(found) => {
                let fits = !found.is_null() && T::compatible(&found.type_info());
                if fits { T::decode(found) } else { Err(unread(found.type_info().name())) }
            }
        }
    }
}

/// How a type is kept, and how it is read again.
macro_rules! kept {
    ($($type:ty, $value:ident => $kept:expr, $found:pat => $read:expr;)*) => {$(
        impl Value for $type {
            fn put(&self, into: &mut Values<'_>) -> Result<(), Unfit> {
                let $value = self;
                into.take($value, || $kept)
            }

            fn put_none(into: &mut Values<'_>) -> Result<(), Unfit> {
                into.take(None::<$type>, || Kept::None)
            }
        }

        impl Column for $type {
            fn of(cell: Cell<'_>) -> Result<Self, Unfit> {
                cell.read(|found| match found {
                    $found => $read,
                    _ => Ok(None),
                })
            }
        }
    )*};
}

kept! {
    bool, value => Kept::Integer(i64::from(*value)), ValueRef::Integer(number) => Ok(Some(number != 0));
    i32, value => Kept::Integer(i64::from(*value)), ValueRef::Integer(number) => Ok(Some(number.try_into()?));
    i64, value => Kept::Integer(*value), ValueRef::Integer(number) => Ok(Some(number));
    f64, value => Kept::Real(*value), found @ (ValueRef::Real(_) | ValueRef::Integer(_)) => Ok(number(found));
    String, value => Kept::text(value), ValueRef::Text(text) => Ok(Some(str::from_utf8(text)?.to_owned()));
    Vec<u8>, value => Kept::blob(value), ValueRef::Blob(bytes) => Ok(Some(bytes.to_vec()));
    Uuid, value => Kept::blob(value.as_bytes()), ValueRef::Blob(bytes) => Ok(Some(Uuid::from_slice(bytes)?));
    DateTime<Utc>, value => Kept::Text(value.to_rfc3339_opts(SecondsFormat::AutoSi, false).into()),
        ValueRef::Text(text) => Ok(Some(DateTime::parse_from_rfc3339(str::from_utf8(text)?)?.to_utc()));
    NaiveDate, value => Kept::Text(value.to_string().into()), ValueRef::Text(text) => Ok(Some(str::from_utf8(text)?.parse()?));
}

/// A number that SQLite keeps as a whole one where it can.
fn number(found: ValueRef<'_>) -> Option<f64> {
    match found {
        ValueRef::Real(number) => Some(number),
        ValueRef::Integer(number) => Some(number as f64),
        _ => None,
    }
}

impl Value for str {
    fn put(&self, into: &mut Values<'_>) -> Result<(), Unfit> {
        into.take(self, || Kept::text(self))
    }

    fn put_none(into: &mut Values<'_>) -> Result<(), Unfit> {
        String::put_none(into)
    }
}

impl Value for [u8] {
    fn put(&self, into: &mut Values<'_>) -> Result<(), Unfit> {
        into.take(self, || Kept::blob(self))
    }

    fn put_none(into: &mut Values<'_>) -> Result<(), Unfit> {
        Vec::put_none(into)
    }
}

impl<T: Value + ?Sized> Value for &T {
    fn put(&self, into: &mut Values<'_>) -> Result<(), Unfit> {
        T::put(self, into)
    }

    fn put_none(into: &mut Values<'_>) -> Result<(), Unfit> {
        T::put_none(into)
    }
}

impl<T: Value> Value for Option<T> {
    fn put(&self, into: &mut Values<'_>) -> Result<(), Unfit> {
        match self {
            Some(value) => value.put(into),
            None => T::put_none(into),
        }
    }

    fn put_none(into: &mut Values<'_>) -> Result<(), Unfit> {
        T::put_none(into)
    }
}

impl<T: Column> Column for Option<T> {
    fn of(cell: Cell<'_>) -> Result<Self, Unfit> {
        if cell.is_none() { Ok(None) } else { T::of(cell).map(Some) }
    }
}
