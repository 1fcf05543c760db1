//! Adding somebody at a customer.

use askama::Template;
use axum::extract::{Query, State};
use axum::response::{IntoResponse as _, Redirect, Response};
use domain::know::contacts::{self, Details};
use domain::know::customers::CustomerId;
use serde::Deserialize;

use super::form::{ContactForm, Sent};
use crate::{App, Form, Frame, Page, Problem, Writer};

/// The page.
#[derive(Template)]
#[template(path = "know/contacts/new.html")]
pub struct New {
    frame: Frame,
    customer: CustomerId,
    at: String,
    form: ContactForm,
}

/// At which customer.
#[derive(Deserialize)]
pub struct At {
    customer: Option<CustomerId>,
}

/// `GET /contacts/new`
///
/// # Errors
/// Where there is no such customer, or the database cannot be reached.
pub async fn show(
    State(app): State<App>,
    frame: Frame,
    Query(At { customer }): Query<At>,
) -> Result<Page<New>, Problem> {
    let customer = customer.ok_or(Problem::NotFound)?;
    Ok(Page(page(&app, frame, customer, &Details::default()).await?))
}

async fn page(
    app: &App,
    mut frame: Frame,
    customer: CustomerId,
    details: &Details,
) -> Result<New, Problem> {
    let known = frame.turn_to(&mut app.db.reader().await?.snapshot(), customer).await?;
    let at = known.name().to_owned();
    let form = ContactForm::filled(&frame, customer, "/contacts".to_owned(), None, details);
    Ok(New { frame, customer, at, form })
}

/// `POST /contacts`: adds them and shows the customer, or says what was not
/// taken and keeps what was typed.
///
/// # Errors
/// Where there is no such customer, or the database cannot be reached.
pub async fn add(writer: Writer, Form(sent): Form<Sent>) -> Result<Response, Problem> {
    let customer =
        sent.customer.ok_or_else(|| Problem::Malformed("customer: missing".to_owned()))?;
    let typed = sent.details();
    let details = typed.clone();
    let added = writer.write(async move |tx| contacts::add(tx, customer, &details).await).await;
    match added {
        Ok(id) => {
            let words = writer
                .frame
                .reader
                .phrases
                .say_with("contact-was-added", &[("name", typed.name.trim().into())]);
            writer.tell_undoable(words, format!("/contacts/{id}/remove"));
            Ok(Redirect::to(&format!("/customers/{customer}")).into_response())
        }
        Err(error) => {
            let reader = writer.frame.reader;
            let mut page = page(&writer.app, writer.frame, customer, &typed).await?;
            page.form.refuse(reader, error)?;
            Ok(Page(page).refused())
        }
    }
}
