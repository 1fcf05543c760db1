//! From which network address a request comes, and to which one it was sent.

use std::convert::Infallible;
use std::net::{IpAddr, SocketAddr};

use axum::extract::{ConnectInfo, FromRequestParts};
use axum::http::HeaderMap;
use axum::http::header::HOST;
use axum::http::request::Parts;
use axum::http::uri::Authority;

use crate::App;

/// Put there by the proxy in front of us, the nearest address last.
const FORWARDED: &str = "x-forwarded-for";
/// By which name and how the proxy itself was asked.
const FORWARDED_HOST: &str = "x-forwarded-host";
const FORWARDED_PROTO: &str = "x-forwarded-proto";

/// From which network address a request comes. An extractor.
pub(crate) struct Address(pub String);

impl FromRequestParts<App> for Address {
    type Rejection = Infallible;

    /// Behind a proxy everybody comes from the proxy: then what it says is
    /// taken, and only then, for anybody can send the header.
    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Infallible> {
        let direct = parts.extensions.get::<ConnectInfo<SocketAddr>>();
        let direct = direct.map(|ConnectInfo(address)| address.ip().to_string());
        let forwarded = app.is_behind_proxy.then(|| said_by_proxy(&parts.headers)).flatten();
        Ok(Address(forwarded.or(direct).unwrap_or_default()))
    }
}

/// How people reach us: what stands before a path that leads here from
/// anywhere, `https://shop.example`. An extractor.
pub(crate) struct Reached(String);

impl Reached {
    /// A path as it can be sent to somebody.
    pub fn link(&self, path: &str) -> String {
        format!("{}{path}", self.0)
    }

    /// Nothing, where the request names no host: then links are paths alone.
    fn of(parts: &Parts, app: &App) -> Self {
        let by_proxy = |name| app.is_behind_proxy.then(|| last(&parts.headers, name)).flatten();
        let host = by_proxy(FORWARDED_HOST)
            .or_else(|| parts.headers.get(HOST)?.to_str().ok())
            .or_else(|| parts.uri.authority().map(Authority::as_str));
        let scheme = match by_proxy(FORWARDED_PROTO) {
            Some(said @ ("http" | "https")) => said,
            Some(_) | None if app.is_https => "https",
            Some(_) | None => "http",
        };
        Self(host.and_then(|host| origin(scheme, host)).unwrap_or_default())
    }
}

impl FromRequestParts<App> for Reached {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Infallible> {
        Ok(Reached::of(parts, app))
    }
}

/// A host with its port and nothing else.
fn origin(scheme: &str, host: &str) -> Option<String> {
    let authority: Authority = host.parse().ok()?;
    (!host.contains('@')).then(|| format!("{scheme}://{authority}"))
}

fn said_by_proxy(headers: &HeaderMap) -> Option<String> {
    let address: IpAddr = last(headers, FORWARDED)?.parse().ok()?;
    Some(address.to_string())
}

/// What stands at the very end: proxies add theirs there, to the last line or
/// as a line of its own, and what is before it anybody may have written.
fn last<'h>(headers: &'h HeaderMap, name: &str) -> Option<&'h str> {
    let line = headers.get_all(name).iter().next_back()?.to_str().ok()?;
    Some(line.rsplit(',').next()?.trim())
}

#[cfg(test)]
mod tests {
    use axum::http::HeaderValue;

    use super::*;

    #[test]
    fn of_what_was_forwarded_only_the_end_is_the_proxys_word() {
        let said = |lines: &[&'static str]| {
            let mut headers = HeaderMap::new();
            for line in lines {
                headers.append(FORWARDED, HeaderValue::from_static(line));
            }
            said_by_proxy(&headers)
        };
        assert_eq!(said(&["203.0.113.9, 198.51.100.7"]).as_deref(), Some("198.51.100.7"));
        assert_eq!(said(&["203.0.113.9", "2001:db8::7"]).as_deref(), Some("2001:db8::7"));
        assert_eq!(said(&["203.0.113.9", "made up"]), None);
        assert_eq!(said(&[]), None);
    }

    #[test]
    fn a_link_begins_with_a_host_and_with_nothing_else() {
        assert_eq!(origin("https", "shop.example").as_deref(), Some("https://shop.example"));
        assert_eq!(origin("http", "[::1]:8010").as_deref(), Some("http://[::1]:8010"));
        for wrong in ["", "nora@evil.example", "evil.example/path", "evil example", "\"<b>"] {
            assert_eq!(origin("https", wrong), None, "{wrong}");
        }
    }
}
