//! From the ledger's parts into the record's staging, or into what staging them
//! would do.

use std::mem;

use anyhow::Result;
use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use domain::know::imports::{
    self, Applied, Bought, Buyer, Foresight, ImportError, ImportId, OtherCurrencies,
};
use domain::know::orders::NewLine;
use domain::office::settings::TimeZone;
use kernel::Day;
use measure::ledger;
use store::Tx;
use store::log::Actor;
use tokio::task::JoinHandle;

use super::House;
use crate::words::Found;

/// Orders that are staged with one commit, or some more: enough to hide the sync
/// of the disk, few enough that little is staged again where it is broken off.
const TOGETHER: usize = 32_768;

/// Takes the parts of the files one after another.
pub struct Staging<'h> {
    into: Into<'h>,
    zone: TimeZone,
    /// What was in them so far.
    pub found: Found,
}

/// Where the parts go.
enum Into<'h> {
    /// Into an import of the record.
    Import(Staged<'h>),
    /// Nowhere: it is only found out what the record, if there is one, would
    /// make of them.
    Nowhere(Option<&'h House>, Foresight),
}

/// Parts on their way into an import.
struct Staged<'h> {
    house: &'h House,
    id: ImportId,
    waiting: Vec<(u32, Vec<Buyer>)>,
    /// Orders of those who wait.
    orders: usize,
    /// Those before, which are written while the next are read.
    written: Option<JoinHandle<Result<(), ImportError>>>,
}

impl Staged<'_> {
    fn add(&mut self, part: usize, buyers: Vec<Buyer>) -> Result<()> {
        self.orders += buyers.iter().map(|buyer| buyer.orders.len()).sum::<usize>();
        self.waiting.push((u32::try_from(part).unwrap_or(u32::MAX), buyers));
        if self.orders >= TOGETHER { self.write() } else { Ok(()) }
    }

    /// Begins to write those that wait, once those before are there.
    fn write(&mut self) -> Result<()> {
        self.wait()?;
        let (id, db, parts) = (self.id, self.house.db.clone(), mem::take(&mut self.waiting));
        self.orders = 0;
        let stage = async move |tx: &mut Tx<'_>| {
            for (part, buyers) in &parts {
                imports::stage(tx, id, *part, buyers).await?;
            }
            Ok(())
        };
        let write = async move { db.write(Actor::System, stage).await };
        self.written = Some(self.house.runtime.spawn(write));
        Ok(())
    }

    /// Waits until those before are there.
    fn wait(&mut self) -> Result<()> {
        match self.written.take() {
            Some(written) => Ok(self.house.runtime.block_on(written)??),
            None => Ok(()),
        }
    }
}

impl<'h> Staging<'h> {
    /// Into an import of a record.
    pub fn new(house: &'h House, id: ImportId) -> Result<Self> {
        let (waiting, orders, written) = (Vec::new(), 0, None);
        let into = Into::Import(Staged { house, id, waiting, orders, written });
        Ok(Self { into, zone: house.zone()?, found: Found::default() })
    }

    /// Nowhere: files of a source beside a record, if there is one.
    pub fn foreseen(house: Option<&'h House>, source: &str) -> Result<Self> {
        let zone = house.map(House::zone).transpose()?.unwrap_or_default();
        let into = Into::Nowhere(house, Foresight::of(source));
        Ok(Self { into, zone, found: Found::default() })
    }

    /// Takes the next part.
    pub fn take(&mut self, part: usize, buyers: Vec<ledger::Buyer>) -> Result<()> {
        for order in buyers.iter().flat_map(|buyer| &buyer.orders) {
            self.found.count(order);
        }
        self.found.customers += buyers.len() as u64;
        let buyers: Vec<Buyer> = buyers.into_iter().map(|one| buyer(one, self.zone)).collect();
        match &mut self.into {
            Into::Import(staged) => staged.add(part, buyers)?,
            Into::Nowhere(None, foresight) => foresight.take_all_as_new(&buyers)?,
            Into::Nowhere(Some(House { runtime, db, .. }), foresight) => {
                runtime.block_on(async {
                    foresight.take(&mut db.reader().await?.snapshot(), &buyers).await
                })?;
            }
        }
        Ok(())
    }

    /// Waits until all that was taken is there.
    pub fn finish(&mut self) -> Result<()> {
        match &mut self.into {
            Into::Import(staged) => {
                staged.write()?;
                staged.wait()
            }
            Into::Nowhere(..) => Ok(()),
        }
    }

    /// Those taken that the record has in another currency, where they go nowhere.
    pub fn other_currencies(&self) -> OtherCurrencies {
        match &self.into {
            Into::Import(..) => OtherCurrencies::default(),
            Into::Nowhere(_, foresight) => foresight.other_currencies().clone(),
        }
    }

    /// What would become of all of them, where they go nowhere.
    pub fn would_do(&mut self) -> Result<Applied> {
        match &mut self.into {
            Into::Import(..) => Ok(Applied::default()),
            Into::Nowhere(_, foresight) => Ok(foresight.applied()?),
        }
    }
}

fn buyer(buyer: ledger::Buyer, zone: TimeZone) -> Buyer {
    Buyer {
        code: storable(buyer.id),
        name: buyer.name.map(storable),
        email: buyer.email.map(storable),
        phone: buyer.phone.map(storable),
        country: buyer.country.map(storable),
        orders: buyer.orders.into_iter().map(|order| bought(order, zone)).collect(),
    }
}

fn bought(order: ledger::BoughtOrder, zone: TimeZone) -> Bought {
    Bought {
        code: order.id.map(storable),
        placed_at: moment(order.day, order.second, zone),
        day: order.day,
        currency: order.currency,
        total: order.amount,
        is_taken_back: order.is_taken_back,
        lines: order.lines.into_iter().map(line).collect(),
    }
}

fn line(line: ledger::BoughtLine) -> NewLine {
    NewLine { product: storable(line.product), quantity: line.pieces, unit_price: line.unit_price }
}

/// PostgreSQL keeps no NUL in a text.
fn storable(text: String) -> String {
    if text.contains('\0') { text.replace('\0', "\u{fffd}") } else { text }
}

/// Files tell the time of the business; where they tell none it is midnight, as
/// everywhere in the house.
fn moment(day: Day, second: u32, zone: TimeZone) -> DateTime<Utc> {
    let time = NaiveTime::from_num_seconds_from_midnight_opt(second, 0).unwrap_or_default();
    zone.moment(NaiveDate::from(day).and_time(time))
}
