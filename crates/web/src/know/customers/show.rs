//! The page of a customer.

use std::collections::BTreeMap;
use std::sync::Arc;

use askama::Template;
use axum::extract::{Query, State};
use chrono::{DateTime, Utc};
use domain::know::contacts;
use domain::know::customers::{self, Customer, CustomerId, Fact, Field};
use domain::know::fields::{self, FieldId};
use domain::know::interactions::Kind;
use domain::know::orders;
use domain::know::tags;
use domain::office::rights::Right;
use domain::office::staff::Account;
use serde::Deserialize;
use store::log::Earlier;

use super::consent::{Consent, NotTaken};
use super::figures::Figures;
use super::matters::Matters;
use super::wanted::Wanted;
use super::{inputs, new, timeline};
use crate::components::{Avatar, Field as EditedField, Input, Timeline};
use crate::know::contacts::people::People;
use crate::know::fields::values::Values;
use crate::know::interactions::form::LogForm;
use crate::know::reach::Dialled;
use crate::know::tags::marks::Marks;
use crate::know::when;
use crate::path::Path;
use crate::routes::with_query;
use crate::{Adding, App, Frame, Page, Problem, Reader, Visitor};

/// Fields beside the facts.
const DETAILS: [Field; 10] = [
    Field::Name,
    Field::Kind,
    Field::Code,
    Field::Owner,
    Field::Email,
    Field::Phone,
    Field::City,
    Field::Country,
    Field::Language,
    Field::Channel,
];

/// The page.
#[derive(Template)]
#[template(path = "know/customers/show.html")]
pub struct Show {
    frame: Frame,
    customer: Customer,
    staff: Arc<[Account]>,
    since: String,
    may_edit: bool,
    log: Option<LogForm>,
    figures: Figures,
    people: People,
    marks: Marks,
    own: Values,
    consent: Consent,
    matters: Matters,
    timeline: Timeline,
    older: Option<String>,
    chosen: Vec<Input>,
    open: Open,
}

/// What was typed and not taken: shown again with the reason.
#[derive(Default)]
pub struct Open {
    /// Each field and what was typed in it.
    pub typed: Vec<(Field, String)>,
    /// Each field that was refused and why.
    pub refused: Vec<(Field, String)>,
    /// A tag that was typed and refused, and why.
    pub tag: Option<(String, String)>,
    /// A field of the business's own, what was typed in it, and why it was
    /// refused.
    pub own: Option<(FieldId, String, String)>,
    /// What was typed of what they said to marketing.
    pub consent: Option<NotTaken>,
}

/// What is added most about a customer, one click away.
const QUICK: [Adding; 4] = [
    Adding::Interaction(Kind::Call),
    Adding::Interaction(Kind::Note),
    Adding::Interaction(Kind::Visit),
    Adding::Order,
];

impl Show {
    /// What this visitor may add, and whether it comes first.
    fn quick(&self) -> Vec<(Adding, bool)> {
        let may = QUICK.into_iter().filter(|add| self.frame.adds.contains(add));
        may.zip(std::iter::once(true).chain(std::iter::repeat(false))).collect()
    }

    fn value(&self, field: Field) -> Option<String> {
        self.customer.value(field)
    }

    fn facts(&self) -> Vec<EditedField<'_>> {
        Fact::ALL.into_iter().map(|fact| self.field(fact.field())).collect()
    }

    fn details(&self) -> Vec<EditedField<'_>> {
        DETAILS.into_iter().map(|field| self.field(field)).collect()
    }

    fn own(&self) -> Vec<EditedField<'_>> {
        self.own.shown(self.frame.reader, &self.frame.token)
    }

    fn preferences(&self) -> EditedField<'_> {
        self.field(Field::Preferences)
    }

    fn field(&self, field: Field) -> EditedField<'_> {
        let reader = self.frame.reader;
        let known = self.customer.value(field);
        let typed = self.open.typed.iter().find(|(typed, _)| *typed == field);
        let refused = self.open.refused.iter().find(|(refused, _)| *refused == field);
        let value = typed.map(|(_, typed)| typed.clone()).or_else(|| known.clone());
        let mut input = inputs::input(reader, field, value, &self.staff);
        input.is_label_unseen = true;
        input.error = refused.map(|(_, why)| why.clone());
        EditedField {
            id: format!("field-{}", field.name()),
            label: reader.say(&inputs::key(field)),
            value: known.map(|value| inputs::shown(reader, field, &value, &self.staff)),
            question: reader.say(&inputs::question(field)),
            is_open: input.error.is_some(),
            input,
            action: self.may_edit.then(|| format!("/customers/{}", self.customer.id)),
            version: Some(self.customer.version.0),
            token: &self.frame.token,
            phrases: reader.phrases,
        }
    }
}

