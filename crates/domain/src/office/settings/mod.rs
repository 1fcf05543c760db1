//! Settings: how the business is called and set up, under which terms its
//! figures are computed.
//!
//! Every page reads them, the settings pages change them, one group at a time.
//! Each change stands in the log with what it was before, so it can be taken
//! back. What was never set is as it came; nothing else is kept here.

mod calendar;
mod colour;
mod model;
mod rules;
mod store;
#[cfg(test)]
mod tests;
mod zone;

pub use calendar::{Calendar, Holiday, Hours, Weekday};
pub use colour::{Colour, NotAColour};
pub use model::{
    Business, Change, Region, ReviewTerms, Setting, Settings, SettingsChanged, SettingsError, Tier,
};
pub use rules::{GOLD_SHARES, LOGO_BYTES, LONGEST_NAME, MOST_TIERS, Refused, is_logo};
pub use zone::{NotAZone, TimeZone};

use ::store::blobs::{Arrived, UsedBy};
use ::store::log::Subject;
use ::store::{Snapshot, Tx};
use uuid::Uuid;

/// What the log says the settings are: there is one set of them.
pub const SUBJECT: Uuid = Uuid::from_u128(0x5e77_1465);

/// All of them, as they are now.
///
/// # Errors
/// Where the database refuses it, or a later version wrote what this one
/// cannot read.
pub async fn read(snapshot: &mut Snapshot<'_>) -> Result<Settings, SettingsError> {
    store::read(snapshot).await
}

/// Changes one group, where nothing has changed since `version` was read.
/// Returns whether it is different now.
///
/// # Errors
/// What cannot be set so, and [`SettingsError::ChangedSince`].
pub async fn change(tx: &mut Tx<'_>, version: i64, change: Change) -> Result<bool, SettingsError> {
    let to = rules::checked(change)?;
    tx.hold(SUBJECT).await?;
    let was = store::read(tx).await?;
    let from = was.group_of(&to);
    if from == to {
        return Ok(false);
    }
    if was.version != version {
        return Err(SettingsError::ChangedSince);
    }
    write(tx, was, from, to).await?;
    Ok(true)
}

/// Makes a picture that has arrived the logo, or takes the logo away.
///
/// # Errors
/// Where it is not a picture we show, or too large.
pub async fn change_logo(
    tx: &mut Tx<'_>,
    version: i64,
    picture: Option<&Arrived>,
) -> Result<bool, SettingsError> {
    if picture.is_some_and(|picture| !rules::is_logo(&picture.sniffed)) {
        return Err(SettingsError::Refused(vec![(Setting::Logo, Refused::NotAPicture)]));
    }
    if picture.is_some_and(|picture| picture.size > LOGO_BYTES) {
        return Err(SettingsError::Refused(vec![(Setting::Logo, Refused::TooLarge(LOGO_BYTES))]));
    }
    if let Some(picture) = picture {
        // What was the logo stays kept: taking a change back needs it.
        tx.keep_blob(picture, UsedBy { kind: "settings", id: SUBJECT }).await?;
    }
    let logo = picture.map(|picture| picture.hash.to_string());
    self::change(tx, version, Change::Logo { logo }).await
}

/// Takes back the last change that whoever acts made, where that group still
/// is what they made it. Returns whether there was something to take back.
///
/// # Errors
/// Where the database refuses it.
pub async fn undo(tx: &mut Tx<'_>) -> Result<bool, SettingsError> {
    let last = tx.last_of_mine::<SettingsChanged>(SUBJECT).await?;
    let now = store::read(tx).await?;
    match last.filter(|last| now.group_of(&last.to) == last.to) {
        Some(last) => {
            write(tx, now, last.to, last.from).await?;
            Ok(true)
        }
        None => Ok(false),
    }
}

async fn write(
    tx: &mut Tx<'_>,
    was: Settings,
    from: Change,
    to: Change,
) -> Result<(), SettingsError> {
    store::write(tx, &was.with(to.clone())).await?;
    tx.append(Subject { id: SUBJECT, customer: None }, &SettingsChanged { from, to }).await?;
    Ok(())
}
