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
use chrono::TimeDelta;
use domain::office::rights::Right;
use domain::office::staff;
use domain::office::tokens::{self, NewToken, Scopes, TokenError};
use kernel::SystemClock;
use store::Db;
use store::db::Place;
use store::log::Actor;
use tokio::task::JoinSet;

pub use asking::Kind;
pub use report::Report;

use asking::Asking;
use browser::Browser;
use sample::Sample;
use server::Server;
use tally::Tally;

use crate::made_up::EMAIL_OF_OWNER;

/// What is asked in the first of it is not counted.
const WARMING_UP: Duration = Duration::from_secs(3);
/// A token lets in no longer than a run can last.
const TOKENS_LAST: TimeDelta = TimeDelta::hours(1);

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
    /// The program makes its review meanwhile.
    pub review: bool,
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
        let programs = programs(&record, self.clients).await?;
        drop(record);

        let server = Server::start(&self.program, &self.record, self.review).await?;
        let mut first = Browser::open(server.address()).await?;
        first.get("/sign-in").await?;
        let started = server.since_start();
        let token = first.sign_in().await?;
        sample.find_lists(&mut first).await?;
        let sample = Arc::new(sample);

        let before = server.worked()?;
        let begin = Instant::now() + WARMING_UP;
        let end = begin + self.lasting;
        let mut clients = JoinSet::new();
        for (number, program) in programs.into_iter().enumerate() {
            let browser = first.with_token(program).await?;
            let asking = Asking::new(sample.clone(), &token, &self.only, self.seed, number);
            clients.spawn(ask(browser, asking, begin, end));
        }
        let mut tally = Tally::default();
        while let Some(done) = clients.join_next().await {
            tally.add(done??);
        }
        let memory = server.memory()?;
        let worked = server.worked()?.saturating_sub(before);
        if self.kill {
            server.kill().await?;
        } else {
            server.stop().await?;
        }

        let record = self.open().await?;
        let kept = sample.kept(&record, &tally.taken).await?;
        let (clients, lasting) = (self.clients, self.lasting);
        Ok(Report { clients, lasting, started, memory, worked, tally, kept })
    }

    async fn open(&self) -> Result<Db> {
        let place: Place = self.record.parse()?;
        Ok(Db::open(&place, Arc::new(SystemClock)).await?)
    }
}

/// What so many programs of the owner show: one for each client, as there is a
/// bar to how often one program may ask.
async fn programs(record: &Db, count: usize) -> Result<Vec<String>> {
    let owner = staff::with_email(&mut record.reader().await?.snapshot(), EMAIL_OF_OWNER).await?;
    let owner = owner.context("the made-up business has no owner: fill a record first")?.id;
    let new = NewToken {
        name: "load".to_owned(),
        rights: Scopes::from_iter([Right::LogInteractions]),
        lasts: Some(TOKENS_LAST),
    };
    let made = record.write(Actor::System, async move |tx| {
        let mut shown = Vec::with_capacity(count);
        for _ in 0..count {
            shown.push(tokens::make(tx, owner, &new).await?.shown);
        }
        Ok::<_, TokenError>(shown)
    });
    Ok(made.await?)
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
        tally.answers += 1;
        if asked >= begin {
            tally.note(&request, asked.elapsed(), answer.weight);
        }
    }
}