/// Which part of the timeline. A form sends what was left empty as an empty
/// text.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Part {
    before: String,
    show: String,
    by: String,
}

/// `GET /customers/{id}`
///
/// # Errors
/// Where there is no such customer, or the database cannot be reached.
pub async fn show(
    State(app): State<App>,
    Path(id): Path<CustomerId>,
    Query(part): Query<Part>,
    frame: Frame,
    visitor: Visitor,
) -> Result<Page<Show>, Problem> {
    Ok(Page(page_of(&app, frame, &visitor, id, Open::default(), &part).await?))
}

/// The page with something that was not taken.
pub async fn page(
    app: &App,
    frame: Frame,
    visitor: &Visitor,
    id: CustomerId,
    open: Open,
) -> Result<Show, Problem> {
    page_of(app, frame, visitor, id, open, &Part::default()).await
}

async fn page_of(
    app: &App,
    mut frame: Frame,
    visitor: &Visitor,
    id: CustomerId,
    mut open: Open,
    part: &Part,
) -> Result<Show, Problem> {
    let wanted = Wanted::said(&part.show, &part.by);
    let before = part.before.parse().unwrap_or_default();
    let mut reader = app.db.reader().await?;
    let snapshot = &mut reader.snapshot();
    let customer = frame.turn_to(snapshot, id).await?;
    let house = visitor.house();
    let staff = Arc::clone(&house.staff);
    let may_edit = visitor.may(Right::EditCustomers);
    let undo = new::undo(&frame, &customer).filter(|_| may_edit);
    let (timeline, older) =
        timeline::of(snapshot, frame.reader, id, &wanted, before, &staff, undo.as_ref()).await?;
    let may_log = visitor.may(Right::LogInteractions);
    let today = frame.reader.zone.day(app.db.clock().now());
    let matters = Matters::of(snapshot, &frame, (id, today), &staff, may_log).await?;
    let people = People {
        known: contacts::at_customer(snapshot, id).await?,
        add: may_edit.then(|| format!("/contacts/new?customer={id}")),
        phrases: frame.reader.phrases,
    };
    let first_placed = orders::first_placed(snapshot, id).await?;
    let buyer = (&customer, first_placed);
    let figures = Figures::of(snapshot, &frame, visitor, buyer, today).await?;
    let token = may_edit.then(|| frame.token.clone());
    let marks = Marks {
        customer: id,
        tags: tags::of(snapshot, id).await?,
        used: if may_edit { Arc::clone(&house.tags) } else { Arc::default() },
        refused: open.tag.take(),
        token: token.clone(),
        phrases: frame.reader.phrases,
    };
    let own = Values {
        customer: id,
        fields: Arc::clone(&house.fields),
        known: if house.fields.is_empty() {
            BTreeMap::new()
        } else {
            fields::values_of(snapshot, id).await?
        },
        refused: open.own.take(),
        may_edit,
    };
    let decisions = customers::decisions(snapshot, id).await?;
    let said = customer.value(Field::Marketing);
    let not_taken = open.consent.take();
    let consent =
        Consent::of(frame.reader, id, said.as_deref(), &decisions, &staff, token, not_taken);
    Ok(Show {
        marks,
        own,
        consent,
        since: since(frame.reader, &customer, first_placed),
        may_edit,
        figures,
        people,
        matters,
        log: may_log.then(|| LogForm::new(&frame, id, Kind::Call, String::new())),
        timeline,
        older: older.map(|before| older_than(id, &wanted, before)),
        chosen: wanted.inputs(frame.reader, &staff),
        customer,
        staff,
        open,
        frame,
    })
}

fn older_than(id: CustomerId, wanted: &Wanted, before: Earlier) -> String {
    let before = ("before", before.to_string());
    with_query(&format!("/customers/{id}"), wanted.pairs().into_iter().chain([before]))
}

/// Since the first order, which may have been long before they were written
/// down.
fn since(reader: Reader, customer: &Customer, first_placed: Option<DateTime<Utc>>) -> String {
    let since = first_placed.map_or(customer.added_at, |first| first.min(customer.added_at));
    reader.phrases.say_with("customer-since", &[("day", when::day(reader, since).into())])
}
