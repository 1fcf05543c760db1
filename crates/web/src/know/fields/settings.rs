//! The settings that define fields of the business's own.

use askama::Template;
use axum::extract::State;
use axum::response::{IntoResponse as _, Redirect, Response};
use domain::know::fields::{self, CustomField, FieldId};

use super::form::{Sent, refusal};
use crate::components::{Input, Tabs};
use crate::office::views;
use crate::path::Path;
use crate::{App, Form, Frame, Nothing, Page, Problem, Visitor, Writer};

/// Where they are.
const HERE: &str = "/settings/fields";

/// The page.
#[derive(Template)]
#[template(path = "know/fields/settings.html")]
pub struct Settings {
    frame: Frame,
    tabs: Tabs,
    fields: Vec<Row>,
    inputs: Vec<Input>,
    /// The field that is being changed; none where one is added.
    edited: Option<CustomField>,
}

struct Row {
    field: CustomField,
    holds: String,
}

async fn page(
    app: &App,
    frame: Frame,
    visitor: &Visitor,
    edited: Option<CustomField>,
    sent: &Sent,
    refused: Option<(&str, String)>,
) -> Result<Settings, Problem> {
    let fields = fields::present(&mut app.db.reader().await?.snapshot()).await?;
    let mut inputs = sent.inputs(frame.reader, edited.is_none());
    if let Some((name, why)) = refused
        && let Some(input) = inputs.iter_mut().find(|input| input.name == name)
    {
        input.error = Some(why);
    }
    let row = |field: CustomField| {
        let holds = frame.say(&format!("holds-{}", field.holds.type_name()));
        let choices = field.holds.choices().join(", ");
        let holds = if choices.is_empty() { holds } else { format!("{holds}: {choices}") };
        Row { field, holds }
    };
    Ok(Settings {
        tabs: views::tabs(frame.reader, visitor, HERE),
        fields: fields.into_iter().map(row).collect(),
        inputs,
        edited,
        frame,
    })
}

/// `GET /settings/fields`
///
/// # Errors
/// Where the database cannot be reached.
pub async fn show(
    State(app): State<App>,
    frame: Frame,
    visitor: Visitor,
) -> Result<Page<Settings>, Problem> {
    Ok(Page(page(&app, frame, &visitor, None, &Sent::default(), None).await?))
}

/// `POST /settings/fields`
///
/// # Errors
/// Where the database cannot be reached.
pub async fn add(writer: Writer, Form(sent): Form<Sent>) -> Result<Response, Problem> {
    let new = sent.field();
    match writer.write(async move |tx| fields::add(tx, &new).await).await {
        Ok(_) => {
            writer.tell(writer.say("own-was-added"));
            Ok(Redirect::to(HERE).into_response())
        }
        Err(error) => {
            let refused = refusal(writer.frame.reader, error)?;
            let page = page(&writer.app, writer.frame, &writer.visitor, None, &sent, Some(refused))
                .await?;
            Ok(Page(page).refused())
        }
    }
}

/// `GET /settings/fields/{id}`
///
/// # Errors
/// Where there is none, or the database cannot be reached.
pub async fn edited(
    State(app): State<App>,
    Path(id): Path<FieldId>,
    frame: Frame,
    visitor: Visitor,
) -> Result<Page<Settings>, Problem> {
    let field = present(&app, id).await?;
    let sent = Sent::of(&field);
    Ok(Page(page(&app, frame, &visitor, Some(field), &sent, None).await?))
}

/// `POST /settings/fields/{id}`
///
/// # Errors
/// Where there is none, or the database cannot be reached.
pub async fn edit(
    writer: Writer,
    Path(id): Path<FieldId>,
    Form(mut sent): Form<Sent>,
) -> Result<Response, Problem> {
    let field = present(&writer.app, id).await?;
    field.holds.type_name().clone_into(&mut sent.holds);
    let wanted = sent.field();
    match writer.write(async move |tx| fields::edit(tx, id, &wanted).await).await {
        Ok(is_different) => {
            if is_different {
                writer.tell(writer.say("own-was-changed"));
            }
            Ok(Redirect::to(HERE).into_response())
        }
        Err(error) => {
            let refused = refusal(writer.frame.reader, error)?;
            let page =
                page(&writer.app, writer.frame, &writer.visitor, Some(field), &sent, Some(refused))
                    .await?;
            Ok(Page(page).refused())
        }
    }
}

/// `POST /settings/fields/{id}/remove`
///
/// # Errors
/// Where there is none, or the database cannot be reached.
pub async fn remove(
    writer: Writer,
    Path(id): Path<FieldId>,
    Form(Nothing {}): Form<Nothing>,
) -> Result<Redirect, Problem> {
    writer.write(async move |tx| fields::remove(tx, id).await).await?;
    writer.tell_undoable(writer.say("own-was-removed"), format!("{HERE}/{id}/restore"));
    Ok(Redirect::to(HERE))
}

/// `POST /settings/fields/{id}/restore`
///
/// # Errors
/// Where there is none, or the database cannot be reached.
pub async fn restore(
    writer: Writer,
    Path(id): Path<FieldId>,
    Form(Nothing {}): Form<Nothing>,
) -> Result<Redirect, Problem> {
    writer.write(async move |tx| fields::restore(tx, id).await).await?;
    Ok(Redirect::to(HERE))
}

async fn present(app: &App, id: FieldId) -> Result<CustomField, Problem> {
    let field = fields::field(&mut app.db.reader().await?.snapshot(), id).await?;
    field.filter(|field| !field.removed).ok_or(Problem::NotFound)
}
