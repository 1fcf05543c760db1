//! A disk that is full below PostgreSQL.
//!
//! The test is root for as long as it lasts: it mounts a small disk in a
//! namespace of its own and runs a server with its data on it. Where it is not
//! root, or there is no server, it says so.

use std::fs::{self, File};
use std::io::Write as _;
use std::os::unix::fs::{PermissionsExt as _, chown};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use crash::{Mortal, Task, say_kept};
use domain::know::customers::{self, CustomerError, Field};
use domain::know::lists;
use store::db::Place;
use store::log::Actor;
use store::{Db, StoreError};

use super::ITSELF;

pub const FILL: &str = "postgres_disk.fill";

/// What Debian's package makes: PostgreSQL refuses to be root's.
const ACCOUNT: &str = "postgres";
/// Mounts a disk over a folder, and runs what follows. A new cluster takes
/// half of it.
const ON_SMALL_DISK: &str = "mount -t tmpfs -o size=96m small \"$1\" && shift && exec \"$@\"";
/// So much of the disk is left when the writing begins.
const ROOM: u64 = 2 << 20;
const PIECE: usize = 1 << 20;
/// So many times a server that begins is asked for a connection: it refuses at
/// once, and takes a second to begin.
const TURNS_TO_BEGIN: u32 = 500_000;
/// Customers are written until the disk is full, or so many are.
const MOST: u64 = 20_000;

/// A server whose data are on the small disk and whose log, and socket, are
/// beside it: a log that cannot be written ends the server at once, as it should.
struct Server {
    process: Child,
    beside: PathBuf,
}

impl Server {
    fn start(programs: &Path, disk: &Path, beside: &Path) -> Self {
        let (data, log) = (disk.join("data"), beside.join("log"));
        let made = as_account(&programs.join("initdb"))
            .args(["--auth=trust", "--encoding=UTF8", "--locale=C", "--no-sync"])
            .args(["--username=perennial", "--wal-segsize=1", "--waldir"])
            .arg(&log)
            .arg("--pgdata")
            .arg(&data)
            .stdout(Stdio::null())
            .status();
        assert!(made.unwrap().success(), "a cluster cannot be made");
        let process = as_account(&programs.join("postgres"))
            .args(["-c", "listen_addresses=", "-c", "autovacuum=off", "-k"])
            .arg(beside)
            .arg("-D")
            .arg(&data)
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        Self { process, beside: beside.to_owned() }
    }

    fn place(&self) -> Place {
        let url = format!("postgres://perennial@localhost/postgres?host={}", self.beside.display());
        url.parse().unwrap()
    }

