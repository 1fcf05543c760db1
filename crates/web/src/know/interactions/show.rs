//! The page of an interaction: what was written down, and what it was before.

use askama::Template;
use axum::extract::State;
use domain::know::files;
use domain::know::interactions::{
    self, Interaction, InteractionEdited, InteractionId, InteractionLogged, Wording,
};
use domain::office::rights::Right;
use domain::office::staff::Account;
use store::log::{Actor, Before, Entry, Event as _};

use super::form::{LogForm, Sent, Why};
use super::words;
use crate::components::{Action, Menu, icon};
use crate::know::files::Shelf;
use crate::know::{actors, when};
use crate::path::Path;
use crate::upload::Kept;
use crate::{App, Frame, Page, Problem, Reader, Visitor};

/// Earlier wordings shown.
const EDITS: u32 = 50;

/// The page.
#[derive(Template)]
#[template(path = "know/interactions/show.html")]
pub struct Show {
    frame: Frame,
    known: Interaction,
    with: String,
    title: String,
    when: String,
    by: String,
    follow_up: Option<FollowUp>,
    form: Option<LogForm>,
    files: Option<Shelf>,
    earlier: Vec<Earlier>,
}

/// What was typed and not taken, why, and files that arrived with it.
pub(super) struct NotTaken {
    pub(super) sent: Sent,
    pub(super) why: Why,
    pub(super) files: Vec<Kept>,
}

struct FollowUp {
    words: String,
    can_be_done: bool,
}

/// What it was before an edit.
struct Earlier {
    when: String,
    by: String,
    kind: String,
    wording: Wording,
}

impl Show {
    fn menu(&self) -> Menu<'_> {
        Menu {
            words: self.frame.say("interaction-more-to-do"),
            icon: Some(icon("more")),
            actions: vec![Action::Do {
                words: self.frame.say("interaction-remove"),
                action: format!("/interactions/{}/remove", self.known.id),
                icon: Some(icon("close")),
            }],
            token: &self.frame.token,
        }
    }
}

/// `GET /interactions/{id}`
///
/// # Errors
/// Where there is none or it has been removed, or the database cannot be
/// reached.
pub async fn show(
    State(app): State<App>,
    Path(id): Path<InteractionId>,
    frame: Frame,
    visitor: Visitor,
) -> Result<Page<Show>, Problem> {
    Ok(Page(page(&app, frame, &visitor, id, None).await?))
}

/// The page, with what was typed and not taken.
pub(super) async fn page(
    app: &App,
    mut frame: Frame,
    visitor: &Visitor,
    id: InteractionId,
    not_taken: Option<NotTaken>,
) -> Result<Show, Problem> {
    let mut reader = app.db.reader().await?;
    let snapshot = &mut reader.snapshot();
    let known = interactions::interaction(snapshot, id).await?;
    let known = known.filter(|known| !known.removed).ok_or(Problem::NotFound)?;
    let customer = frame.turn_to(snapshot, known.customer).await?;
    let staff = &visitor.house().staff;
    let history = snapshot.history_of(id.into(), Before::default(), EDITS).await?;
    let may_edit = visitor.may(Right::LogInteractions);
    let form = may_edit.then(|| {
        let action = format!("/interactions/{id}");
        let filled = |sent| LogForm::filled(frame.reader, &frame.token, None, action, sent);
        match not_taken {
            None => filled(&Sent::of(&known, frame.reader.zone)),
            Some(NotTaken { sent, why, files }) => {
                let mut form = filled(&sent);
                form.refuse(why);
                form.keep(files);
                form
            }
        }
    });
    let follow_up = known.follow_up().map(|follow_up| {
        let day = frame.reader.phrases.day(follow_up.on.into());
        let key = if follow_up.done { "interaction-followed" } else { "interaction-follows" };
        FollowUp {
            words: frame.reader.phrases.say_with(key, &[("day", day.into())]),
            can_be_done: !follow_up.done && may_edit,
        }
    });
    Ok(Show {
        with: customer.name().to_owned(),
        title: frame.say(words::key(known.kind)),
        when: when::moment(frame.reader, known.at),
        by: by(&known, &history).map_or_else(
            || frame.say("actor-program"),
            |who| actors::name(frame.reader, who, staff),
        ),
        follow_up,
        files: Shelf::of(&frame, files::of_interactions(snapshot, &[id]).await?, may_edit),
        form,
        earlier: history.iter().filter_map(|entry| earlier(frame.reader, entry, staff)).collect(),
        known,
        frame,
    })
}

/// Who wrote it down, as the log says: a program may have done it for its
/// author.
fn by(known: &Interaction, history: &[Entry]) -> Option<Actor> {
    let logged = history.iter().find(|entry| entry.kind == InteractionLogged::KIND);
    let author = || known.author.map(|author| Actor::Staff(author.into()));
    logged.map(|logged| logged.who).or_else(author)
}

fn earlier(reader: Reader, entry: &Entry, staff: &[Account]) -> Option<Earlier> {
    let edited: InteractionEdited = entry.event().ok()??;
    Some(Earlier {
        when: when::moment(reader, entry.at),
        by: actors::name(reader, entry.who, staff),
        kind: reader.say(words::key(edited.from.kind)),
        wording: edited.from,
    })
}
