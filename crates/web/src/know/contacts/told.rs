//! What happened to contacts, as a timeline tells it.

use domain::know::contacts::{
    ContactAdded, ContactChanged, ContactRemoved, ContactRestored, Details, Part,
};
use store::log::{Entry, Event as _};

use super::form;
use crate::Reader;
use crate::components::Tone;
use crate::know::customers::timeline::Told;

/// What an entry says of a contact; none where it is about something else.
pub fn told(reader: Reader, entry: &Entry) -> Option<Told> {
    let (key, text) = match entry.kind.as_str() {
        ContactAdded::KIND => {
            let event: ContactAdded = entry.event().ok()??;
            let role = event.details.role.map(|role| format!(", {role}")).unwrap_or_default();
            ("timeline-contact-added", format!("{}{role}", event.details.name))
        }
        ContactChanged::KIND => {
            let event: ContactChanged = entry.event().ok()??;
            ("timeline-contact-changed", changes(reader, &event))
        }
        ContactRemoved::KIND => {
            ("timeline-contact-removed", entry.event::<ContactRemoved>().ok()??.name)
        }
        ContactRestored::KIND => {
            ("timeline-contact-restored", entry.event::<ContactRestored>().ok()??.name)
        }
        _ => return None,
    };
    Some(Told {
        icon: "people",
        tone: Tone::Quiet,
        title: reader.say(key),
        href: None,
        text: Some(text),
    })
}

/// What stands there now where something else was typed, a line each.
pub fn now(reader: Reader, typed: &Details, known: &Details) -> Vec<String> {
    let said =
        |details: &Details, part| details.part(part).map(str::trim).unwrap_or_default().to_owned();
    let different = Part::ALL.into_iter().filter(|part| said(typed, *part) != said(known, *part));
    let line = |part: Part| {
        format!("{}: {}", reader.say(form::key(part)), known.part(part).unwrap_or("–"))
    };
    different.map(line).collect()
}

/// The name, then each change as "Telephone: – → 010 52-10-52".
fn changes(reader: Reader, event: &ContactChanged) -> String {
    let different =
        Part::ALL.into_iter().filter(|part| event.from.part(*part) != event.to.part(*part));
    let lines = different.map(|part| {
        let shown = |value: Option<&str>| value.unwrap_or("–").to_owned();
        let (from, to) = (shown(event.from.part(part)), shown(event.to.part(part)));
        format!("{}: {from} → {to}", reader.say(form::key(part)))
    });
    let lines: Vec<String> = std::iter::once(event.to.name.clone()).chain(lines).collect();
    lines.join("\n")
}
