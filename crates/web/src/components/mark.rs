//! Small marks: icons, initials, a word in colour.

use std::fmt;

use askama::Template;

use crate::assets;

/// An icon of the sprite, beside words that say what it means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Icon(&'static str);

/// The icon of this name.
#[must_use]
pub fn icon(name: &'static str) -> Icon {
    Icon(name)
}

impl fmt::Display for Icon {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (sprite, name) = (assets::icons(), self.0);
        write!(f, "<svg class=\"icon\" aria-hidden=\"true\"><use href=\"{sprite}#{name}\"/></svg>")
    }
}

/// Names of icons are texts of the program.
impl askama::filters::HtmlSafe for Icon {}

/// So many colours initials may have.
const COLOURS: u32 = 6;

/// So many digits stand for a number.
const DIGITS: usize = 2;

/// The initials of somebody, in a colour that stays theirs.
#[derive(Template)]
#[template(
    ext = "html",
    source = r#"<span class="avatar a{{ self.colour() }}" aria-hidden="true">{{ self.initials() }}</span>"#
)]
pub struct Avatar<'a> {
    /// Their name.
    pub name: &'a str,
}

impl Avatar<'_> {
    /// Of whoever is called by a number its last digits: the first are those of
    /// all others too.
    fn initials(&self) -> String {
        if !self.name.contains(char::is_alphabetic) {
            let signs: Vec<char> =
                self.name.chars().filter(|sign| sign.is_alphanumeric()).collect();
            return signs[signs.len().saturating_sub(DIGITS)..].iter().collect();
        }
        let mut words = self.name.split_whitespace().filter_map(|word| word.chars().next());
        let first = words.next();
        let last = words.next_back();
        first.into_iter().chain(last).flat_map(char::to_uppercase).collect()
    }

    /// FNV-1a of the name: short, and the same in every process.
    fn colour(&self) -> u32 {
        let hash = self
            .name
            .bytes()
            .fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
        hash % COLOURS
    }
}

/// What a colour means.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Tone {
    /// Nothing in particular.
    #[default]
    Quiet,
    /// The main thing.
    Accent,
    /// Going well.
    Good,
    /// To be watched.
    Warn,
    /// Real danger.
    Bad,
    /// One of the best customers.
    Gold,
}

impl Tone {
    pub(super) fn class(self) -> &'static str {
        match self {
            Tone::Quiet => "quiet",
            Tone::Accent => "accent",
            Tone::Good => "good",
            Tone::Warn => "warn",
            Tone::Bad => "bad",
            Tone::Gold => "gold",
        }
    }
}

/// A word or two about the state of something.
#[derive(Template)]
#[template(
    ext = "html",
    source = r#"<span class="status {{ tone.class() }}">{% if let Some(icon) = icon %}{{ icon }}{% endif %}{{ words }}</span>"#
)]
pub struct Status {
    /// The words; colour alone says nothing.
    pub words: String,
    /// What it means.
    pub tone: Tone,
    /// Before the words.
    pub icon: Option<Icon>,
}
