//! The whole web over a record of its own, and a browser that keeps cookies.

use std::fs::File;
use std::io::{self, Seek as _, Write as _};
use std::sync::Arc;

use axum::Router;
use axum::body::Body;
use axum::http::header::{COOKIE, SET_COOKIE};
use axum::http::{HeaderMap, Request, StatusCode};
use axum::response::Response;
use domain::office::second_factor::SealingKey;
use http_body_util::BodyExt as _;
use kernel::Language;
use store::Db;
use store::blobs::Blobs;
use tempfile::TempDir;
use testkit::record::{Kind, TestRecord};
use tower::ServiceExt as _;
use web::{App, Table, TableCell, TableColumn, TableForm, Tables};

/// A site and one browser before it.
pub struct Site {
    pub record: TestRecord,
    web: Router,
    cookies: Vec<(String, String)>,
    headers: Vec<(&'static str, String)>,
    _files: TempDir,
}

/// What the web is made of, with its files in a folder of their own.
pub fn app(db: &Db, files: &TempDir) -> App {
    App {
        blobs: Blobs::new(db.clone(), files.path()),
        db: db.clone(),
        language: Language::Romanian,
        is_https: false,
        is_behind_proxy: false,
        key: SealingKey::read(&"1f".repeat(32)).unwrap(),
        metrics: web::Metrics::default(),
        tables: Arc::new(Lines),
    }
}

/// An answer, read to its end.
pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: String,
}

/// Writes tables as lines, so that a test sees what stands in them.
struct Lines;

impl Tables for Lines {
    fn begin(&self, form: TableForm, columns: &[TableColumn]) -> io::Result<Box<dyn Table>> {
        let mut file = tempfile::tempfile()?;
        let names: Vec<_> = columns.iter().map(|column| column.name.as_str()).collect();
        writeln!(file, "{}: {}", form.ending(), names.join("|"))?;
        Ok(Box::new(Written(file)))
    }
}

struct Written(File);

impl Table for Written {
    fn row(&mut self, cells: &[TableCell]) -> io::Result<()> {
        let cells: Vec<_> = cells
            .iter()
            .map(|cell| match cell {
                TableCell::Empty => String::new(),
                TableCell::Text(text) => text.clone(),
                TableCell::Integer(number) => number.to_string(),
                TableCell::Amount(money) => money.to_string(),
                TableCell::Day(day) => day.to_string(),
            })
            .collect();
        writeln!(self.0, "{}", cells.join("|"))
    }

    fn finish(mut self: Box<Self>) -> io::Result<File> {
        self.0.rewind()?;
        Ok(self.0)
    }
}

/// The id at the end of a path.
pub fn id_of(path: &str) -> String {
    path.rsplit('/').next().unwrap().to_owned()
}

/// Cuts what a test looks at out of a page.
pub trait Cut {
    /// What stands below the first such text.
    fn below(&self, text: &str) -> &str;
    /// What stands between the first such text and another.
    fn between(&self, before: &str, after: &str) -> &str;
    /// What stands between the first such text and the quotation mark after it,
    /// as a browser reads it.
    fn after(&self, before: &str) -> String;
    /// Every value of an attribute.
    fn values_of(&self, attribute: &str) -> Vec<&str>;
    /// The paths that follow such texts and end with an id; a path begins
    /// within the text: `href="/contacts/`.
    fn paths(&self, beginning: &str) -> Vec<String>;
    /// The first of them.
    fn path(&self, beginning: &str) -> String;
}

impl Cut for str {
    fn below(&self, text: &str) -> &str {
        self.split_once(text).unwrap_or_else(|| panic!("no {text} in {self}")).1
    }

    fn between(&self, before: &str, after: &str) -> &str {
        let rest = self.below(before);
        rest.split_once(after).unwrap_or_else(|| panic!("no {after} in {rest}")).0
    }

    fn after(&self, before: &str) -> String {
        self.between(before, "\"").replace("&#38;", "&").replace("&amp;", "&")
    }

    fn values_of(&self, attribute: &str) -> Vec<&str> {
        let before = format!(" {attribute}=\"");
        self.split(&before).skip(1).map(|rest| rest.split('"').next().unwrap()).collect()
    }

