//! The columns a list can have, and what stands in them.

use std::collections::BTreeMap;
use std::sync::Arc;

use domain::know::customers::{CustomerId, Field, Marketing};
use domain::know::fields::{self, CustomField, FieldId, Holds};
use domain::know::lists::{CustomerRow, Order, Sort};
use domain::know::query::Consent;
use domain::know::tags;
use domain::office::staff::Account;
use domain::prove::reviews::{self, Glance};
use kernel::{Currency, Money};
use review::sentences;
use store::{Snapshot, StoreError};

use super::chips;
use crate::Reader;
use crate::know::customers::inputs;
use crate::know::when;

/// A column beside the name, which every list has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Column {
    /// A field everybody has.
    Field(Field),
    /// What they are marked with.
    Tags,
    /// How often they have ordered.
    Orders,
    /// What they have spent.
    Spent,
    /// Whether they still come, by the review.
    Standing,
    /// How likely they are not to order again, by the review.
    Risk,
    /// How much money is at risk of them, by the review.
    AtRisk,
    /// When they were last seen or heard.
    Seen,
    /// When they were added.
    Added,
    /// A field that the business made up.
    Own(CustomField),
}

/// Fields a list can show.
const FIELDS: [Field; 9] = [
    Field::Owner,
    Field::City,
    Field::Country,
    Field::Email,
    Field::Phone,
    Field::Code,
    Field::Kind,
    Field::Language,
    Field::Marketing,
];

impl Column {
    /// All there are, in the order of lists.
    pub fn all(own: &[CustomField]) -> Vec<Column> {
        let fields = FIELDS.into_iter().map(Column::Field);
        let counted = [
            Column::Tags,
            Column::Orders,
            Column::Spent,
            Column::Standing,
            Column::Risk,
            Column::AtRisk,
            Column::Seen,
            Column::Added,
        ];
        fields.chain(counted).chain(own.iter().cloned().map(Column::Own)).collect()
    }

    /// Those named, in the order of lists; those a list has by itself, where
    /// none is.
    pub fn named(names: &[String], own: &[CustomField]) -> Vec<Column> {
        let usual = ["owner", "city", "tags", "spent", "seen"].map(str::to_owned);
        let names = if names.is_empty() { &usual[..] } else { names };
        let all = Column::all(own).into_iter();
        all.filter(|column| names.iter().any(|name| name == column.name())).collect()
    }

    /// Its name in addresses and views.
    pub fn name(&self) -> &str {
        match self {
            Column::Field(field) => field.name(),
            Column::Tags => "tags",
            Column::Orders => "orders",
            Column::Spent => "spent",
            Column::Standing => "standing",
            Column::Risk => "risk",
            Column::AtRisk => Order::AtRisk.name(),
            Column::Seen => "seen",
            Column::Added => "added",
            Column::Own(field) => &field.key,
        }
    }

    /// What people call it.
    pub fn title(&self, reader: Reader) -> String {
        match self {
            Column::Field(field) => reader.say(&inputs::key(*field)),
            Column::Tags => reader.say("list-tags"),
            Column::Orders => reader.say("list-orders"),
            Column::Spent => reader.say("list-spent"),
            Column::Standing => reader.say("list-standing"),
            Column::Risk => reader.say("figure-risk"),
            Column::AtRisk => reader.say("list-at-risk"),
            Column::Seen => reader.say("customers-seen"),
            Column::Added => reader.say("customers-added"),
            Column::Own(field) => field.name.clone(),
        }
    }

    /// What sorts a list by it, and whether the largest comes first then.
    pub fn sort(&self) -> Option<Sort> {
        let by = match self {
            Column::Orders => Order::Orders,
            Column::Spent => Order::Spent,
            Column::AtRisk => Order::AtRisk,
            Column::Seen => Order::Seen,
            Column::Added => Order::Added,
            Column::Field(_) | Column::Tags | Column::Standing | Column::Risk | Column::Own(_) => {
                return None;
            }
        };
        Some(Sort { by, descending: true })
    }

    /// Whether the review says what is in it.
    pub fn is_of_the_review(&self) -> bool {
        matches!(self, Column::Standing | Column::Risk | Column::AtRisk)
    }

    /// Whether it holds numbers, which stand at the end of their column.
    pub fn is_number(&self) -> bool {
        matches!(self, Column::Orders | Column::Spent | Column::Risk | Column::AtRisk)
    }

