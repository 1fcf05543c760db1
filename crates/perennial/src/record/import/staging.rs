//! From the ledger's parts into the record's staging, or into what staging them
//! would do.

use std::sync::Arc;

use anyhow::Result;
use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use domain::know::imports::{self, Applied, Bought, Buyer, Foresight, ImportId};
use domain::know::orders::NewLine;
use domain::office::settings::TimeZone;
use kernel::Day;
use measure::ledger;
use store::Tx;
use store::log::Actor;

use super::House;
use crate::words::Found;

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
    Import(&'h House, ImportId),
    /// Nowhere: it is only found out what the record, if there is one, would
    /// make of them.
    Nowhere(Option<&'h House>, Foresight),
}

impl<'h> Staging<'h> {
    /// Into an import of a record.
    pub fn new(house: &'h House, id: ImportId) -> Result<Self> {
        let (into, zone) = (Into::Import(house, id), house.zone()?);
        Ok(Self { into, zone, found: Found::default() })
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
            Into::Import(House { runtime, db, .. }, id) => {
                let (id, part) = (*id, u32::try_from(part).unwrap_or(u32::MAX));
                let buyers = Arc::new(buyers);
                let stage =
                    async move |tx: &mut Tx<'_>| imports::stage(tx, id, part, &buyers).await;
                runtime.block_on(db.write(Actor::System, stage))?;
            }
            Into::Nowhere(None, foresight) => foresight.take_all_as_new(&buyers),
            Into::Nowhere(Some(House { runtime, db, .. }), foresight) => {
                runtime.block_on(async {
                    foresight.take(&mut db.reader().await?.snapshot(), &buyers).await
                })?;
            }
        }
        Ok(())
    }

    /// What would become of all of them, where they go nowhere.
    pub fn would_do(&self) -> Applied {
        match &self.into {
            Into::Import(..) => Applied::default(),
            Into::Nowhere(_, foresight) => foresight.applied(),
        }
    }
}

fn buyer(buyer: ledger::Buyer, zone: TimeZone) -> Buyer {
    Buyer {
        code: storable(buyer.id),
        name: buyer.name.map(storable),
        email: buyer.email.map(storable),
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
