//! Changes that programs ask for again because they never heard the answer:
//! done once, answered every time.
//!
//! A program names each change by a key of its own. The key is claimed in the
//! transaction of the change, so that of two that come at once the second
//! waits for the first and is answered what it was answered; a change that
//! failed leaves its key free.

use chrono::TimeDelta;
use uuid::Uuid;

use crate::{StoreError, Tx};

/// So long an answer is kept.
pub const KEPT: TimeDelta = TimeDelta::hours(24);

/// What a program asks for under which key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// For whom the program works: keys of others are other keys.
    pub account: Uuid,
    /// The key the program chose.
    pub key: String,
    /// The SHA-256 of what it asks.
    pub digest: Vec<u8>,
}

/// What is known of a key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Claim {
    /// Nothing: the change is to be made now.
    New,
    /// It was made, and this answered.
    Answered(String),
    /// Something else was asked for under it.
    OfAnother,
}

impl Tx<'_> {
    /// Claims the key of a change that is about to be made.
    ///
    /// # Errors
    /// Where the database refuses it.
    pub async fn claim(&mut self, asked: &Asked) -> Result<Claim, StoreError> {
        let now = self.now();
        self.query("delete from once where at < $1").bind(now - KEPT).execute().await?;
        let claimed = self
            .query(
                "insert into once (account, key, asked, at) values ($1, $2, $3, $4)
                 on conflict do nothing",
            )
            .bind(asked.account)
            .bind(asked.key.as_str())
            .bind(asked.digest.as_slice())
            .bind(now)
            .execute()
            .await?;
        if claimed == 1 {
            return Ok(Claim::New);
        }
        let known: Option<(Vec<u8>, Option<String>)> = self
            .query("select asked, answer from once where account = $1 and key = $2")
            .bind(asked.account)
            .bind(asked.key.as_str())
            .optional()
            .await?;
        Ok(match known {
            Some((digest, Some(answer))) if digest == asked.digest => Claim::Answered(answer),
            Some(_) => Claim::OfAnother,
            // Swept by another process between the two statements.
            None => Claim::New,
        })
    }

    /// Keeps what a claimed change is answered.
    ///
    /// # Errors
    /// Where the database refuses it.
    pub async fn answered(&mut self, asked: &Asked, answer: &str) -> Result<(), StoreError> {
        self.query("update once set answer = $3 where account = $1 and key = $2")
            .bind(asked.account)
            .bind(asked.key.as_str())
            .bind(answer)
            .execute()
            .await?;
        Ok(())
    }
}
