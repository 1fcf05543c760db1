//! One's sessions: which browsers are signed in, and ending them.

use axum::response::Redirect;
use domain::office::staff::{self, SessionId};

use crate::path::Path;
use crate::{Form, Nothing, Problem, Reader, Writer};

/// How browsers name themselves, those first whose name others hold as well.
const BROWSERS: [(&str, &str); 6] = [
    ("Edg", "Edge"),
    ("OPR/", "Opera"),
    ("YaBrowser/", "Yandex"),
    ("Firefox/", "Firefox"),
    ("Chrome/", "Chrome"),
    ("Safari/", "Safari"),
];
/// How they name what they run on, likewise.
const SYSTEMS: [(&str, &str); 6] = [
    ("Android", "Android"),
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Windows", "Windows"),
    ("Mac OS X", "macOS"),
    ("Linux", "Linux"),
];

/// "Firefox, Linux", from what a browser calls itself.
pub fn browser(reader: Reader, agent: &str) -> String {
    let known = |names: [(&str, &'static str); 6]| {
        names.into_iter().find(|(sign, _)| agent.contains(sign)).map(|(_, name)| name)
    };
    match (known(BROWSERS), known(SYSTEMS)) {
        (Some(browser), Some(system)) => format!("{browser}, {system}"),
        (Some(only), None) | (None, Some(only)) => only.to_owned(),
        (None, None) => reader.say("session-unknown"),
    }
}

/// `POST /account/sessions/{id}/end`
///
/// # Errors
/// Where the database cannot be reached.
pub async fn end(
    writer: Writer,
    Path(id): Path<SessionId>,
    Form(Nothing {}): Form<Nothing>,
) -> Result<Redirect, Problem> {
    let account = writer.account.id;
    writer.write(async move |tx| staff::end_session(tx, account, id).await).await?;
    writer.tell(writer.say("session-was-ended"));
    Ok(Redirect::to("/account"))
}
