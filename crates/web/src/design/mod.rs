//! `/design`: every component and every chart, in development builds. What
//! screenshots are taken of.
//!
//! `?language=hy&theme=dark` shows it so without keeping the choice.

mod drawings;
mod parts;
mod words;

use askama::Template;
use axum::extract::Query;
use axum::response::Redirect;
use phrases::Phrases;
use serde::Deserialize;

use crate::components::{
    Action, Ask, Avatar, Chip, Dialog, Empty, Field, Input, Menu, Meter, NoticeBar, Pager,
    SortHead, Status, Steps, Strip, Tabs, Timeline, icon,
};
use crate::cookies::Jar;
use crate::{Adding, Form, Frame, Notice, Page, Reader, Section, Theme, Visitor};

/// The page.
#[derive(Template)]
#[template(path = "design.html")]
pub struct Design {
    frame: Frame,
    said: Words,
    strip: Strip,
    statuses: Vec<Status>,
    chips: Vec<Chip>,
    tabs: Tabs,
    heads: Vec<SortHead>,
    rows: Vec<Row>,
    pager: Pager,
    timeline: Timeline,
    steps: Steps,
    meter: Meter,
    inputs: Vec<Input>,
    actions: Vec<Action>,
    dialog: Dialog,
    ask: Ask,
    notices: [Notice; 3],
    empty: Empty,
    drawings: Vec<(String, String)>,
}

/// Texts that stand in the template itself.
struct Words {
    company: String,
    reason: String,
    log_call: String,
    discard: String,
    closed: String,
    risk: String,
}

/// A row of the table.
struct Row {
    name: String,
    state: Status,
    spent: String,
    last: String,
    risk: String,
}

impl Design {
    fn fields(&self) -> Vec<Field<'_>> {
        parts::fields(self.frame.reader.phrases, &self.frame.token)
    }

    fn bars(&self) -> impl Iterator<Item = NoticeBar<'_>> {
        let (token, phrases) = (&self.frame.token, self.frame.reader.phrases);
        self.notices.iter().map(move |notice| NoticeBar { notice, token, phrases })
    }

    fn menu(&self) -> Menu<'_> {
        let words = self.said.log_call.clone();
        Menu {
            words,
            icon: Some(icon("more")),
            actions: self.actions.clone(),
            token: &self.frame.token,
        }
    }
}

/// How the page is to be shown this once.
#[derive(Deserialize)]
pub struct Choices {
    language: Option<String>,
    theme: Option<String>,
}

impl Choices {
    fn applied_to(&self, mut reader: Reader) -> Reader {
        let language = self.language.as_ref().and_then(|code| code.parse().ok());
        reader.phrases = language.map_or(reader.phrases, Phrases::of);
        reader.theme = self.theme.as_deref().and_then(Theme::named).unwrap_or(reader.theme);
        reader
    }
}

/// `GET /design`
pub async fn show(mut frame: Frame, Query(choices): Query<Choices>) -> Page<Design> {
    frame.reader = choices.applied_to(frame.reader);
    frame.sections = Section::ALL.to_vec();
    frame.adds = Adding::ALL.to_vec();
    frame.search = Some("/design");
    frame.section = Some(Section::Customers);
    let phrases = frame.reader.phrases;
    let language = phrases.language();
    frame.name.get_or_insert_with(|| words::say(words::PEOPLE[0], language));
    let say = |said| words::say(said, language);
    Page(Design {
        said: Words {
            company: say(words::COMPANY),
            reason: say(words::REASON),
            log_call: say(words::LOG_CALL),
            discard: say(words::DISCARD),
            closed: say(words::CLOSED),
            risk: say(words::RISK),
        },
        strip: parts::strip(phrases),
        statuses: parts::statuses(language),
        chips: parts::chips(phrases),
        tabs: parts::tabs(language),
        heads: parts::heads(phrases),
        rows: parts::rows(phrases),
        pager: parts::pager(phrases),
        timeline: parts::timeline(phrases),
        steps: parts::steps(phrases),
        meter: parts::meter(phrases),
        inputs: parts::inputs(language),
        actions: parts::actions(language),
        dialog: parts::dialog(phrases),
        ask: parts::ask(language, frame.token.clone()),
        notices: parts::notices(language),
        empty: parts::empty(language),
        drawings: drawings::all(phrases),
        frame,
    })
}

/// What the forms of the page send.
#[derive(Deserialize)]
pub struct Trial {
    /// What the notice is to say.
    words: Option<String>,
}

/// `POST /design`: leaves a notice that can be undone.
pub async fn try_out(visitor: Visitor, jar: Jar, Form(trial): Form<Trial>) -> Redirect {
    if let Some(words) = trial.words {
        Notice::undoable(words, "/design".to_owned()).leave(&visitor, &jar);
    }
    Redirect::to("/design")
}
