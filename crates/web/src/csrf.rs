//! Forms that only our own pages can send.
//!
//! Two walls, each enough by itself: browsers say where a request comes from
//! (`Sec-Fetch-Site`, `Origin`), and every form carries a token sealed with a
//! secret that only this browser holds. A token is random in front, so that it
//! differs on every page and compression gives nothing of it away (BREACH).

use std::fmt;

use axum::extract::FromRequestParts as _;
use axum::http::HeaderMap;
use axum::http::header::{HOST, ORIGIN};
use axum::http::request::Parts;

use crate::{App, Problem, Visitor, seal};

/// The field that carries the token.
pub(crate) const FIELD: &str = "form_token";
/// What the seal is for.
const PURPOSE: &str = "form";
/// Bytes of randomness in front.
const SALT: usize = 9;

/// Proves that a form is from a page of ours, for this browser. Shown as the
/// hidden field that every form that posts must hold.
#[derive(Clone)]
pub struct Token(String);

impl Token {
    /// A token for the forms of one page.
    ///
    /// # Errors
    /// Where the system gives no random numbers.
    pub(crate) fn for_visitor(visitor: &Visitor) -> Result<Self, Problem> {
        let salt = seal::random::<SALT>()?;
        Ok(Self(seal::seal(&visitor.form_secret(), PURPOSE, &salt)))
    }
}

#[cfg(test)]
impl Token {
    /// One that nobody can send.
    pub(crate) fn of_nobody() -> Self {
        Self("AAAA".to_owned())
    }
}

/// The hidden field.
impl fmt::Display for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "<input type=\"hidden\" name=\"{FIELD}\" value=\"{}\">", self.0)
    }
}

/// Its letters are those of base64url.
impl askama::filters::HtmlSafe for Token {}

/// Whoever sends a form that no other site sent. Who it is they say only by the
/// token of the form, so that no reader of forms can forget to ask for it.
pub(crate) struct Sender(Visitor);

impl Sender {
    /// By the head of the request.
    ///
    /// # Errors
    /// Where the browser says that another site sent it.
    pub async fn of(parts: &mut Parts, app: &App) -> Result<Self, Problem> {
        let visitor = Visitor::from_request_parts(parts, app).await?;
        if !is_from_here(&parts.headers) {
            return Err(Problem::ForeignForm);
        }
        Ok(Self(visitor))
    }

    /// Who it is, by the token of the form.
    ///
    /// # Errors
    /// Where it is none that we gave them.
    pub fn shows(&self, token: &str) -> Result<Visitor, Problem> {
        match seal::open(&self.0.form_secret(), PURPOSE, token) {
            Some(_) => Ok(self.0.clone()),
            None => Err(Problem::ForeignForm),
        }
    }
}

/// Whether the browser says that the request comes from a page of ours. One
/// that says nothing is left to the token.
fn is_from_here(headers: &HeaderMap) -> bool {
    let text = |name: &str| headers.get(name).and_then(|value| value.to_str().ok());
    if let Some(site) = text("sec-fetch-site") {
        // "none" is the person at the browser, such as who sends a form again.
        return matches!(site, "same-origin" | "none");
    }
    match text(ORIGIN.as_str()) {
        Some(origin) => {
            let host = origin.split_once("://").map(|(_, host)| host);
            host.is_some() && host == text(HOST.as_str())
        }
        None => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headers(pairs: &[(&'static str, &'static str)]) -> HeaderMap {
        pairs.iter().map(|(name, value)| (name.parse().unwrap(), value.parse().unwrap())).collect()
    }

    #[test]
    fn browsers_that_name_another_site_are_refused() {
        for other in [
            &[("sec-fetch-site", "cross-site")][..],
            &[("sec-fetch-site", "same-site")],
            &[("origin", "https://evil.example"), ("host", "shop.example")],
            &[("origin", "null"), ("host", "shop.example")],
            &[("origin", "https://shop.example.evil.example"), ("host", "shop.example")],
        ] {
            assert!(!is_from_here(&headers(other)), "{other:?}");
        }
    }

    #[test]
    fn our_own_pages_are_taken_with_or_without_fetch_headers() {
        for own in [
            &[("sec-fetch-site", "same-origin")][..],
            &[("origin", "http://localhost:8080"), ("host", "localhost:8080")],
            &[("host", "localhost:8080")],
        ] {
            assert!(is_from_here(&headers(own)), "{own:?}");
        }
    }
}
