//! The tags of a customer, each to be taken away, and a place to add one.

use std::sync::Arc;

use askama::Template;
use domain::know::customers::CustomerId;
use phrases::Phrases;

use crate::Token;

/// The tags of a customer.
#[derive(Template)]
#[template(path = "know/tags/marks.html")]
pub struct Marks {
    /// Whose they are.
    pub customer: CustomerId,
    /// By the alphabet.
    pub tags: Vec<String>,
    /// Tags that have been used elsewhere, to choose from.
    pub used: Arc<[String]>,
    /// What was typed and not taken, and why.
    pub refused: Option<(String, String)>,
    /// For the forms, for whoever may change them.
    pub token: Option<Token>,
    /// The reader's language.
    pub phrases: Phrases,
}

impl askama::filters::HtmlSafe for Marks {}
