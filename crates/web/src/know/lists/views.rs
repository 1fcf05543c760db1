//! Saved views: their tabs above a list, saving, changing and removing them.

use askama::Template;
use axum::response::Redirect;
use domain::know::lists::Sort;
use domain::know::views::{self, NewView, SavedView, ViewError, ViewId};
use domain::office::rights::Right;
use phrases::Phrases;
use serde::Deserialize;

use super::asked::Asked;
use super::said;
use crate::components::{Tab, Tabs};
use crate::know::when;
use crate::path::Path;
use crate::{Form, Frame, Nothing, Problem, Reader, Token, Visitor, Writer};

/// The views somebody sees, and what they can do with the one that is shown.
#[derive(Template)]
#[template(path = "know/lists/views.html")]
pub struct Views {
    tabs: Option<Tabs>,
    /// The view that is shown, where it is one of theirs.
    mine: Option<SavedView>,
    /// Whether the list is a view already.
    is_saved: bool,
    /// What says which list is shown.
    fields: Vec<(&'static str, String)>,
    /// Whether they may share views.
    may_share: bool,
    /// How many customers the view means and when they were counted.
    pub counted: Option<(u32, String)>,
    token: Token,
    phrases: Phrases,
}

impl askama::filters::HtmlSafe for Views {}

impl Views {
    /// Above a list as it was asked for, which is saved as it is shown.
    pub fn of(
        frame: &Frame,
        visitor: &Visitor,
        (asked, as_shown): (&Asked, &Asked),
        views: &[SavedView],
    ) -> Self {
        let me = visitor.account().map(|me| me.id);
        let reader = frame.reader;
        let shown = views.iter().find(|view| is_shown(view, asked)).cloned();
        Self {
            tabs: (!views.is_empty()).then(|| tabs(reader, asked, views)),
            is_saved: shown.is_some(),
            counted: shown.as_ref().and_then(|view| view.counted).map(|(customers, at)| {
                let day = when::day_short(reader, at);
                (customers, format!("{day}, {}", when::hour(reader, at)))
            }),
            mine: shown.filter(|view| Some(view.account) == me),
            fields: as_shown.fields(),
            may_share: may_share(visitor),
            token: frame.token.clone(),
            phrases: reader.phrases,
        }
    }
}

fn tabs(reader: Reader, asked: &Asked, views: &[SavedView]) -> Tabs {
    let everybody = Tab {
        name: reader.say("list-everybody-short"),
        href: super::asked::LIST.to_owned(),
        count: None,
        is_current: asked.fields().is_empty(),
    };
    let views = views.iter().map(|view| Tab {
        name: view.view.name.clone(),
        href: list_of(&view.view).href(),
        count: view.counted.map(|(customers, _)| reader.phrases.integer(customers)),
        is_current: is_shown(view, asked),
    });
    let tabs = std::iter::once(everybody).chain(views).collect();
    Tabs { label: reader.say("views"), tabs }
}

fn list_of(view: &NewView) -> Asked {
    Asked::of(&view.query, &view.sort, &view.columns)
}

fn is_shown(view: &SavedView, asked: &Asked) -> bool {
    list_of(&view.view).fields() == asked.fields()
}

fn may_share(visitor: &Visitor) -> bool {
    visitor.may(Right::ShareViews)
}

/// What a form about a view sends.
#[derive(Deserialize)]
pub struct Sent {
    name: String,
    #[serde(default)]
    q: String,
    #[serde(default)]
    sort: String,
    #[serde(default)]
    column: Vec<String>,
    #[serde(default)]
    shared: bool,
}

impl Sent {
    /// The view it asks for, shared by whoever may alone.
    fn view(&self, visitor: &Visitor) -> NewView {
        let asked = Asked::of(&self.q, &self.sort, &self.column);
        NewView {
            name: self.name.clone(),
            query: asked.canonical(),
            sort: Sort::named(&self.sort).unwrap_or_default().name(),
            columns: asked.columns,
            is_shared: self.shared && may_share(visitor),
        }
    }
}

/// `POST /views`: saves the list and shows it, or says why it was not saved.
///
/// # Errors
/// Where the database cannot be reached.
pub async fn save(writer: Writer, Form(sent): Form<Sent>) -> Result<Redirect, Problem> {
    let me = writer.account.id;
    let new = sent.view(&writer.visitor);
    let there = list_of(&new).href();
    match writer.write(async move |tx| views::save(tx, me, &new).await).await {
        Ok(id) => {
            writer.tell_undoable(writer.say("view-was-saved"), format!("/views/{id}/remove"));
        }
        Err(error) => writer.refuse(refusal(writer.frame.reader, error)?),
    }
    Ok(Redirect::to(&there))
}

/// `POST /views/{id}`
///
/// # Errors
/// Where there is none of theirs, or the database cannot be reached.
pub async fn edit(
    writer: Writer,
    Path(id): Path<ViewId>,
    Form(sent): Form<Sent>,
) -> Result<Redirect, Problem> {
    let me = writer.account.id;
    let wanted = sent.view(&writer.visitor);
    let there = list_of(&wanted).href();
    let edit = async move |tx: &mut store::Tx<'_>| views::edit(tx, me, id, &wanted).await;
    match writer.write(edit).await {
        Ok(true) => writer.tell(writer.say("view-was-changed")),
        Ok(false) => {}
        Err(error) => writer.refuse(refusal(writer.frame.reader, error)?),
    }
    Ok(Redirect::to(&there))
}

/// `POST /views/{id}/remove`
///
/// # Errors
/// Where there is none of theirs.
pub async fn remove(
    writer: Writer,
    Path(id): Path<ViewId>,
    Form(Nothing {}): Form<Nothing>,
) -> Result<Redirect, Problem> {
    let me = writer.account.id;
    writer.write(async move |tx| views::remove(tx, me, id).await).await?;
    writer.tell_undoable(writer.say("view-was-removed"), format!("/views/{id}/restore"));
    Ok(Redirect::to(super::asked::LIST))
}

/// `POST /views/{id}/restore`
///
/// # Errors
/// Where there is none of theirs.
pub async fn restore(
    writer: Writer,
    Path(id): Path<ViewId>,
    Form(Nothing {}): Form<Nothing>,
) -> Result<Redirect, Problem> {
    let me = writer.account.id;
    writer.write(async move |tx| views::restore(tx, me, id).await).await?;
    Ok(Redirect::to(super::asked::LIST))
}

/// Why a view was not kept.
fn refusal(reader: Reader, error: ViewError) -> Result<String, Problem> {
    match error {
        ViewError::NoName => Ok(reader.say("view-no-name")),
        ViewError::Query(error) => Ok(said::wrong(reader, &error)),
        other @ (ViewError::Unknown | ViewError::Store(_)) => Err(other.into()),
    }
}

impl From<ViewError> for Problem {
    fn from(error: ViewError) -> Self {
        match error {
            ViewError::Unknown => Problem::NotFound,
            ViewError::Store(error) => error.into(),
            refused @ (ViewError::NoName | ViewError::Query(_)) => {
                Problem::Malformed(refused.to_string())
            }
        }
    }
}
