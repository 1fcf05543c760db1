//! What pages are made of.
//!
//! Each component is a plain struct and a template of the same name; put into
//! a template (`{{ pager }}`) it writes itself. They know words, never rooms.
//! `/design` shows every one of them.

mod actions;
mod ask;
mod chip;
mod dialog;
mod empty;
mod field;
mod input;
mod mark;
mod notice_bar;
mod pager;
mod progress;
mod sort_head;
mod strip;
mod tabs;
mod timeline;

pub use actions::{Action, Menu};
pub(crate) use ask::Ask;
pub use chip::Chip;
pub use dialog::Dialog;
pub use empty::Empty;
pub use field::Field;
pub use input::{Choice, Input, Kind};
pub use mark::{Avatar, Icon, Status, Tone, icon};
pub(crate) use notice_bar::NoticeBar;
pub use pager::Pager;
pub use progress::{Meter, Step, StepState, Steps};
pub use sort_head::{Direction, SortHead};
pub use strip::{Number, Strip};
pub use tabs::{Tab, Tabs};
pub use timeline::{Moment, Stretch, TakeBack, Timeline};

/// A place to go to and what to call it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// What it is called.
    pub words: String,
    /// Where it leads.
    pub href: String,
}

/// Components are HTML already: a template does not escape them again.
macro_rules! is_html {
    ($($component:ty),+ $(,)?) => {
        $(impl askama::filters::HtmlSafe for $component {})+
    };
}

is_html!(
    Ask,
    Chip,
    Dialog,
    Empty,
    Field<'_>,
    Input,
    Menu<'_>,
    Meter,
    NoticeBar<'_>,
    Number,
    Pager,
    SortHead,
    Status,
    Steps,
    Strip,
    Tabs,
    Timeline,
    Avatar<'_>,
);

#[cfg(test)]
mod tests;
