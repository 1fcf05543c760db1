//! A browser: one connection that stays open, and its cookies.

use std::fmt::{self, Write as _};
use std::net::SocketAddr;

use anyhow::{Context as _, Result, ensure};
use http_body_util::{BodyExt as _, Full};
use hyper::body::Bytes;
use hyper::client::conn::http1::{SendRequest, handshake};
use hyper::header::{
    ACCEPT_ENCODING, AUTHORIZATION, CONTENT_TYPE, COOKIE, HOST, ORIGIN, SET_COOKIE,
};
use hyper::{Method, Request, StatusCode};
use hyper_util::rt::TokioIo;
use tokio::net::TcpStream;

use crate::made_up::{EMAIL_OF_OWNER, PASSWORD};

use super::Kind;

/// As Chromium says it.
const ENCODINGS: &str = "gzip, deflate, br, zstd";

/// One request.
pub struct Asked {
    pub kind: Kind,
    pub path: String,
    pub sent: Sent,
    /// The number of what is written down by it.
    pub taken: Option<u64>,
}

/// What is sent with it.
pub enum Sent {
    Nothing,
    /// A form, by somebody signed in.
    Form(String),
    /// A document, by a program that shows its token.
    Json(String),
}

/// What came back.
pub struct Answer {
    pub status: StatusCode,
    /// Bytes of its body as they came.
    pub weight: usize,
    body: Bytes,
}

pub struct Browser {
    address: SocketAddr,
    connection: SendRequest<Full<Bytes>>,
    cookies: Vec<(String, String)>,
    /// What it shows as a program.
    token: Option<String>,
}

impl Asked {
    pub fn expected(&self) -> StatusCode {
        match self.sent {
            Sent::Nothing => StatusCode::OK,
            Sent::Form(_) => StatusCode::SEE_OTHER,
            Sent::Json(_) => StatusCode::CREATED,
        }
    }
}

impl Sent {
    fn method(&self) -> Method {
        match self {
            Sent::Nothing => Method::GET,
            Sent::Form(_) | Sent::Json(_) => Method::POST,
        }
    }
}

impl fmt::Display for Asked {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.sent.method(), self.path)
    }
}

impl Browser {
    pub async fn open(address: SocketAddr) -> Result<Self> {
        let stream = TcpStream::connect(address).await.context("cannot reach the program")?;
        stream.set_nodelay(true)?;
        let (sender, connection) = handshake(TokioIo::new(stream)).await?;
        // Ends with the sender; what goes wrong is told by what was asked.
        tokio::spawn(connection);
        Ok(Self { address, connection: sender, cookies: Vec::new(), token: None })
    }

    /// Another connection of the same browser, which is a program with a token
    /// as well.
    pub async fn with_token(&self, token: String) -> Result<Self> {
        let mut other = Self::open(self.address).await?;
        other.cookies.clone_from(&self.cookies);
        other.token = Some(token);
        Ok(other)
    }

    /// Signs in as the owner; returns a token for forms.
    pub async fn sign_in(&mut self) -> Result<String> {
        let token = token_of(&self.get("/sign-in").await?)?;
        let form = form(&[
            ("form_token", &token),
            ("email", EMAIL_OF_OWNER),
            ("password", PASSWORD),
            ("next", ""),
        ]);
        let answer = self.exchange("/sign-in", &Sent::Form(form), None).await?;
        ensure!(
            answer.status == StatusCode::SEE_OTHER,
            "the owner of the made-up business is not let in ({}): fill a record first",
            answer.status
        );
        token_of(&self.get("/customers/new").await?)
    }

    /// A page, as it is written.
    pub async fn get(&mut self, path: &str) -> Result<String> {
        let answer = self.exchange(path, &Sent::Nothing, None).await?;
        ensure!(answer.status == StatusCode::OK, "{path} was answered with {}", answer.status);
        String::from_utf8(answer.body.to_vec()).with_context(|| format!("{path} is not a text"))
    }

    /// Asks as browsers do, and reads the whole answer.
    pub async fn send(&mut self, asked: &Asked) -> Result<Answer> {
        self.exchange(&asked.path, &asked.sent, Some(ENCODINGS)).await
    }

    async fn exchange(
        &mut self,
        path: &str,
        sent: &Sent,
        encodings: Option<&str>,
    ) -> Result<Answer> {
        let mut request = Request::builder()
            .method(sent.method())
            .uri(path)
            .header(HOST, self.address.to_string());
        if let Some(encodings) = encodings {
            request = request.header(ACCEPT_ENCODING, encodings);
        }
        if let (Sent::Json(_), Some(token)) = (sent, &self.token) {
            request = request
                .header(AUTHORIZATION, format!("Bearer {token}"))
                .header(CONTENT_TYPE, "application/json");
        } else {
            let cookies: Vec<String> =
                self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
            request = request.header(COOKIE, cookies.join("; "));
        }
        if let Sent::Form(_) = sent {
            request = request
                .header(ORIGIN, format!("http://{}", self.address))
                .header(CONTENT_TYPE, "application/x-www-form-urlencoded");
        }
        let body = match sent {
            Sent::Nothing => Full::default(),
            Sent::Form(text) | Sent::Json(text) => Full::from(text.clone()),
        };
        self.connection.ready().await?;
        let answer = self.connection.send_request(request.body(body)?).await?;
        let set = answer.headers().get_all(SET_COOKIE).iter();
        let set: Vec<String> =
            set.filter_map(|cookie| cookie.to_str().ok().map(str::to_owned)).collect();
        let status = answer.status();
        let body = answer.into_body().collect().await?.to_bytes();
        for cookie in set {
            self.keep(&cookie);
        }
        Ok(Answer { status, weight: body.len(), body })
    }

    fn keep(&mut self, cookie: &str) {
        let pair = cookie.split(';').next().and_then(|pair| pair.split_once('='));
        if let Some((name, value)) = pair {
            self.cookies.retain(|(known, _)| known != name);
            self.cookies.push((name.to_owned(), value.to_owned()));
        }
    }
}

/// Pairs as a browser writes a form or a query.
pub fn form(pairs: &[(&str, &str)]) -> String {
    let pairs: Vec<String> =
        pairs.iter().map(|(name, value)| format!("{name}={}", escaped(value))).collect();
    pairs.join("&")
}

fn escaped(text: &str) -> String {
    text.bytes().fold(String::with_capacity(text.len()), |mut escaped, byte| {
        if byte.is_ascii_alphanumeric() || b"-_.~".contains(&byte) {
            escaped.push(char::from(byte));
        } else {
            // Writing into a string cannot fail.
            let _ = write!(escaped, "%{byte:02X}");
        }
        escaped
    })
}

/// The token in the forms of a page.
fn token_of(page: &str) -> Result<String> {
    let (_, rest) = page
        .split_once("name=\"form_token\" value=\"")
        .context("the page has no form with a token")?;
    Ok(rest.split('"').next().unwrap_or_default().to_owned())
}

/// The addresses that a page links to and that begin so.
pub fn links<'p>(page: &'p str, beginning: &'p str) -> impl Iterator<Item = String> + 'p {
    page.split("href=\"")
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .filter(move |address| address.starts_with(beginning))
        .map(|address| address.replace("&amp;", "&").replace("&#38;", "&"))
}
