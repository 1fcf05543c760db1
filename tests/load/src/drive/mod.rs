//! Many people at once, before a program that serves a record.
//!
//! The program is started for it, so that its start and its memory are measured
//! too. Every client has a connection of its own that it keeps, asks, reads the
//! whole answer and asks again at once. What was acknowledged is looked up in
//! the record afterwards.

mod asking;
mod browser;
mod report;
mod sample;
mod server;
mod tally;

use std::path::PathBuf;
use std::sync::Arc;
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, ensure};
use kernel::SystemClock;
use store::Db;
use store::db::Place;
use tokio::task::JoinSet;

pub use asking::Kind;
pub use report::Report;

use asking::Asking;
use browser::Browser;
use sample::Sample;
use server::Server;
use tally::Tally;

/// What is asked in the first of it is not counted.
const WARMING_UP: Duration = Duration::from_secs(3);

/// What is to be done.
pub struct Drive {
    /// The record that is served, as the program takes it.
    pub record: String,
    /// The program that serves it.
    pub program: PathBuf,
    /// So many ask at once.
    pub clients: usize,
    /// For so long.
    pub lasting: Duration,
    /// Only these kinds of requests; the usual mixture, where none is named.
    pub only: Vec<Kind>,
    /// The program is killed at the end.
    pub kill: bool,
    /// Another seed asks for others.
    pub seed: u64,
}

impl Drive {
    /// Does it.
    ///
    /// # Errors
    /// Where the record was not filled, the program does not serve it, or an
    /// answer is none a person would want.
    pub async fn run(&self) -> Result<Report> {
        let record = self.open().await?;
        let mut sample = Sample::of(&record, self.seed).await?;
        drop(record);

        let server = Server::start(&self.program, &self.record).await?;
        let mut first = Browser::open(server.address()).await?;
        first.get("/sign-in").await?;
        let started = server.since_start();
        let token = first.sign_in().await?;
        sample.find_lists(&mut first).await?;
        let sample = Arc::new(sample);

        let begin = Instant::now() + WARMING_UP;
        let end = begin + self.lasting;
        let mut clients = JoinSet::new();
        for number in 0..self.clients {
            let browser = first.like_this().await?;
            let asking = Asking::new(sample.clone(), &token, &self.only, self.seed, number);
            clients.spawn(ask(browser, asking, begin, end));
        }
        let mut tally = Tally::default();
        while let Some(done) = clients.join_next().await {
            tally.add(done??);
        }
        let memory = server.memory()?;
        if self.kill {
            server.kill().await?;
        } else {
            server.stop().await?;
        }

        let record = self.open().await?;
        let kept = sample.kept(&record, &tally.taken).await?;
        Ok(Report { clients: self.clients, lasting: self.lasting, started, memory, tally, kept })
    }

    async fn open(&self) -> Result<Db> {
        let place: Place = self.record.parse()?;
        Ok(Db::open(&place, Arc::new(SystemClock)).await?)
    }
}

/// One client.
async fn ask(
    mut browser: Browser,
    mut asking: Asking,
    begin: Instant,
    end: Instant,
) -> Result<Tally> {
    let mut tally = Tally::default();
    loop {
        let asked = Instant::now();
        if asked >= end {
            return Ok(tally);
        }
        let request = asking.next();
        let answer = browser.send(&request).await.with_context(|| request.to_string())?;
        ensure!(
            answer.status == request.expected(),
            "{request} was answered with {}",
            answer.status
        );
        if let Some(taken) = request.taken {
            tally.taken.push(taken);
        }
        if asked >= begin {
            tally.note(&request, asked.elapsed(), answer.weight);
        }
    }
}
