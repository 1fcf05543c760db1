//! Facts in files and out of them.

use std::sync::Arc;

use chrono::{DateTime, TimeDelta, Utc};
use kernel::facts::{
    CustomerFact, Fact, FactFile, FactKind, Facts, InteractionFact, LineFact, OrderFact,
};
use object_store::memory::InMemory;
use proptest::prelude::*;
use review::{Figures as _, Question};

use super::bucket::Bucket;
use super::merge::Merged;
use super::{FactFolder, FactsError};
use crate::ledger::{Closing, Storage};

struct House {
    folder: tempfile::TempDir,
    facts: FactFolder,
    named: u32,
}

impl House {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let facts = FactFolder::at(folder.path()).unwrap();
        Self { folder, facts, named: 0 }
    }

    fn write(&mut self, facts: Facts) -> Vec<FactFile> {
        let named = &mut self.named;
        self.facts.write(facts, || name(named)).unwrap()
    }

    fn write_orders(&mut self, orders: Vec<Fact<OrderFact>>) -> Vec<FactFile> {
        self.write(Facts { orders, ..Facts::default() })
    }

    fn merge(&mut self, files: &[FactFile], all: bool) -> Vec<FactFile> {
        let named = &mut self.named;
        self.facts.merge(FactKind::Orders, files, all, || name(named)).unwrap()
    }

    fn orders(&self, files: &[FactFile]) -> Vec<Fact<OrderFact>> {
        Merged::of(&self.facts, files).unwrap().map(Result::unwrap).collect()
    }

    fn bytes(&self, files: &[FactFile]) -> Vec<Vec<u8>> {
        let path = |file: &FactFile| {
            self.folder.path().join(file.kind.name()).join(format!("{}.parquet", file.name))
        };
        files.iter().map(|file| std::fs::read(path(file)).unwrap()).collect()
    }
}

fn name(named: &mut u32) -> String {
    *named += 1;
    format!("{named:08}")
}

fn at(day: u32) -> DateTime<Utc> {
    DateTime::from_timestamp(1_700_000_000 + i64::from(day) * 86_400, 123_456_000).unwrap()
}

fn order(id: u128, version: i64, total: i64) -> Fact<OrderFact> {
    let what = OrderFact {
        customer: 7,
        placed_at: at((id % 100) as u32),
        currency: "EUR".parse().unwrap(),
        total,
        lines: Vec::new(),
    };
    Fact { id, version, is_gone: false, what }
}

fn customer(code: Option<&str>, name: &str, country: Option<&str>) -> Fact<CustomerFact> {
    let what = CustomerFact {
        code: code.map(str::to_owned),
        name: name.to_owned(),
        country: country.map(str::to_owned),
    };
    Fact { id: 7, version: 1, is_gone: false, what }
}

fn line(product: &str, quantity: i64, unit_price: i64) -> LineFact {
    LineFact { product: product.to_owned(), quantity, unit_price }
}

#[test]
fn facts_are_read_as_they_were_written() {
    let mut house = House::new();
    let mut with_lines = order(2, 2, 500);
    with_lines.what.lines = vec![line("Хлеб", 2, 300), line("", 1, -100)];
    let orders = vec![order(1, 1, 300), with_lines, order(u128::MAX, 3, i64::MIN)];
    let files = house.write_orders(orders.clone());
    assert_eq!(house.orders(&files), orders);
    let customers = vec![customer(None, "Անի", Some("AM"))];
    let call = InteractionFact { customer: 7, at: at(3), kind: "call".to_owned() };
    let interactions = vec![Fact { id: 9, version: 4, is_gone: true, what: call }];
    let told = Facts {
        orders: Vec::new(),
        customers: customers.clone(),
        interactions: interactions.clone(),
    };
    let files = house.write(told);
    let read: Result<Vec<Fact<CustomerFact>>, FactsError> =
        Merged::of(&house.facts, &files[..1]).unwrap().collect();
    assert_eq!(read.unwrap(), customers);
    let read: Result<Vec<Fact<InteractionFact>>, FactsError> =
        Merged::of(&house.facts, &files[1..]).unwrap().collect();
    assert_eq!(read.unwrap(), interactions);
}

