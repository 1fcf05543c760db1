//! Something to fill in, with its label, a hint and what is wrong with it.

use askama::Template;

/// What is filled in, and how.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kind {
    /// One line; the HTML type, such as `text`, `email`, `tel`, `date`,
    /// `number`, `password`.
    Line(&'static str),
    /// An amount of money: digits at the end of a short line.
    Amount,
    /// A few capital letters, such as the code of a currency: a short line.
    Code,
    /// Several lines.
    Text,
    /// One of several.
    Choice(Vec<Choice>),
    /// Yes or no; the value is `true` where it is yes.
    Tick,
}

/// One that can be chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// What is sent.
    pub value: String,
    /// What is read.
    pub words: String,
}

/// Something to fill in.
#[derive(Debug, Clone, PartialEq, Eq, Template)]
#[template(path = "components/input.html")]
pub struct Input {
    /// What is sent.
    pub name: String,
    /// Unique on the page; the name, where nothing else is said.
    pub id: Option<String>,
    /// What is asked.
    pub label: String,
    /// Whether the label is for screen readers alone, because it stands beside.
    pub is_label_unseen: bool,
    /// How it is filled in.
    pub kind: Kind,
    /// What is in it.
    pub value: String,
    /// How to fill it in.
    pub hint: Option<String>,
    /// What is wrong with what was filled in.
    pub error: Option<String>,
    /// What a browser may fill in by itself, in HTML's words:
    /// `current-password`.
    pub autocomplete: Option<&'static str>,
    /// Whether it cannot be left empty.
    pub is_required: bool,
    /// So many characters at most; none where the browser lets any number be
    /// typed.
    pub longest: Option<usize>,
    /// The page that knows who can be mentioned in a text of several lines, if
    /// anybody can.
    pub mentions: Option<&'static str>,
    /// Whether the page opens with the cursor in it.
    pub is_first: bool,
}

impl Input {
    /// An empty line of text that may stay empty.
    #[must_use]
    pub fn line(name: &str, label: String) -> Self {
        Self {
            name: name.to_owned(),
            id: None,
            label,
            is_label_unseen: false,
            kind: Kind::Line("text"),
            value: String::new(),
            hint: None,
            error: None,
            autocomplete: None,
            is_required: false,
            longest: None,
            mentions: None,
            is_first: false,
        }
    }

    /// Whether it is for a day and holds none: a browser shows there how days
    /// are written in its own language, which need not be the page's.
    fn is_empty_day(&self) -> bool {
        self.is_day() && self.value.is_empty()
    }

    fn is_day(&self) -> bool {
        matches!(self.kind, Kind::Line("date" | "datetime-local"))
    }

    /// What label, hint and error point to.
    fn anchor(&self) -> &str {
        self.id.as_deref().unwrap_or(&self.name)
    }
}
