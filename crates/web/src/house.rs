//! What is the same for every page: how the business is set up, who works
//! there, what it knows of customers beyond our own fields.

use std::sync::Arc;

use chrono::TimeDelta;
use domain::know::fields::{self, CustomField};
use domain::know::tags;
use domain::office::settings::{self, Settings, SettingsError};
use domain::office::staff::{self, Account};
use store::Snapshot;

use crate::Problem;

/// Tags offered to choose from.
const TAGS: u32 = 200;

/// What is the same for every page. Cheap to clone.
#[derive(Clone)]
pub(crate) struct House {
    /// How the business is set up.
    pub settings: Arc<Settings>,
    /// Everybody who works there, by name.
    pub staff: Arc<[Account]>,
    /// The fields it made up, in their order.
    pub fields: Arc<[CustomField]>,
    /// Tags that have been used, by the alphabet.
    pub tags: Arc<[String]>,
}

impl House {
    /// Entries of the log after which it may be another.
    pub const CHANGES: &'static [&'static str] =
        &["settings.", "staff.", "field.", "customer.tagged"];
    /// So long it holds for what another process may have changed.
    pub const HOLDS: TimeDelta = TimeDelta::seconds(2);

    /// One of which nothing was ever said.
    pub fn bare() -> Self {
        Self {
            settings: Arc::default(),
            staff: Arc::default(),
            fields: Arc::default(),
            tags: Arc::default(),
        }
    }

    /// As it is now.
    pub async fn of(snapshot: &mut Snapshot<'_>) -> Result<Self, Problem> {
        let settings = match settings::read(snapshot).await {
            // A later version is at work as well: better its pages in our
            // colours than none.
            Err(error @ SettingsError::Unreadable(_)) => {
                tracing::warn!(%error, "pages are shown as the house comes");
                Settings::default()
            }
            known => known?,
        };
        Ok(Self {
            settings: Arc::new(settings),
            staff: staff::everybody(snapshot).await?.into(),
            fields: fields::present(snapshot).await?.into(),
            tags: tags::used(snapshot, TAGS).await?.into(),
        })
    }
}