    fn paths(&self, beginning: &str) -> Vec<String> {
        let before = beginning.rsplit('"').next().unwrap();
        let is_of_id = |letter: &char| letter.is_ascii_hexdigit() || *letter == '-';
        let path = |rest: &str| {
            let id: String = rest.chars().take_while(is_of_id).collect();
            format!("{before}{id}")
        };
        self.split(beginning).skip(1).map(path).collect()
    }

    fn path(&self, beginning: &str) -> String {
        let paths = self.paths(beginning);
        paths.into_iter().next().unwrap_or_else(|| panic!("no {beginning} in {self}"))
    }
}

impl Answer {
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }

    /// The token of the first form of the page.
    pub fn token(&self) -> &str {
        let (_, rest) = self.body.split_once("name=\"form_token\" value=\"").unwrap();
        rest.split('"').next().unwrap()
    }
}

impl Site {
    pub async fn open() -> Self {
        let record = TestRecord::empty(Kind::Sqlite).await.unwrap();
        Self::over(record)
    }

    pub fn over(record: TestRecord) -> Self {
        Self::made(record, app)
    }

    /// One whose web is made of something else.
    pub fn made(record: TestRecord, of: impl FnOnce(&Db, &TempDir) -> App) -> Self {
        let files = tempfile::tempdir().unwrap();
        let web = web::app(of(&record.db, &files));
        Self { record, web, cookies: Vec::new(), headers: Vec::new(), _files: files }
    }

    /// The same site before another browser.
    pub fn other_browser(self) -> Self {
        Self { cookies: Vec::new(), headers: Vec::new(), ..self }
    }

    /// What the browser sends with every request from now on.
    pub fn sends(&mut self, name: &'static str, value: &str) {
        self.headers.retain(|(known, _)| *known != name);
        self.headers.push((name, value.to_owned()));
    }

    pub fn holds(&mut self, cookie: &str, value: &str) {
        self.cookies.retain(|(known, _)| known != cookie);
        self.cookies.push((cookie.to_owned(), value.to_owned()));
    }

    pub fn cookie(&self, name: &str) -> Option<&str> {
        self.cookies.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    pub async fn get(&mut self, path: &str) -> Answer {
        self.ask("GET", path, String::new()).await
    }

    /// Sends a form as it is written in a URL.
    pub async fn post(&mut self, path: &str, fields: impl Into<String>) -> Answer {
        self.ask("POST", path, fields.into()).await
    }

    pub async fn ask(&mut self, method: &str, path: &str, body: String) -> Answer {
        let (parts, body) = self.begin(method, path, body).await.into_parts();
        let bytes = body.collect().await.unwrap().to_bytes();
        let body = String::from_utf8_lossy(&bytes).into_owned();
        Answer { status: parts.status, headers: parts.headers, body }
    }

    /// An answer whose body is still to be read.
    pub async fn begin(&mut self, method: &str, path: &str, body: String) -> Response {
        self.begin_with(method, path, "application/x-www-form-urlencoded", body.into()).await
    }

    /// The same for a form of another media type.
    pub async fn begin_with(
        &mut self,
        method: &str,
        path: &str,
        media: &str,
        body: Vec<u8>,
    ) -> Response {
        let mut request = Request::builder().method(method).uri(path).header("host", "shop.test");
        if method == "POST" {
            request = request.header("content-type", media);
        }
        for (name, value) in &self.headers {
            request = request.header(*name, value);
        }
        let cookies: Vec<String> =
            self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
        if !cookies.is_empty() {
            request = request.header(COOKIE, cookies.join("; "));
        }
        let request = request.body(Body::from(body)).unwrap();
        let answer = self.web.clone().oneshot(request).await.unwrap();
        for set in answer.headers().get_all(SET_COOKIE) {
            let (pair, attributes) = set.to_str().unwrap().split_once(';').unwrap();
            let (name, value) = pair.split_once('=').unwrap();
            self.cookies.retain(|(known, _)| known != name);
            if !attributes.contains("Max-Age=0") {
                self.cookies.push((name.to_owned(), value.to_owned()));
            }
        }
        answer
    }
}
