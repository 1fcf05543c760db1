//! The page to come back to, as forms that stand on several pages say it.

use axum::response::Redirect;
use serde::Deserialize;

/// The page to come back to: in the address of a form, or among its fields.
#[derive(Debug, Clone, Default, Deserialize)]
pub(crate) struct Back {
    back: Option<String>,
}

impl Back {
    /// There, or to this page of ours where none is said.
    pub(crate) fn or(self, path: &str) -> Redirect {
        to(self.back.as_deref().unwrap_or(path))
    }

    /// The same way back in another address.
    pub(crate) fn with(&self, path: &str) -> String {
        match &self.back {
            Some(back) => crate::routes::with_query(path, [("back", back)]),
            None => path.to_owned(),
        }
    }
}

/// To a page of ours; to the first one where the path leads elsewhere.
pub(crate) fn to(path: &str) -> Redirect {
    Redirect::to(here_or(path, "/"))
}

/// A page of ours; the other where the path leads elsewhere or nowhere.
pub(crate) fn here_or<'p>(path: &'p str, other: &'p str) -> &'p str {
    if is_here(path) { path } else { other }
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
