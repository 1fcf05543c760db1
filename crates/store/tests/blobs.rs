//! Files: kept under their hashes, as long as something uses them.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::pin::Pin;
use std::task::{Context, Poll};

use chrono::TimeDelta;
use rstest::rstest;
use store::blobs::{Arrived, BlobError, BlobHash, Blobs, UsedBy};
use store::jobs::Worker;
use store::log::Actor;
use tempfile::TempDir;
use testkit::record::{Kind, TestRecord};
use tokio::io::{AsyncRead, AsyncReadExt as _, ReadBuf};
use uuid::Uuid;

const LIMIT: u64 = 100_000;

struct Shelf {
    record: TestRecord,
    blobs: Blobs,
    folder: TempDir,
}

impl Shelf {
    async fn empty(kind: Kind) -> Option<Self> {
        let record = TestRecord::empty(kind).await?;
        let folder = tempfile::tempdir().unwrap();
        let blobs = Blobs::new(record.db.clone(), folder.path());
        Some(Self { record, blobs, folder })
    }

    async fn keep(&self, arrived: &Arrived, id: u128) -> Result<(), BlobError> {
        let arrived = arrived.clone();
        self.record
            .db
            .write(Actor::System, async move |tx| tx.keep_blob(&arrived, call(id)).await)
            .await
    }

    async fn release(&self, hash: BlobHash, id: u128) {
        self.record
            .db
            .write(Actor::System, async move |tx| tx.release_blob(hash, call(id)).await)
            .await
            .unwrap();
    }

    /// Lets time pass and does what is due then.
    async fn after(&self, time: TimeDelta) {
        self.record.clock.advance(time);
        let worker = self.blobs.swept_by(Worker::new(self.record.db.clone()));
        worker.run_until_idle().await.unwrap();
    }

    async fn content(&self, hash: BlobHash) -> Result<Vec<u8>, BlobError> {
        let mut content = Vec::new();
        self.blobs.open(hash).await?.read_to_end(&mut content).await.unwrap();
        Ok(content)
    }
}

fn call(id: u128) -> UsedBy<'static> {
    UsedBy { kind: "call", id: Uuid::from_u128(id) }
}

fn files_below(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() { found.extend(files_below(&path)) } else { found.push(path) }
    }
    found
}

/// Gives some bytes, then breaks off.
struct BrokenOff(usize);

