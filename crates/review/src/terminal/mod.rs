//! The review as a letter in the terminal.
//!
//! Plain text of a given width, aligned by the width characters take on
//! screen. Text from outside cannot steer the terminal: control characters
//! are shown as spaces.

mod table;
mod text;

use phrases::Phrases;

use crate::Review;
use crate::figures::{Models, Note};
use crate::outline::{self, Block, Person, Section};
use crate::outside::plain;
use text::{Ink, cut, pad_start, paint, width, wrap};

/// How the letter is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Style {
    /// Whether to colour; the caller knows whether anyone sees it (a terminal,
    /// and no `NO_COLOR`).
    pub color: bool,
    /// Columns, taken as at least 60.
    pub width: usize,
}

/// The narrowest width the tables are laid out for.
const NARROWEST: usize = 60;

/// Everything below the title stands this far in.
const INDENT: &str = "  ";

/// Customers named under each alarm; the others are in the other forms.
const ALARMED: usize = 5;

/// The whole letter, with a final line break.
#[must_use]
pub fn render(review: &Review, phrases: Phrases, style: Style) -> String {
    let mut page = Page::new(style);
    let opening = outline::opening(review, phrases);
    page.lines.push(String::new());
    page.text(&opening.title, Ink::Bold);
    page.text(&opening.terms, Ink::Dim);
    page.gap();
    for sentence in &opening.sentences {
        page.text(sentence, Ink::Bold);
    }
    page.gap();
    page.text(&opening.rule, Ink::Dim);
    for section in outline::sections(review, phrases, ALARMED) {
        page.section(&section);
    }
    page.finish()
}

/// The models alone, as `fit` prints them: times in units of `time_unit`,
/// which the caller has converted them to, and `notes` on those that could not
/// be fitted.
#[must_use]
pub fn render_models(
    models: &Models,
    notes: &[Note],
    time_unit: &str,
    phrases: Phrases,
    style: Style,
) -> String {
    let mut page = Page::new(style);
    for section in outline::models(models, notes, time_unit, phrases) {
        page.section(&section);
    }
    // The gap before a section parts it from another, and there is none.
    page.finish().trim_start_matches('\n').to_owned()
}

/// The letter as far as it is written.
struct Page {
    style: Style,
    /// Columns between the indent and the right edge.
    measure: usize,
    lines: Vec<String>,
}

impl Page {
    fn new(style: Style) -> Self {
        let measure = style.width.max(NARROWEST) - INDENT.len();
        Self { style, measure, lines: Vec::new() }
    }

    fn finish(self) -> String {
        let mut text = String::new();
        for line in &self.lines {
            text.push_str(line.trim_end());
            text.push('\n');
        }
        text
    }

    fn gap(&mut self) {
        self.lines.push(String::new());
    }

    fn line(&mut self, line: &str) {
        self.lines.push(format!("{INDENT}{line}"));
    }

    fn text(&mut self, text: &str, ink: Ink) {
        for line in wrap(&plain(text), self.measure) {
            let line = paint(&line, ink, self.style.color);
            self.line(&line);
        }
    }

    fn section(&mut self, section: &Section) {
        self.gap();
        self.gap();
        let title = cut(&plain(&section.title), self.measure);
        let rule = "─".repeat(self.measure.saturating_sub(width(&title) + 1));
        let color = self.style.color;
        let heading =
            format!("{} {}", paint(&title, Ink::Bold, color), paint(&rule, Ink::Dim, color));
        self.line(&heading);
        let mut follows_subtitle = false;
        for block in &section.blocks {
            if !follows_subtitle {
                self.gap();
            }
            follows_subtitle = matches!(block, Block::Subtitle(_));
            self.block(block);
        }
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Text(text) => self.text(text, Ink::Plain),
            Block::Aside(text) => self.text(text, Ink::Dim),
            Block::Subtitle(text) => self.text(text, Ink::Bold),
            Block::Points(points) => points.iter().for_each(|point| self.point(point)),
            Block::People(people) => self.people(people),
            Block::Table(table) => {
                for line in table::lines(table, self.measure, self.style.color) {
                    self.line(&line);
                }
            }
            Block::Commands(commands) => self.commands(commands),
        }
    }

    fn point(&mut self, point: &str) {
        for (index, line) in wrap(&plain(point), self.measure - 2).iter().enumerate() {
            let mark = if index == 0 { "•" } else { " " };
            self.line(&format!("{mark} {line}"));
        }
    }

    fn people(&mut self, people: &[Person]) {
        let amounts: Vec<&str> =
            people.iter().map(|person| person.at_risk.as_deref().unwrap_or_default()).collect();
        let amount_width = amounts.iter().map(|amount| width(amount)).max().unwrap_or(0);
        let indent = " ".repeat(if amount_width > 0 { amount_width + 2 } else { 0 });
        let measure = self.measure - indent.len();
        let color = self.style.color;
        for (person, amount) in people.iter().zip(amounts) {
            let id = paint(&cut(&plain(&person.id), measure), Ink::Bold, color);
            if amount_width > 0 {
                let amount = paint(&pad_start(amount, amount_width), Ink::Warn, color);
                self.line(&format!("{amount}  {id}"));
            } else {
                self.line(&id);
            }
            for line in wrap(&plain(&person.reason), measure) {
                self.line(&format!("{indent}{line}"));
            }
            if let Some(action) = &person.action {
                for (index, line) in wrap(&plain(action), measure - 2).iter().enumerate() {
                    let mark = if index == 0 { "→" } else { " " };
                    let line = paint(&format!("{mark} {line}"), Ink::Dim, color);
                    self.line(&format!("{indent}{line}"));
                }
            }
        }
    }

    fn commands(&mut self, commands: &[(String, String)]) {
        let widest = commands.iter().map(|(option, _)| width(option)).max().unwrap_or(0);
        let indent = " ".repeat(widest + 2);
        for (option, gives) in commands {
            for (index, line) in wrap(gives, self.measure - indent.len()).iter().enumerate() {
                if index == 0 {
                    let option = text::pad_end(option, widest);
                    let option = paint(&option, Ink::Bold, self.style.color);
                    self.line(&format!("{option}  {line}"));
                } else {
                    self.line(&format!("{indent}{line}"));
                }
            }
        }
    }
}

#[cfg(test)]
mod tests;
