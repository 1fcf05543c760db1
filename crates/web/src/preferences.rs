//! Choices kept in the browser: language, theme, width of the rail.

use axum::response::Redirect;
use kernel::Language;
use serde::Deserialize;

use crate::cookies::{A_YEAR, Jar};
use crate::reader::{LANGUAGE, RAIL, THEME};
use crate::{Form, Problem, Theme};

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
    Ok(back_to(&choice.back))
}

/// To a page of ours; to the first one where the path leads elsewhere.
pub(crate) fn back_to(path: &str) -> Redirect {
    Redirect::to(if is_here(path) { path } else { "/" })
}

/// Whether a path stays on this host, however a browser reads it: browsers
/// take `\` for `/`, and `//host` for another host.
fn is_here(path: &str) -> bool {
    let mut letters = path.bytes();
    letters.next() == Some(b'/')
        && !matches!(letters.next(), Some(b'/' | b'\\'))
        && path.bytes().all(|byte| byte.is_ascii_graphic())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_that_lead_to_other_hosts_are_not_followed() {
        for path in ["/", "/customers?tier=gold&sort=-spent", "/customers/1#timeline"] {
            assert!(is_here(path), "{path}");
        }
        for path in ["", "//evil.example", "/\\evil.example", "https://evil.example", "/\n/e", "a"]
        {
            assert!(!is_here(path), "{path}");
        }
    }
}
