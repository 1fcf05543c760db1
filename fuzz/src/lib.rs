//! Reads bytes as a user's file would be read, and checks what must hold of
//! any file.

use std::convert::Infallible;
use std::io::Write as _;
use std::num::NonZeroUsize;
use std::sync::Once;

use documents::orders::{NoProgress, Options, OrderRow, PlanError, RowSink, Sources, plan};
use kernel::Day;

/// Counts rows and looks at every part of each.
#[derive(Default)]
struct Count(u64);

impl RowSink for Count {
    type Error = Infallible;

    fn take(&mut self, row: &OrderRow<'_>) -> Result<(), Infallible> {
        assert!(row.day <= Day::from_epoch_days(21_000), "a day later than tomorrow");
        assert!(row.amount != Some(i64::MIN));
        assert_eq!(row.customer.trim(), row.customer);
        self.0 += 1;
        Ok(())
    }
}

/// A panic of a library that the readers catch is no crash; one that they do
/// not catch still is.
static CAUGHT_PANICS_ARE_FINE: Once = Once::new();

/// Reads a file of these bytes with this `--map`; errors are fine, panics are not.
pub fn read(bytes: &[u8], map: &str) {
    CAUGHT_PANICS_ARE_FINE.call_once(|| drop(std::panic::take_hook()));
    let mut file = tempfile::NamedTempFile::new().expect("a temporary file");
    file.write_all(bytes).expect("room in the temporary folder");
    match read_file(&file.path().display().to_string(), map) {
        Ok(()) => {}
        // every error has a sentence
        Err(error) => assert!(!error.to_string().is_empty()),
    }
}

fn read_file(name: &str, map: &str) -> Result<(), PlanError> {
    let sources = Sources::open(&[name.to_owned()])?;
    let options = Options {
        map: map.parse().expect("a map"),
        threads: NonZeroUsize::new(1),
        ..Options::new(Day::from_epoch_days(20_000))
    };
    let plan = plan(&sources, &options)?;
    let mut refused = 0;
    let mut count_refused = |_: &_| {
        refused += 1;
        Ok(())
    };
    let outcome = plan.read(Count::default, &mut count_refused, &NoProgress)?;
    let set_aside: u64 = outcome.set_aside.values().sum();
    assert_eq!(outcome.rows, outcome.accepted + outcome.rejected + set_aside);
    assert_eq!(outcome.rejected, refused);
    let taken: u64 = outcome.sinks.iter().map(|sink| sink.0).sum();
    assert!(taken >= outcome.accepted);
    Ok(())
}
