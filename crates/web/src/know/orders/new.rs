//! Adding an order.

use askama::Template;
use axum::extract::{Query, State};
use axum::response::{IntoResponse as _, Redirect, Response};
use domain::know::customers::CustomerId;
use domain::know::orders;
use serde::Deserialize;

use super::form::{OrderForm, Purpose, Sent};
use super::words;
use crate::know::finder::Finder;
use crate::{App, Form, Frame, Page, Problem, Visitor, Writer};

/// The page that asks what was ordered.
const NEW: &str = "/orders/new";

/// The page.
#[derive(Template)]
#[template(path = "know/orders/new.html")]
pub struct New {
    frame: Frame,
    title: String,
    part: Part,
}

/// The form, or whose order it is, where that is not known yet.
enum Part {
    Form(Box<OrderForm>),
    Finder(Finder),
}

/// Whose order it is.
#[derive(Deserialize)]
pub struct Whose {
    customer: Option<CustomerId>,
    #[serde(default)]
    q: String,
}

/// `GET /orders/new`: paid in the currency of the business, where none is set in
/// the one the customer paid in last.
///
/// # Errors
/// Where there is no such customer, or the database cannot be reached.
pub async fn show(
    State(app): State<App>,
    frame: Frame,
    visitor: Visitor,
    Query(Whose { customer, q }): Query<Whose>,
) -> Result<Page<New>, Problem> {
    let mut reader = app.db.reader().await?;
    let snapshot = &mut reader.snapshot();
    let Some(id) = customer else {
        let finder = Finder::of(snapshot, frame.reader, NEW, Vec::new(), &q).await?;
        let title = frame.say("order-whose");
        return Ok(Page(New { frame, title, part: Part::Finder(finder) }));
    };
    let currency = match visitor.settings().region.currency {
        Some(set) => Some(set),
        None => orders::currency_of_last(snapshot, id).await?,
    };
    drop(reader);
    Ok(Page(page(&app, frame, id, &Sent::paid_in(currency)).await?))
}

async fn page(
    app: &App,
    mut frame: Frame,
    customer: CustomerId,
    sent: &Sent,
) -> Result<New, Problem> {
    let known = frame.turn_to(&mut app.db.reader().await?.snapshot(), customer).await?;
    let name = known.name();
    let form = OrderForm::filled(&frame, customer, Purpose::Add, sent);
    let title = format!("{} · {name}", frame.say("frame-add-order"));
    Ok(New { frame, title, part: Part::Form(Box::new(form)) })
}

/// `POST /orders`: adds it and shows it, or says what was not taken and keeps
/// what was typed.
///
/// # Errors
/// Where there is no such customer, or the database cannot be reached.
pub async fn add(writer: Writer, Form(sent): Form<Sent>) -> Result<Response, Problem> {
    let customer =
        sent.customer.ok_or_else(|| Problem::Malformed("customer: missing".to_owned()))?;
    if sent.more.is_some() {
        return Ok(Page(page(&writer.app, writer.frame, customer, &sent).await?).into_response());
    }
    let added = match sent.read(None, writer.frame.reader.zone) {
        Ok(new) => writer.write(async move |tx| orders::add(tx, customer, &new).await).await,
        Err(refused) => Err(refused),
    };
    match added {
        Ok(id) => {
            let words = writer.say("order-was-added");
            writer.tell_undoable(words, format!("/orders/{id}/state/cancelled"));
            Ok(Redirect::to(&format!("/orders/{id}")).into_response())
        }
        Err(error) => {
            let (part, why) = words::refusal(writer.frame.reader, error)?;
            let mut page = page(&writer.app, writer.frame, customer, &sent).await?;
            if let Part::Form(form) = &mut page.part {
                form.refuse(part, why);
            }
            Ok(Page(page).refused())
        }
    }
}
