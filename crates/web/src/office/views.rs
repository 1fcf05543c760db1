//! The views of the settings, side by side on each of their pages.

use crate::components::{Tab, Tabs};
use crate::{Reader, Visitor};

/// Their pages, and the messages that name them.
const PAGES: [(&str, &str); 12] = [
    ("/settings", "settings-business"),
    ("/settings/region", "settings-region"),
    ("/settings/calendar", "settings-calendar"),
    ("/settings/tiers", "settings-tiers"),
    ("/settings/figures", "settings-figures"),
    ("/settings/fields", "own-title"),
    ("/settings/users", "settings-users"),
    ("/imports", "imports-title"),
    ("/settings/tokens", "settings-tokens"),
    ("/api/docs", "api-title"),
    ("/settings/jobs", "settings-jobs"),
    ("/settings/audit", "settings-audit"),
];

/// Those that this visitor may open.
pub fn tabs(reader: Reader, visitor: &Visitor, current: &str) -> Tabs {
    let tab = |(path, key): (&str, &str)| Tab {
        name: reader.say(key),
        href: path.to_owned(),
        count: None,
        is_current: path == current,
    };
    Tabs {
        label: reader.say("frame-settings"),
        tabs: PAGES.into_iter().filter(|(path, _)| visitor.may_open(path)).map(tab).collect(),
    }
}
