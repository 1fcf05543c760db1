//! Customers of the files as they wait to be applied: checked, in the words of
//! the record, and as short as JSON can be, for each is written once and read
//! once.

use ::store::StoreError;
use chrono::serde::ts_microseconds;
use chrono::{DateTime, Utc};
use kernel::Currency;
use serde::{Deserialize, Serialize};

use crate::know::customers::Seen;

/// A customer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StagedCustomer {
    /// Their id in the source.
    #[serde(rename = "c")]
    pub code: String,
    #[serde(rename = "n")]
    pub name: String,
    #[serde(rename = "e", default, skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
    #[serde(rename = "t", default, skip_serializing_if = "Option::is_none")]
    pub phone: Option<String>,
    #[serde(rename = "l", default, skip_serializing_if = "Option::is_none")]
    pub country: Option<String>,
    /// What they bought, the first first.
    #[serde(rename = "o")]
    pub orders: Vec<StagedOrder>,
}

/// An order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StagedOrder {
    /// Its number in the source.
    #[serde(rename = "c")]
    pub code: String,
    #[serde(rename = "t", with = "ts_microseconds")]
    pub placed_at: DateTime<Utc>,
    #[serde(rename = "m")]
    pub currency: Currency,
    #[serde(rename = "a")]
    pub total: i64,
    #[serde(rename = "x", default, skip_serializing_if = "is_false")]
    pub is_taken_back: bool,
    #[serde(rename = "l", default, skip_serializing_if = "Vec::is_empty")]
    pub lines: Vec<StagedLine>,
}

/// A line of an order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StagedLine {
    #[serde(rename = "p")]
    pub product: String,
    #[serde(rename = "q")]
    pub quantity: i64,
    #[serde(rename = "u")]
    pub unit_price: i64,
}

impl StagedCustomer {
    /// When they last bought.
    pub fn seen_at(&self) -> Seen {
        self.orders.iter().map(|order| order.placed_at).max().into()
    }
}

/// The customers of some parts, as they wait.
pub fn read(parts: &[String]) -> Result<Vec<StagedCustomer>, StoreError> {
    let mut customers = Vec::new();
    for part in parts {
        let part: Vec<StagedCustomer> = serde_json::from_str(part).map_err(StoreError::Event)?;
        customers.extend(part);
    }
    Ok(customers)
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands over references")]
fn is_false(value: &bool) -> bool {
    !value
}
