//! The form that adds or edits an order.

use askama::Template;
use chrono::{DateTime, Utc};
use domain::know::customers::{CustomerId, Version};
use domain::know::orders::{
    Line, NewLine, NewOrder, Order, OrderError, OrderId, Part, minor_units, sum_of,
};
use domain::office::settings::TimeZone;
use kernel::{Currency, Money};
use phrases::Phrases;
use serde::Deserialize;

use super::words;
use crate::components::{Input, Kind};
use crate::know::when;
use crate::{Frame, Reader, Token};

/// Empty lines below those that are filled.
const SPARE: usize = 4;

/// The form.
#[derive(Template)]
#[template(path = "know/orders/form.html")]
pub struct OrderForm {
    action: String,
    /// The page of whoever changes their mind.
    leave: String,
    customer: CustomerId,
    version: Option<i64>,
    error: Option<String>,
    /// What stands there now, line by line, where somebody was faster.
    now: Vec<String>,
    /// Each line, and whether it is the one that was not taken.
    lines: Vec<([String; 3], bool)>,
    line_error: Option<String>,
    inputs: Vec<Input>,
    token: Token,
    phrases: Phrases,
}

impl askama::filters::HtmlSafe for OrderForm {}

impl OrderForm {
    /// One with something in it.
    #[must_use]
    pub fn filled(frame: &Frame, customer: CustomerId, purpose: Purpose, sent: &Sent) -> Self {
        let (action, leave, version) = match purpose {
            Purpose::Add => ("/orders".to_owned(), format!("/customers/{customer}"), None),
            Purpose::Edit(id, Version(seen)) => {
                (format!("/orders/{id}"), format!("/orders/{id}"), Some(seen))
            }
        };
        let line = |part: Part, key, kind, value: &str| Input {
            kind,
            value: value.to_owned(),
            ..Input::line(part.name(), frame.say(key))
        };
        let spare = std::iter::repeat_n([const { String::new() }; 3], SPARE);
        let lines = sent.lines().into_iter().chain(spare).map(|line| (line, false)).collect();
        let currency = line(Part::Currency, "role-currency", Kind::Code, &sent.currency);
        let total = line(Part::Total, "role-amount", Kind::Amount, &sent.total);
        Self {
            action,
            leave,
            customer,
            version,
            error: None,
            now: Vec::new(),
            lines,
            line_error: None,
            inputs: vec![
                Input { is_required: true, ..currency },
                Input { hint: Some(frame.say("order-total-hint")), ..total },
                line(Part::Code, "role-order", Kind::Line("text"), &sent.code),
                line(Part::Source, "role-source", Kind::Line("text"), &sent.source),
                line(
                    Part::PlacedAt,
                    "interaction-at",
                    Kind::Line("datetime-local"),
                    &sent.placed_at,
                ),
            ],
            token: frame.token.clone(),
            phrases: frame.reader.phrases,
        }
    }

    /// Says why something was not taken, where it stands.
    pub fn refuse(&mut self, part: Part, why: String) {
        if let Some(input) = self.inputs.iter_mut().find(|input| input.name == part.name()) {
            input.error = Some(why);
            return;
        }
        self.line_error = Some(why);
        if let Part::Line(place) = part
            && let Some((_, is_wrong)) = self.lines.get_mut(place)
        {
            *is_wrong = true;
        }
    }

    /// Says that somebody was faster, and what stands there now.
    pub fn refuse_late(&mut self, why: String, now: Vec<String>) {
        self.error = Some(why);
        self.now = now;
    }
}

/// What the form is for.
#[derive(Debug, Clone, Copy)]
pub enum Purpose {
    /// An order is added.
    Add,
    /// An order is edited, as it was seen.
    Edit(OrderId, Version),
}

/// What the form sends.
#[derive(Debug, Clone, Default, Deserialize)]
pub struct Sent {
    /// Whose order it is.
    #[serde(default)]
    pub customer: Option<CustomerId>,
    /// Whether only more empty lines are wanted.
    #[serde(default)]
    pub more: Option<String>,
    #[serde(default)]
    version: Option<i64>,
    #[serde(default)]
    currency: String,
    #[serde(default)]
    code: String,
    #[serde(default)]
    source: String,
    #[serde(default)]
    placed_at: String,
    #[serde(default)]
    total: String,
    #[serde(default)]
    product: Vec<String>,
    #[serde(default)]
    quantity: Vec<String>,
    #[serde(default)]
    price: Vec<String>,
}

