//! Rows that both databases give.

use sqlx::Row as _;
use sqlx::postgres::PgRow;

use super::StoreError;
use super::error::DatabaseError;
use super::value::{Cell, Column, Unfit};

/// What is read from a row: tuples, by the places of the columns, and what
/// derives [`Row`](crate::Row), by their names.
pub trait Row: Sized {
    /// Reads it.
    ///
    /// # Errors
    /// Where a column is not there or holds something else.
    fn of(columns: &Columns<'_>) -> Result<Self, StoreError>;
}

/// The columns of a row.
pub struct Columns<'r>(Found<'r>);

enum Found<'r> {
    Sqlite(&'r rusqlite::Row<'r>),
    Postgres(&'r PgRow),
}

impl<'r> Columns<'r> {
    pub(super) fn of_sqlite(row: &'r rusqlite::Row<'r>) -> Self {
        Self(Found::Sqlite(row))
    }

    pub(super) fn of_postgres(row: &'r PgRow) -> Self {
        Self(Found::Postgres(row))
    }

    /// Reads the column of a name.
    ///
    /// # Errors
    /// Where there is none, or it holds something else.
    pub fn named<T: Column>(&self, name: &str) -> Result<T, StoreError> {
        let cell = match self.0 {
            Found::Sqlite(row) => Cell::of_sqlite(row.get_ref(name)?),
            Found::Postgres(row) => Cell::of_postgres(row.try_get_raw(name)?),
        };
        T::of(cell).map_err(|why| unread(&name, why))
    }

    /// Reads the column of a name and converts it.
    ///
    /// # Errors
    /// Where there is none, it holds something else, or that cannot be converted.
    pub fn converted<F: Column, T: TryFrom<F, Error: Into<Unfit>>>(
        &self,
        name: &str,
    ) -> Result<T, StoreError> {
        let read: F = self.named(name)?;
        T::try_from(read).map_err(|why| unread(&name, why.into()))
    }

    /// Reads the column at a place; the first is at 0.
    ///
    /// # Errors
    /// Where there is none, or it holds something else.
    pub fn at<T: Column>(&self, place: usize) -> Result<T, StoreError> {
        let cell = match self.0 {
            Found::Sqlite(row) => Cell::of_sqlite(row.get_ref(place)?),
            Found::Postgres(row) => Cell::of_postgres(row.try_get_raw(place)?),
        };
        T::of(cell).map_err(|why| unread(&place, why))
    }
}

fn unread(column: &impl ToString, why: Unfit) -> StoreError {
    StoreError::Database(DatabaseError::Column { column: column.to_string(), why })
}

macro_rules! tuples {
    () => {};
    ($first:ident $(, $type:ident)*) => {
        tuples!($($type),*);

        impl<$first: Column, $($type: Column),*> Row for ($first, $($type,)*) {
            fn of(columns: &Columns<'_>) -> Result<Self, StoreError> {
                let mut places = 0..;
                let mut next = || places.next().unwrap_or_default();
                Ok((columns.at::<$first>(next())?, $(columns.at::<$type>(next())?,)*))
            }
        }
    };
}

tuples!(A, B, C, D, E, F, G, H, I, J, K, L, M, N, O, P);
