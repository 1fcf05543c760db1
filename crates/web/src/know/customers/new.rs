//! Adding a customer, and taking back that one was added.

use std::collections::HashMap;

use askama::Template;
use axum::response::{IntoResponse as _, Redirect, Response};
use domain::know::customers::{self, Customer, CustomerError, CustomerId, Field, Hanging, Refused};
use domain::know::search::{self, Likeness, Newcomer};
use domain::office::staff::Account;

use super::inputs;
use crate::components::{Avatar, Input, TakeBack};
use crate::path::Path;
use crate::{Form, Frame, Nothing, Page, Problem, Visitor, Writer};

/// What is asked for at first; the rest is asked for on the customer's page.
const ASKED: [Field; 8] = [
    Field::Name,
    Field::Kind,
    Field::Code,
    Field::Email,
    Field::Phone,
    Field::City,
    Field::Country,
    Field::Owner,
];

/// The page.
#[derive(Template)]
#[template(path = "know/customers/new.html")]
pub struct New {
    frame: Frame,
    inputs: Vec<Input>,
    /// What those who are alike have been shown for.
    asked: String,
    alike: Vec<Alike>,
}

/// Somebody who may be whom one is adding.
struct Alike {
    href: String,
    name: String,
    /// By what they are alike.
    by: String,
    /// What tells them from others.
    apart: String,
}

/// The field of the form that holds what they have been shown for.
const ASKED_OF: &str = "alike";
/// By what somebody may be known already.
const KNOWN_BY: [Field; 3] = [Field::Name, Field::Phone, Field::Email];

impl New {
    fn of(frame: Frame, staff: &[Account], values: &HashMap<Field, String>) -> Self {
        let input = |field| inputs::input(frame.reader, field, values.get(&field).cloned(), staff);
        Self { inputs: ASKED.map(input).into(), frame, asked: String::new(), alike: Vec::new() }
    }

    /// Says below the fields what of them is refused.
    fn refuse(&mut self, refused: Vec<(Field, Refused)>) {
        for (field, why) in refused {
            let why = inputs::refusal_of(self.frame.reader, field, why);
            let input = self.inputs.iter_mut().find(|input| input.name == field.name());
            if let Some(input) = input {
                input.error = Some(why);
            }
        }
    }
}

/// `GET /customers/new`
pub async fn show(frame: Frame, visitor: Visitor) -> Page<New> {
    let mut page = New::of(frame, &visitor.house().staff, &HashMap::new());
    if let Some(name) = page.inputs.first_mut() {
        name.is_first = true;
    }
    Page(page)
}

/// `POST /customers`: adds them and shows their page, or says what was not
/// taken and keeps what was typed. Where others have the same telephone number or
/// e-mail address, or are called alike, it shows them first, once for what was
/// typed: whoever sends it again means another.
///
/// # Errors
/// Where the database cannot be reached.
pub async fn add(
    writer: Writer,
    Form(sent): Form<HashMap<String, String>>,
) -> Result<Response, Problem> {
    let asked = sent.get(ASKED_OF).cloned().unwrap_or_default();
    let typed: HashMap<Field, String> =
        sent.into_iter().filter_map(|(name, value)| Some((Field::named(&name)?, value))).collect();
    let known: Vec<(Field, String)> =
        typed.iter().map(|(field, value)| (*field, value.clone())).collect();
    let [name, phone, email] = KNOWN_BY.map(|by| typed.get(&by).map_or("", |text| text.trim()));
    let by: Vec<&str> = [name, phone, email].into_iter().filter(|text| !text.is_empty()).collect();
    let by = by.join(" ");
    if asked != by {
        let alike = alike(&writer, &Newcomer { name, phone, email }).await?;
        if !alike.is_empty() {
            let mut page = New::of(writer.frame, &writer.visitor.house().staff, &typed);
            // Nobody is to find out what is wrong only once they have decided.
            if let Err(CustomerError::Refused(refused)) = customers::could_be_added(&known) {
                page.refuse(refused);
            }
            return Ok(Page(New { asked: by, alike, ..page }).refused());
        }
    }
    let added = writer.write(async move |tx| customers::add(tx, &known).await).await;
    let refused = match added {
        Ok(id) => {
            writer.tell_undoable(writer.say("customer-was-added"), to_remove(id));
            return Ok(Redirect::to(&format!("/customers/{id}")).into_response());
        }
        Err(CustomerError::Refused(refused)) => refused,
        Err(other) => return Err(other.into()),
    };
    let mut page = New::of(writer.frame, &writer.visitor.house().staff, &typed);
    page.asked = asked;
    page.refuse(refused);
    Ok(Page(page).refused())
}

async fn alike(writer: &Writer, new: &Newcomer<'_>) -> Result<Vec<Alike>, Problem> {
    let mut reader = writer.app.db.reader().await?;
    let found = search::alike(&mut reader.snapshot(), new).await?;
    let phrases = writer.phrases();
    let row = |search::Alike { customer, by }: search::Alike| {
        let by: Vec<String> = by.into_iter().map(|by| writer.say(likeness_key(by))).collect();
        let apart: Vec<String> = customer.apart.iter().map(|(_, value)| value.clone()).collect();
        Alike {
            href: format!("/customers/{}", customer.id),
            name: customer.called(),
            by: phrases.list(&by),
            apart: apart.join(" · "),
        }
    };
    Ok(found.into_iter().map(row).collect())
}

fn likeness_key(by: Likeness) -> &'static str {
    match by {
        Likeness::Phone => "alike-phone",
        Likeness::Email => "alike-email",
        Likeness::Name => "alike-name",
    }
}

fn to_remove(id: CustomerId) -> String {
    format!("/customers/{id}/remove")
}

/// How a customer is taken back with whom nothing has happened yet.
pub fn undo(frame: &Frame, customer: &Customer) -> Option<TakeBack> {
    let is_new = customer.seen_at.at().is_none();
    is_new.then(|| TakeBack {
        action: to_remove(customer.id),
        words: frame.say("part-undo"),
        token: frame.token.clone(),
    })
}

/// `POST /customers/{id}/remove`: takes back that they were added, or says what
/// would be lost with them.
///
/// # Errors
/// Where there is no such customer, or the database cannot be reached.
pub async fn remove(
    writer: Writer,
    Path(id): Path<CustomerId>,
    Form(Nothing {}): Form<Nothing>,
) -> Result<Redirect, Problem> {
    let known = customers::customer(&mut writer.app.db.reader().await?.snapshot(), id).await?;
    let customer = known.ok_or(Problem::NotFound)?;
    let hanging = writer.write(async move |tx| customers::remove(tx, id).await).await?;
    let phrases = writer.phrases();
    let name = ("name", customer.name().to_owned().into());
    if hanging.is_empty() {
        writer.tell(phrases.say_with("customer-was-removed", &[name]));
        return Ok(Redirect::to("/customers"));
    }
    let what: Vec<String> = hanging.into_iter().map(|what| writer.say(hanging_key(what))).collect();
    let what = ("what", phrases.list(&what).into());
    writer.refuse(phrases.say_with("customer-not-removed", &[name, what]));
    Ok(Redirect::to(&format!("/customers/{id}")))
}

fn hanging_key(what: Hanging) -> &'static str {
    match what {
        Hanging::Orders => "hanging-orders",
        Hanging::Interactions => "hanging-interactions",
        Hanging::Contacts => "hanging-contacts",
    }
}
