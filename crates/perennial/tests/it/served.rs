//! The record of a program being served, and a browser before it.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::Arc;
use std::thread::{self, JoinHandle};

use kernel::SystemClock;
use store::Db;
use store::db::Place;
use testkit::record::{Kind, TestRecord};

use crate::program::{Program, Run};

pub const EMAIL: &str = "nora@shop.test";
pub const PASSWORD: &str = "correct horse battery";

/// A program and a record of its own, in either database.
pub struct House {
    pub program: Program,
    /// Holds the schema on PostgreSQL.
    record: Option<TestRecord>,
}

/// The program while it serves.
pub struct Served {
    child: Child,
    address: String,
    /// Reads what it says as it says it: a pipe that nobody reads holds it up.
    said: Option<JoinHandle<String>>,
    cookies: Vec<(String, String)>,
}

impl House {
    /// An empty record. None where there is no PostgreSQL to test on.
    pub async fn empty(kind: Kind) -> Option<Self> {
        let record = match kind {
            Kind::Sqlite => None,
            Kind::Postgres => Some(TestRecord::empty(kind).await?),
        };
        Some(Self { program: Program::new(), record })
    }

    /// The program, told where the record is.
    pub fn command(&self, arguments: &[&str]) -> Command {
        let mut command = self.program.command();
        command.args(arguments).env("PERENNIAL_LOG", "info");
        let place = self.record.as_ref().map(|record| &record.place);
        if let Some(Place::Postgres(options)) = place {
            let server = std::env::var("PERENNIAL_TEST_POSTGRES").unwrap();
            command.env("PERENNIAL_RECORD", server).env("PERENNIAL_BACKUPS", "backups");
            command.env("PGOPTIONS", options.get_options().unwrap());
        }
        command
    }

    pub fn run(&self, arguments: &[&str]) -> Run {
        Run::of(&mut self.command(arguments))
    }

    /// The record itself.
    pub async fn open(&self) -> Db {
        if let Some(record) = &self.record {
            record.db.clone()
        } else {
            let place = Place::Sqlite(self.program.folder().join("perennial.db"));
            Db::open(&place, Arc::new(SystemClock)).await.unwrap()
        }
    }

    /// Runs it with a line on standard input.
    pub fn run_with(&self, line: &str, arguments: &[&str]) -> Run {
        let typed = self.program.file("typed", format!("{line}\n"));
        let typed = std::fs::File::open(typed).unwrap();
        Run::of(self.command(arguments).stdin(typed))
    }

    /// Where the record is.
    pub fn place(&self) -> Place {
        let beside = || Place::Sqlite(self.program.folder().join("perennial.db"));
        self.record.as_ref().map_or_else(beside, |record| record.place.clone())
    }

    /// The record itself, beside the program.
    pub async fn db(&self) -> Db {
        Db::open(&self.place(), Arc::new(SystemClock)).await.unwrap()
    }

    /// Gives Nora an account.
    pub fn let_nora_in(&self) {
        let add = ["user", "add", EMAIL, "--name", "Nora Whitfield", "--role", "owner"];
        let added = self.run_with(PASSWORD, &add);
        assert_eq!(added.code(), 0, "{}", added.err());
    }

    /// Serves it on a free port.
    pub fn serve(&self) -> Served {
        let mut command = self.command(&["serve", "--listen", "127.0.0.1:0"]);
        let mut child = command.stderr(Stdio::piped()).spawn().unwrap();
        let mut said = BufReader::new(child.stderr.take().unwrap());
        let mut line = String::new();
        said.read_line(&mut line).unwrap();
        let (_, rest) = line.split_once("http://").unwrap_or_else(|| panic!("{line}"));
        let address = rest.split(". ").next().unwrap().to_owned();
        let rest = thread::spawn(move || {
            let mut rest = String::new();
            said.read_to_string(&mut rest).unwrap();
            rest
        });
        Served { child, address, said: Some(rest), cookies: Vec::new() }
    }
}

impl Served {
    pub fn address(&self) -> &str {
        &self.address
    }

    /// The whole answer, head and body.
    pub fn get(&mut self, path: &str) -> String {
        let mut stream = self.ask("GET", path, "");
        self.read(&mut stream)
    }

    /// Sends the form of a page, as a browser does, to where it goes.
    pub fn send(&mut self, page: &str, to: &str, fields: &str) -> String {
        let page = self.get(page);
        let (_, rest) = page.split_once("name=\"form_token\" value=\"").unwrap();
        let token = rest.split('"').next().unwrap();
        let mut stream = self.ask("POST", to, &format!("form_token={token}&{fields}"));
        self.read(&mut stream)
    }

    pub fn sign_in(&mut self) {
        let fields = format!("email={EMAIL}&password={}&next=", PASSWORD.replace(' ', "+"));
        let answer = self.send("/sign-in", "/sign-in", &fields);
        assert!(answer.starts_with("HTTP/1.1 303"), "{answer}");
    }

    /// Asks, and leaves the answer to be read.
    pub fn ask(&self, method: &str, path: &str, body: &str) -> TcpStream {
        let mut stream = TcpStream::connect(&self.address).unwrap();
        let cookies: Vec<String> =
            self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
        let request = format!(
            "{method} {path} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\nCookie: {}\r\n\
             Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\n\r\n{body}",
            self.address,
            cookies.join("; "),
            body.len()
        );
        stream.write_all(request.as_bytes()).unwrap();
        stream
    }

    fn read(&mut self, stream: &mut TcpStream) -> String {
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        let (head, _) = answer.split_once("\r\n\r\n").unwrap();
        let set = head.lines().filter_map(|line| line.strip_prefix("set-cookie: "));
        for cookie in set {
            let (name, value) = cookie.split(';').next().unwrap().split_once('=').unwrap();
            self.cookies.retain(|(known, _)| known != name);
            self.cookies.push((name.to_owned(), value.to_owned()));
        }
        answer
    }

    /// Ends it as a power cut would, and opens the same browser before the
    /// next one.
    pub fn kill_and_serve_again(mut self, house: &House) -> Served {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
        let cookies = std::mem::take(&mut self.cookies);
        let mut served = house.serve();
        // It has another port here, as it would not have after a power cut, and
        // cookies are called by it.
        let port = |address: &str| format!("-{}", address.rsplit(':').next().unwrap());
        let (before, now) = (port(&self.address), port(&served.address));
        let again = |(name, value): (String, String)| (name.replace(&before, &now), value);
        served.cookies = cookies.into_iter().map(again).collect();
        served
    }

    /// Asks it to end, and waits for that; what it wrote down since it began.
    pub fn stop(&mut self, signal: &str) -> (ExitStatus, String) {
        let id = self.child.id().to_string();
        assert!(Command::new("kill").args([signal, &id]).status().unwrap().success());
        let said = self.said.take().unwrap().join().unwrap();
        (self.child.wait().unwrap(), said)
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        // Ended already where the test came to its end.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
