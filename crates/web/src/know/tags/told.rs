//! What happened with tags, as a timeline tells it.

use domain::know::tags::{CustomerTagged, CustomerUntagged};
use store::log::{Entry, Event as _};

use crate::Reader;
use crate::components::Tone;
use crate::know::customers::timeline::Told;

/// What an entry says of a tag; none where it is about something else.
pub fn told(reader: Reader, entry: &Entry) -> Option<Told> {
    let (key, tag) = match entry.kind.as_str() {
        CustomerTagged::KIND => ("timeline-tagged", entry.event::<CustomerTagged>().ok()??.tag),
        CustomerUntagged::KIND => {
            ("timeline-untagged", entry.event::<CustomerUntagged>().ok()??.tag)
        }
        _ => return None,
    };
    let title = reader.phrases.say_with(key, &[("tag", tag.into())]);
    Some(Told { icon: "tag", tone: Tone::Quiet, title, href: None, text: None })
}