    /// Opens the record as soon as the server takes connections.
    async fn open(&mut self, task: &Task) -> Db {
        let of_server = Task { work: String::new(), place: self.place(), life: task.life };
        for _ in 0..TURNS_TO_BEGIN {
            assert!(self.process.try_wait().unwrap().is_none(), "the server has ended");
            if let Ok(db) = of_server.open().await {
                return db;
            }
            tokio::task::yield_now().await;
        }
        panic!("the server takes no connections");
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// Debian keeps the programs of a server off the search path.
fn programs() -> Option<PathBuf> {
    let versions = fs::read_dir("/usr/lib/postgresql").ok()?;
    let mut folders: Vec<PathBuf> =
        versions.filter_map(|version| Some(version.ok()?.path().join("bin"))).collect();
    folders.sort();
    folders.into_iter().rev().find(|folder| folder.join("initdb").exists())
}

fn as_account(program: &Path) -> Command {
    let mut command = Command::new("setpriv");
    command.args(["--reuid", ACCOUNT, "--regid", ACCOUNT, "--init-groups"]).arg(program);
    command.current_dir("/");
    command
}

/// The numbers of the account.
fn account() -> Option<(u32, u32)> {
    let accounts = fs::read_to_string("/etc/passwd").ok()?;
    let line = accounts.lines().find(|line| line.split(':').next() == Some(ACCOUNT))?;
    let mut numbers = line.split(':').skip(2);
    Some((numbers.next()?.parse().ok()?, numbers.next()?.parse().ok()?))
}

/// Takes all room of the disk but a little.
fn fill_up(disk: &Path) -> PathBuf {
    let path = disk.join("ballast");
    let mut ballast = File::create(&path).unwrap();
    let piece = vec![1; PIECE];
    while ballast.write_all(&piece).is_ok() {}
    let taken = ballast.metadata().unwrap().len();
    ballast.set_len(taken.saturating_sub(ROOM)).unwrap();
    path
}

async fn add(db: &Db, number: u64) -> Result<(), CustomerError> {
    db.write(Actor::System, async move |tx| {
        let known = [(Field::Name, format!("Customer {number}"))];
        customers::add(tx, &known).await.map(drop)
    })
    .await
}

async fn count(db: &Db) -> u64 {
    let mut reader = db.reader().await.unwrap();
    lists::seen_lately(&mut reader.snapshot(), u32::MAX - 1).await.unwrap().len() as u64
}

/// Writes until the disk is full, makes room, and writes on.
pub async fn fill(task: &Task) {
    let Place::Sqlite(path) = &task.place else { panic!("this is for a disk") };
    let (disk, beside) = (path.parent().unwrap(), path.ancestors().nth(2).unwrap());
    let programs = programs().unwrap();
    let owner = account().unwrap();
    chown(disk, Some(owner.0), Some(owner.1)).unwrap();
    let mut server = Server::start(&programs, disk, &beside.join("beside"));
    let db = server.open(task).await;
    let ballast = fill_up(disk);
    let mut written = 0;
    let refused = loop {
        match add(&db, written).await {
            Ok(()) => written += 1,
            Err(error) => break error,
        }
        say_kept(written);
        assert!(written < MOST, "the disk is not full");
    };
    let CustomerError::Store(StoreError::DiskFull) = &refused else {
        panic!("a full disk is told as {refused:?}");
    };
    assert!(refused.to_string().contains("free some room"), "{refused}");
    assert_eq!(count(&db).await, written, "what was refused left nothing behind");
    fs::remove_file(&ballast).unwrap();
    add(&db, written).await.unwrap();
    drop(db);
    let db = server.open(task).await;
    assert_eq!(count(&db).await, written + 1);
    let mut reader = db.reader().await.unwrap();
    let (told,): (i64,) = reader.snapshot().query("select count(*) from log").one().await.unwrap();
    assert_eq!(told.unsigned_abs(), written + 1, "the log tells of each");
}

#[test]
fn a_full_disk_below_postgresql_is_said_and_loses_nothing() {
    let home = tempfile::tempdir().unwrap();
    let (disk, beside) = (home.path().join("disk"), home.path().join("beside"));
    let Some((user, group)) = account().filter(|_| programs().is_some()) else {
        eprintln!("skipped: there is no PostgreSQL of Debian here");
        return;
    };
    let allowed = Command::new("unshare").args(["--mount", "true"]).stderr(Stdio::null()).status();
    if !allowed.is_ok_and(|status| status.success()) {
        eprintln!("skipped: only root can mount a disk and run a server on it");
        return;
    }
    fs::create_dir(&disk).unwrap();
    fs::create_dir(&beside).unwrap();
    chown(&beside, Some(user), Some(group)).unwrap();
    fs::set_permissions(home.path(), fs::Permissions::from_mode(0o755)).unwrap();
    let mut command = Command::new("unshare");
    command.args(["--mount", "sh", "-c", ON_SMALL_DISK, "sh"]).arg(&disk);
    command.arg(std::env::current_exe().unwrap());
    let place = Place::Sqlite(disk.join("record"));
    let process = Mortal::run(&mut command, ITSELF, FILL, &place, 0).unwrap();
    let (kept, came_to_its_end) = process.end().unwrap();
    assert!(came_to_its_end, "after {} customers", kept.len());
    assert!(kept.len() > 10);
}
