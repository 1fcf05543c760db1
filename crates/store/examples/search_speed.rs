//! Measures the search on made-up customers and notes:
//! `cargo run --release -p store --example search_speed -- PLACE CUSTOMERS NOTES`.
//!
//! PLACE is the path of an SQLite file or the URL of a PostgreSQL database of
//! its own; where it was filled before, it is only asked. Prints how fast documents were indexed, then for each way of
//! asking how long an answer takes: median, 99th percentile, and how many
//! documents were found on the first page.

use std::sync::Arc;
use std::time::Instant;

use chrono::{DateTime, TimeDelta, Utc};
use kernel::{Clock as _, SystemClock};
use store::log::Actor;
use store::search::{Document, Query};
use store::{Db, StoreError};
use uuid::Uuid;

type Error = Box<dyn std::error::Error>;

/// So many documents go into one transaction.
const BATCH: u64 = 500;
/// Each way of asking is asked so often, with other words each time.
const ASKED: u64 = 200;
const FIRST_NAMES: u64 = 400;
const SURNAMES: u64 = 60_000;
const WORDS: u64 = 20_000;

const LATIN: [&str; 16] = [
    "ma", "ri", "an", "do", "ve", "lo", "ka", "ne", "tsi", "po", "sha", "ru", "be", "gi", "chu",
    "ze",
];
const CYRILLIC: [&str; 16] = [
    "ма", "ри", "ан", "до", "ве", "ло", "ка", "не", "ци", "по", "ша", "ру", "бе", "ги", "чу", "зе",
];
const ARMENIAN: [&str; 16] = [
    "մա", "րի", "ան", "դո", "վե", "լո", "կա", "նե", "ցի", "պո", "շա", "րու", "բե", "գի", "չու",
    "զե",
];

#[tokio::main]
async fn main() -> Result<(), Error> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [place, customers, notes] = arguments.as_slice() else {
        return Err("usage: search_speed PLACE CUSTOMERS NOTES".into());
    };
    let (customers, notes): (u64, u64) = (customers.parse()?, notes.parse()?);
    let db = Db::open(&place.parse()?, Arc::new(SystemClock)).await?;
    let now = SystemClock.now();
    if !is_filled(&db).await? {
        fill(&db, "customers", customers, move |number| customer(number, customers, now)).await?;
        fill(&db, "notes", notes, move |number| note(number, notes, now)).await?;
    }

    println!("{:<28} {:>9} {:>9} {:>6}", "asked", "p50 ms", "p99 ms", "found");
    let of = |number| mixed(number) % customers;
    ask(&db, "full name", |n| name(of(n), Spelt::Own)).await?;
    ask(&db, "surname", |n| surname(of(n), Spelt::Own)).await?;
    ask(&db, "first name", |n| first_name(of(n), Spelt::Own)).await?;
    ask(&db, "first name and initial", |n| {
        let initial: String = surname(of(n), Spelt::Own).chars().take(1).collect();
        format!("{} {initial}", first_name(of(n), Spelt::Own))
    })
    .await?;
    ask(&db, "two letters", |n| surname(of(n), Spelt::Own).chars().take(2).collect()).await?;
    ask(&db, "in Latin letters", |n| name(of(n), Spelt::Latin)).await?;
    ask(&db, "mistyped surname", |n| mistyped(&surname(of(n), Spelt::Own))).await?;
    ask(&db, "mistyped full name", |n| mistyped(&name(of(n), Spelt::Own))).await?;
    ask(&db, "phone as dialled", |n| phone(of(n)).replace("+373 ", "0")).await?;
    ask(&db, "end of a phone number", |n| phone(of(n)).chars().rev().take(4).collect()).await?;
    ask(&db, "e-mail address", |n| email(of(n))).await?;
    ask(&db, "frequent word", |n| word(n % 5)).await?;
    ask(&db, "rare word", |n| word(WORDS - 1 - n)).await?;
    ask(&db, "two words", |n| format!("{} {}", word(n % 20), word(100 + n % 100))).await?;
    ask(&db, "two exact words", |n| format!("\"{} {}\"", word(n % 5), word(5 + n % 10))).await?;
    ask(&db, "what is not there", |n| format!("qqxw{n}")).await?;
    Ok(())
}

async fn is_filled(db: &Db) -> Result<bool, StoreError> {
    let query = Query { words: "C-0000000".into(), kinds: Vec::new(), limit: 1, after: None };
    Ok(!db.reader().await?.snapshot().find(&query).await?.is_empty())
}

