//! The log: whole, in order, missed by no reader.

use chrono::{DateTime, TimeDelta, Utc};
use rstest::rstest;
use store::log::{Actor, Before, Cursor, Sought, Subject};
use testkit::record::{Kind, TestRecord, test_time};
use tokio::sync::oneshot;
use uuid::Uuid;

use super::{NoteWritten, notes, write_note};

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn an_entry_tells_who_did_what_to_whom_and_when(#[case] kind: Kind) {
    let Some(TestRecord { db, .. }) = &TestRecord::empty(kind).await else { return };
    let (staff, customer) = (Actor::Staff(Uuid::from_u128(7)), Uuid::from_u128(8));
    let subject = Subject { id: Uuid::from_u128(9), customer: Some(customer) };
    db.write(staff, async move |tx| {
        tx.append(subject, &NoteWritten { text: "Զանգել վաղը".into() }).await
    })
    .await
    .unwrap();
    notes(db, 1).await;
    let mut reader = db.reader().await.unwrap();
    let entries = reader.snapshot().entries_after(Cursor::default(), 10).await.unwrap();
    let [entry] = entries.as_slice() else { panic!("one entry, not {entries:?}") };
    assert_eq!(entry.who, staff);
    assert_eq!(entry.subject, subject);
    assert_eq!(entry.at, test_time());
    assert_eq!(entry.kind, "note.written");
    assert_eq!(
        entry.event::<NoteWritten>().unwrap(),
        Some(NoteWritten { text: "Զանգել վաղը".into() })
    );
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn reading_page_by_page_gives_every_entry_once(#[case] kind: Kind) {
    let Some(TestRecord { db, .. }) = &TestRecord::empty(kind).await else { return };
    for number in 0..7 {
        db.write(Actor::System, async move |tx| write_note(tx, &number.to_string()).await)
            .await
            .unwrap();
    }
    let all = notes(db, 7).await;
    let mut reader = db.reader().await.unwrap();
    let mut read = Vec::new();
    let mut cursor = Cursor::default();
    loop {
        let page = reader.snapshot().entries_after(cursor, 3).await.unwrap();
        let Some(last) = page.last() else { break };
        cursor = last.cursor;
        read.extend(page.iter().map(|entry| entry.event::<NoteWritten>().unwrap().unwrap().text));
    }
    assert_eq!(read, all);
    assert_eq!(read, ["0", "1", "2", "3", "4", "5", "6"]);
}

/// A transaction that began first and commits last: SQLite has one writer, so
/// only PostgreSQL knows this.
#[tokio::test]
async fn an_entry_committed_late_is_not_missed() {
    let Some(TestRecord { db, .. }) = &TestRecord::empty(Kind::Postgres).await else { return };
    let (written, has_written) = oneshot::channel();
    let (commit, may_commit) = oneshot::channel::<()>();
    let signals = std::sync::Mutex::new(Some((written, may_commit)));
    let slow = tokio::spawn({
        let db = db.clone();
        async move {
            db.write(Actor::System, async move |tx| {
                write_note(tx, "slow").await?;
                let signals = signals.lock().unwrap().take();
                if let Some((written, may_commit)) = signals {
                    written.send(()).unwrap();
                    may_commit.await.unwrap();
                }
                Ok::<_, store::StoreError>(())
            })
            .await
        }
    });
    has_written.await.unwrap();
    db.write(Actor::System, async |tx| write_note(tx, "fast").await).await.unwrap();
    let mut reader = db.reader().await.unwrap();
    let before = reader.snapshot().entries_after(Cursor::default(), 10).await.unwrap();
    assert_eq!(before, [], "the fast one would be read, and the slow one missed for ever");
    drop(reader);

    commit.send(()).unwrap();
    slow.await.unwrap().unwrap();
    assert_eq!(notes(db, 2).await, ["slow", "fast"]);
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn a_reader_moves_on_only_from_where_it_is(#[case] kind: Kind) {
    let Some(TestRecord { db, .. }) = &TestRecord::empty(kind).await else { return };
    db.write(Actor::System, async |tx| write_note(tx, "first").await).await.unwrap();
    notes(db, 1).await;
    let mut reader = db.reader().await.unwrap();
    let entries = reader.snapshot().entries_after(Cursor::default(), 1).await.unwrap();
    let to = entries[0].cursor;
    drop(reader);
    let moving =
        async move |tx: &mut store::Tx<'_>| tx.move_cursor("search", Cursor::default(), to).await;
    assert!(db.write(Actor::System, moving).await.unwrap());
    assert!(!db.write(Actor::System, moving).await.unwrap(), "it has moved since");
    let mut reader = db.reader().await.unwrap();
    assert_eq!(reader.snapshot().cursor_of("search").await.unwrap(), to);
    assert_eq!(reader.snapshot().cursor_of("facts").await.unwrap(), Cursor::default());
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn a_reader_that_was_told_to_begin_again_does_not_go_on(#[case] kind: Kind) {
    let Some(TestRecord { db, .. }) = &TestRecord::empty(kind).await else { return };
    db.write(Actor::System, async |tx| write_note(tx, "first").await).await.unwrap();
    notes(db, 1).await;
    let mut reader = db.reader().await.unwrap();
    let to = reader.snapshot().entries_after(Cursor::default(), 1).await.unwrap()[0].cursor;
    drop(reader);
    db.write(Actor::System, async move |tx| {
        assert!(tx.move_cursor("search", Cursor::default(), to).await?);
        tx.forget_cursor("search").await?;
        assert!(!tx.move_cursor("search", to, to).await?);
        assert_eq!(tx.cursor_of("search").await?, Cursor::default());
        Ok::<_, store::StoreError>(())
    })
    .await
    .unwrap();
}

/// What a transaction wrote that had begun long before: the database says when
/// it began.
#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn the_audit_of_a_time_holds_all_of_it_whatever_was_written_late(#[case] kind: Kind) {
    let Some(TestRecord { db, clock, .. }) = &TestRecord::empty(kind).await else { return };
    for text in ["noon", "late", "after"] {
        db.write(Actor::System, async move |tx| write_note(tx, text).await).await.unwrap();
        clock.advance(TimeDelta::minutes(10));
    }
    let began = test_time() - TimeDelta::minutes(20);
    db.write(Actor::System, async move |tx| {
        let late = "update log set at = $1 where body like '%late%'";
        tx.query(late).bind(began).execute().await
    })
    .await
    .unwrap();
    let told = async |from: Option<DateTime<Utc>>, until: Option<DateTime<Utc>>| {
        let sought = Sought { from, until, ..Sought::default() };
        let mut reader = db.reader().await.unwrap();
        let found = reader.snapshot().audit_of(&sought, Before::default(), 9).await.unwrap();
        let text = |entry: &store::log::Entry| entry.event::<NoteWritten>().unwrap().unwrap().text;
        found.entries.iter().map(text).collect::<Vec<_>>()
    };
    let before_noon = Some(test_time() - TimeDelta::minutes(5));
    assert_eq!(told(before_noon, None).await, ["after", "noon"]);
    assert_eq!(told(None, before_noon).await, ["late"]);
    assert_eq!(told(before_noon, Some(test_time() + TimeDelta::minutes(1))).await, ["noon"]);
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn the_audit_of_a_time_holds_what_was_written_hours_late(#[case] kind: Kind) {
    let Some(TestRecord { db, place, clock, .. }) = &TestRecord::empty(kind).await else { return };
    let until = Some(test_time() + TimeDelta::minutes(30));
    let sought = Sought { until, ..Sought::default() };
    let told = async || {
        let mut reader = db.reader().await.unwrap();
        let found = reader.snapshot().audit_of(&sought, Before::default(), 9).await.unwrap();
        let text = |entry: &store::log::Entry| entry.event::<NoteWritten>().unwrap().unwrap().text;
        found.entries.iter().map(text).collect::<Vec<_>>()
    };
    clock.advance(TimeDelta::hours(3));
    db.write(Actor::System, async |tx| write_note(tx, "three").await).await.unwrap();
    assert!(told().await.is_empty());
    clock.advance(TimeDelta::hours(-3));
    db.write(Actor::System, async |tx| write_note(tx, "set back").await).await.unwrap();
    assert_eq!(told().await, ["set back"]);
    // Another process, which has written nothing yet.
    let other = store::Db::open(place, clock.clone()).await.unwrap();
    clock.advance(TimeDelta::hours(-3));
    other.write(Actor::System, async |tx| write_note(tx, "again").await).await.unwrap();
    clock.advance(TimeDelta::hours(3));
    assert_eq!(told().await, ["again", "set back"]);
    let slow = clock.clone();
    let lasts_long = async move |tx: &mut store::Tx<'_>| {
        slow.advance(TimeDelta::hours(9));
        write_note(tx, "long").await
    };
    db.write(Actor::System, lasts_long).await.unwrap();
    assert_eq!(told().await, ["long", "again", "set back"]);
}

/// On PostgreSQL the mark of the last lock on it shows that a row was waited for.
#[tokio::test]
async fn changes_no_later_than_what_was_noted_do_not_wait_for_the_note() {
    let Some(TestRecord { db, clock, .. }) = &TestRecord::empty(Kind::Postgres).await else {
        return;
    };
    let write = async |text: &'static str| {
        let note = async move |tx: &mut store::Tx<'_>| write_note(tx, text).await;
        db.write(Actor::System, note).await.unwrap();
        let mut reader = db.reader().await.unwrap();
        let noted = "select ctid::text, xmax::text, seconds from log_lateness";
        reader.snapshot().query(noted).optional::<(String, String, i64)>().await.unwrap()
    };
    assert_eq!(write("in time").await, None);
    clock.advance(TimeDelta::hours(-3));
    let noted = write("three hours late").await;
    assert!(noted.as_ref().is_some_and(|(_, _, seconds)| *seconds == 3 * 60 * 60));
    assert_eq!(write("as late").await, noted);
    clock.advance(TimeDelta::hours(-1));
    assert_ne!(write("later").await, noted);
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn the_last_of_mine_is_what_i_wrote_of_that_thing(#[case] kind: Kind) {
    let Some(TestRecord { db, .. }) = &TestRecord::empty(kind).await else { return };
    let (anna, levon) = (Actor::Staff(Uuid::from_u128(1)), Actor::Staff(Uuid::from_u128(2)));
    let thing = Uuid::from_u128(9);
    for (who, text) in [(anna, "first"), (anna, "second"), (levon, "third")] {
        let subject = Subject { id: thing, customer: None };
        let write = async move |tx: &mut store::Tx<'_>| {
            tx.append(subject, &NoteWritten { text: text.into() }).await
        };
        db.write(who, write).await.unwrap();
    }
    let last = async |who: Actor, of: Uuid| {
        let last = async move |tx: &mut store::Tx<'_>| tx.last_of_mine::<NoteWritten>(of).await;
        db.write(who, last).await.unwrap().map(|note| note.text)
    };
    assert_eq!(last(anna, thing).await.as_deref(), Some("second"));
    assert_eq!(last(levon, thing).await.as_deref(), Some("third"));
    assert_eq!(last(anna, Uuid::from_u128(8)).await, None);
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn whoever_keeps_something_hears_of_entries_however_they_are_written(#[case] kind: Kind) {
    let Some(TestRecord { db, .. }) = &TestRecord::empty(kind).await else { return };
    let (mut heard, mut others) = (db.commits_of(&["note."]), db.commits_of(&["order."]));
    let event = || NoteWritten { text: "kept".to_owned() };
    let subject = Subject { id: Uuid::from_u128(9), customer: None };
    db.write(Actor::System, async |tx| write_note(tx, "one").await).await.unwrap();
    assert!(heard.any() && !heard.any(), "one by one");
    let several = async move |tx: &mut store::Tx<'_>| {
        tx.append_all(&[(subject, event()), (subject, event())]).await
    };
    db.write(Actor::System, several).await.unwrap();
    assert!(heard.any() && !heard.any(), "several at once");
    let each = async |tx: &mut store::Tx<'_>| {
        let rows = "select subject, customer, happened, body from log where kind = $5";
        tx.append_each::<NoteWritten>(rows, |statement| statement.bind("note.written")).await
    };
    assert_eq!(db.write(Actor::System, each).await.unwrap(), 3);
    assert!(heard.any() && !heard.any(), "one for each row");
    let refused = db.write(Actor::System, async |tx| {
        write_note(tx, "dropped").await?;
        Err::<(), _>(store::StoreError::ReadOnly)
    });
    assert!(refused.await.is_err());
    assert!(!heard.any() && !others.any(), "nothing else happened");
}
