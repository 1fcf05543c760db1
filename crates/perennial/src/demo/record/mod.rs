//! The record of the made-up shop: its orders, brought in like anybody's, and
//! what its staff know besides.

mod arranged;
mod said;
mod staff;
mod told;

use std::fs;
use std::io::ErrorKind;
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::path::{Path, PathBuf};

use anyhow::Result;
use domain::office::settings::{self, Business, SettingsError};
use domain::office::staff::AccountId;
use kernel::Clock;
use phrases::Phrases;
use store::Db;
use store::db::Place;
use store::log::Actor;

use crate::Outcome;
use crate::arguments::ReadingArguments;
use crate::record::arguments::{
    ImportOrdersArguments, RecordArguments, ServeArguments, WholeArguments,
};
use crate::record::{self, LogLevel};
use crate::words::Next;
use crate::writing;

use super::shop::Shop;

/// What the shop is called. It is said last: a record without it was broken
/// off while it was made.
const NAME: &str = "Harbour Coffee";
/// Where it is served, unless somebody else is there.
const PORT: u16 = 8010;

/// What is to be kept, and where.
pub struct Kept<'s> {
    /// The folder of the demo.
    pub folder: &'s Path,
    /// The shop's orders as a file.
    pub orders: &'s Path,
    /// The shop.
    pub shop: &'s Shop,
    /// Its seed.
    pub seed: u64,
    /// Whether the record is served then.
    pub is_served: bool,
}

/// Makes the record, or leaves one as it is that was made before. Returns who
/// owns the shop.
///
/// # Errors
/// Where it cannot be made.
pub fn keep(kept: &Kept<'_>, phrases: Phrases, clock: &dyn Clock) -> Result<AccountId> {
    let path = path(kept.folder);
    if let Some(owner) = record::on_runtime(made_before(&path))? {
        writing::tell(&phrases.say("command-demo-kept"));
        return Ok(owner);
    }
    remove(&path)?;
    let orders = import(kept, &path);
    let next = if kept.is_served { Next::TakeBack } else { Next::Serve };
    record::bring_in(&orders, next, phrases, clock)?;
    record::on_runtime(async {
        let db = record::open(&Place::Sqlite(path)).await?;
        let owner = told::fill(&db, kept.shop, kept.seed).await?;
        name(&db).await?;
        Ok(owner)
    })
}

/// Serves the record, and says a link with which its owner comes in.
///
/// # Errors
/// Where it cannot be served.
pub fn serve(
    folder: &Path,
    owner: AccountId,
    listen: Option<SocketAddr>,
    phrases: Phrases,
) -> Result<Outcome> {
    let record = Place::Sqlite(path(folder));
    let at = RecordArguments { record, lang: None };
    let arguments = ServeArguments {
        whole: WholeArguments { at, files: None },
        listen: listen.unwrap_or_else(free),
        facts: None,
        behind_proxy: false,
        no_review: false,
        log: LogLevel::Warn,
    };
    record::serve_for(owner, &arguments, phrases)
}

fn path(folder: &Path) -> PathBuf {
    folder.join("perennial.db")
}

/// The usual port, or any other where somebody is there.
fn free() -> SocketAddr {
    let usual = SocketAddr::from((Ipv4Addr::LOCALHOST, PORT));
    let is_free = TcpListener::bind(usual).is_ok();
    if is_free { usual } else { SocketAddr::from((Ipv4Addr::LOCALHOST, 0)) }
}

/// Who owns the shop of a record that is whole.
async fn made_before(path: &Path) -> Result<Option<AccountId>> {
    if !path.exists() {
        return Ok(None);
    }
    let db = record::open(&Place::Sqlite(path.to_owned())).await?;
    let mut reader = db.reader().await?;
    let snapshot = &mut reader.snapshot();
    let is_whole = !settings::read(snapshot).await?.business.name.is_empty();
    Ok(if is_whole { staff::owner(snapshot).await? } else { None })
}

/// Clears away what was broken off.
fn remove(path: &Path) -> Result<()> {
    for end in ["", "-wal", "-shm"] {
        let file = PathBuf::from(format!("{}{end}", path.display()));
        match fs::remove_file(&file) {
            Err(error) if error.kind() != ErrorKind::NotFound => {
                return Err(writing::cannot_write(&file, error).into());
            }
            _ => {}
        }
    }
    Ok(())
}

fn import(kept: &Kept<'_>, path: &Path) -> ImportOrdersArguments {
    ImportOrdersArguments {
        source: String::new(),
        dry_run: false,
        at: RecordArguments { record: Place::Sqlite(path.to_owned()), lang: None },
        files: vec![kept.orders.display().to_string()],
        reading: ReadingArguments::default(),
    }
}

async fn name(db: &Db) -> Result<()> {
    let named = async |tx: &mut store::Tx<'_>| {
        let version = settings::read(tx).await?.version;
        let business = Business { name: NAME.to_owned(), colour: None };
        settings::change(tx, version, settings::Change::Business(business)).await?;
        Ok::<_, SettingsError>(())
    };
    Ok(db.write(Actor::System, named).await?)
}
