//! The API as a program sees it.

mod access;
mod changes;
mod contract;
mod customers;
mod details;
mod document;
mod documented;
mod examples;
mod imports;
mod orders;
mod refusals;
mod walk;

use axum::Router;
use axum::body::Body;
use axum::http::{HeaderMap, Request, StatusCode};
use domain::office::rights::{Right, Role};
use domain::office::staff::{self, NewAccount};
use domain::office::tokens::{self, NewToken, TokenError, TokenId};
use http_body_util::BodyExt as _;
use serde_json::Value;
use store::log::Actor;
use tempfile::TempDir;
use testkit::record::{Kind, TestRecord};
use tower::ServiceExt as _;

use crate::site::app;
use documented::assert_documented;

/// A program with a token of somebody who may do everything.
pub struct Program {
    pub record: TestRecord,
    web: Router,
    token: String,
    pub token_id: TokenId,
    _files: TempDir,
}

/// An answer, read to its end.
#[derive(Debug)]
pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: Value,
}

impl Answer {
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }

    /// The body of one that was expected.
    pub fn with(self, status: u16) -> Value {
        assert_eq!(self.status, status, "{}", self.body);
        self.body
    }

    /// What a problem is called and the field it names.
    pub fn problem(&self) -> (u16, &str, &str) {
        assert_eq!(self.header("content-type"), "application/problem+json", "{self:?}");
        let problem = &self.body;
        assert_eq!(problem["status"], self.status.as_u16());
        let code = problem["code"].as_str().unwrap();
        assert_eq!(problem["type"], format!("/api/docs/problems#{code}"));
        let field = problem["fields"][0]["field"].as_str().unwrap_or_default();
        (self.status.as_u16(), code, field)
    }
}

impl Program {
    /// None where there is no database of this kind to test on.
    pub async fn on(kind: Kind) -> Option<Self> {
        let record = TestRecord::empty(kind).await?;
        let (token, token_id) = token(&record, Role::Owner, &Right::ALL).await;
        let files = tempfile::tempdir().unwrap();
        let web = web::app(app(&record.db, &files));
        Some(Self { record, web, token, token_id, _files: files })
    }

    /// Asks with this token from now on.
    pub fn shows(&mut self, token: &str) {
        token.clone_into(&mut self.token);
    }

    pub async fn get(&self, path: &str) -> Answer {
        self.send("GET", path, &[], "").await
    }

    pub async fn post(&self, path: &str, body: &Value) -> Answer {
        self.send("POST", path, &[JSON], &body.to_string()).await
    }

    /// Changes what it has just looked at.
    pub async fn patch(&self, path: &str, body: &Value) -> Answer {
        let version = self.get(path).await.header("etag").to_owned();
        self.send("PATCH", path, &[JSON, ("if-match", &version)], &body.to_string()).await
    }

    /// Sends a request and holds the answer against the document.
    pub async fn send(
        &self,
        method: &str,
        path: &str,
        headers: &[(&str, &str)],
        body: &str,
    ) -> Answer {
        let mut request = Request::builder().method(method).uri(path).header("host", "shop.test");
        if !self.token.is_empty() {
            request = request.header("authorization", format!("Bearer {}", self.token));
        }
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let request = request.body(Body::from(body.to_owned())).unwrap();
        let (parts, body) = self.web.clone().oneshot(request).await.unwrap().into_parts();
        let bytes = body.collect().await.unwrap().to_bytes();
        let body = serde_json::from_slice(&bytes).unwrap_or(Value::Null);
        let answer = Answer { status: parts.status, headers: parts.headers, body };
        assert_documented(method, path, &answer);
        answer
    }

    /// Adds a customer and returns their id.
    pub async fn customer(&self, known: &Value) -> String {
        let added = self.post("/api/v1/customers", known).await.with(201);
        added["id"].as_str().unwrap().to_owned()
    }
}

/// Says that a body is JSON.
pub const JSON: (&str, &str) = ("content-type", "application/json");

/// A token of somebody of a role, with rights of which the role has some.
pub async fn token(record: &TestRecord, role: Role, rights: &[Right]) -> (String, TokenId) {
    let held = rights.iter().copied().filter(|right| role.may(*right));
    let new = NewToken { name: "shop".to_owned(), rights: held.collect(), lasts: None };
    let make = async move |tx: &mut store::Tx<'_>| {
        let email = format!("{}@shop.test", role.name());
        let account = if let Some(known) = staff::with_email(tx, &email).await? {
            known.id
        } else {
            let name = "Nora Whitfield".to_owned();
            staff::add(tx, &NewAccount { email, name, role, password: None }).await.unwrap()
        };
        tokens::make(tx, account, &new).await
    };
    let made = record.db.write(Actor::System, make).await;
    let made = made.map_err(|error: TokenError| error.to_string()).unwrap();
    (made.shown, made.id)
}