async fn fill(
    db: &Db,
    what: &str,
    count: u64,
    make: impl Fn(u64) -> Document + Copy + Send + 'static,
) -> Result<(), StoreError> {
    let began = Instant::now();
    for start in (0..count).step_by(BATCH as usize) {
        let documents: Vec<_> = (start..count.min(start + BATCH)).map(make).collect();
        db.write(Actor::System, async move |tx| tx.index(&documents).await).await?;
    }
    let took = began.elapsed().as_secs_f64();
    println!("{count} {what} indexed in {took:.1} s, {:.0} a second", count as f64 / took);
    Ok(())
}

async fn ask(db: &Db, how: &str, words: impl Fn(u64) -> String) -> Result<(), StoreError> {
    let (mut took, mut found) = (Vec::new(), 0);
    for number in 0..ASKED {
        let query = Query { words: words(number), kinds: Vec::new(), limit: 20, after: None };
        let began = Instant::now();
        let mut reader = db.reader().await?;
        found += reader.snapshot().find(&query).await?.len() as u64;
        took.push(began.elapsed().as_secs_f64() * 1000.0);
    }
    took.sort_by(f64::total_cmp);
    let at = |share: f64| took[((took.len() - 1) as f64 * share) as usize];
    let found = found as f64 / ASKED as f64;
    println!("{how:<28} {:>9.2} {:>9.2} {found:>6.1}", at(0.5), at(0.99));
    Ok(())
}

/// In which letters a name is written.
#[derive(Clone, Copy)]
enum Spelt {
    /// The customer's own: a third each Latin, Cyrillic, Armenian.
    Own,
    Latin,
}

fn customer(number: u64, count: u64, now: DateTime<Utc>) -> Document {
    Document {
        names: vec![name(number, Spelt::Own)],
        emails: vec![email(number)],
        phones: vec![phone(number)],
        codes: vec![format!("C-{number:07}")],
        ..empty("customer", number, count, now)
    }
}

fn note(number: u64, count: u64, now: DateTime<Utc>) -> Document {
    // Words are as frequent as words are: the second half as often as the
    // first, the third a third (Zipf).
    let words = (0..25).map(|place| {
        let share = (mixed(number * 25 + place) % 1_000_000) as f64 / 1_000_000.0;
        word((WORDS as f64).powf(share) as u64 - 1)
    });
    Document { text: words.collect::<Vec<_>>().join(" "), ..empty("note", number, count, now) }
}

fn empty(kind: &'static str, number: u64, count: u64, now: DateTime<Utc>) -> Document {
    let seconds = (count - number) * 157_680_000 / count;
    Document {
        kind,
        id: Uuid::from_u64_pair(mixed(number), number),
        customer: None,
        names: Vec::new(),
        emails: Vec::new(),
        phones: Vec::new(),
        codes: Vec::new(),
        text: String::new(),
        language: None,
        at: now - TimeDelta::seconds(seconds as i64),
    }
}

fn name(number: u64, spelt: Spelt) -> String {
    format!("{} {}", first_name(number, spelt), surname(number, spelt))
}

/// A few first names are frequent, as they are.
fn first_name(number: u64, spelt: Spelt) -> String {
    let share = (mixed(number + 1) % 1000) as f64 / 1000.0;
    let which = (FIRST_NAMES as f64).powf(share) as u64;
    syllables(mixed(which + 7), 2, letters(number, spelt))
}

fn surname(number: u64, spelt: Spelt) -> String {
    let which = mixed(number + 2) % SURNAMES;
    syllables(mixed(which + 1_000_003), 3 + which % 2, letters(number, spelt))
}

fn letters(number: u64, spelt: Spelt) -> [&'static str; 16] {
    match (spelt, number % 3) {
        (Spelt::Own, 1) => CYRILLIC,
        (Spelt::Own, 2) => ARMENIAN,
        _ => LATIN,
    }
}

fn word(which: u64) -> String {
    syllables(mixed(which + 2_000_003), 2 + which % 3, [LATIN, CYRILLIC][(which % 2) as usize])
}

fn syllables(mut drawn: u64, count: u64, letters: [&str; 16]) -> String {
    let mut word = String::new();
    for _ in 0..count {
        word.push_str(letters[(drawn % 16) as usize]);
        drawn /= 16;
    }
    word
}

/// A letter in the middle left out.
fn mistyped(name: &str) -> String {
    let middle = name.chars().count() / 2;
    name.chars().enumerate().filter(|(place, _)| *place != middle).map(|(_, c)| c).collect()
}

fn phone(number: u64) -> String {
    let digits = mixed(number + 3) % 100_000_000;
    format!("+373 {:02} {:03} {:03}", digits / 1_000_000, digits / 1000 % 1000, digits % 1000)
}

fn email(number: u64) -> String {
    format!("{}.{number}@example.com", surname(number, Spelt::Latin))
}

/// Splitmix64: the same numbers on every machine.
fn mixed(number: u64) -> u64 {
    let mut mixed = number.wrapping_add(0x9e37_79b9_7f4a_7c15);
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    mixed ^ (mixed >> 31)
}
