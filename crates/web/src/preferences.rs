//! Choices kept in the browser: language, theme, width of the rail.

use axum::response::Redirect;
use kernel::Language;
use serde::Deserialize;

use crate::cookies::{A_YEAR, Jar};
use crate::reader::{LANGUAGE, RAIL, THEME};
use crate::{Form, Problem, Theme, back};

/// What a switch sends: one choice, and the page it stands on.
#[derive(Deserialize)]
pub struct Choice {
    language: Option<String>,
    theme: Option<String>,
    rail: Option<String>,
    back: String,
}

/// Keeps a choice and shows the same page again.
///
/// # Errors
/// For a choice there is not.
pub async fn change(jar: Jar, Form(choice): Form<Choice>) -> Result<Redirect, Problem> {
    if let Some(code) = &choice.language {
        let language: Language =
            code.parse().map_err(|error| Problem::Malformed(format!("language: {error}")))?;
        jar.set(LANGUAGE, language.code(), Some(A_YEAR));
    }
    if let Some(name) = &choice.theme {
        let theme = Theme::named(name)
            .ok_or_else(|| Problem::Malformed("theme: is not auto, light or dark".to_owned()))?;
        jar.set(THEME, theme.name(), Some(A_YEAR));
    }
    match choice.rail.as_deref() {
        Some("narrow") => jar.set(RAIL, "narrow", Some(A_YEAR)),
        Some("wide") => jar.remove(RAIL),
        Some(_) => return Err(Problem::Malformed("rail: is not narrow or wide".to_owned())),
        None => {}
    }
    Ok(back::to(&choice.back))
}
