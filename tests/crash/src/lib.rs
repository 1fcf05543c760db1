//! A process that is killed in the middle of its work.
//!
//! Tests run themselves again as a process of its own, which opens the record
//! and says on a line of its standard output whatever it was told is durable.
//! The test kills it (`kill -9`) after a number of such lines that it draws:
//! wherever in its work the process then is. Not all of what can be killed is
//! killed in every run; `PERENNIAL_CRASHES=200` kills two hundred times.

use std::env;
use std::io::{self, BufRead as _, BufReader, Write as _};
use std::process::{Child, ChildStdout, Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use chrono::{DateTime, TimeDelta, Utc};
use kernel::Clock;
use sqlx::postgres::PgConnectOptions;
use store::Db;
use store::db::Place;
use testkit::record::test_time;

/// What the process of its own is to do.
const TASK: &str = "PERENNIAL_CRASH_TASK";
/// How often each kind of work is killed.
const CRASHES: &str = "PERENNIAL_CRASHES";
/// Without being told.
const FEW: u32 = 12;
/// The tests' server.
const POSTGRES: &str = "PERENNIAL_TEST_POSTGRES";
/// In front of what is durable.
const KEPT: &str = "kept ";
/// Each life of a process begins so long after the one before it: what a dead
/// one held has run out by then.
const LIFE: TimeDelta = TimeDelta::hours(1);
/// Whoever asks a living process for the time makes it pass.
const TICK: TimeDelta = TimeDelta::milliseconds(100);

/// How often each kind of work is to be killed.
#[must_use]
pub fn crashes() -> u32 {
    env::var(CRASHES).ok().and_then(|times| times.parse().ok()).unwrap_or(FEW)
}

/// A draw below `bound`, the same in every run.
#[must_use]
pub fn drawn(life: u32, bound: u64) -> u64 {
    let mixed = u64::from(life + 1).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    ((mixed ^ (mixed >> 29)).wrapping_mul(0xbf58_476d_1ce4_e5b9) >> 32) % bound.max(1)
}

/// A process that lives until it is killed.
pub struct Mortal {
    child: Child,
    said: BufReader<ChildStdout>,
}

impl Mortal {
    /// Runs `test`, a test of this same program, with what it is to do, on the
    /// record at `place`. Its clock begins a while after that of the life before.
    ///
    /// # Errors
    /// Where it cannot be started.
    pub fn begin(test: &str, work: &str, place: &Place, life: u32) -> io::Result<Self> {
        Self::run(&mut Command::new(env::current_exe()?), test, work, place, life)
    }

    /// The same by a command that runs what stands behind it.
    ///
    /// # Errors
    /// Where it cannot be started.
    pub fn run(
        command: &mut Command,
        test: &str,
        work: &str,
        place: &Place,
        life: u32,
    ) -> io::Result<Self> {
        let mut child = command
            .args(["--exact", test, "--nocapture"])
            .env(TASK, [work, &told(place), &life.to_string()].join("\n"))
            .stdout(Stdio::piped())
            .spawn()?;
        let said = child.stdout.take().map(BufReader::new);
        let said = said.ok_or_else(|| io::Error::other("it has no standard output"))?;
        Ok(Self { child, said })
    }

    /// What it said was durable, until it has said so often or has ended.
    ///
    /// # Errors
    /// Where it cannot be heard.
    pub fn kept(&mut self, times: usize) -> io::Result<Vec<u64>> {
        let mut kept = Vec::new();
        let mut line = String::new();
        while kept.len() < times {
            line.clear();
            if self.said.read_line(&mut line)? == 0 {
                break;
            }
            let number: Option<u64> =
                line.strip_prefix(KEPT).and_then(|rest| rest.trim().parse().ok());
            kept.extend(number);
        }
        Ok(kept)
    }

    /// Lets it live on for so many turns of this thread: what it is in the
    /// middle of when it is killed then is anybody's guess.
    pub fn lives_on(&self, turns: u64) {
        for _ in 0..turns {
            std::thread::yield_now();
        }
    }

    /// Kills it, and hears out what it had said.
    ///
    /// # Errors
    /// Where it cannot be killed or heard.
    pub fn kill(mut self) -> io::Result<Vec<u64>> {
        self.child.kill()?;
        let kept = self.kept(usize::MAX);
        self.child.wait()?;
        kept
    }

    /// Waits for it to come to its end. Returns what it said, and whether it
    /// came there.
    ///
    /// # Errors
    /// Where it cannot be waited for.
    pub fn end(mut self) -> io::Result<(Vec<u64>, bool)> {
        let kept = self.kept(usize::MAX)?;
        Ok((kept, self.child.wait()?.success()))
    }
}

/// What a process of its own was told.
pub struct Task {
    /// What it is to do.
    pub work: String,
    /// On which record.
    pub place: Place,
    /// Which of several lives it is.
    pub life: u32,
}

impl Task {
    /// None in the process of the test itself.
    #[must_use]
    pub fn told() -> Option<Self> {
        let told = env::var(TASK).ok()?;
        let mut lines = told.lines();
        let work = lines.next()?.to_owned();
        let (place, life) = (place_told(lines.next()?)?, lines.next()?.parse().ok()?);
        Some(Self { work, place, life })
    }

    /// Opens the record.
    ///
    /// # Errors
    /// Where that is refused.
    pub async fn open(&self) -> Result<Db, store::StoreError> {
        Db::open(&self.place, Arc::new(PassingClock::of_life(self.life))).await
    }
}

/// Says that something is durable.
pub fn say_kept(number: u64) {
    // Whoever listened may be gone: then nobody counts on it.
    let _ = writeln!(io::stdout().lock(), "{KEPT}{number}");
}

/// A clock that shows a later moment each time.
struct PassingClock(AtomicI64);

impl PassingClock {
    fn of_life(life: u32) -> Self {
        let began = test_time() + LIFE * i32::try_from(life + 1).unwrap_or(i32::MAX);
        Self(AtomicI64::new(began.timestamp_micros()))
    }
}

impl Clock for PassingClock {
    fn now(&self) -> DateTime<Utc> {
        let tick = TICK.num_microseconds().unwrap_or_default();
        let now = self.0.fetch_add(tick, Ordering::Relaxed);
        DateTime::from_timestamp_micros(now).unwrap_or_default()
    }
}

/// A place as a process of its own is told of it: a file, or the schema that
/// this test has on the server.
fn told(place: &Place) -> String {
    match place {
        Place::Sqlite(path) => format!("file {}", path.display()),
        Place::Postgres(options) => {
            let search_path = options.get_options().unwrap_or_default();
            format!("schema {}", search_path.rsplit('=').next().unwrap_or_default())
        }
    }
}

fn place_told(told: &str) -> Option<Place> {
    if let Some(path) = told.strip_prefix("file ") {
        return Some(Place::Sqlite(path.into()));
    }
    let schema = told.strip_prefix("schema ")?;
    let server: PgConnectOptions = env::var(POSTGRES).ok()?.parse().ok()?;
    Some(Place::Postgres(server.options([("search_path", schema)])))
}
