//! A backup or restore that is killed half-way.
//!
//! These tests run themselves again in a process of its own, which they kill
//! as soon as it has written something.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use kernel::FixedClock;
use rstest::rstest;
use sqlx::postgres::PgConnectOptions;
use store::backup::{BackupError, Existing, Record, backup, restore, verify};
use store::db::{Place, Sql};
use store::log::Actor;
use testkit::record::{Kind, test_time};

use super::{House, notes, open};

/// What the process of its own is to do, and with which places.
const TASK: &str = "PERENNIAL_TEST_TASK";
/// The tests' server.
const POSTGRES: &str = "PERENNIAL_TEST_POSTGRES";

/// A record large enough that it cannot be copied at once, with a file.
async fn large(kind: Kind) -> Option<House> {
    let house = House::empty(kind).await?;
    house.keep(b"%PDF-1.7 a receipt").await;
    let fill = async |tx: &mut store::Tx<'_>| {
        tx.query(Sql::Each {
            sqlite:
                "with recursive n(i) as (select 1 union all select i + 1 from n where i < 25000)
                     insert into log (at, happened, actor, kind, subject, body)
                     select '2026-03-01T12:00:00+00:00', '2026-03-01T12:00:00+00:00', 'system', 'note.written', randomblob(16),
                            '{\"text\":\"' || hex(randomblob(200)) || '\"}' from n",
            postgres: "insert into log (at, happened, actor, kind, subject, body)
                       select '2026-03-01T12:00:00+00:00', '2026-03-01T12:00:00+00:00', 'system', 'note.written',
                              gen_random_uuid(),
                              '{\"text\":\"' || repeat(gen_random_uuid()::text, 12) || '\"}'
                       from generate_series(1, 25000)",
        })
        .execute()
        .await
    };
    house.kept.db.write(Actor::System, fill).await.unwrap();
    Some(house)
}

/// A place as a process of its own is told of it: a file, or the schema that
/// this test has on the server.
fn told(place: &Place) -> String {
    match place {
        Place::Sqlite(path) => path.display().to_string(),
        Place::Postgres(options) => {
            let search_path = options.get_options().unwrap_or_default();
            search_path.rsplit('=').next().unwrap_or_default().to_owned()
        }
    }
}

fn place_told(kind: &str, told: &str) -> Place {
    if kind == "sqlite" {
        return Place::Sqlite(told.into());
    }
    let server: PgConnectOptions = env::var(POSTGRES).unwrap().parse().unwrap();
    Place::Postgres(server.options([("search_path", told)]))
}

/// Does a task in a process of its own: what, on which kind of database, with
/// the record at which place, files in which folder, and which backup.
fn begin(task: [&str; 5]) -> Child {
    Command::new(env::current_exe().unwrap())
        .args(["--exact", "crash::the_task_of_a_process_of_its_own"])
        .env(TASK, task.join("\n"))
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap()
}

#[tokio::test]
async fn the_task_of_a_process_of_its_own() {
    let Ok(task) = env::var(TASK) else { return };
    let [task, kind, place, blobs, folder] = task.lines().collect::<Vec<_>>().try_into().unwrap();
    let record = Record { place: place_told(kind, place), blobs: blobs.into() };
    if task == "backup" {
        backup(&record, Path::new(folder), &FixedClock(test_time())).await.unwrap();
    } else {
        restore(Path::new(folder), &record, Existing::Keep).await.unwrap();
    }
}

fn name(kind: Kind) -> &'static str {
    match kind {
        Kind::Sqlite => "sqlite",
        Kind::Postgres => "postgres",
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

fn shown(path: &Path) -> &str {
    path.to_str().unwrap()
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test(flavor = "multi_thread")]
async fn a_backup_killed_half_way_leaves_nothing_that_looks_complete(#[case] kind: Kind) {
    let Some(house) = large(kind).await else { return };
    let place = told(&house.record.place);
    let backups = house.backups();
    let partial = backups.join("perennial-20260301T120000Z.partial");
    let holds = |count: usize| fs::read_dir(&partial).is_ok_and(|files| files.count() >= count);
    let stages: [&dyn Fn() -> bool; 4] =
        [&|| holds(0), &|| holds(1), &|| holds(2), &|| partial.join("manifest.json").exists()];
    for (stage, is_reached) in stages.into_iter().enumerate() {
        let _ = fs::remove_dir_all(&partial);
        let blobs = shown(&house.record.blobs);
        let child = begin(["backup", name(kind), &place, blobs, shown(&backups)]);
        assert!(kill_half_way(child, is_reached), "stage {stage}");
        for entry in fs::read_dir(&backups).unwrap() {
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
    let left: Vec<_> = fs::read_dir(&backups).unwrap().collect();
    assert_eq!(left.len(), 1, "what was abandoned is cleared away: {left:?}");
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test(flavor = "multi_thread")]
async fn a_restore_killed_half_way_leaves_no_record_and_can_be_done_again(#[case] kind: Kind) {
    let Some(house) = large(kind).await else { return };
    let taken = house.backup().await.unwrap();
    let (elsewhere, _held) = house.elsewhere().await;
    let place = told(&elsewhere.place);
    // The files come first, then the database.
    let restoring = match &elsewhere.place {
        Place::Sqlite(path) => path.with_file_name("record.db.restoring"),
        Place::Postgres(_) => PathBuf::new(),
    };
    let half_way = || match kind {
        Kind::Sqlite => fs::metadata(&restoring).is_ok_and(|file| file.len() > 0),
        Kind::Postgres => elsewhere.blobs.exists(),
    };
    let blobs = shown(&elsewhere.blobs);
    let child = begin(["restore", name(kind), &place, blobs, shown(&taken.path)]);
    assert!(kill_half_way(child, half_way));
    // Refused if anything were there.
    restore(&taken.path, &elsewhere, Existing::Keep).await.unwrap();
    assert!(!restoring.exists());
    let db = open(&elsewhere.place).await.unwrap();
    assert_eq!(notes(&db, 10_000).await.len(), 10_000);
}
