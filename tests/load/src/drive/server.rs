//! The program while it serves.

use std::net::SocketAddr;
use std::path::Path;
use std::process::Stdio;
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, ensure};
use tokio::io::{AsyncBufReadExt as _, BufReader};
use tokio::process::{Child, Command};

/// So long it may take to end.
const ENDING: Duration = Duration::from_secs(20);

/// In Linux's account of a process so many words stand between its name and
/// the times it has worked, by itself and in the system.
const BEFORE_TIMES: usize = 11;
/// Those are told in hundredths of a second on every machine.
const TICK: u64 = 10;

pub struct Server {
    child: Child,
    address: SocketAddr,
    began: Instant,
}

/// Memory of a process, in bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Memory {
    /// Resident now.
    pub now: u64,
    /// Resident at most since it began.
    pub most: u64,
}

impl Server {
    /// Starts it on a free port, on this machine alone; it makes its review where
    /// that is said.
    pub async fn start(program: &Path, record: &str, makes_review: bool) -> Result<Self> {
        let began = Instant::now();
        let mut child = Command::new(program)
            .args(["serve", "--listen", "127.0.0.1:0", "--lang", "en", "--log", "warn"])
            .args((!makes_review).then_some("--no-review"))
            .env("PERENNIAL_RECORD", record)
            .stdin(Stdio::null())
            .stderr(Stdio::piped())
            .kill_on_drop(true)
            .spawn()
            .with_context(|| format!("cannot start {}", program.display()))?;
        let said = child.stderr.take().context("the program has no standard error")?;
        let mut said = BufReader::new(said).lines();
        let first = said.next_line().await?.unwrap_or_default();
        let address = first
            .split_once("http://")
            .and_then(|(_, rest)| address(rest))
            .with_context(|| format!("the program does not serve: {first}"))?;
        tokio::spawn(async move {
            while let Ok(Some(line)) = said.next_line().await {
                eprintln!("{line}");
            }
        });
        Ok(Self { child, address, began })
    }

    pub fn address(&self) -> SocketAddr {
        self.address
    }

    pub fn since_start(&self) -> Duration {
        self.began.elapsed()
    }

    /// What Linux says it has in use.
    pub fn memory(&self) -> Result<Memory> {
        let id = self.child.id().context("the program has ended by itself")?;
        let status = std::fs::read_to_string(format!("/proc/{id}/status"))?;
        let of = |name: &str| {
            let line = status.lines().find_map(|line| line.strip_prefix(name));
            let kibibytes = line.and_then(|rest| rest.split_whitespace().next()?.parse().ok());
            kibibytes.map(|kibibytes: u64| kibibytes * 1024).context("Linux tells no memory")
        };
        Ok(Memory { now: of("VmRSS:")?, most: of("VmHWM:")? })
    }

    /// How much of the processors it has used so far, by itself and for it in
    /// the system; not what a server of PostgreSQL does for it.
    pub fn worked(&self) -> Result<Duration> {
        let id = self.child.id().context("the program has ended by itself")?;
        let stat = std::fs::read_to_string(format!("/proc/{id}/stat"))?;
        // The name before may hold spaces.
        let (_, rest) = stat.rsplit_once(')').context("Linux tells no time")?;
        let ticks = rest.split_whitespace().skip(BEFORE_TIMES).take(2);
        let ticks = ticks.map(str::parse::<u64>).sum::<Result<u64, _>>()?;
        Ok(Duration::from_millis(ticks * TICK))
    }

    /// Ends it as a power cut would.
    pub async fn kill(mut self) -> Result<()> {
        self.child.kill().await?;
        Ok(())
    }

    /// Asks it to end, and waits for that.
    pub async fn stop(mut self) -> Result<()> {
        let id = self.child.id().context("the program has ended by itself")?;
        let asked = Command::new("kill").args(["-TERM", &id.to_string()]).status().await?;
        ensure!(asked.success(), "the program cannot be asked to end");
        let ended = tokio::time::timeout(ENDING, self.child.wait()).await;
        let ended = ended.context("the program does not end")??;
        ensure!(ended.success(), "the program ended with {ended}");
        Ok(())
    }
}

/// The address that the rest of a line begins with.
fn address(rest: &str) -> Option<SocketAddr> {
    let is_of_address = |c: char| c.is_ascii_digit() || c == '.' || c == ':';
    let end = rest.find(|c: char| !is_of_address(c)).unwrap_or(rest.len());
    rest[..end].trim_end_matches('.').parse().ok()
}