    /// What stands in it for a customer.
    pub fn cell(&self, reader: Reader, row: &CustomerRow, beside: &Beside) -> Cell {
        let text = |text: Option<String>| Cell::Text(text.unwrap_or_default());
        match self {
            Column::Field(field) => text(
                value(row, *field)
                    .map(|value| inputs::shown(reader, *field, &value, &beside.staff)),
            ),
            Column::Tags => Cell::Marks(beside.tags.get(&row.id).cloned().unwrap_or_default()),
            Column::Orders => Cell::Text(reader.phrases.integer(row.orders)),
            Column::Spent => text(spent(row).map(|spent| reader.phrases.money(spent))),
            Column::Standing => {
                let glance = beside.glances.get(&row.id);
                text(glance.map(|of| sentences::standing(reader.phrases, of.standing)))
            }
            Column::Risk => text(beside.risk(row.id).map(|risk| chips::percent(reader, risk))),
            Column::AtRisk => text(beside.at_risk(row.id).map(|money| reader.phrases.money(money))),
            Column::Seen => text(row.seen_at.at().map(|at| when::day_short(reader, at))),
            Column::Added => Cell::Text(when::day_short(reader, row.added_at)),
            Column::Own(field) => {
                let value = beside.values.get(&(row.id, field.id));
                text(value.map(|value| own_shown(reader, field, value)))
            }
        }
    }
}

/// What stands in a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cell {
    /// Words or a number.
    Text(String),
    /// Marks.
    Marks(Vec<String>),
}

/// What a list shows that does not stand in the rows themselves.
#[derive(Debug, Default)]
pub struct Beside {
    /// Who works here.
    pub staff: Arc<[Account]>,
    /// What each is marked with.
    pub tags: BTreeMap<CustomerId, Vec<String>>,
    /// What each has in the fields that the business made up.
    pub values: BTreeMap<(CustomerId, FieldId), String>,
    /// What the review says of each; nothing of those who object to marketing.
    pub glances: BTreeMap<CustomerId, Glance>,
}

impl Beside {
    /// What these columns need for these rows.
    pub async fn of(
        snapshot: &mut Snapshot<'_>,
        staff: Arc<[Account]>,
        columns: &[Column],
        rows: &[CustomerRow],
    ) -> Result<Self, StoreError> {
        let ids: Vec<CustomerId> = rows.iter().map(|row| row.id).collect();
        let mut beside = Self { staff, ..Self::default() };
        if columns.contains(&Column::Tags) {
            beside.tags = tags::of_each(snapshot, &ids).await?;
        }
        if columns.iter().any(|column| matches!(column, Column::Own(_))) {
            beside.values = fields::values_of_each(snapshot, &ids).await?;
        }
        if columns.iter().any(Column::is_of_the_review) {
            beside.glances = reviews::at_a_glance(snapshot, &ids).await?;
        }
        Ok(beside)
    }

    /// How likely somebody is not to order again, in whole percent.
    pub fn risk(&self, customer: CustomerId) -> Option<i64> {
        self.glances.get(&customer)?.risk_percent()
    }

    /// How much money is at risk of somebody.
    pub fn at_risk(&self, customer: CustomerId) -> Option<Money> {
        self.glances.get(&customer)?.at_risk
    }
}

/// What somebody has spent, where they have spent anything.
pub fn spent(row: &CustomerRow) -> Option<Money> {
    let currency = row.spent_in.as_ref()?.parse().unwrap_or(Currency::NONE);
    Some(Money::new(row.spent, currency))
}

/// What a field of a row holds.
pub fn value(row: &CustomerRow, field: Field) -> Option<String> {
    match field {
        Field::Name => Some(row.name.clone()),
        Field::Kind => row.kind.clone(),
        Field::Code => row.code.clone(),
        Field::Owner => row.owner.map(|owner| owner.to_string()),
        Field::Email => row.email.clone(),
        Field::Phone => row.phone.clone(),
        Field::Language => row.language.clone(),
        Field::Country => row.country.clone(),
        Field::City => row.city.clone(),
        Field::Marketing => row.marketing.clone(),
        Field::Channel
        | Field::WhyUs
        | Field::FoundUs
        | Field::Brought
        | Field::Thanked
        | Field::Leaving
        | Field::Preferences => None,
    }
}

/// A value of a field that the business made up, as people read it.
pub fn own_shown(reader: Reader, field: &CustomField, value: &str) -> String {
    match field.holds {
        Holds::YesNo => reader.say(if value == "yes" { "value-yes" } else { "value-no" }),
        Holds::Date => value
            .parse::<kernel::Day>()
            .map_or_else(|_| value.to_owned(), |day| reader.phrases.day(day)),
        Holds::Text | Holds::Number | Holds::Choice { .. } => value.to_owned(),
    }
}

/// What somebody said to marketing, in a word or two.
pub fn consent(reader: Reader, said: Consent) -> String {
    match said {
        Consent::Given => reader.say(&format!("marketing-{}", Marketing::Consent.word())),
        Consent::Objected => reader.say("query-objected"),
        Consent::Unsaid => reader.say("query-unsaid"),
    }
}