#[test]
fn what_was_told_last_counts_in_whatever_order_the_files_are_read() {
    let mut house = House::new();
    let later = house.write_orders(vec![order(1, 9, 900), order(3, 8, 800)]);
    let first = house.write_orders(vec![order(2, 1, 100), order(1, 2, 200)]);
    let expected = [order(1, 9, 900), order(2, 1, 100), order(3, 8, 800)];
    assert_eq!(house.orders(&[later.clone(), first.clone()].concat()), expected);
    assert_eq!(house.orders(&[first, later].concat()), expected);
}

#[test]
fn what_is_gone_stays_known_until_all_is_merged() {
    let mut house = House::new();
    let base = house.write_orders(vec![order(1, 1, 100), order(2, 2, 200)]);
    let base = house.merge(&base, true);
    let gone = Fact { is_gone: true, ..order(1, 3, 0) };
    let later =
        [house.write_orders(vec![gone.clone()]), house.write_orders(vec![order(3, 4, 400)])];
    let later = house.merge(&later.concat(), false);
    assert_eq!(house.orders(&later), [gone, order(3, 4, 400)]);
    let all = house.merge(&[base, later].concat(), true);
    assert_eq!(house.orders(&all), [order(2, 2, 200), order(3, 4, 400)]);
}

#[test]
fn a_file_that_is_gone_is_told_from_one_that_is_damaged() {
    let mut house = House::new();
    let files = house.write_orders(vec![order(1, 1, 100)]);
    let path = house.folder.path().join("orders").join("00000001.parquet");
    std::fs::write(&path, b"not Parquet").unwrap();
    let error = Merged::<OrderFact>::of(&house.facts, &files).err().unwrap();
    assert!(matches!(error, FactsError::Damaged { .. }) && !error.is_missing_file());
    house.facts.remove(FactKind::Orders, &files[0].name).unwrap();
    house.facts.remove(FactKind::Orders, &files[0].name).unwrap();
    assert!(Merged::<OrderFact>::of(&house.facts, &files).err().unwrap().is_missing_file());
    assert!(house.facts.names(FactKind::Orders).unwrap().is_empty());
}

#[test]
fn what_was_broken_off_goes_and_files_stay() {
    let mut house = House::new();
    let files = house.write_orders(vec![order(1, 1, 100)]);
    let folder = house.folder.path().join("orders");
    let part = folder.join(".perennial-x.part");
    std::fs::write(&part, b"half of one").unwrap();
    let written = part.metadata().unwrap().modified().unwrap();
    house.facts.remove_unfinished(written).unwrap();
    assert!(part.exists(), "somebody may still write it");
    house.facts.remove_unfinished(written + std::time::Duration::from_secs(1)).unwrap();
    assert!(!part.exists());
    assert_eq!(house.orders(&files), [order(1, 1, 100)]);
}

#[test]
fn a_bucket_keeps_them_as_a_folder_does() {
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let bucket = {
        let _within = runtime.enter();
        Bucket::of(Arc::new(InMemory::new()), "shop/facts").unwrap()
    };
    let mut house = House { facts: FactFolder::in_bucket(bucket), ..House::new() };
    assert!(house.facts.names(FactKind::Orders).unwrap().is_empty());
    let first = house.write_orders(vec![order(1, 1, 100), order(2, 2, 200)]);
    let later = house.write_orders(vec![order(1, 3, 300)]);
    let both = [first, later].concat();
    assert_eq!(house.orders(&both), [order(1, 3, 300), order(2, 2, 200)]);
    assert_eq!(house.facts.names(FactKind::Orders).unwrap(), ["00000001", "00000002"]);
    house.facts.remove(FactKind::Orders, "00000001").unwrap();
    house.facts.remove(FactKind::Orders, "00000001").unwrap();
    assert_eq!(house.facts.names(FactKind::Orders).unwrap(), ["00000002"]);
    assert!(Merged::<OrderFact>::of(&house.facts, &both).err().unwrap().is_missing_file());
}

