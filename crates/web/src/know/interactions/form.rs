//! The form that writes down what happened.

use askama::Template;
use axum::response::Redirect;
use chrono::{DateTime, Utc};
use domain::know::customers::CustomerId;
use domain::know::interactions::{Kind, NewInteraction};
use domain::office::settings::TimeZone;
use phrases::Phrases;
use serde::Deserialize;

use super::mentions::COLLEAGUES;
use super::words;
use crate::components::{Input, Kind as InputKind};
use crate::know::when;
use crate::routes::with_query;
use crate::upload::{self, Kept};
use crate::{Frame, Problem, Reader, Token, back};

/// The form.
#[derive(Template)]
#[template(path = "know/interactions/form.html")]
pub struct LogForm {
    /// Where it goes.
    pub action: String,
    /// With whom it was.
    pub customer: Option<CustomerId>,
    back: String,
    kinds: Vec<KindChoice>,
    text: Input,
    at: Input,
    follow_up: Input,
    files: Files,
    /// Where whoever writes nothing down goes.
    leave: Option<String>,
    token: Token,
    phrases: Phrases,
}

/// What of files stands in the form.
#[derive(Default)]
struct Files {
    /// Those that arrived with a form that was not taken.
    kept: Vec<Kept>,
    error: Option<String>,
}

struct KindChoice {
    name: &'static str,
    words: String,
    is_chosen: bool,
}

impl askama::filters::HtmlSafe for LogForm {}

impl LogForm {
    /// An empty one, that leads back to where one was.
    #[must_use]
    pub fn new(frame: &Frame, customer: CustomerId, kind: Kind, back: String) -> Self {
        Self::filled(
            frame.reader,
            &frame.token,
            Some(customer),
            "/interactions".to_owned(),
            &Sent { kind: kind.name().to_owned(), back, ..Sent::default() },
        )
    }

    /// One with something in it.
    #[must_use]
    pub fn filled(
        reader: Reader,
        token: &Token,
        customer: Option<CustomerId>,
        action: String,
        sent: &Sent,
    ) -> Self {
        let line = |name, key, media, value: &str| Input {
            kind: InputKind::Line(media),
            value: value.to_owned(),
            ..Input::line(name, reader.say(key))
        };
        Self {
            action,
            customer,
            back: sent.back.clone(),
            kinds: Kind::ALL
                .map(|kind| KindChoice {
                    name: kind.name(),
                    words: reader.say(words::key(kind)),
                    is_chosen: kind.name() == sent.kind,
                })
                .into(),
            text: Input {
                kind: InputKind::Text,
                is_label_unseen: true,
                hint: Some(reader.say("interaction-text.hint")),
                mentions: Some(COLLEAGUES),
                value: sent.text.clone(),
                ..Input::line("text", reader.say("interaction-text"))
            },
            at: line("at", "interaction-at", "datetime-local", &sent.at),
            follow_up: line("follow_up", "interaction-follow-up", "date", &sent.follow_up),
            files: Files::default(),
            leave: None,
            token: token.clone(),
            phrases: reader.phrases,
        }
    }

    /// Offers to write nothing down and go back to where one was, or else to a
    /// page.
    pub fn may_be_left(&mut self, page: &str) {
        self.leave = Some(back::here_or(&self.back, page).to_owned());
    }

    /// Says why it was not taken, below what is to be mended.
    pub fn refuse(&mut self, why: Why) {
        match why {
            Why::Text(why) => self.text.error = Some(why),
            Why::At(why) => self.at.error = Some(why),
            Why::FollowUp(why) => self.follow_up.error = Some(why),
            Why::Files(why) => self.files.error = Some(why),
        }
    }

    /// Opens the page with the cursor in the text, or in what is to be mended.
    pub fn comes_first(&mut self) {
        let wrong = [&mut self.at, &mut self.follow_up].into_iter().find(|i| i.error.is_some());
        wrong.unwrap_or(&mut self.text).is_first = true;
    }

    /// Whether what is rarely said stands open, as it is to be mended.
    fn is_more_open(&self) -> bool {
        self.at.error.is_some() || self.follow_up.error.is_some()
    }

    /// Names files that have arrived and wait for it to be sent again.
    pub fn keep(&mut self, files: Vec<Kept>) {
        self.files.kept = files;
    }
}

/// Why a form was not taken.
pub enum Why {
    /// What was said of it.
    Text(String),
    /// When it happened.
    At(String),
    /// When something is to follow.
    FollowUp(String),
    /// What of files.
    Files(String),
}

/// What the form sends.
#[derive(Debug, Clone, Default, Deserialize)]
pub struct Sent {
    /// With whom it was; where it is edited that is known.
    #[serde(default)]
    pub customer: Option<CustomerId>,
    kind: String,
    /// The page to come back to; empty for that of the customer.
    #[serde(default)]
    back: String,
    /// What was said.
    #[serde(default)]
    pub text: String,
    #[serde(default)]
    at: String,
    #[serde(default)]
    follow_up: String,
}

impl Sent {
    /// What is in the form of something written down.
    #[must_use]
    pub fn of(known: &domain::know::interactions::Interaction, zone: TimeZone) -> Self {
        Self {
            customer: Some(known.customer),
            back: String::new(),
            kind: known.kind.name().to_owned(),
            text: known.text.clone(),
            at: when::typed(known.at, zone),
            follow_up: known
                .follow_up()
                .map(|follow_up| follow_up.on.to_string())
                .unwrap_or_default(),
        }
    }

    /// To where one was, or to a page where nothing was said.
    pub fn back(&self, page: &str) -> Redirect {
        back::to(if self.back.is_empty() { page } else { &self.back })
    }

    /// An address that knows the same way back.
    pub fn with_way_back(&self, path: &str) -> String {
        let back = Some(&self.back).filter(|back| !back.is_empty());
        with_query(path, back.map(|back| ("back", back)))
    }

    /// What kind of thing happened.
    ///
    /// # Errors
    /// Where a browser sends what no form of ours can.
    pub fn kind(&self) -> Result<Kind, Problem> {
        let unknown = || Problem::Malformed("kind: there is no such kind".to_owned());
        Kind::named(&self.kind).ok_or_else(unknown)
    }

    /// What is to be written down.
    ///
    /// # Errors
    /// What cannot be read, to stand below its field.
    pub fn read(
        &self,
        reader: Reader,
        kind: Kind,
        known_at: Option<DateTime<Utc>>,
    ) -> Result<NewInteraction, Why> {
        let at = when::read(&self.at, known_at, reader.zone);
        let follow_up = when::read_day(&self.follow_up);
        Ok(NewInteraction {
            kind,
            at: at.map_err(|_| Why::At(reader.say("interaction-no-hour")))?,
            text: self.text.clone(),
            follow_up: follow_up.map_err(|_| Why::FollowUp(reader.say("interaction-no-day")))?,
        })
    }
}
