//! The people at a customer, on the customer's page.

use askama::Template;
use domain::know::contacts::Contact;
use phrases::Phrases;

use crate::know::reach::Dialled;

/// The people at a customer.
#[derive(Template)]
#[template(path = "know/contacts/people.html")]
pub struct People {
    /// Who they are.
    pub known: Vec<Contact>,
    /// The page that adds one, for whoever may.
    pub add: Option<String>,
    /// The reader's language.
    pub phrases: Phrases,
}

impl askama::filters::HtmlSafe for People {}
