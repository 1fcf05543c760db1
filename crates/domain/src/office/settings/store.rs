//! The SQL of settings.

use store::{Snapshot, Tx};

use super::{Settings, SettingsError};

/// By the primary key; as they come, where nothing was set.
pub async fn read(snapshot: &mut Snapshot<'_>) -> Result<Settings, SettingsError> {
    let row: Option<(i64, String)> =
        snapshot.query("select version, body from settings where one = 1").optional().await?;
    let Some((version, body)) = row else { return Ok(Settings::default()) };
    let settings: Settings = serde_json::from_str(&body).map_err(SettingsError::Unreadable)?;
    Ok(Settings { version, ..settings })
}

pub async fn write(tx: &mut Tx<'_>, settings: &Settings) -> Result<(), SettingsError> {
    let body = serde_json::to_string(settings).map_err(SettingsError::Unreadable)?;
    tx.query(
        "insert into settings (one, version, body) values (1, $1, $2)
         on conflict (one) do update set version = excluded.version, body = excluded.body",
    )
    .bind(settings.version)
    .bind(body)
    .execute()
    .await?;
    Ok(())
}
