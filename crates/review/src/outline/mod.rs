//! The review as sections of paragraphs, tables and lists: what the terminal
//! and Markdown have in common. They differ in how a block looks, never in
//! what it says.

mod business;
mod closing;
mod groups;
mod people;
mod trade;
mod trust;

use phrases::{Asker, Phrases};

use crate::figures::{Models, Note};
use crate::voice::Voice;
use crate::{Review, sentences};

/// A heading and what stands below it.
pub(crate) struct Section {
    pub title: String,
    pub blocks: Vec<Block>,
}

/// One piece of a section.
pub(crate) enum Block {
    /// A paragraph.
    Text(String),
    /// A remark, less important than what it stands by.
    Aside(String),
    /// A heading below the section's.
    Subtitle(String),
    /// A list of points.
    Points(Vec<String>),
    /// People: one number, one reason, one action each.
    People(Vec<Person>),
    /// Rows and columns.
    Table(Table),
    /// Commands and what they give.
    Commands(Vec<(String, String)>),
}

/// One row that asks for attention.
pub(crate) struct Person {
    /// What is at risk, where it is known.
    pub at_risk: Option<String>,
    /// As the orders call them, cut where it is long: text from outside.
    pub id: String,
    pub reason: String,
    pub action: Option<String>,
}

/// Rows and columns; the first column names the row, the others are figures.
pub(crate) struct Table {
    pub head: Vec<String>,
    pub rows: Vec<Row>,
    /// Whether each row's first figure is drawn as a bar too.
    pub has_bars: bool,
}

/// One row of a table.
pub(crate) struct Row {
    pub cells: Vec<String>,
    pub tone: Tone,
    /// Length of its bar, 0..=1.
    pub bar: Option<f64>,
}

/// How a row stands out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Tone {
    Plain,
    Strong,
    Good,
    Warn,
    Bad,
}

impl Table {
    fn new(head: impl IntoIterator<Item = String>) -> Self {
        Self { head: head.into_iter().collect(), rows: Vec::new(), has_bars: false }
    }

    fn push(&mut self, cells: impl IntoIterator<Item = String>, tone: Tone) {
        self.rows.push(Row { cells: cells.into_iter().collect(), tone, bar: None });
    }

    /// Draws `values`, one for each row, as bars on a common scale from zero.
    fn with_bars(mut self, values: &[f64]) -> Self {
        let most = values.iter().copied().fold(0.0, f64::max);
        if most > 0.0 {
            self.has_bars = true;
            for (row, value) in self.rows.iter_mut().zip(values) {
                row.bar = Some((value / most).clamp(0.0, 1.0));
            }
        }
        self
    }
}

/// A section named by the message `title`; `None` where it has no blocks.
fn section(voice: &Voice<'_>, title: &str, blocks: Vec<Block>) -> Option<Section> {
    (!blocks.is_empty()).then(|| Section { title: voice.say(title), blocks })
}

/// What a terminal and a document say comes of a command.
fn voice_of(review: &Review, phrases: Phrases) -> Voice<'_> {
    let (asker, longest_name) = (Asker::Command, sentences::LONGEST_NAME);
    Voice { review, phrases, asker, longest_name }
}

/// The title, the terms and the sentences that open the letter.
pub(crate) struct Opening {
    pub title: String,
    pub terms: String,
    pub sentences: Vec<String>,
    pub rule: String,
}

/// How the letter opens.
pub(crate) fn opening(review: &Review, phrases: Phrases) -> Opening {
    let voice = voice_of(review, phrases);
    Opening {
        title: voice.say("page-title"),
        terms: voice.terms(),
        sentences: sentences::letter(phrases, review),
        rule: sentences::rule(phrases, review),
    }
}

/// All sections that have something to say, in reading order. Of each alarm at
/// most `alarmed` customers are named.
pub(crate) fn sections(review: &Review, phrases: Phrases, alarmed: usize) -> Vec<Section> {
    let voice = voice_of(review, phrases);
    [
        people::calls(&voice),
        business::retention(&voice),
        business::cost(&voice),
        business::value(&voice),
        trade::months(&voice),
        trade::cohorts(&voice),
        trade::survival(&voice),
        people::alarms(&voice, alarmed),
        groups::segments(&voice),
        groups::audit(&voice),
        groups::sources(&voice),
        trust::trust(&voice),
        closing::limits(&voice),
        closing::input(&voice),
        closing::next(&voice),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// The models alone, their times in units of `time_unit`.
pub(crate) fn models(
    models: &Models,
    notes: &[Note],
    time_unit: &str,
    phrases: Phrases,
) -> Vec<Section> {
    vec![trust::models_alone(models, notes, time_unit, phrases)]
}
