//! A throw-away PostgreSQL for the tests.

use std::fs::{self, File};
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread::{self, JoinHandle};

use anyhow::{Context, Result, bail};

use crate::{command, debian};

/// Whom the server runs as where this program is root: PostgreSQL refuses to
/// be root's, and Debian's package makes this account.
const ACCOUNT: &str = "postgres";
/// What the server says once it can be asked.
const READY: &str = "database system is ready to accept connections";

/// A server of its own, in a temporary folder, on a socket in that folder and
/// on no network; it ends, and the folder goes, with this value.
pub struct Server {
    folder: PathBuf,
    process: Child,
    listener: Option<JoinHandle<()>>,
}

/// Starts a server, installing PostgreSQL where that is allowed. None, after
/// saying what to install, where it is not there.
///
/// # Errors
/// Where it is there but does not start.
pub fn start() -> Result<Option<Server>> {
    debian::provide_what("PostgreSQL", &["postgresql"], || programs().is_some())?;
    programs().map(|programs| Server::start(&programs)).transpose()
}

/// The folder that holds `initdb` and `postgres`: of the search path, else the
/// newest of Debian's, which keeps them off it.
fn programs() -> Option<PathBuf> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let searched = std::env::split_paths(&path).collect::<Vec<_>>();
    let mut versions: Vec<(u32, PathBuf)> = fs::read_dir("/usr/lib/postgresql")
        .into_iter()
        .flatten()
        .filter_map(|version| {
            let version = version.ok()?;
            let number = version.file_name().to_str()?.parse().ok()?;
            Some((number, version.path().join("bin")))
        })
        .collect();
    versions.sort_by_key(|(number, _)| std::cmp::Reverse(*number));
    versions
        .into_iter()
        .map(|(_, folder)| folder)
        .chain(searched)
        .find(|folder| folder.join("initdb").exists() && folder.join("postgres").exists())
}

impl Server {
    fn start(programs: &Path) -> Result<Self> {
        let folder = std::env::temp_dir().join(format!("perennial-tests-{}", std::process::id()));
        fs::create_dir(&folder).with_context(|| format!("cannot make {}", folder.display()))?;
        if debian::is_root() {
            command::run(command::program("chown").arg(ACCOUNT).arg(&folder))?;
        }
        let data = folder.join("data");
        command::output(
            as_account(&programs.join("initdb"))
                .args(["--auth=trust", "--encoding=UTF8", "--locale=C", "--no-sync"])
                .args(["--username=perennial", "--pgdata"])
                .arg(&data),
        )?;
        let mut process = as_account(&programs.join("postgres"))
            .env("LC_ALL", "C")
            // What a test keeps need not outlive the machine.
            .args(["-c", "fsync=off", "-c", "max_connections=400"])
            .args(["-c", "listen_addresses=", "-k"])
            .arg(&folder)
            .arg("-D")
            .arg(&data)
            .stderr(Stdio::piped())
            .spawn()
            .context("cannot start PostgreSQL")?;
        let listener = wait_until_ready(&mut process, &folder.join("log"));
        let mut server = Self { folder, process, listener: None };
        server.listener = Some(listener?);
        Ok(server)
    }

    /// Where its own database is, as the tests take it.
    pub fn url(&self) -> String {
        self.url_of("postgres")
    }

    /// Where a database of this name is.
    pub fn url_of(&self, database: &str) -> String {
        format!("postgres://perennial@localhost/{database}?host={}", self.folder.display())
    }
}

/// Reads what the server says until it is ready, then keeps it for whoever
/// wants to know why a test failed.
fn wait_until_ready(process: &mut Child, log: &Path) -> Result<JoinHandle<()>> {
    let said = process.stderr.take().context("PostgreSQL has no standard error")?;
    let mut lines = BufReader::new(said).lines();
    let mut so_far = String::new();
    loop {
        let Some(line) = lines.next().transpose()? else {
            bail!("PostgreSQL ended before it was ready:\n{so_far}");
        };
        so_far.push_str(&line);
        so_far.push('\n');
        if line.contains(READY) {
            break;
        }
    }
    let mut file = File::create(log)?;
    Ok(thread::spawn(move || {
        for line in lines.map_while(Result::ok) {
            // The log is a convenience: a full disk must not stop the server.
            let _ = std::io::Write::write_all(&mut file, format!("{line}\n").as_bytes());
        }
    }))
}

impl Drop for Server {
    fn drop(&mut self) {
        // An immediate end: the folder goes anyway.
        let _ = self.process.kill();
        let _ = self.process.wait();
        if let Some(listener) = self.listener.take() {
            let _ = listener.join();
        }
        let _ = fs::remove_dir_all(&self.folder);
    }
}

fn as_account(program: &Path) -> Command {
    if debian::is_root() {
        let mut command = command::program("setpriv");
        command.args(["--reuid", ACCOUNT, "--regid", ACCOUNT, "--init-groups"]).arg(program);
        // The workspace may be root's alone.
        command.current_dir("/");
        command
    } else {
        command::program(program)
    }
}
