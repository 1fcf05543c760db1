//! The history of a made-up business, written row by row.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use anyhow::Result;
use chrono::{DateTime, SecondsFormat, TimeDelta, Utc};
use domain::know::customers::{Change, CustomerAdded, Field, Seen};
use domain::know::interactions::InteractionLogged;
use domain::know::orders::{Line, OrderPlaced, ProductAdded, ProductId, State};
use domain::know::products::{plain_name, tails};
use domain::office::staff::AccountId;
use store::log::{Actor, Event};
use store::{Db, StoreError};
use tokio::task::spawn_blocking;
use uuid::{Builder, Uuid};

use crate::made_up::{Business, Draw, Happening, Span, What};
use crate::rows::{
    CUSTOMER, INTERACTION, LOG, ORDER_LINE, ORDERS, PRODUCT, PRODUCT_TAIL, Rows, Table,
};

/// Kinds of ids that are drawn.
const OF_CUSTOMER: u64 = 101;
const OF_ORDER: u64 = 102;
const OF_INTERACTION: u64 = 103;
const OF_PRODUCT: u64 = 104;

/// What is known while the history is written.
pub struct Writing {
    pub business: Business,
    pub staff: Arc<Vec<AccountId>>,
    /// Those that somebody has bought.
    pub products: BTreeMap<String, ProductId>,
    /// The latest moment that is in the log.
    pub latest: DateTime<Utc>,
    /// By how much an entry is earlier than one before it, at most.
    pub late: TimeDelta,
}

/// The rows of some turns.
#[derive(Default)]
struct Batch {
    customers: Rows,
    products: Rows,
    product_tails: Rows,
    orders: Rows,
    lines: Rows,
    interactions: Rows,
    log: Rows,
}

impl Writing {
    pub async fn write(self, db: &Db, span: Span, turns: Range<u64>) -> Result<Self> {
        let made = spawn_blocking(move || {
            let mut writing = self;
            let mut batch = Batch::default();
            for happening in writing.business.happened(&span, turns) {
                writing.take(&happening, &mut batch)?;
            }
            Ok::<_, serde_json::Error>((writing, batch))
        });
        let (writing, batch) = made.await??;
        db.write(Actor::System, async move |tx| {
            let tables: [(&Rows, &Table); 7] = [
                (&batch.customers, &CUSTOMER),
                (&batch.products, &PRODUCT),
                (&batch.product_tails, &PRODUCT_TAIL),
                (&batch.orders, &ORDERS),
                (&batch.lines, &ORDER_LINE),
                (&batch.interactions, &INTERACTION),
                (&batch.log, &LOG),
            ];
            for (rows, table) in tables {
                rows.write(tx, table).await?;
            }
            Ok::<_, StoreError>(())
        })
        .await?;
        Ok(writing)
    }

    fn take(&mut self, happening: &Happening, batch: &mut Batch) -> serde_json::Result<()> {
        let Happening { at, customer, what } = *happening;
        self.latest = self.latest.max(at);
        self.late = self.late.max(self.latest - at);
        match what {
            What::Came => self.came(at, customer, batch),
            What::Ordered(number) => self.ordered(at, customer, number, batch),
            What::Noted(number) => self.noted(at, customer, number, batch),
        }
    }

    fn came(&self, at: DateTime<Utc>, customer: u64, batch: &mut Batch) -> serde_json::Result<()> {
        let id = self.customer(customer);
        let owner = self.staff[self.business.colleague_of(customer)];
        let mut known = self.business.known(customer);
        known.push((Field::Owner, owner.to_string()));
        let value = |field| known.iter().find(|(known, _)| *known == field).map(|(_, v)| v);
        let name = value(Field::Name).cloned().unwrap_or_default();
        batch.customers.add(&(
            hex(id),
            1,
            &name,
            name.to_lowercase(),
            value(Field::Kind),
            value(Field::Code),
            hex(owner.into()),
            value(Field::Email),
            value(Field::Phone),
            value(Field::Language),
            value(Field::Country),
            value(Field::City),
            value(Field::WhyUs),
            moment(at),
            moment(Seen::from(self.business.last_seen(customer)).moment()),
        ))?;
        let change = |(field, to)| Change { field, from: None, to: Some(to) };
        let event = CustomerAdded { known: known.into_iter().map(change).collect() };
        entry(batch, at, Actor::System, (id, Some(id)), &event)
    }

