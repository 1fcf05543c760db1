//! Finding the customer that something is to be written down about.

use askama::Template;
use domain::know::customers::{CustomerId, Field};
use domain::know::lists;
use domain::know::search;
use phrases::Phrases;
use store::{Snapshot, StoreError};

use crate::Reader;
use crate::components::Avatar;
use crate::routes::with_query;

/// Customers offered.
const OFFERED: u32 = 12;

/// A box to type in, and who fits: those seen last as long as it is empty.
#[derive(Template)]
#[template(path = "know/finder.html")]
pub struct Finder {
    action: &'static str,
    kept: Vec<(&'static str, String)>,
    typed: String,
    rows: Vec<Row>,
    phrases: Phrases,
}

struct Row {
    href: String,
    name: String,
    apart: Vec<String>,
}

impl askama::filters::HtmlSafe for Finder {}

impl Finder {
    /// Who fits what was typed. Each leads to `action` with what is `kept` and
    /// the customer.
    ///
    /// # Errors
    /// Where the database refuses it.
    pub async fn of(
        snapshot: &mut Snapshot<'_>,
        reader: Reader,
        action: &'static str,
        kept: Vec<(&'static str, String)>,
        typed: &str,
    ) -> Result<Self, StoreError> {
        let found: Vec<(CustomerId, String, Vec<String>)> = if typed.trim().is_empty() {
            let lately = lists::seen_lately(snapshot, OFFERED).await?;
            lately.into_iter().map(|row| (row.id, row.name, Vec::new())).collect()
        } else {
            let found = search::find(snapshot, typed, None, OFFERED).await?.customers;
            let apart = |known: Vec<(Field, String)>| known.into_iter().map(|(_, value)| value);
            let offered = found
                .into_iter()
                .map(|customer| (customer.id, customer.called(), apart(customer.apart).collect()));
            offered.collect()
        };
        let row = |(id, name, apart): (CustomerId, String, Vec<String>)| {
            let customer = ("customer", id.to_string());
            Row { href: with_query(action, kept.iter().cloned().chain([customer])), name, apart }
        };
        Ok(Self {
            rows: found.into_iter().map(row).collect(),
            action,
            typed: typed.to_owned(),
            phrases: reader.phrases,
            kept,
        })
    }
}
