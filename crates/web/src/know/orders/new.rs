//! Adding an order.

use askama::Template;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Redirect, Response};
use domain::know::customers::{self, CustomerId, CustomerRow, Order, Sort};
use domain::know::orders;
use serde::Deserialize;

use super::form::{OrderForm, Sent};
use super::words;
use crate::components::Avatar;
use crate::cookies::Jar;
use crate::{App, Form, Frame, Notice, Page, Problem, Visitor};

/// Customers offered where none is named.
const OFFERED: u32 = 20;

/// The page: the form, or the customers seen last where none is named yet.
#[derive(Template)]
#[template(path = "know/orders/new.html")]
pub struct New {
    frame: Frame,
    of: Option<String>,
    form: Option<OrderForm>,
    offered: Vec<CustomerRow>,
}

/// Whose order it is.
#[derive(Deserialize)]
pub struct Whose {
    customer: Option<CustomerId>,
}

/// `GET /orders/new`
///
/// # Errors
/// Where there is no such customer, or the database cannot be reached.
pub async fn show(
    State(app): State<App>,
    frame: Frame,
    Query(Whose { customer }): Query<Whose>,
) -> Result<Page<New>, Problem> {
    let mut reader = app.db.reader().await?;
    let snapshot = &mut reader.snapshot();
    let Some(id) = customer else {
        let lately = Sort { by: Order::Seen, descending: true };
        let offered = customers::page(snapshot, lately, None, OFFERED).await?.rows;
        return Ok(Page(New { frame, of: None, form: None, offered }));
    };
    let last = orders::currency_of_last(snapshot, id).await?;
    drop(reader);
    Ok(Page(page(&app, frame, id, &Sent::paid_in(last)).await?))
}

async fn page(app: &App, frame: Frame, customer: CustomerId, sent: &Sent) -> Result<New, Problem> {
    let known = customers::customer(&mut app.db.reader().await?.snapshot(), customer).await?;
    let of = Some(known.ok_or(Problem::NotFound)?.name().to_owned());
    let form = Some(OrderForm::filled(&frame, customer, sent));
    Ok(New { frame, of, form, offered: Vec::new() })
}

/// `POST /orders`: adds it and shows it, or says what was not taken and keeps
/// what was typed.
///
/// # Errors
/// Where there is no such customer, or the database cannot be reached.
pub async fn add(
    State(app): State<App>,
    frame: Frame,
    visitor: Visitor,
    jar: Jar,
    Form(sent): Form<Sent>,
) -> Result<Response, Problem> {
    let who = visitor.actor().ok_or(Problem::SignInNeeded)?;
    let customer =
        sent.customer.ok_or_else(|| Problem::Malformed("customer: missing".to_owned()))?;
    if sent.more.is_some() {
        return Ok(Page(page(&app, frame, customer, &sent).await?).into_response());
    }
    let added = match sent.read() {
        Ok(new) => app.db.write(who, async move |tx| orders::add(tx, customer, &new).await).await,
        Err(refused) => Err(refused),
    };
    match added {
        Ok(id) => {
            let words = frame.say("order-was-added");
            Notice::undoable(words, format!("/orders/{id}/state/cancelled")).leave(&visitor, &jar);
            Ok(Redirect::to(&format!("/orders/{id}")).into_response())
        }
        Err(error) => {
            let (part, why) = words::refusal(frame.reader, error)?;
            let mut page = page(&app, frame, customer, &sent).await?;
            if let Some(form) = &mut page.form {
                form.refuse(part, why);
            }
            Ok((StatusCode::UNPROCESSABLE_ENTITY, Page(page)).into_response())
        }
    }
}
