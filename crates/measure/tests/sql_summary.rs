//! The book's summary of each customer is the one that SQL gives.

use documents::orders::{self, NoProgress, Options, OrderRow, Particulars, RowSink, Sources};
use kernel::Day;
use measure::book::Summaries;
use measure::ledger::{Closing, Ledger, Storage};
use measure::sql::{OrderTable, SqlSummaries};
use rand::{RngExt, SeedableRng};
use rand_xoshiro::Xoshiro256PlusPlus;

const AS_OF: Day = Day::MAX;

#[test]
fn made_up_orders_are_summarised_alike() {
    let mut random = Xoshiro256PlusPlus::seed_from_u64(7);
    let ledger = Ledger::new(&[], Storage::default());
    let (mut sink, mut table) = (ledger.sink(), OrderTable::default());
    for _ in 0..20_000 {
        let customer = random.random_range(0..900_u32).to_string();
        let id = random.random_range(0..30_000_u32);
        let order = if id % 3 == 0 { String::new() } else { id.to_string() };
        let amount = random.random_range(-1_000..90_000_i64);
        let row = OrderRow {
            customer: &customer,
            day: Day::from_epoch_days(random.random_range(19_000..20_000)),
            has_time: false,
            order: &order,
            amount: (amount >= 0).then_some(amount),
            order_total: None,
            currency: None,
            cancels: None,
            is_return: false,
            attributes: &[],
            rest: 0,
            particulars: Particulars::default(),
        };
        sink.take(&row).unwrap();
        table.take(&row).unwrap();
    }
    let as_of = Day::from_epoch_days(19_900);
    let closing = Closing { as_of: Some(as_of), ..Closing::default() };
    let book = ledger.close(vec![sink], &closing).unwrap();
    let sql = SqlSummaries::new(vec![table], as_of).unwrap();
    assert_eq!(book.summaries().unwrap(), sql.summaries().unwrap());
}

#[test]
fn cdnow_is_summarised_alike() {
    for name in ["cdnow/CDNOW_master.txt", "cdnow/CDNOW_sample.txt"] {
        let Some(file) = testkit::published(name) else { continue };
        let sources = Sources::open(&[file.display().to_string()]).unwrap();
        let plan = orders::plan(&sources, &Options::new(AS_OF)).unwrap();
        let ledger = Ledger::new(&[], Storage::default());
        let read = plan.read(|| ledger.sink(), &mut |_| Ok(()), &NoProgress).unwrap();
        let tables = plan.read(OrderTable::default, &mut |_| Ok(()), &NoProgress).unwrap().sinks;
        let book = ledger.close(read.sinks, &Closing::default()).unwrap();
        let sql = SqlSummaries::new(tables, AS_OF).unwrap();
        let by_sql = sql.summaries().unwrap();
        assert!(by_sql.len() > 2_000, "{name}");
        assert_eq!(book.summaries().unwrap(), by_sql, "{name}");
    }
}