impl AsyncRead for BrokenOff {
    fn poll_read(
        mut self: Pin<&mut Self>,
        _: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        if self.0 == 0 {
            return Poll::Ready(Err(io::ErrorKind::ConnectionReset.into()));
        }
        self.0 -= 1;
        buffer.put_slice(b"half");
        Poll::Ready(Ok(()))
    }
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn a_file_is_given_back_as_it_came(#[case] kind: Kind) {
    let Some(shelf) = Shelf::empty(kind).await else { return };
    let receipt = [b"%PDF-1.7\n".as_slice(), &vec![7; 90_000]].concat();
    let arrived = shelf.blobs.receive(receipt.as_slice(), LIMIT).await.unwrap();
    shelf.keep(&arrived, 1).await.unwrap();
    assert_eq!((arrived.size, arrived.sniffed.as_str()), (90_009, "application/pdf"));
    assert_eq!(shelf.content(arrived.hash).await.unwrap(), receipt);
    assert_eq!(fs::read(shelf.blobs.path(arrived.hash).await.unwrap()).unwrap(), receipt);
    let mut reader = shelf.record.db.reader().await.unwrap();
    let of_call = reader.snapshot().blobs_of(call(1)).await.unwrap();
    let [blob] = of_call.as_slice() else { panic!("one file, not {of_call:?}") };
    assert_eq!((blob.hash, blob.size), (arrived.hash, 90_009));
    assert_eq!(reader.snapshot().blobs_of(call(2)).await.unwrap(), []);
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn the_name_of_a_file_is_the_sha_256_of_its_bytes(#[case] kind: Kind) {
    let Some(shelf) = Shelf::empty(kind).await else { return };
    let arrived = shelf.blobs.receive(b"abc".as_slice(), LIMIT).await.unwrap();
    // FIPS 180-2, appendix B.1.
    let expected = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    assert_eq!(arrived.hash.to_string(), expected);
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn nothing_is_kept_of_a_file_over_the_limit(#[case] kind: Kind) {
    let Some(shelf) = Shelf::empty(kind).await else { return };
    let at_the_limit = shelf.blobs.receive([1; 10].as_slice(), 10).await;
    assert_eq!(at_the_limit.unwrap().size, 10);
    let before = files_below(shelf.folder.path());
    let over = shelf.blobs.receive([2; 11].as_slice(), 10).await;
    assert!(matches!(over, Err(BlobError::TooLarge { limit: 10 })), "{over:?}");
    assert_eq!(files_below(shelf.folder.path()), before);
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn nothing_is_kept_of_a_file_that_breaks_off(#[case] kind: Kind) {
    let Some(shelf) = Shelf::empty(kind).await else { return };
    let broken = shelf.blobs.receive(BrokenOff(3), LIMIT).await;
    assert!(matches!(broken, Err(BlobError::NotWhole(_))), "{broken:?}");
    assert_eq!(files_below(shelf.folder.path()), [] as [PathBuf; 0]);
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn a_file_stays_while_anything_uses_it_and_a_day_longer(#[case] kind: Kind) {
    let Some(shelf) = Shelf::empty(kind).await else { return };
    let arrived = shelf.blobs.receive(b"photo".as_slice(), LIMIT).await.unwrap();
    let again = shelf.blobs.receive(b"photo".as_slice(), LIMIT).await.unwrap();
    assert_eq!(arrived, again);
    shelf.keep(&arrived, 1).await.unwrap();
    shelf.keep(&again, 2).await.unwrap();
    shelf.release(arrived.hash, 1).await;
    shelf.after(TimeDelta::days(30)).await;
    assert_eq!(shelf.content(arrived.hash).await.unwrap(), b"photo", "one still uses it");
    shelf.release(arrived.hash, 2).await;
    shelf.after(TimeDelta::hours(23)).await;
    assert_eq!(shelf.content(arrived.hash).await.unwrap(), b"photo", "its day has not passed");
    shelf.after(TimeDelta::hours(2)).await;
    let gone = shelf.content(arrived.hash).await;
    assert!(matches!(gone, Err(BlobError::Missing(hash)) if hash == arrived.hash), "{gone:?}");
    assert_eq!(files_below(shelf.folder.path()), [] as [PathBuf; 0]);
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn a_file_nobody_used_is_swept_and_can_arrive_again(#[case] kind: Kind) {
    let Some(shelf) = Shelf::empty(kind).await else { return };
    let arrived = shelf.blobs.receive(b"photo".as_slice(), LIMIT).await.unwrap();
    shelf.after(TimeDelta::days(1)).await;
    let late = shelf.keep(&arrived, 1).await;
    assert!(matches!(late, Err(BlobError::Swept(hash)) if hash == arrived.hash), "{late:?}");
    let again = shelf.blobs.receive(b"photo".as_slice(), LIMIT).await.unwrap();
    shelf.keep(&again, 1).await.unwrap();
    shelf.after(TimeDelta::days(2)).await;
    assert_eq!(shelf.content(again.hash).await.unwrap(), b"photo");
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn arriving_again_begins_the_day_anew_and_mends_what_was_damaged(#[case] kind: Kind) {
    let Some(shelf) = Shelf::empty(kind).await else { return };
    let arrived = shelf.blobs.receive(b"photo".as_slice(), LIMIT).await.unwrap();
    let [path] = files_below(shelf.folder.path()).try_into().unwrap();
    fs::write(path, "damaged").unwrap();
    shelf.after(TimeDelta::hours(20)).await;
    shelf.blobs.receive(b"photo".as_slice(), LIMIT).await.unwrap();
    shelf.after(TimeDelta::hours(20)).await;
    assert_eq!(shelf.content(arrived.hash).await.unwrap(), b"photo");
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test(flavor = "multi_thread")]
async fn a_sweep_never_takes_what_arrives_again_at_that_moment(#[case] kind: Kind) {
    let Some(shelf) = Shelf::empty(kind).await else { return };
    for round in 0..30 {
        let arrived = shelf.blobs.receive(b"photo".as_slice(), LIMIT).await.unwrap();
        shelf.record.clock.advance(TimeDelta::days(1));
        let blobs = shelf.blobs.clone();
        let again = tokio::spawn(async move { blobs.receive(b"photo".as_slice(), LIMIT).await });
        shelf.after(TimeDelta::zero()).await;
        shelf.keep(&again.await.unwrap().unwrap(), round).await.unwrap();
        assert_eq!(shelf.content(arrived.hash).await.unwrap(), b"photo", "round {round}");
        shelf.release(arrived.hash, round).await;
    }
}

#[tokio::test]
async fn what_a_process_that_died_left_half_written_is_cleared_away() {
    let shelf = Shelf::empty(Kind::Sqlite).await.unwrap();
    shelf.blobs.receive(b"photo".as_slice(), LIMIT).await.unwrap();
    let left = shelf.folder.path().join("incoming").join("left");
    fs::write(&left, "half").unwrap();
    shelf.after(TimeDelta::days(2)).await;
    assert!(!left.exists());
}
