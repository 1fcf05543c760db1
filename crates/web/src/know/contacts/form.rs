//! The form that says who somebody at a customer is.

use askama::Template;
use domain::know::contacts::{ContactError, Details, Part};
use domain::know::customers::{CustomerId, Field, Version};
use phrases::Phrases;
use serde::Deserialize;

use crate::components::{Input, Kind};
use crate::know::customers::inputs;
use crate::{Frame, Problem, Reader, Token};

/// The form.
#[derive(Template)]
#[template(path = "know/contacts/form.html")]
pub struct ContactForm {
    action: String,
    /// Of whom it is.
    customer: CustomerId,
    version: Option<i64>,
    error: Option<String>,
    /// What stands there now, line by line, where somebody was faster.
    now: Vec<String>,
    inputs: Vec<Input>,
    token: Token,
    phrases: Phrases,
}

impl askama::filters::HtmlSafe for ContactForm {}

impl ContactForm {
    /// One with these details in it, of somebody as they were `seen`.
    pub fn filled(
        frame: &Frame,
        customer: CustomerId,
        action: String,
        seen: Option<Version>,
        details: &Details,
    ) -> ContactForm {
        let input = |part| input(frame.reader, part, details.part(part).unwrap_or_default());
        Self {
            action,
            customer,
            version: seen.map(|Version(number)| number),
            error: None,
            now: Vec::new(),
            inputs: Part::ALL.map(input).into(),
            token: frame.token.clone(),
            phrases: frame.reader.phrases,
        }
    }

    /// Says that somebody was faster, and what stands there now.
    pub fn refuse_late(&mut self, reader: Reader, now: Vec<String>) {
        self.error = Some(reader.say("contact-changed-since"));
        self.now = now;
    }

    /// Says below each input why it was not taken.
    ///
    /// # Errors
    /// Where it is no fault of what was typed.
    pub fn refuse(&mut self, reader: Reader, error: ContactError) -> Result<(), Problem> {
        let refused = match error {
            ContactError::Refused(refused) => refused
                .into_iter()
                .map(|(part, why)| match part {
                    Part::Email => (part, inputs::refusal_of(reader, Field::Email, why)),
                    Part::Phone => (part, inputs::refusal_of(reader, Field::Phone, why)),
                    Part::Name | Part::Role | Part::Note => (part, inputs::refusal(reader, why)),
                })
                .collect(),
            ContactError::TooMany(most) => {
                vec![(
                    Part::Name,
                    reader.phrases.say_with("contact-too-many", &[("most", most.into())]),
                )]
            }
            other => return Err(other.into()),
        };
        for (part, why) in refused {
            for input in self.inputs.iter_mut().filter(|input| input.name == part.name()) {
                input.error = Some(why.clone());
            }
        }
        Ok(())
    }
}

/// The message that names a detail.
pub fn key(part: Part) -> &'static str {
    match part {
        Part::Name => "field-name",
        Part::Role => "contact-role",
        Part::Email => "field-email",
        Part::Phone => "field-phone",
        Part::Note => "field-preferences",
    }
}

fn input(reader: Reader, part: Part, value: &str) -> Input {
    let kind = match part {
        Part::Name | Part::Role => Kind::Line("text"),
        Part::Email => Kind::Line("email"),
        Part::Phone => Kind::Line("tel"),
        Part::Note => Kind::Text,
    };
    Input {
        kind,
        value: value.to_owned(),
        is_required: part == Part::Name,
        ..Input::line(part.name(), reader.say(key(part)))
    }
}

/// What the form sends.
#[derive(Debug, Clone, Default, Deserialize)]
pub struct Sent {
    /// Of whom it is; where somebody is edited that is known.
    #[serde(default)]
    pub customer: Option<CustomerId>,
    #[serde(default)]
    version: Option<i64>,
    name: String,
    #[serde(default)]
    role: String,
    #[serde(default)]
    email: String,
    #[serde(default)]
    phone: String,
    #[serde(default)]
    note: String,
}

impl Sent {
    /// As who was edited was seen.
    #[must_use]
    pub fn seen(&self) -> Option<Version> {
        self.version.map(Version)
    }

    /// What was typed.
    #[must_use]
    pub fn details(self) -> Details {
        Details {
            name: self.name,
            role: Some(self.role),
            email: Some(self.email),
            phone: Some(self.phone),
            note: Some(self.note),
        }
    }
}

impl From<ContactError> for Problem {
    fn from(error: ContactError) -> Self {
        match error {
            ContactError::Unknown => Problem::NotFound,
            ContactError::Store(error) => error.into(),
            ContactError::Customer(error) => error.into(),
            refused @ (ContactError::Refused(_)
            | ContactError::TooMany(_)
            | ContactError::ChangedSince) => Problem::Malformed(refused.to_string()),
        }
    }
}
