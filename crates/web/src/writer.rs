//! Somebody signed in who changes something.

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use domain::office::staff::Account;
use phrases::Phrases;
use store::Tx;
use store::db::Failure;
use store::log::Actor;

use crate::cookies::Jar;
use crate::{App, Frame, Notice, Problem, Visitor};

/// Somebody signed in who changes something: writes in their name and leaves
/// them a word about it. An extractor; it refuses whoever is not signed in.
pub struct Writer {
    /// What handlers can reach.
    pub app: App,
    /// The frame of the page that answers, where one does.
    pub frame: Frame,
    /// The browser they ask from.
    pub visitor: Visitor,
    /// Who they are.
    pub account: Account,
    /// Takes the cookies that go out with the answer.
    pub jar: Jar,
}

impl Writer {
    /// Runs a change in their name, as [`store::Db::write`] does.
    ///
    /// # Errors
    /// Those of the change, and where it could not be made durable.
    pub async fn write<F, T, E>(&self, change: F) -> Result<T, E>
    where
        F: AsyncFn(&mut Tx<'_>) -> Result<T, E> + Send + 'static,
        T: Send + 'static,
        E: Failure,
    {
        self.app.db.write(Actor::Staff(self.account.id.into()), change).await
    }

    /// Speaks their language.
    #[must_use]
    pub fn phrases(&self) -> Phrases {
        self.frame.phrases()
    }

    /// A message in their language.
    #[must_use]
    pub fn say(&self, key: &str) -> String {
        self.frame.say(key)
    }

    /// Leaves a word for their next page.
    pub fn tell(&self, words: String) {
        Notice::of(words).leave(&self.visitor, &self.jar);
    }

    /// Leaves word why nothing was done.
    pub fn refuse(&self, words: String) {
        Notice::refusal(words).leave(&self.visitor, &self.jar);
    }

    /// Leaves a word, with the path that takes back what was done.
    pub fn tell_undoable(&self, words: String, undo: String) {
        Notice::undoable(words, undo).leave(&self.visitor, &self.jar);
    }

    /// Leaves word whether there was something to take back.
    pub fn tell_undone(&self, was_undone: bool) {
        if was_undone {
            self.tell(self.say("customer-was-undone"));
        } else {
            self.refuse(self.say("customer-nothing-to-undo"));
        }
    }
}

impl FromRequestParts<App> for Writer {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Problem> {
        let visitor = Visitor::from_request_parts(parts, app).await?;
        let account = visitor.account().ok_or(Problem::SignInNeeded)?.clone();
        let frame = Frame::from_request_parts(parts, app).await?;
        let Ok(jar) = Jar::from_request_parts(parts, app).await;
        Ok(Self { app: app.clone(), frame, visitor, account, jar })
    }
}
