//! What happened with a customer, in words.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use domain::know::customers::{
    Change, CustomerAdded, CustomerChanged, CustomerConsented, CustomerId,
};
use domain::know::files;
use domain::know::interactions::{self, Interaction, InteractionId, InteractionLogged, Kind};
use domain::office::staff::Account;
use kernel::Month;
use store::log::{Earlier, Entry, Event as _};
use store::{Snapshot, StoreError};

use super::wanted::Wanted;
use super::{consent, inputs};
use crate::Reader;
use crate::components::{Link, Moment, Stretch, TakeBack, Timeline, Tone, icon};
use crate::know::interactions::words;
use crate::know::{actors, contacts, fields, orders, tags, when};

/// Entries of a page.
const ENTRIES: u32 = 50;
/// So many moments are a page where some are passed over.
const ENOUGH: usize = 25;
/// So often a page reads on for moments that are wanted.
const READS: usize = 10;

/// A page of the part of the timeline that is wanted, and where the next one
/// begins. Looks through so much at most; a page may then be short and yet go
/// on. That the customer was added can be taken back there by `undo`, if at all.
pub async fn of(
    snapshot: &mut Snapshot<'_>,
    reader: Reader,
    customer: CustomerId,
    wanted: &Wanted,
    before: Earlier,
    staff: &[Account],
    undo: Option<&TakeBack>,
) -> Result<(Timeline, Option<Earlier>), StoreError> {
    let (mut from, mut goes_on) = (before, true);
    let mut told: Vec<(Month, Moment)> = Vec::new();
    for _ in 0..READS {
        let entries = snapshot.timeline_of(customer.into(), from, ENTRIES).await?;
        goes_on = entries.len() == ENTRIES as usize;
        from = entries.last().map_or(from, Entry::earlier);
        let teller = Teller::of(snapshot, reader, staff, undo, &entries).await?;
        let chosen = entries.iter().filter(|entry| wanted.wants(entry, &teller.present));
        told.extend(chosen.filter_map(|entry| {
            let month = reader.zone.day(entry.happened).month();
            Some((month, teller.moment(entry)?))
        }));
        if !goes_on || told.len() >= ENOUGH {
            break;
        }
    }
    let mut spans: Vec<(Month, Vec<Moment>)> = Vec::new();
    for (month, moment) in told {
        match spans.last_mut() {
            Some((known, moments)) if *known == month => moments.push(moment),
            _ => spans.push((month, vec![moment])),
        }
    }
    let spans = spans.into_iter().map(|(month, moments)| (reader.phrases.month(month), moments));
    Ok((Timeline { spans: spans.collect() }, goes_on.then_some(from)))
}

/// What a room tells of an entry of its own.
pub struct Told {
    /// Its name in the sprite.
    pub icon: &'static str,
    /// What it means.
    pub tone: Tone,
    /// What happened, in a few words.
    pub title: String,
    /// Its own page, where it has one.
    pub href: Option<String>,
    /// What else there is to say.
    pub text: Option<String>,
}

struct Teller<'r> {
    reader: Reader,
    staff: &'r [Account],
    undo: Option<&'r TakeBack>,
    present: HashMap<InteractionId, Interaction>,
    files: HashMap<InteractionId, Vec<Link>>,
}

impl<'r> Teller<'r> {
    /// One that knows what the entries tell of.
    async fn of(
        snapshot: &mut Snapshot<'_>,
        reader: Reader,
        staff: &'r [Account],
        undo: Option<&'r TakeBack>,
        entries: &[Entry],
    ) -> Result<Self, StoreError> {
        let logged: Vec<InteractionId> = entries
            .iter()
            .filter(|entry| entry.kind == InteractionLogged::KIND)
            .map(|entry| entry.subject.id.into())
            .collect();
        let present = interactions::present_among(snapshot, &logged).await?;
        let present = present.into_iter().map(|interaction| (interaction.id, interaction));
        let mut files: HashMap<InteractionId, Vec<Link>> = HashMap::new();
        for file in files::of_interactions(snapshot, &logged).await? {
            let link = Link { href: format!("/files/{}", file.id), words: file.name };
            files.entry(file.interaction).or_default().push(link);
        }
        Ok(Self { reader, staff, undo, present: present.collect(), files })
    }

    /// None for what a timeline passes over: the edits of an interaction stand
    /// on its own page, and what was removed is out of sight.
    fn moment(&self, entry: &Entry) -> Option<Moment> {
        match entry.kind.as_str() {
            InteractionLogged::KIND => {
                self.present.get(&entry.subject.id.into()).map(|logged| self.logged(entry, logged))
            }
            CustomerAdded::KIND => {
                let added = self.quiet(entry, "person", "timeline-customer-added", None);
                Some(Moment { undo: self.undo.cloned(), ..added })
            }
            CustomerChanged::KIND => {
                let event: CustomerChanged = entry.event().ok()??;
                let lines: Vec<String> =
                    event.changes.iter().map(|change| self.change(change)).collect();
                let text = Some(lines.join("\n"));
                Some(self.quiet(entry, "edit", "timeline-customer-changed", text))
            }
            CustomerConsented::KIND => {
                let said: CustomerConsented = entry.event().ok()??;
                let text = Some(consent::line(self.reader, &said));
                Some(self.quiet(entry, "mail", "field-marketing", text))
            }
            _ => contacts::told::told(self.reader, entry)
                .or_else(|| tags::told::told(self.reader, entry))
                .or_else(|| fields::told::told(self.reader, entry))
                .or_else(|| orders::told::told(self.reader, entry))
                .map(|told| self.told(entry, told)),
        }
    }

    fn logged(&self, entry: &Entry, logged: &Interaction) -> Moment {
        let tone = if logged.kind == Kind::Gift { Tone::Good } else { Tone::Accent };
        Moment {
            icon: icon(words::icon_name(logged.kind)),
            tone,
            title: self.reader.say(words::key(logged.kind)),
            href: Some(format!("/interactions/{}", logged.id)),
            text: words::marked(&logged.text, self.staff),
            files: self.files.get(&logged.id).cloned().unwrap_or_default(),
            at: logged.at.to_rfc3339(),
            when: self.when(logged.at),
            by: actors::name(self.reader, entry.who, self.staff),
            undo: None,
        }
    }

    fn quiet(&self, entry: &Entry, icon: &'static str, key: &str, text: Option<String>) -> Moment {
        let title = self.reader.say(key);
        self.told(entry, Told { icon, tone: Tone::Quiet, title, href: None, text })
    }

    fn told(&self, entry: &Entry, told: Told) -> Moment {
        Moment {
            icon: icon(told.icon),
            tone: told.tone,
            title: told.title,
            href: told.href,
            text: Stretch::plain(told.text),
            files: Vec::new(),
            at: entry.happened.to_rfc3339(),
            when: self.when(entry.happened),
            by: actors::name(self.reader, entry.who, self.staff),
            undo: None,
        }
    }

    /// "Town: Gyumri → Vanadzor".
    fn change(&self, change: &Change) -> String {
        let shown = |value: &Option<String>| {
            value.as_ref().map_or_else(
                || "–".to_owned(),
                |value| inputs::shown(self.reader, change.field, value, self.staff),
            )
        };
        let name = self.reader.say(&inputs::key(change.field));
        format!("{name}: {} → {}", shown(&change.from), shown(&change.to))
    }

    fn when(&self, at: DateTime<Utc>) -> String {
        when::moment(self.reader, at)
    }
}