#[test]
fn an_order_is_of_the_day_that_clocks_showed_where_the_business_is() {
    let mut house = House::new();
    let mut late = order(1, 1, 100);
    late.what.placed_at = "2026-03-01T21:30:00Z".parse().unwrap();
    let customer = customer(None, "", None);
    let told = Facts { orders: vec![late], customers: vec![customer], ..Facts::default() };
    let files = house.write(told);
    let four_hours_ahead = |at: DateTime<Utc>| at.naive_utc() + TimeDelta::hours(4);
    let closing = Closing::default();
    let read =
        house.facts.figures(&files, "record", Storage::default(), &closing, four_hours_ahead);
    let about = read.unwrap().figures.book().about().clone();
    assert_eq!(about.last_day.to_string(), "2026-03-02");
}

#[test]
fn orders_come_to_their_total_whatever_their_lines_say() {
    let mut house = House::new();
    let lines = |mut order: Fact<OrderFact>, lines: Vec<LineFact>| {
        order.what.lines = lines;
        order
    };
    let mut of_a_stranger = order(7, 7, 9_999);
    of_a_stranger.what.customer = 8;
    let orders = vec![
        lines(order(1, 1, 600), vec![line("bread", 2, 300)]),
        lines(order(2, 2, 500), vec![line("bread", 2, 300), line("discount", 1, -100)]),
        lines(order(3, 3, 700), vec![line("bread", 2, 300), line("tea", 1, 50)]),
        order(4, 4, 250),
        lines(order(5, 5, 1), vec![line("gift", 1, -3)]),
        Fact { is_gone: true, ..order(6, 6, 9_999) },
        of_a_stranger,
    ];
    let customer = customer(Some("A-1"), "Ani", None);
    let files = house.write(Facts { orders, customers: vec![customer], ..Facts::default() });
    let closing = Closing { as_of: Some(at(9).date_naive().into()), ..Closing::default() };
    let read =
        house.facts.figures(&files, "record", Storage::default(), &closing, |at| at.naive_utc());
    let read = read.unwrap();
    let review = read.figures.review(&Question::default()).unwrap();
    assert_eq!((review.input.orders, review.input.customers), (5, 1));
    assert_eq!(review.input.returns, 0);
    let mut rows = Vec::new();
    read.figures.customers(&Question::default(), &mut |row| rows.push(row.clone())).unwrap();
    assert_eq!(rows[0].id, "A-1");
    assert_eq!(rows[0].margin.unwrap().minor, 600 + 500 + 700 + 250 + 1);
    assert_eq!(read.customers.by_what_they_are_called()["A-1"], 7);
}

proptest! {
    // Each case waits for many files to be on the disk.
    #![proptest_config(ProptestConfig::with_cases(16))]

    #[test]
    fn however_facts_are_cut_into_files_and_merged_the_same_bytes_are_left(
        told in prop::collection::vec((0_u128..20, 0_i64..1000, any::<bool>()), 1..60),
        cuts in prop::collection::vec(1_usize..10, 1..20),
    ) {
        let told: Vec<Fact<OrderFact>> = told
            .into_iter()
            .zip(1..)
            .map(|((id, total, is_gone), version)| Fact { is_gone, ..order(id, version, total) })
            .collect();
        let mut house = House::new();
        let at_once = house.write_orders(told.clone());
        let at_once = house.merge(&at_once, true);
        let (mut files, mut rest) = (Vec::new(), told.as_slice());
        for (turn, cut) in cuts.into_iter().cycle().enumerate() {
            if rest.is_empty() {
                break;
            }
            let (piece, left) = rest.split_at(cut.min(rest.len()));
            rest = left;
            files.extend(house.write_orders(piece.to_vec()));
            if turn % 3 == 2 {
                let (base, later): (Vec<_>, Vec<_>) =
                    files.drain(..).partition(|file: &FactFile| file.is_base);
                files = if turn % 2 == 0 {
                    house.merge(&[base, later].concat(), true)
                } else {
                    [base, house.merge(&later, false)].concat()
                };
            }
        }
        let bit_by_bit = house.merge(&files, true);
        prop_assert_eq!(house.bytes(&at_once), house.bytes(&bit_by_bit));
    }
}
