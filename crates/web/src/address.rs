//! From which network address a request comes.

use std::convert::Infallible;
use std::net::SocketAddr;

use axum::extract::{ConnectInfo, FromRequestParts};
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
        let forwarded = parts.headers.get(FORWARDED).filter(|_| app.is_behind_proxy);
        let forwarded = forwarded
            .and_then(|header| header.to_str().ok())
            .and_then(|header| header.rsplit(',').next())
            .map(|address| address.trim().to_owned());
        Ok(Address(forwarded.or(direct).unwrap_or_default()))
    }
}
