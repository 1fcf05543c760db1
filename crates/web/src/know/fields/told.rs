//! What happened to values of fields that the business made up, as a timeline
//! tells it: by the names the fields had then.

use domain::know::fields::CustomerValuesChanged;
use store::log::{Entry, Event as _};

use crate::Reader;
use crate::components::Tone;
use crate::know::customers::timeline::Told;

/// What an entry says of values; none where it is about something else.
pub fn told(reader: Reader, entry: &Entry) -> Option<Told> {
    let changed: CustomerValuesChanged =
        Some(entry).filter(|entry| entry.kind == CustomerValuesChanged::KIND)?.event().ok()??;
    let shown = |value: &Option<String>| value.clone().unwrap_or_else(|| "–".to_owned());
    let lines: Vec<String> = changed
        .changes
        .iter()
        .map(|change| format!("{}: {} → {}", change.name, shown(&change.from), shown(&change.to)))
        .collect();
    Some(Told {
        icon: "edit",
        tone: Tone::Quiet,
        title: reader.say("timeline-customer-changed"),
        href: None,
        text: Some(lines.join("\n")),
    })
}
