//! Changing what an order holds.

use askama::Template;
use axum::extract::State;
use axum::response::{IntoResponse as _, Redirect, Response};
use domain::know::orders::{self, OrderError, OrderId};

use super::form::{OrderForm, Purpose, Sent};
use super::words;
use crate::path::Path;
use crate::{App, Form, Frame, Nothing, Page, Problem, Writer};

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

/// The page, with what was typed and why it was not taken, where it was not. It
/// is of the order as it was seen, or as it is now where somebody was faster.
async fn page(
    app: &App,
    mut frame: Frame,
    id: OrderId,
    typed: Option<(Sent, Option<OrderError>)>,
) -> Result<Edit, Problem> {
    let mut reader = app.db.reader().await?;
    let snapshot = &mut reader.snapshot();
    let known = orders::order(snapshot, id).await?.ok_or(Problem::NotFound)?;
    let customer = frame.turn_to(snapshot, known.customer).await?;
    let lines = orders::lines(snapshot, id).await?;
    let reader = frame.reader;
    let fill = |seen, sent: &Sent| {
        OrderForm::filled(&frame, known.customer, Purpose::Edit(id, seen), sent)
    };
    let form = match typed {
        None => fill(known.version, &Sent::of(&known, &lines, reader.zone)),
        Some((typed, None)) => fill(typed.seen(), &typed),
        Some((typed, Some(OrderError::ChangedSince))) => {
            let mut late = fill(known.version, &typed);
            let now = typed.now(reader, &known, &lines);
            late.refuse_late(reader.say("order-changed-since"), now);
            late
        }
        Some((typed, Some(error))) => {
            let mut refused = fill(typed.seen(), &typed);
            let (part, why) = words::refusal(reader, error)?;
            refused.refuse(part, why);
            refused
        }
    };
    Ok(Edit {
        id,
        title: words::title(reader, known.code.as_deref(), known.placed_at),
        whose: customer.name().to_owned(),
        form,
        frame,
    })
}

/// `POST /orders/{id}`: changes it and shows it, or says what was not taken and
/// keeps what was typed.
///
/// # Errors
/// Where there is none, or the database cannot be reached.
pub async fn edit(
    writer: Writer,
    Path(id): Path<OrderId>,
    Form(sent): Form<Sent>,
) -> Result<Response, Problem> {
    let seen = sent.seen();
    if sent.more.is_some() {
        let page = page(&writer.app, writer.frame, id, Some((sent, None))).await?;
        return Ok(Page(page).into_response());
    }
    let known = orders::order(&mut writer.app.db.reader().await?.snapshot(), id).await?;
    let edited = match sent.read(known.map(|known| known.placed_at), writer.frame.reader.zone) {
        Ok(wanted) => {
            let write =
                async move |tx: &mut store::Tx<'_>| orders::edit(tx, id, Some(seen), &wanted).await;
            writer.write(write).await
        }
        Err(refused) => Err(refused),
    };
    let error = match edited {
        Ok(is_different) => {
            if is_different {
                let words = writer.say("order-was-edited");
                writer.tell_undoable(words, format!("/orders/{id}/undo"));
            }
            return Ok(Redirect::to(&format!("/orders/{id}")).into_response());
        }
        Err(error) => error,
    };
    let page = page(&writer.app, writer.frame, id, Some((sent, Some(error)))).await?;
    Ok(Page(page).refused())
}

/// `POST /orders/{id}/undo`: takes back the last edit this person made.
///
/// # Errors
/// Where there is none, or the database cannot be reached.
pub async fn undo(
    writer: Writer,
    Path(id): Path<OrderId>,
    Form(Nothing {}): Form<Nothing>,
) -> Result<Redirect, Problem> {
    let undone = writer.write(async move |tx| orders::undo(tx, id).await).await?;
    writer.tell_undone(undone);
    Ok(Redirect::to(&format!("/orders/{id}")))
}
