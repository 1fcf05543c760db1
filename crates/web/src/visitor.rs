//! Who asks: somebody signed in, or a browser we do not know.

use std::sync::Arc;

use axum::extract::{FromRequestParts, Request, State};
use axum::http::HeaderMap;
use axum::http::request::Parts;
use axum::middleware::Next;
use axum::response::Response;
use domain::office::rights::{Right, Role};
use domain::office::settings::Settings;
use domain::office::staff::{self, Account, SESSION_LASTS, Secret, Session, SessionId};
use kernel::Language;
use store::log::Actor;

use crate::cookies::{self, A_YEAR, Jar};
use crate::house::House;
use crate::kept::Kept;
use crate::know::lists::Counts;
use crate::problem::Asker;
use crate::routes::access_to_page;
use crate::{App, Problem, assets, health, seal};

/// Holds the random secret of a browser.
const VISIT: &str = "visit";
/// Bytes of randomness in it.
const VISIT_SECRET: usize = 18;
/// Holds the secret of a session.
const SESSION: &str = "session";

/// Where nobody visits: files for everybody, and what programs ask for.
const NO_VISITORS: [&str; 2] = [assets::FOLDER, "/api/v1/"];

/// Who asks. An extractor. Cheap to clone.
#[derive(Clone)]
pub struct Visitor(Arc<Known>);

struct Known {
    visit: String,
    house: House,
    counts: Arc<Counts>,
    session: Option<(Secret, Session)>,
}

impl Visitor {
    /// How the business is set up.
    pub(crate) fn settings(&self) -> &Settings {
        &self.0.house.settings
    }

    /// What is the same for every page.
    pub(crate) fn house(&self) -> &House {
        &self.0.house
    }

    /// How many customers lists mean.
    pub(crate) fn counts(&self) -> &Counts {
        &self.0.counts
    }

    /// Which session it is, if signed in.
    pub(crate) fn session_id(&self) -> Option<SessionId> {
        self.0.session.as_ref().map(|(_, session)| session.id)
    }

    /// Who it is, if signed in.
    #[must_use]
    pub fn account(&self) -> Option<&Account> {
        self.0.session.as_ref().map(|(_, session)| &session.account)
    }

    /// Who acts in what they change, if signed in.
    #[must_use]
    pub fn actor(&self) -> Option<Actor> {
        self.account().map(|account| Actor::Staff(account.id.into()))
    }

    /// The secret of their session, if signed in.
    #[must_use]
    pub fn secret(&self) -> Option<Secret> {
        self.0.session.as_ref().map(|(secret, _)| secret.clone())
    }

    /// What they are here, if signed in.
    #[must_use]
    pub fn role(&self) -> Option<Role> {
        self.account().map(|account| account.role)
    }

    /// Whether they are signed in with a role that has a right.
    #[must_use]
    pub fn may(&self, right: Right) -> bool {
        self.role().is_some_and(|role| role.may(right))
    }

    /// Whether there is a page at this path of the table that they may open.
    pub(crate) fn may_open(&self, path: &str) -> bool {
        access_to_page(path).is_some_and(|access| access.admits(self).is_ok())
    }

    /// The language they chose, if they did.
    pub(crate) fn language(&self) -> Option<Language> {
        self.account()?.language.as_ref()?.parse().ok()
    }

    /// What tokens in forms are sealed with: the session once there is one, so
    /// that they end with it.
    pub(crate) fn form_secret(&self) -> String {
        match &self.0.session {
            Some((secret, _)) => secret.reveal(),
            None => self.0.visit.clone(),
        }
    }

    /// What outlives signing in and out, such as a notice, is sealed with.
    pub(crate) fn browser_secret(&self) -> &str {
        &self.0.visit
    }
}

/// Gives the browser a session to hold.
pub fn let_in(jar: &Jar, session: &Secret) {
    jar.set(SESSION, &session.reveal(), SESSION_LASTS.to_std().ok());
}

/// Takes the session from the browser.
pub fn let_out(jar: &Jar) {
    jar.remove(SESSION);
}

/// Finds out who asks. How the business is set up it remembers; whose session
/// it is it asks the record each time, so that whoever was signed out or locked
/// out, by whichever process, is out. Cheap to clone.
#[derive(Clone)]
pub(crate) struct Reception {
    app: App,
    house: Arc<Kept<(), House>>,
    counts: Arc<Counts>,
}

impl Reception {
    /// One that has seen nobody yet.
    pub fn of(app: &App) -> Self {
        Self {
            app: app.clone(),
            house: Arc::new(Kept::lasting(House::HOLDS, &app.db, House::CHANGES)),
            counts: Arc::new(Counts::of(&app.db)),
        }
    }

    /// How the business is set up, and whose session it is.
    async fn known(
        &self,
        shown: Option<Secret>,
    ) -> Result<(House, Option<(Secret, Session)>), Problem> {
        let (db, now) = (&self.app.db, self.app.db.clock().now());
        let look_up =
            async || Ok::<_, Problem>(Some(House::of(&mut db.reader().await?.snapshot()).await?));
        let house = self.house.get((), now, look_up).await?.unwrap_or_else(House::bare);
        let Some(secret) = shown else { return Ok((house, None)) };
        let session = staff::session(&mut db.glance().await?.snapshot(), &secret, now).await?;
        Ok((house, session.map(|session| (secret, session))))
    }
}

/// Finds out who asks, before anything else does.
pub(crate) async fn recognise(
    State(reception): State<Reception>,
    mut request: Request,
    next: Next,
) -> Response {
    let path = request.uri().path();
    let asks_nothing = path == health::LIVE || NO_VISITORS.iter().any(|at| path.starts_with(at));
    let known = if asks_nothing {
        Ok((House::bare(), None))
    } else {
        reception.known(shown(request.headers())).await
    };
    let visitor = known.and_then(|(house, session)| {
        let (visit, counts) = (visit(request.headers())?, Arc::clone(&reception.counts));
        Ok(Visitor(Arc::new(Known { visit, house, counts, session })))
    });
    match visitor {
        Ok(visitor) => {
            request.extensions_mut().insert(visitor);
            next.run(request).await
        }
        // Outside the layer that says problems, which wants to know who asks.
        Err(problem) => Asker::of(&request, &reception.app).hears(&problem),
    }
}

fn shown(headers: &HeaderMap) -> Option<Secret> {
    cookies::read(headers, SESSION).and_then(Secret::read)
}

/// The secret of the browser: the one it has, else a new one.
fn visit(headers: &HeaderMap) -> Result<String, Problem> {
    match cookies::read(headers, VISIT) {
        Some(known) if known.len() == (VISIT_SECRET * 8).div_ceil(6) => Ok(known.to_owned()),
        _ => Ok(seal::random::<VISIT_SECRET>()?),
    }
}

impl FromRequestParts<App> for Visitor {
    type Rejection = Problem;

    /// Also makes sure that the browser holds its secret from now on; routes
    /// that do not ask who it is leave no cookie.
    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Problem> {
        let visitor = parts.extensions.get::<Visitor>().cloned().ok_or_else(|| {
            Problem::Internal("a route outside the layers asked who visits".to_owned())
        })?;
        let secret = visitor.browser_secret();
        if cookies::read(&parts.headers, VISIT) != Some(secret) {
            Jar::of(&parts.extensions, app).set(VISIT, secret, Some(A_YEAR));
        }
        Ok(visitor)
    }
}
