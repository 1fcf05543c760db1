//! What the clients ask for.

use std::sync::Arc;

use clap::ValueEnum;

use super::browser::{Asked, Sent, form};
use super::sample::{Known, Sample};
use crate::made_up::Draw;

const CLIENT: u64 = 202;

/// A kind of requests.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, ValueEnum)]
pub enum Kind {
    /// What is to be done today
    Today,
    /// The page of a customer
    Customer,
    /// Lists of customers, in every order and with every filter pages link to
    List,
    /// Search by given and family name
    Name,
    /// Search by family name
    Family,
    /// Search by the beginning of a family name
    Beginning,
    /// Search by a family name with a letter missing
    Typo,
    /// Search by the last digits of a phone number
    Phone,
    /// Search by e-mail address
    Email,
    /// Search by a word that was written down
    Word,
    /// Search by two words that were written down
    Words,
    /// A call is written down
    Log,
    /// A program writes a call down, through the API
    ApiLog,
}

impl Kind {
    /// Its name in tables.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Kind::Today => "today",
            Kind::Customer => "customer page",
            Kind::List => "list",
            Kind::Name => "search: full name",
            Kind::Family => "search: family name",
            Kind::Beginning => "search: beginning",
            Kind::Typo => "search: typo",
            Kind::Phone => "search: phone",
            Kind::Email => "search: e-mail",
            Kind::Word => "search: word",
            Kind::Words => "search: two words",
            Kind::Log => "log a call",
            Kind::ApiLog => "log a call by the API",
        }
    }

    /// Whether something is written down.
    pub(super) fn is_writing(self) -> bool {
        matches!(self, Kind::Log | Kind::ApiLog)
    }

    /// Whether something is searched for.
    pub(super) fn is_search(self) -> bool {
        match self {
            Kind::Today | Kind::Customer | Kind::List | Kind::Log | Kind::ApiLog => false,
            Kind::Name
            | Kind::Family
            | Kind::Beginning
            | Kind::Typo
            | Kind::Phone
            | Kind::Email
            | Kind::Word
            | Kind::Words => true,
        }
    }

    /// Of a hundred requests of people at work so many are of this kind.
    fn in_a_hundred(self) -> u64 {
        match self {
            Kind::Customer => 40,
            Kind::List => 17,
            Kind::Log => 10,
            Kind::Today | Kind::Name | Kind::Family => 5,
            Kind::Beginning | Kind::Typo | Kind::Word | Kind::Phone => 3,
            Kind::Email | Kind::Words | Kind::ApiLog => 2,
        }
    }
}

/// What one client asks for, one after another.
pub struct Asking {
    sample: Arc<Sample>,
    token: String,
    kinds: Vec<Kind>,
    draw: Draw,
    number: u64,
}

/// So many things a client may write down before it meets the numbers of the
/// next.
const NUMBERS: u64 = 1 << 32;

impl Asking {
    pub fn new(sample: Arc<Sample>, token: &str, only: &[Kind], seed: u64, client: usize) -> Self {
        let kinds = if only.is_empty() { Kind::value_variants() } else { only };
        let number = sample.next + NUMBERS * client as u64;
        let draw = Draw::of(seed, CLIENT, client as u64);
        Self { sample, token: token.to_owned(), kinds: kinds.to_vec(), draw, number }
    }

    pub fn next(&mut self) -> Asked {
        let kind = self.kind();
        let sample = Arc::clone(&self.sample);
        let known = &sample.customers[self.draw.place(sample.customers.len())];
        match kind {
            Kind::Today => page(kind, "/".to_owned()),
            Kind::Customer => page(kind, format!("/customers/{}", known.id)),
            Kind::List => page(kind, sample.lists[self.draw.place(sample.lists.len())].clone()),
            Kind::Log => self.log(known),
            Kind::ApiLog => self.log_by_api(known),
            _ => page(kind, format!("/search?{}", form(&[("q", &self.words(kind, known))]))),
        }
    }

    fn kind(&mut self) -> Kind {
        let all: u64 = self.kinds.iter().map(|kind| kind.in_a_hundred()).sum();
        let mut drawn = self.draw.below(all);
        for kind in &self.kinds {
            match drawn.checked_sub(kind.in_a_hundred()) {
                Some(rest) => drawn = rest,
                None => return *kind,
            }
        }
        Kind::Customer
    }

    fn log(&mut self, known: &Known) -> Asked {
        self.number += 1;
        let said = self.said();
        let text = Sample::text_of_words(self.number, &said);
        let form = form(&[
            ("form_token", &self.token),
            ("customer", &known.id.to_string()),
            ("kind", "call"),
            ("text", &text),
        ]);
        let path = "/interactions".to_owned();
        Asked { kind: Kind::Log, path, sent: Sent::Form(form), taken: Some(self.number) }
    }

    fn log_by_api(&mut self, known: &Known) -> Asked {
        self.number += 1;
        let call = serde_json::json!({ "kind": "call", "text": Sample::text(self.number) });
        let path = format!("/api/v1/customers/{}/interactions", known.id);
        let sent = Sent::Json(call.to_string());
        Asked { kind: Kind::ApiLog, path, sent, taken: Some(self.number) }
    }

    /// The words of something that was written down.
    fn said(&mut self) -> Vec<String> {
        let said = &self.sample.said;
        said[self.draw.place(said.len())].clone()
    }

    /// Words that find a customer, or what was written down.
    fn words(&mut self, kind: Kind, known: &Known) -> String {
        let family = known.name.rsplit(' ').next().unwrap_or_default();
        match kind {
            Kind::Family => family.to_owned(),
            Kind::Beginning => family.chars().take(4).collect(),
            Kind::Typo => without_middle(family),
            Kind::Phone => {
                let digits = known.phone.as_deref().unwrap_or(family);
                let last = digits.char_indices().rev().nth(7).map_or(0, |(place, _)| place);
                digits[last..].to_owned()
            }
            Kind::Email => known.email.clone().unwrap_or_else(|| known.name.clone()),
            Kind::Word => {
                let said = self.said();
                said[self.draw.place(said.len())].clone()
            }
            Kind::Words => self.said().into_iter().step_by(2).take(2).collect::<Vec<_>>().join(" "),
            Kind::Today | Kind::Customer | Kind::List | Kind::Name | Kind::Log | Kind::ApiLog => {
                known.name.clone()
            }
        }
    }
}

fn page(kind: Kind, path: String) -> Asked {
    Asked { kind, path, sent: Sent::Nothing, taken: None }
}

fn without_middle(name: &str) -> String {
    let middle = name.chars().count() / 2;
    name.chars().enumerate().filter(|(place, _)| *place != middle).map(|(_, c)| c).collect()
}
