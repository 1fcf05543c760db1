//! Cookies: read from a request, put on its response.
//!
//! Every cookie of ours is `HttpOnly` and `SameSite=Lax`: no script reads one,
//! and forms of other sites do not bring them along.
//!
//! A browser keeps the cookies of a host together, whatever the port (RFC 6265,
//! 8.5), and two records may be served on one host. So the port is in the name of
//! each: signing in to the one signs nobody out of the other.

use std::borrow::Cow;
use std::convert::Infallible;
use std::fmt::Write as _;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use axum::extract::{FromRequestParts, Request, State};
use axum::http::header::{COOKIE, HOST, SET_COOKIE};
use axum::http::request::Parts;
use axum::http::uri::Authority;
use axum::http::{Extensions, HeaderMap, HeaderValue};
use axum::middleware::Next;
use axum::response::Response;

use crate::App;

/// How long a browser keeps a choice such as the theme: a year, which is
/// about as long as browsers keep anything.
pub const A_YEAR: Duration = Duration::from_hours(365 * 24);

/// The port that the browser asks, where it is not the usual one.
fn port(headers: &HeaderMap) -> Option<u16> {
    headers.get(HOST)?.to_str().ok()?.parse::<Authority>().ok()?.port_u16()
}

/// What the browser calls the cookie `name` of a port.
fn called(name: &str, port: Option<u16>) -> Cow<'_, str> {
    port.map_or(Cow::Borrowed(name), |port| Cow::Owned(format!("{name}-{port}")))
}

/// The value of the cookie `name`, if the browser sent one.
#[must_use]
pub fn read<'h>(headers: &'h HeaderMap, name: &str) -> Option<&'h str> {
    let name = called(name, port(headers));
    let sent = headers.get_all(COOKIE).into_iter().filter_map(|value| value.to_str().ok());
    sent.flat_map(|value| value.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find_map(|(key, value)| (key == name).then_some(value))
}

/// Takes the cookies that go out with the response of this request. An
/// extractor: whoever handles the request may set some.
#[derive(Clone)]
pub struct Jar {
    is_https: bool,
    port: Option<u16>,
    outgoing: Arc<Mutex<Vec<HeaderValue>>>,
}

impl Jar {
    /// An empty one, for the answer to a request with these headers.
    fn answering(headers: &HeaderMap, is_https: bool) -> Self {
        Self { is_https, port: port(headers), outgoing: Arc::default() }
    }

    /// That of the request these came with.
    pub(crate) fn of(extensions: &Extensions, app: &App) -> Self {
        let jar = extensions.get::<Jar>().cloned();
        jar.unwrap_or_else(|| Jar::answering(&HeaderMap::new(), app.is_https))
    }

    /// Sets a cookie, for `lasts` or else until the browser is closed. The last
    /// word for a name stands: one response sets it once (RFC 6265, 4.1.1).
    ///
    /// A value that cannot stand in a cookie is not set; ours are letters,
    /// digits, `-`, `_`, `.` and `%`.
    pub fn set(&self, name: &'static str, value: &str, lasts: Option<Duration>) {
        let name = called(name, self.port);
        let mut cookie = format!("{name}={value}; Path=/; HttpOnly; SameSite=Lax");
        if self.is_https {
            cookie.push_str("; Secure");
        }
        if let Some(lasts) = lasts {
            let _ = write!(cookie, "; Max-Age={}", lasts.as_secs());
        }
        let is_plain =
            value.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_.%".contains(&byte));
        if let (true, Ok(cookie)) = (is_plain, HeaderValue::try_from(cookie)) {
            let mut outgoing = self.outgoing.lock().unwrap_or_else(PoisonError::into_inner);
            let begins = format!("{name}=");
            outgoing.retain(|other| !other.as_bytes().starts_with(begins.as_bytes()));
            outgoing.push(cookie);
        }
    }

    /// Takes a cookie away from the browser.
    pub fn remove(&self, name: &'static str) {
        self.set(name, "", Some(Duration::ZERO));
    }
}

impl FromRequestParts<App> for Jar {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Infallible> {
        Ok(Jar::of(&parts.extensions, app))
    }
}

/// Puts what the jar was given on the response.
pub(crate) async fn carry(State(app): State<App>, mut request: Request, next: Next) -> Response {
    let jar = Jar::answering(request.headers(), app.is_https);
    request.extensions_mut().insert(jar.clone());
    let mut response = next.run(request).await;
    for cookie in jar.outgoing.lock().unwrap_or_else(PoisonError::into_inner).drain(..) {
        response.headers_mut().append(SET_COOKIE, cookie);
    }
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cookie_is_found_by_its_whole_name_in_any_header() {
        let mut headers = HeaderMap::new();
        headers.append(COOKIE, HeaderValue::from_static("theme=dark; language=hy"));
        headers.append(COOKIE, HeaderValue::from_static("visit=abc"));
        assert_eq!(read(&headers, "language"), Some("hy"));
        assert_eq!(read(&headers, "visit"), Some("abc"));
        assert_eq!(read(&headers, "lang"), None);
    }

    #[test]
    fn programs_on_two_ports_of_a_host_have_cookies_of_their_own() {
        let asked = |host: &'static str| {
            let mut headers = HeaderMap::new();
            headers.insert(HOST, HeaderValue::from_static(host));
            let kept = "session=usual; session-8080=one; session-8081=other; session-80=no";
            headers.append(COOKIE, HeaderValue::from_static(kept));
            headers
        };
        for (host, session, sets) in [
            ("shop.test", Some("usual"), "theme=dark; "),
            ("shop.test:8080", Some("one"), "theme-8080=dark; "),
            ("[::1]:8081", Some("other"), "theme-8081=dark; "),
            ("shop.test:8082", None, "theme-8082=dark; "),
        ] {
            let headers = asked(host);
            assert_eq!(read(&headers, "session"), session, "{host}");
            let jar = Jar::answering(&headers, false);
            jar.set("theme", "light", None);
            jar.set("theme", "dark", None);
            let outgoing = jar.outgoing.lock().unwrap();
            assert_eq!(outgoing.len(), 1, "{host}: the last word stands");
            assert!(outgoing[0].to_str().unwrap().starts_with(sets), "{host}: {outgoing:?}");
        }
    }

    #[test]
    fn a_value_cannot_smuggle_attributes_into_a_cookie() {
        let jar = Jar::answering(&HeaderMap::new(), true);
        jar.set("theme", "dark; Domain=example.com", None);
        jar.set("theme", "dark\r\nSet-Cookie: a=b", None);
        assert!(jar.outgoing.lock().unwrap().is_empty());
        jar.set("theme", "dark", None);
        let set = jar.outgoing.lock().unwrap()[0].clone();
        assert_eq!(set, "theme=dark; Path=/; HttpOnly; SameSite=Lax; Secure");
    }
}
