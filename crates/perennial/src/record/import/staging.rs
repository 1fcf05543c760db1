//! From the ledger's parts into the record's staging.

use std::sync::Arc;

use anyhow::Result;
use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use domain::know::imports::{self, Bought, Buyer, ImportId, Products};
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
    into: Option<(&'h House, ImportId)>,
    products: Arc<Products>,
    zone: TimeZone,
    /// What was in them so far.
    pub found: Found,
}

impl<'h> Staging<'h> {
    /// Into an import of a record; into nothing to only count.
    pub fn new(into: Option<(&'h House, ImportId)>) -> Result<Self> {
        let zone = into.map(|(house, _)| house.zone()).transpose()?.unwrap_or_default();
        Ok(Self { into, products: Arc::default(), zone, found: Found::default() })
    }

    /// Takes the next part.
    pub fn take(&mut self, part: usize, buyers: Vec<ledger::Buyer>) -> Result<()> {
        for order in buyers.iter().flat_map(|buyer| &buyer.orders) {
            self.found.count(order);
        }
        self.found.customers += buyers.len() as u64;
        let Some((House { runtime, db }, id)) = self.into else { return Ok(()) };
        let part = u32::try_from(part).unwrap_or(u32::MAX);
        let zone = self.zone;
        let buyers = buyers.into_iter().map(|one| buyer(one, zone));
        let buyers: Arc<Vec<Buyer>> = Arc::new(buyers.collect());
        let known = Arc::clone(&self.products);
        let stage =
            async move |tx: &mut Tx<'_>| imports::stage(tx, id, part, &buyers, &known).await;
        let met = runtime.block_on(db.write(Actor::System, stage))?;
        Arc::make_mut(&mut self.products).extend(met);
        Ok(())
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
