//! A fact that is edited where it stands.

use askama::Template;
use phrases::Phrases;

use super::Input;
use crate::Token;

/// A fact that is edited where it stands; one that is missing is asked for.
#[derive(Template)]
#[template(path = "components/field.html")]
pub struct Field<'a> {
    /// Unique on the page; what the script puts the answer into.
    pub id: String,
    /// What the fact is called.
    pub label: String,
    /// The fact, as it is read.
    pub value: Option<String>,
    /// What to ask where it is missing.
    pub question: String,
    /// How it is written.
    pub input: Input,
    /// Where the form goes; none for whoever may only read.
    pub action: Option<String>,
    /// What the whole was numbered when it was read, so that nobody writes
    /// over what a colleague wrote meanwhile.
    pub version: Option<i64>,
    /// Whether it is being edited already: what was typed was not taken.
    pub is_open: bool,
    /// For the form.
    pub token: &'a Token,
    /// The reader's language.
    pub phrases: Phrases,
}
