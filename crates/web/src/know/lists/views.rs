//! Saved views: their tabs above a list, saving, changing and removing them.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Redirect;
use domain::know::lists::Sort;
use domain::know::views::{self, NewView, SavedView, ViewError, ViewId};
use domain::office::rights::Right;
use domain::office::staff::AccountId;
use phrases::Phrases;
use serde::Deserialize;

use super::asked::Asked;
use crate::components::{Tab, Tabs};
use crate::cookies::Jar;
use crate::know::customers::edit::Nothing;
use crate::know::when;
use crate::{App, Form, Frame, Notice, Problem, Reader, Token, Visitor};

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
    /// Above a list.
    pub fn of(frame: &Frame, visitor: &Visitor, asked: &Asked, views: &[SavedView]) -> Self {
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
            fields: asked.fields(),
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
    visitor.role().is_some_and(|role| role.may(Right::ShareViews))
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

/// `POST /views`
///
/// # Errors
/// Where it has no name or means nothing, or the database cannot be reached.
pub async fn save(
    State(app): State<App>,
    frame: Frame,
    visitor: Visitor,
    jar: Jar,
    Form(sent): Form<Sent>,
) -> Result<Redirect, Problem> {
    let (me, who) = known(&visitor)?;
    let new = sent.view(&visitor);
    let there = list_of(&new).href();
    let id = app.db.write(who, async move |tx| views::save(tx, me, &new).await).await;
    let id = id.map_err(problem)?;
    Notice::undoable(frame.say("view-was-saved"), format!("/views/{id}/remove"))
        .leave(&visitor, &jar);
    Ok(Redirect::to(&there))
}

/// `POST /views/{id}`
///
/// # Errors
/// Where there is none of theirs, or it would have no name.
pub async fn edit(
    State(app): State<App>,
    Path(id): Path<ViewId>,
    frame: Frame,
    visitor: Visitor,
    jar: Jar,
    Form(sent): Form<Sent>,
) -> Result<Redirect, Problem> {
    let (me, who) = known(&visitor)?;
    let wanted = sent.view(&visitor);
    let there = list_of(&wanted).href();
    let edit = async move |tx: &mut store::Tx<'_>| views::edit(tx, me, id, &wanted).await;
    if app.db.write(who, edit).await.map_err(problem)? {
        Notice::of(frame.say("view-was-changed")).leave(&visitor, &jar);
    }
    Ok(Redirect::to(&there))
}

/// `POST /views/{id}/remove`
///
/// # Errors
/// Where there is none of theirs.
pub async fn remove(
    State(app): State<App>,
    Path(id): Path<ViewId>,
    frame: Frame,
    visitor: Visitor,
    jar: Jar,
    Form(Nothing {}): Form<Nothing>,
) -> Result<Redirect, Problem> {
    let (me, who) = known(&visitor)?;
    let removed = app.db.write(who, async move |tx| views::remove(tx, me, id).await).await;
    removed.map_err(problem)?;
    Notice::undoable(frame.say("view-was-removed"), format!("/views/{id}/restore"))
        .leave(&visitor, &jar);
    Ok(Redirect::to(super::asked::LIST))
}

/// `POST /views/{id}/restore`
///
/// # Errors
/// Where there is none of theirs.
pub async fn restore(
    State(app): State<App>,
    Path(id): Path<ViewId>,
    visitor: Visitor,
    Form(Nothing {}): Form<Nothing>,
) -> Result<Redirect, Problem> {
    let (me, who) = known(&visitor)?;
    let restored = app.db.write(who, async move |tx| views::restore(tx, me, id).await).await;
    restored.map_err(problem)?;
    Ok(Redirect::to(super::asked::LIST))
}

fn known(visitor: &Visitor) -> Result<(AccountId, store::log::Actor), Problem> {
    let me = visitor.account().ok_or(Problem::SignInNeeded)?.id;
    Ok((me, visitor.actor().ok_or(Problem::SignInNeeded)?))
}

fn problem(error: ViewError) -> Problem {
    match error {
        ViewError::Unknown => Problem::NotFound,
        ViewError::Store(error) => error.into(),
        refused @ (ViewError::NoName | ViewError::Query(_)) => {
            Problem::Malformed(refused.to_string())
        }
    }
}
