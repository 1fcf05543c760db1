//! What every handler can reach.

use std::sync::Arc;

use domain::office::second_factor::SealingKey;
use kernel::Language;
use store::Db;
use store::blobs::Blobs;

use crate::Metrics;
use crate::Tables;

/// What every handler can reach. Cheap to clone.
#[derive(Clone)]
pub struct App {
    /// The record.
    pub db: Db,
    /// The files of the business.
    pub blobs: Blobs,
    /// The language of the business, for whoever has chosen none and whose
    /// browser asks for none we speak.
    pub language: Language,
    /// Whether people reach us by https: then cookies are kept from going over
    /// anything else.
    pub is_https: bool,
    /// Whether a proxy stands before us: then it says where requests come from.
    pub is_behind_proxy: bool,
    /// What secrets of devices are sealed with.
    pub key: SealingKey,
    /// What is measured of this process.
    pub metrics: Metrics,
    /// Writes lists as files.
    pub tables: Arc<dyn Tables>,
}
