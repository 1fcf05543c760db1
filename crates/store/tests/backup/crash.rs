//! A backup or restore that is killed half-way.
//!
//! These tests run themselves again in a process of its own, which they kill
//! as soon as it has written something.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use kernel::FixedClock;
use store::backup::{BackupError, Existing, Record, backup, restore, verify};
use store::db::Place;
use store::log::Actor;
use testkit::record::{Kind, test_time};

use super::{House, notes, open};

/// What the process of its own is to do, and with which folders.
const TASK: &str = "PERENNIAL_TEST_TASK";

/// A record large enough that it cannot be copied at once.
async fn large() -> House {
    let house = House::empty(Kind::Sqlite).await.unwrap();
    let fill = async |tx: &mut store::Tx<'_>| {
        tx.query(
            "with recursive n(i) as (select 1 union all select i + 1 from n where i < 25000)
             insert into log (at, actor, kind, subject, body)
             select '2026-03-01T12:00:00+00:00', 'system', 'note.written', randomblob(16),
                    '{\"text\":\"' || hex(randomblob(200)) || '\"}' from n",
        )
        .execute()
        .await
    };
    house.kept.db.write(Actor::System, fill).await.unwrap();
    house
}

/// Does the task in a process of its own.
fn begin(task: &str, from: &Path, to: &Path) -> Child {
    Command::new(env::current_exe().unwrap())
        .args(["--exact", "crash::the_task_of_a_process_of_its_own"])
        .env(TASK, format!("{task}\n{}\n{}", from.display(), to.display()))
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap()
}

#[tokio::test]
async fn the_task_of_a_process_of_its_own() {
    let Ok(task) = env::var(TASK) else { return };
    let mut lines = task.lines().map(PathBuf::from);
    let mut next = || lines.next().unwrap();
    let (task, from, to) = (next(), next(), next());
    let of = |path: &Path| Record {
        place: Place::Sqlite(path.to_path_buf()),
        blobs: path.with_extension("blobs"),
    };
    if task == Path::new("backup") {
        backup(&of(&from), &to, &FixedClock(test_time())).await.unwrap();
    } else {
        restore(&from, &of(&to), Existing::Keep).await.unwrap();
    }
}

/// Kills the process as soon as `is_half_way`; returns whether it was.
fn kill_half_way(mut child: Child, is_half_way: impl Fn() -> bool) -> bool {
    let was_half_way = loop {
        if is_half_way() {
            break true;
        }
        if child.try_wait().unwrap().is_some() {
            break false;
        }
        std::thread::yield_now();
    };
    let _ = child.kill();
    child.wait().unwrap();
    was_half_way
}

#[tokio::test(flavor = "multi_thread")]
async fn a_backup_killed_half_way_leaves_nothing_that_looks_complete() {
    let house = large().await;
    let Place::Sqlite(path) = &house.record.place else { unreachable!("it is SQLite's") };
    let partial = house.backups().join("perennial-20260301T120000Z.partial");
    for reached in ["", "record.db", "record.db.zst", "manifest.json"] {
        let _ = fs::remove_dir_all(&partial);
        let child = begin("backup", path, &house.backups());
        assert!(kill_half_way(child, || partial.join(reached).exists()), "reached {reached}");
        for entry in fs::read_dir(house.backups()).unwrap() {
            let left = entry.unwrap().path();
            let found = verify(&left).await;
            assert!(
                matches!(found, Err(BackupError::Unfinished(_))) || found.is_ok(),
                "{left:?}: {found:?}"
            );
        }
        // The last of them may have come to its end before it was killed.
        let _ = fs::remove_dir_all(partial.with_extension(""));
    }
    let taken = house.backup().await.unwrap();
    verify(&taken.path).await.unwrap();
    let left: Vec<_> = fs::read_dir(house.backups()).unwrap().collect();
    assert_eq!(left.len(), 1, "what was abandoned is cleared away: {left:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_restore_killed_half_way_leaves_no_record_and_can_be_done_again() {
    let house = large().await;
    let taken = house.backup().await.unwrap();
    let (elsewhere, _) = house.elsewhere().await;
    let Place::Sqlite(path) = &elsewhere.place else { unreachable!("it is SQLite's") };
    let restoring = path.with_file_name("record.db.restoring");
    let half_way = || fs::metadata(&restoring).is_ok_and(|file| file.len() > 0);
    assert!(kill_half_way(begin("restore", &taken.path, path), half_way));
    assert!(!path.exists());
    restore(&taken.path, &elsewhere, Existing::Keep).await.unwrap();
    assert!(!restoring.exists());
    let db = open(&elsewhere.place).await.unwrap();
    assert_eq!(notes(&db, 10_000).await.len(), 10_000);
}
