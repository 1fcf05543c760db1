//! The SQL of passes.

use chrono::{DateTime, Utc};
use store::db::Sql;
use store::{Snapshot, StoreError, Tx};

use super::Pass;
use crate::office::staff::{AccountId, Secret};

impl Pass {
    fn table(self) -> &'static str {
        match self {
            Pass::Link => "sign_in_link",
            Pass::SecondStep => "second_step",
        }
    }

    /// Lets whoever shows the secret stand for an account.
    pub async fn issue(
        self,
        tx: &mut Tx<'_>,
        secret: &Secret,
        account: AccountId,
        until: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        let table = self.table();
        let insert =
            format!("insert into {table} (secret, account, expires_at) values ($1, $2, $3)");
        tx.query(Sql::Composed(insert))
            .bind(secret.hash())
            .bind(account)
            .bind(until)
            .execute()
            .await?;
        Ok(())
    }

    /// For whom a secret stands, if it still does. By the primary key.
    pub async fn account(
        self,
        snapshot: &mut Snapshot<'_>,
        secret: &Secret,
        now: DateTime<Utc>,
    ) -> Result<Option<AccountId>, StoreError> {
        let table = self.table();
        let select = format!("select account from {table} where secret = $1 and expires_at > $2");
        let row: Option<(AccountId,)> =
            snapshot.query(Sql::Composed(select)).bind(secret.hash()).bind(now).optional().await?;
        Ok(row.map(|(account,)| account))
    }

    /// Uses a secret up. False where another request was quicker.
    pub async fn use_up(self, tx: &mut Tx<'_>, secret: &Secret) -> Result<bool, StoreError> {
        let delete = format!("delete from {} where secret = $1", self.table());
        Ok(tx.query(Sql::Composed(delete)).bind(secret.hash()).execute().await? == 1)
    }

    /// Takes back all that stand for an account: no account has many.
    pub async fn take_back(self, tx: &mut Tx<'_>, account: AccountId) -> Result<(), StoreError> {
        let delete = format!("delete from {} where account = $1", self.table());
        tx.query(Sql::Composed(delete)).bind(account).execute().await?;
        Ok(())
    }

    /// Forgets those that have run out. By the indexes `sign_in_link_by_end` and
    /// `second_step_by_end`.
    pub async fn forget(self, tx: &mut Tx<'_>) -> Result<(), StoreError> {
        let now = tx.now();
        let delete = format!("delete from {} where expires_at <= $1", self.table());
        tx.query(Sql::Composed(delete)).bind(now).execute().await?;
        Ok(())
    }
}
