//! How far something is.

use askama::Template;

/// A share of something that is used up or done.
#[derive(Template)]
#[template(
    ext = "html",
    source = r#"<div class="meter"><label for="{{ id }}">{{ label }}</label><progress id="{{ id }}"{% if of > 0 %} max="{{ of }}" value="{{ done }}"{% endif %}></progress><span>{{ words }}</span></div>"#
)]
pub struct Meter {
    /// Unique on the page.
    pub id: &'static str,
    /// What it measures.
    pub label: String,
    /// So much is done.
    pub done: u64,
    /// Of so much; 0 where nobody knows.
    pub of: u64,
    /// The same in words.
    pub words: String,
}

/// Whether a step is behind us.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StepState {
    /// Done.
    Done,
    /// The one to do now.
    Now,
    /// Should be done already.
    Late,
    /// Comes later.
    Later,
}

/// One step of several.
pub struct Step {
    /// What it is called.
    pub name: String,
    /// When it was done or is due.
    pub when: String,
    /// Whether it is behind us.
    pub state: StepState,
}

/// Steps to be taken one after another.
#[derive(Template)]
#[template(path = "components/steps.html")]
pub struct Steps {
    /// What they lead to.
    pub label: String,
    /// In their order.
    pub steps: Vec<Step>,
}

impl StepState {
    fn class(self) -> &'static str {
        match self {
            StepState::Done => "done",
            StepState::Now => "now",
            StepState::Late => "late",
            StepState::Later => "later",
        }
    }
}
