//! Changing what an order holds.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Redirect, Response};
use domain::know::customers::{self, Version};
use domain::know::orders::{self, OrderError, OrderId};

use super::form::{OrderForm, Purpose, Sent};
use super::words;
use crate::cookies::Jar;
use crate::know::customers::edit::Nothing;
use crate::{App, Form, Frame, Notice, Page, Problem, Visitor};

/// The page.
#[derive(Template)]
#[template(path = "know/orders/edit.html")]
pub struct Edit {
    frame: Frame,
    id: OrderId,
    title: String,
    whose: String,
    form: OrderForm,
}

/// `GET /orders/{id}/edit`
///
/// # Errors
/// Where there is none, or the database cannot be reached.
pub async fn show(
    State(app): State<App>,
    Path(id): Path<OrderId>,
    frame: Frame,
) -> Result<Page<Edit>, Problem> {
    Ok(Page(page(&app, frame, id, None).await?))
}

/// The page, with what was typed and not taken, as of the version that was
/// seen.
async fn page(
    app: &App,
    mut frame: Frame,
    id: OrderId,
    typed: Option<(Version, Sent)>,
) -> Result<Edit, Problem> {
    let mut reader = app.db.reader().await?;
    let snapshot = &mut reader.snapshot();
    let known = orders::order(snapshot, id).await?.ok_or(Problem::NotFound)?;
    let customer = customers::customer(snapshot, known.customer).await?.ok_or(Problem::NotFound)?;
    let (seen, sent) = match typed {
        Some(typed) => typed,
        None => (
            known.version,
            Sent::of(&known, &orders::lines(snapshot, id).await?, frame.reader.zone),
        ),
    };
    frame.about = Some(known.customer);
    Ok(Edit {
        id,
        title: words::title(frame.reader, known.code.as_deref()),
        whose: customer.name().to_owned(),
        form: OrderForm::filled(&frame, known.customer, Purpose::Edit(id, seen), &sent),
        frame,
    })
}

/// `POST /orders/{id}`: changes it and shows it, or says what was not taken and
/// keeps what was typed.
///
/// # Errors
/// Where there is none, or the database cannot be reached.
pub async fn edit(
    State(app): State<App>,
    Path(id): Path<OrderId>,
    frame: Frame,
    visitor: Visitor,
    jar: Jar,
    Form(sent): Form<Sent>,
) -> Result<Response, Problem> {
    let who = visitor.actor().ok_or(Problem::SignInNeeded)?;
    let seen = sent.seen();
    if sent.more.is_some() {
        return Ok(Page(page(&app, frame, id, Some((seen, sent))).await?).into_response());
    }
    let known = orders::order(&mut app.db.reader().await?.snapshot(), id).await?;
    let edited = match sent.read(known.map(|known| known.placed_at), frame.reader.zone) {
        Ok(wanted) => {
            let write =
                async move |tx: &mut store::Tx<'_>| orders::edit(tx, id, Some(seen), &wanted).await;
            app.db.write(who, write).await
        }
        Err(refused) => Err(refused),
    };
    let error = match edited {
        Ok(is_different) => {
            if is_different {
                let words = frame.say("order-was-edited");
                Notice::undoable(words, format!("/orders/{id}/undo")).leave(&visitor, &jar);
            }
            return Ok(Redirect::to(&format!("/orders/{id}")).into_response());
        }
        Err(error) => error,
    };
    let reader = frame.reader;
    let mut page = page(&app, frame, id, Some((seen, sent))).await?;
    if matches!(error, OrderError::ChangedSince) {
        page.form.refuse_all(reader.say("order-changed-since"));
    } else {
        let (part, why) = words::refusal(reader, error)?;
        page.form.refuse(part, why);
    }
    Ok((StatusCode::UNPROCESSABLE_ENTITY, Page(page)).into_response())
}

/// `POST /orders/{id}/undo`: takes back the last edit this person made.
///
/// # Errors
/// Where there is none, or the database cannot be reached.
pub async fn undo(
    State(app): State<App>,
    Path(id): Path<OrderId>,
    frame: Frame,
    visitor: Visitor,
    jar: Jar,
    Form(Nothing {}): Form<Nothing>,
) -> Result<Redirect, Problem> {
    let who = visitor.actor().ok_or(Problem::SignInNeeded)?;
    let undone = app.db.write(who, async move |tx| orders::undo(tx, id).await).await?;
    let key = if undone { "customer-was-undone" } else { "customer-nothing-to-undo" };
    Notice::of(frame.say(key)).leave(&visitor, &jar);
    Ok(Redirect::to(&format!("/orders/{id}")))
}
