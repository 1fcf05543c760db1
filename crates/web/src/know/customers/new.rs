//! Adding a customer.

use std::collections::HashMap;

use askama::Template;
use axum::response::{IntoResponse as _, Redirect, Response};
use domain::know::customers::{self, CustomerError, Field};
use domain::office::staff::Account;

use super::inputs;
use crate::components::Input;
use crate::{Form, Frame, Page, Problem, Visitor, Writer};

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
}

impl New {
    fn of(frame: Frame, staff: &[Account], values: &HashMap<Field, String>) -> Self {
        let input = |field| inputs::input(frame.reader, field, values.get(&field).cloned(), staff);
        Self { inputs: ASKED.map(input).into(), frame }
    }

    fn refuse(&mut self, field: Field, why: &str) {
        for input in &mut self.inputs {
            if input.name == field.name() {
                input.error = Some(why.to_owned());
            }
        }
    }
}

/// `GET /customers/new`
pub async fn show(frame: Frame, visitor: Visitor) -> Page<New> {
    Page(New::of(frame, &visitor.house().staff, &HashMap::new()))
}

/// `POST /customers`: adds them and shows their page, or says what was not
/// taken and keeps what was typed.
///
/// # Errors
/// Where the database cannot be reached.
pub async fn add(
    writer: Writer,
    Form(sent): Form<HashMap<String, String>>,
) -> Result<Response, Problem> {
    let typed: HashMap<Field, String> =
        sent.into_iter().filter_map(|(name, value)| Some((Field::named(&name)?, value))).collect();
    let known: Vec<(Field, String)> =
        typed.iter().map(|(field, value)| (*field, value.clone())).collect();
    let added = writer.write(async move |tx| customers::add(tx, &known).await).await;
    let refused = match added {
        Ok(id) => {
            writer.tell(writer.say("customer-was-added"));
            return Ok(Redirect::to(&format!("/customers/{id}")).into_response());
        }
        Err(CustomerError::Refused(refused)) => refused,
        Err(other) => return Err(other.into()),
    };
    let mut page = New::of(writer.frame, &writer.visitor.house().staff, &typed);
    for (field, why) in refused {
        let why = inputs::refusal(page.frame.reader, why);
        page.refuse(field, &why);
    }
    Ok(Page(page).refused())
}
