//! Writing down what happened.

use askama::Template;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Redirect, Response};
use domain::know::customers::{self, CustomerId, CustomerRow, Order, Sort};
use domain::know::interactions::{self, Kind};
use serde::Deserialize;

use super::form::{LogForm, Sent};
use super::words;
use crate::components::Avatar;
use crate::cookies::Jar;
use crate::{App, Form, Frame, Notice, Page, Problem, Visitor};

/// Customers offered where none is named.
const OFFERED: u32 = 20;

/// The page: the form, or the customers seen last where none is named yet.
#[derive(Template)]
#[template(path = "know/interactions/new.html")]
pub struct New {
    frame: Frame,
    with: Option<String>,
    form: Option<LogForm>,
    offered: Vec<CustomerRow>,
}

/// With whom it was.
#[derive(Deserialize)]
pub struct With {
    customer: Option<CustomerId>,
}

/// `GET /interactions/new`
///
/// # Errors
/// Where there is no such customer, or the database cannot be reached.
pub async fn new(
    State(app): State<App>,
    frame: Frame,
    Query(With { customer }): Query<With>,
) -> Result<Page<New>, Problem> {
    let mut reader = app.db.reader().await?;
    let snapshot = &mut reader.snapshot();
    let Some(id) = customer else {
        let lately = Sort { by: Order::Seen, descending: true };
        let offered = customers::page(snapshot, lately, None, OFFERED).await?.rows;
        return Ok(Page(New { frame, with: None, form: None, offered }));
    };
    let customer = customers::customer(snapshot, id).await?.ok_or(Problem::NotFound)?;
    let form = LogForm::new(&frame, id, Kind::Call);
    let with = Some(customer.name().to_owned());
    Ok(Page(New { frame, with, form: Some(form), offered: Vec::new() }))
}

/// `POST /interactions`
///
/// # Errors
/// Where there is no such customer, or the database cannot be reached.
pub async fn log(
    State(app): State<App>,
    frame: Frame,
    visitor: Visitor,
    jar: Jar,
    Form(sent): Form<Sent>,
) -> Result<Response, Problem> {
    let who = visitor.actor().ok_or(Problem::SignInNeeded)?;
    let customer =
        sent.customer.ok_or_else(|| Problem::Malformed("customer: missing".to_owned()))?;
    let new = sent.read(None)?;
    let kind = new.kind;
    let logged =
        app.db.write(who, async move |tx| interactions::log(tx, customer, &new).await).await;
    match logged {
        Ok(id) => {
            let what = frame.say(words::key(kind));
            let words =
                frame.reader.phrases.say_with("interaction-was-logged", &[("what", what.into())]);
            Notice::undoable(words, format!("/interactions/{id}/remove")).leave(&visitor, &jar);
            Ok(Redirect::to(&format!("/customers/{customer}")).into_response())
        }
        Err(error) => {
            let why = words::refusal(frame.reader, error)?;
            let mut reader = app.db.reader().await?;
            let known = customers::customer(&mut reader.snapshot(), customer).await?;
            let with = Some(known.ok_or(Problem::NotFound)?.name().to_owned());
            let action = "/interactions".to_owned();
            let mut form =
                LogForm::filled(frame.reader, &frame.token, Some(customer), action, &sent);
            form.refuse(why);
            let page = New { frame, with, form: Some(form), offered: Vec::new() };
            Ok((StatusCode::UNPROCESSABLE_ENTITY, Page(page)).into_response())
        }
    }
}