impl Sent {
    /// Nothing yet but in what it is paid.
    #[must_use]
    pub fn paid_in(currency: Option<Currency>) -> Self {
        let currency = currency.map(|currency| currency.to_string()).unwrap_or_default();
        Self { currency, ..Self::default() }
    }

    /// What is in the form of an order there is. A total that is the sum of the
    /// lines is left to them.
    #[must_use]
    pub fn of(known: &Order, lines: &[Line], zone: TimeZone) -> Self {
        let total = Some(known.total).filter(|total| sum_of(lines) != Some(*total));
        let digits = |minor| Money::new(minor, known.currency).to_string();
        Self {
            version: Some(known.version.0),
            currency: known.currency.to_string(),
            code: known.code.clone().unwrap_or_default(),
            source: known.source.clone(),
            placed_at: when::typed(known.placed_at, zone),
            total: total.map(digits).unwrap_or_default(),
            product: lines.iter().map(|line| line.name.clone()).collect(),
            quantity: lines.iter().map(|line| line.quantity.to_string()).collect(),
            price: lines.iter().map(|line| digits(line.unit_price)).collect(),
            ..Self::default()
        }
    }

    /// As the order was seen that is edited.
    #[must_use]
    pub fn seen(&self) -> Version {
        Version(self.version.unwrap_or_default())
    }

    /// What an order holds now where something else was typed, a line each.
    #[must_use]
    pub fn now(&self, reader: Reader, known: &Order, lines: &[Line]) -> Vec<String> {
        let now = Self::of(known, lines, reader.zone);
        let shown = |text: &str| if text.is_empty() { "–".to_owned() } else { text.to_owned() };
        let total = words::money(reader, known.total, known.currency);
        let placed = when::moment(reader, known.placed_at);
        let told = [
            ("role-amount", &self.total, &now.total, total),
            ("role-currency", &self.currency, &now.currency, shown(&now.currency)),
            ("role-order", &self.code, &now.code, shown(&now.code)),
            ("role-source", &self.source, &now.source, shown(&now.source)),
            ("interaction-at", &self.placed_at, &now.placed_at, placed),
        ];
        let different = told.into_iter().filter(|(_, typed, now, _)| typed.trim() != now.as_str());
        let mut said: Vec<String> =
            different.map(|(key, _, _, shown)| format!("{}: {shown}", reader.say(key))).collect();
        if self.lines() != now.lines() {
            let line = |line: &Line| {
                let price = words::money(reader, line.unit_price, known.currency);
                format!("{} × {} · {price}", reader.phrases.integer(line.quantity), line.name)
            };
            said.extend(lines.iter().map(line));
        }
        said
    }

    /// Product, quantity and price of each line in which something stands.
    fn lines(&self) -> Vec<[String; 3]> {
        let columns = [&self.product, &self.quantity, &self.price];
        let count = columns.iter().map(|column| column.len()).max().unwrap_or_default();
        let cell = |column: &Vec<String>, row: usize| column.get(row).cloned().unwrap_or_default();
        (0..count)
            .map(|row| columns.map(|column| cell(column, row).trim().to_owned()))
            .filter(|line| line.iter().any(|cell| !cell.is_empty()))
            .collect()
    }

    /// What the order is to hold. One is bought where no quantity is said; a
    /// time that was not touched keeps its seconds.
    ///
    /// # Errors
    /// The first part that cannot be read.
    pub fn read(
        &self,
        known_at: Option<DateTime<Utc>>,
        zone: TimeZone,
    ) -> Result<NewOrder, OrderError> {
        let refused = OrderError::Refused;
        let currency: Currency = self.currency.parse().map_err(|_| refused(Part::Currency))?;
        let total = match self.total.trim() {
            "" => None,
            text => Some(minor_units(text, currency).ok_or(refused(Part::Total))?),
        };
        let line = |(place, [product, quantity, price]): (usize, [String; 3])| {
            let quantity = if quantity.is_empty() { Some(1) } else { quantity.parse().ok() };
            let both = quantity.zip(minor_units(&price, currency));
            let (quantity, unit_price) = both.ok_or(refused(Part::Line(place)))?;
            Ok(NewLine { product, quantity, unit_price })
        };
        let lines = self.lines().into_iter().enumerate().map(line);
        Ok(NewOrder {
            source: self.source.clone(),
            code: self.code.clone(),
            placed_at: when::read(&self.placed_at, known_at, zone)
                .map_err(|_| refused(Part::PlacedAt))?,
            currency,
            total,
            lines: lines.collect::<Result<_, OrderError>>()?,
        })
    }
}
