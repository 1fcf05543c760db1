//! Ids: one type for each thing, so that no call can be taken for a customer.

use uuid::{ContextV7, Timestamp, Uuid};

use crate::Tx;

impl Tx<'_> {
    /// An id nobody has: a `UUIDv7` of the moment of this transaction, so that
    /// ids made later come later.
    #[must_use]
    pub fn new_id<I: From<Uuid>>(&self) -> I {
        self.new_ids()()
    }

    /// Ids nobody has, each after the one before: what is made together stands
    /// together in every index.
    pub fn new_ids<I: From<Uuid>>(&self) -> impl FnMut() -> I + use<I> {
        let now = self.now();
        let seconds = u64::try_from(now.timestamp()).unwrap_or_default();
        let counter = ContextV7::new();
        move || {
            let moment = Timestamp::from_unix(&counter, seconds, now.timestamp_subsec_nanos());
            Uuid::new_v7(moment).into()
        }
    }
}

/// Ids as one value of a statement, so that its text is the same however many
/// they are; [`among!`](crate::among) and [`Composed`](crate::db::Composed) take
/// them apart.
#[must_use]
pub fn listed<I: Into<Uuid> + Copy>(ids: &[I]) -> String {
    let quoted: Vec<String> =
        ids.iter().map(|id| format!("\"{}\"", Into::<Uuid>::into(*id).simple())).collect();
    format!("[{}]", quoted.join(","))
}

/// The text of a statement about some things, whose ids are bound as one value
/// by [`listed`]: what stands before them up to the column that is one of them, the
/// place of the value, and what stands behind; the databases differ in how they take it
/// apart. Each is a literal or a macro that becomes one.
///
/// ```
/// macro_rules! in_order {
///     () => {
///         " order by id"
///     };
/// }
/// let some = store::among!("select id, name from product where id", "$1", in_order!());
/// let store::db::Sql::Each { sqlite, postgres } = some else { panic!("the same for both") };
/// for text in [sqlite, postgres] {
///     assert!(text.starts_with("select id, name from product where id "));
///     assert!(text.ends_with(") order by id"));
/// }
/// ```
#[macro_export]
macro_rules! among {
    ($before:expr, $place:expr, $behind:expr) => {
        $crate::db::Sql::Each {
            sqlite: concat!(
                $before,
                " in (select unhex(value) from json_each(",
                $place,
                "))",
                $behind
            ),
            // Through an array the ids go to the index at once: from a list each is
            // joined by itself.
            postgres: concat!(
                $before,
                " = any(array(select value::uuid from jsonb_array_elements_text(",
                $place,
                "::jsonb)))",
                $behind
            ),
        }
    };
}

/// Texts as one value of a statement, as [`listed`] does with ids: they are the
/// `value` of `json_each($1)` and of `jsonb_array_elements_text($1::jsonb)`.
#[must_use]
pub fn listed_texts<T: AsRef<str>>(texts: impl IntoIterator<Item = T>) -> String {
    let texts = texts.into_iter();
    texts.map(|text| text.as_ref().to_owned()).collect::<serde_json::Value>().to_string()
}

/// Declares an id: a [`Uuid`] with a name of its own, which both databases
/// store and every form, URL and JSON writes in the usual way.
///
/// ```
/// store::id! {
///     /// Of a customer.
///     CustomerId
/// }
/// let id: CustomerId = "018e7c4e-77c1-7c60-9d9c-5b7a2f1e4a10".parse().unwrap();
/// assert_eq!(id.to_string(), "018e7c4e-77c1-7c60-9d9c-5b7a2f1e4a10");
/// ```
#[macro_export]
macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(
            Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord,
            $crate::Value, ::serde::Serialize, ::serde::Deserialize,
        )]
        #[serde(transparent)]
        pub struct $name(pub ::uuid::Uuid);

        impl From<::uuid::Uuid> for $name {
            fn from(id: ::uuid::Uuid) -> Self {
                Self(id)
            }
        }

        impl From<$name> for ::uuid::Uuid {
            fn from(id: $name) -> Self {
                id.0
            }
        }

        impl ::std::fmt::Display for $name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                self.0.fmt(f)
            }
        }

        impl ::std::str::FromStr for $name {
            type Err = ::uuid::Error;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                text.parse().map(Self)
            }
        }
    };
}
