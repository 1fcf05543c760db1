//! From which network address a request comes.

use std::convert::Infallible;
use std::net::{IpAddr, SocketAddr};

use axum::extract::{ConnectInfo, FromRequestParts};
use axum::http::HeaderMap;
use axum::http::request::Parts;

use crate::App;

/// Put there by the proxy in front of us, the nearest address last.
const FORWARDED: &str = "x-forwarded-for";

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

/// The address at the very end: proxies add theirs there, to the last line or
/// as a line of its own, and what is before it anybody may have written.
fn said_by_proxy(headers: &HeaderMap) -> Option<String> {
    let last = headers.get_all(FORWARDED).iter().next_back()?.to_str().ok()?;
    let address: IpAddr = last.rsplit(',').next()?.trim().parse().ok()?;
    Some(address.to_string())
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
}