    fn ordered(
        &mut self,
        at: DateTime<Utc>,
        customer: u64,
        number: u64,
        batch: &mut Batch,
    ) -> serde_json::Result<()> {
        let new = self.business.order(number);
        let id = self.id(OF_ORDER, number, at);
        let customer = self.customer(customer);
        let mut lines = Vec::with_capacity(new.lines.len());
        for line in new.lines {
            let product = self.product(at, &line.product, batch)?;
            let (quantity, unit_price) = (line.quantity, line.unit_price);
            lines.push(Line { product, name: line.product, quantity, unit_price });
        }
        let of_lines = || lines.iter().map(|line| line.quantity * line.unit_price).sum();
        let total = new.total.unwrap_or_else(of_lines);
        let currency = new.currency.to_string();
        batch.orders.add(&(
            hex(id),
            hex(customer),
            &new.source,
            &new.code,
            moment(at),
            &currency,
            total,
            State::Open.name(),
        ))?;
        for (position, line) in lines.iter().enumerate() {
            let product = hex(line.product.into());
            batch.lines.add(&(hex(id), position, product, line.quantity, line.unit_price))?;
        }
        let (source, code) = (new.source, Some(new.code));
        let event = OrderPlaced { source, code, placed_at: at, currency, total, lines };
        entry(batch, at, Actor::System, (id, Some(customer)), &event)
    }

    /// The product of a name, added where nobody has bought it before.
    fn product(
        &mut self,
        at: DateTime<Utc>,
        name: &str,
        batch: &mut Batch,
    ) -> serde_json::Result<ProductId> {
        if let Some(known) = self.products.get(name) {
            return Ok(*known);
        }
        let id = self.id(OF_PRODUCT, self.products.len() as u64, at);
        let sort_name = name.to_lowercase();
        for tail in tails(&sort_name) {
            batch.product_tails.add(&(hex(id), tail))?;
        }
        batch.products.add(&(hex(id), name, sort_name, plain_name(name)))?;
        let event = ProductAdded { name: name.to_owned() };
        entry(batch, at, Actor::System, (id, None), &event)?;
        self.products.insert(name.to_owned(), id.into());
        Ok(id.into())
    }

    fn noted(
        &self,
        at: DateTime<Utc>,
        customer: u64,
        number: u64,
        batch: &mut Batch,
    ) -> serde_json::Result<()> {
        let new = self.business.interaction(number, customer, at);
        let author = self.staff[self.business.colleague_of(customer)];
        let id = self.id(OF_INTERACTION, number, at);
        let customer = self.customer(customer);
        batch.interactions.add(&(
            hex(id),
            hex(customer),
            hex(author.into()),
            new.kind.name(),
            moment(at),
            &new.text,
            new.follow_up,
        ))?;
        let event = InteractionLogged {
            kind: new.kind,
            at,
            text: new.text,
            follow_up: new.follow_up,
            mentioned: Vec::new(),
        };
        entry(batch, at, Actor::Staff(author.into()), (id, Some(customer)), &event)
    }

    fn customer(&self, customer: u64) -> Uuid {
        let came = self.business.came(customer);
        self.id(OF_CUSTOMER, customer, came)
    }

    /// A `UUIDv7` of the moment, the rest of it drawn.
    fn id(&self, kind: u64, number: u64, at: DateTime<Utc>) -> Uuid {
        let mut draw = Draw::of(self.business.seed, kind, number);
        let mut random = [0; 10];
        for byte in &mut random {
            *byte = (draw.any() >> 56) as u8;
        }
        let millis = u64::try_from(at.timestamp_millis()).unwrap_or_default();
        Builder::from_unix_timestamp_millis(millis, &random).into_uuid()
    }
}

/// Adds an entry of the log.
fn entry<E: Event>(
    batch: &mut Batch,
    at: DateTime<Utc>,
    who: Actor,
    (subject, customer): (Uuid, Option<Uuid>),
    event: &E,
) -> serde_json::Result<()> {
    let (actor, actor_id) = match who {
        Actor::Staff(id) => ("staff", Some(hex(id))),
        Actor::Customer(id) => ("customer", Some(hex(id))),
        Actor::Token(id) => ("token", Some(hex(id))),
        Actor::System => ("system", None),
    };
    let body = serde_json::to_string(event)?;
    let (at, subject, customer) = (moment(at), hex(subject), customer.map(hex));
    batch.log.add(&(&at, &at, actor, actor_id, E::KIND, subject, customer, body))
}

fn hex(id: Uuid) -> String {
    id.simple().to_string()
}

/// As the databases are given moments.
fn moment(at: DateTime<Utc>) -> String {
    at.to_rfc3339_opts(SecondsFormat::AutoSi, false)
}
