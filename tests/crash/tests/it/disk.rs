//! A disk that is full, and one that can only be read.
//!
//! Each test mounts a small disk of its own in a namespace of its own, which
//! only that process sees; where the machine does not let it, it says so.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use crash::{Mortal, Task, say_kept};
use domain::know::customers::{self, CustomerError, Field};
use domain::know::lists;
use store::Db;
use store::StoreError;
use store::db::Place;
use store::log::Actor;

use super::ITSELF;

pub const FILL: &str = "disk.fill";
pub const READ_ONLY: &str = "disk.read_only";

/// Something that can be taken away to make room.
const BALLAST: &str = "ballast";
const BALLAST_BYTES: usize = 1_500_000;
/// Customers are written until the disk is full, or so many are.
const MOST: u32 = 100_000;
/// A mount is tried so often.
const TRIES: u32 = 200;
/// Mounts a disk of 8 MB over a folder, and runs what follows.
const ON_SMALL_DISK: &str = "mount -t tmpfs -o size=8m small \"$1\" && shift && exec \"$@\"";

/// A process with a disk of its own below `folder`.
fn on_small_disk(folder: &Path, work: &str) -> Option<Mortal> {
    let unshare = |command: &[&str]| {
        let mut unshare = Command::new("unshare");
        unshare.args(["--mount", "--map-root-user"]).args(command);
        unshare
    };
    let allowed = unshare(&["sh", "-c", ON_SMALL_DISK, "sh"])
        .arg(folder)
        .arg("true")
        .stderr(Stdio::null())
        .status();
    if !allowed.is_ok_and(|status| status.success()) {
        eprintln!("skipped: a disk cannot be mounted in a namespace here (`unshare`)");
        return None;
    }
    let place = Place::Sqlite(folder.join("record.db"));
    let mut command = unshare(&["sh", "-c", ON_SMALL_DISK, "sh"]);
    command.arg(folder).arg(std::env::current_exe().unwrap());
    Some(Mortal::run(&mut command, ITSELF, work, &place, 0).unwrap())
}

async fn add(db: &Db, number: u64) -> Result<(), CustomerError> {
    db.write(Actor::System, async move |tx| {
        let told = format!("{number}: {}", "a long story, ".repeat(200));
        let known = [(Field::Name, format!("Customer {number}")), (Field::WhyUs, told)];
        customers::add(tx, &known).await.map(drop)
    })
    .await
}

async fn count(db: &Db) -> u32 {
    let mut reader = db.reader().await.unwrap();
    let all = lists::seen_lately(&mut reader.snapshot(), u32::MAX - 1).await.unwrap();
    u32::try_from(all.len()).unwrap()
}

/// Writes until the disk is full, makes room, and writes on.
pub async fn fill(task: &Task) {
    let Place::Sqlite(path) = &task.place else { panic!("this is for files") };
    let ballast = path.with_file_name(BALLAST);
    fs::write(&ballast, vec![1; BALLAST_BYTES]).unwrap();
    let db = task.open().await.unwrap();
    let mut written = 0;
    let refused = loop {
        match add(&db, u64::from(written)).await {
            Ok(()) => written += 1,
            Err(error) => break error,
        }
        say_kept(u64::from(written));
        assert!(written < MOST, "the disk is not full");
    };
    let CustomerError::Store(StoreError::DiskFull) = &refused else {
        panic!("a full disk is told as {refused:?}");
    };
    assert!(refused.to_string().contains("free some room"), "{refused}");
    assert_eq!(count(&db).await, written, "what was refused left nothing behind");
    fs::remove_file(&ballast).unwrap();
    add(&db, u64::from(written)).await.unwrap();
    drop(db);
    let db = task.open().await.unwrap();
    assert_eq!(count(&db).await, written + 1);
    let is_sound =
        async |tx: &mut store::Tx<'_>| tx.query("pragma integrity_check").one::<(String,)>().await;
    assert_eq!(db.write(Actor::System, is_sound).await.unwrap().0, "ok");
}

/// Writes, makes the disk read-only, and opens the record again.
pub async fn read_only(task: &Task) {
    let Place::Sqlite(path) = &task.place else { panic!("this is for files") };
    let source = path.with_file_name("record");
    fs::create_dir(&source).unwrap();
    let place = Place::Sqlite(source.join("record.db"));
    let moved = Task { work: String::new(), place, life: 0 };
    let db = moved.open().await.unwrap();
    add(&db, 1).await.unwrap();
    closed(db).await;
    let mount = |options: &[&str]| {
        let try_to = || Command::new("mount").args(options).arg(&source).status().unwrap();
        // Refused as long as the record is not closed altogether.
        assert!((0..TRIES).any(|_| try_to().success()), "{options:?}");
    };
    mount(&["--bind", source.to_str().unwrap()]);
    mount(&["-o", "remount,bind,ro"]);
    let refused = match moved.open().await {
        Err(refused) => refused,
        Ok(db) => match add(&db, 2).await {
            Err(CustomerError::Store(refused)) => refused,
            other => panic!("a disk that can only be read took it: {other:?}"),
        },
    };
    assert!(matches!(refused, StoreError::ReadOnly), "{refused:?}");
    assert!(refused.to_string().contains("writable"), "{refused}");
    mount(&["-o", "remount,bind,rw"]);
    let db = moved.open().await.unwrap();
    assert_eq!(count(&db).await, 1);
    add(&db, 2).await.unwrap();
}

/// Lets go of a record, until nothing of it is open any more.
async fn closed(db: Db) {
    let mut commits = db.commits();
    drop(db);
    // The writer ends with the last who could ask it.
    while commits.changed().await.is_ok() {}
}

#[test]
fn a_full_disk_is_said_and_loses_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let Some(process) = on_small_disk(folder.path(), FILL) else { return };
    let (kept, came_to_its_end) = process.end().unwrap();
    assert!(came_to_its_end, "after {} customers", kept.len());
    assert!(kept.len() > 10);
}

#[test]
fn a_disk_that_can_only_be_read_is_said_and_harms_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let Some(process) = on_small_disk(folder.path(), READ_ONLY) else { return };
    assert!(process.end().unwrap().1);
}
