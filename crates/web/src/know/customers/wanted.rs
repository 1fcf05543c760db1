//! Which part of a timeline is wanted.

use std::collections::HashMap;

use domain::know::interactions::{Interaction, InteractionId, InteractionLogged, Kind};
use domain::office::staff::{Account, AccountId};
use store::log::{Actor, Entry, Event as _};

use crate::Reader;
use crate::components::{Choice, Input, Kind as InputKind};
use crate::know::interactions::words;

/// What kind of thing is wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum What {
    /// Something that was written down, of one kind: the channel of a contact.
    Interaction(Kind),
    /// Orders and shipments.
    Orders,
    /// Changes of what is known.
    Changes,
}

impl What {
    fn all() -> impl Iterator<Item = What> {
        let written = Kind::ALL.into_iter().map(What::Interaction);
        written.chain([What::Orders, What::Changes])
    }

    fn name(self) -> &'static str {
        match self {
            What::Interaction(kind) => kind.name(),
            What::Orders => "orders",
            What::Changes => "changes",
        }
    }

    fn key(self) -> &'static str {
        match self {
            What::Interaction(kind) => words::key(kind),
            What::Orders => "frame-orders",
            What::Changes => "timeline-changes",
        }
    }
}

/// Which part of a timeline is wanted; all of it where nothing is said.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Wanted {
    what: Option<What>,
    by: Option<AccountId>,
}

impl Wanted {
    /// As an address says it.
    #[must_use]
    pub fn said(what: &str, by: &str) -> Self {
        Self { what: What::all().find(|known| known.name() == what), by: by.parse().ok() }
    }

    /// As an address says it, in pairs.
    #[must_use]
    pub fn pairs(&self) -> Vec<(&'static str, String)> {
        let what = self.what.map(|what| ("show", what.name().to_owned()));
        let by = self.by.map(|by| ("by", by.to_string()));
        what.into_iter().chain(by).collect()
    }

    /// Whether an entry is of the part that is wanted.
    #[must_use]
    pub fn wants(&self, entry: &Entry, present: &HashMap<InteractionId, Interaction>) -> bool {
        let is_of = |rooms: [&str; 2]| {
            entry.kind.split_once('.').is_some_and(|(room, _)| rooms.contains(&room))
        };
        let is_such = match self.what {
            None => true,
            Some(What::Interaction(kind)) => {
                entry.kind == InteractionLogged::KIND
                    && present.get(&entry.subject.id.into()).is_some_and(|it| it.kind == kind)
            }
            Some(What::Orders) => is_of(["order", "shipment"]),
            Some(What::Changes) => is_of(["customer", "contact"]),
        };
        is_such && self.by.is_none_or(|by| entry.who == Actor::Staff(by.into()))
    }

    /// The fields of the form that chooses it.
    #[must_use]
    pub fn inputs(&self, reader: Reader, staff: &[Account]) -> Vec<Input> {
        let choice = |value: &str, words: String| Choice { value: value.to_owned(), words };
        let everything = choice("", reader.say("timeline-everything"));
        let anybody = choice("", reader.say("timeline-anybody"));
        let kinds = What::all().map(|what| choice(what.name(), reader.say(what.key())));
        let people =
            staff.iter().map(|account| choice(&account.id.to_string(), account.name.clone()));
        vec![
            Input {
                kind: InputKind::Choice(std::iter::once(everything).chain(kinds).collect()),
                value: self.what.map(|what| what.name().to_owned()).unwrap_or_default(),
                ..Input::line("show", reader.say("timeline-show"))
            },
            Input {
                kind: InputKind::Choice(std::iter::once(anybody).chain(people).collect()),
                value: self.by.map(|by| by.to_string()).unwrap_or_default(),
                ..Input::line("by", reader.say("timeline-by"))
            },
        ]
    }
}
