//! Reading the book: one pass over all customers, in parallel.

use std::sync::{Mutex, PoisonError};

use super::codec::CustomerReader;
use super::in_order::in_order;
use super::{Book, BookError, Customer, SHARDS};

/// With fewer customers than this a pass is over before threads have started.
const WORTH_THREADS: usize = 4_096;

impl Book {
    /// Reads every customer once. Each shard gets an accumulator of its own
    /// from `make`, `each` adds the shard's customers to it in the order of
    /// their ids, and `merge` adds the next shard's accumulator to those of the
    /// shards before it, on the calling thread and in the order of the shards:
    /// the result depends on neither threads nor time, floating point included.
    ///
    /// # Errors
    /// Where a spilled part of the book cannot be read.
    pub fn fold<A: Send>(
        &self,
        make: impl Fn() -> A + Sync,
        each: impl Fn(&mut A, &Customer<'_>) + Sync,
        merge: impl FnMut(&mut A, A),
    ) -> Result<A, BookError> {
        let mut nothing = vec![(); self.customers()];
        let each = |accumulator: &mut A, (): &mut (), customer: &Customer<'_>| {
            each(accumulator, customer);
        };
        self.fold_beside(&mut nothing, make, each, merge)
    }

    /// As [`Book::fold`], with something kept beside each customer: `each` also
    /// gets `beside[customer.index]`, to read and to change.
    ///
    /// # Errors
    /// Where a spilled part of the book cannot be read, or `beside` is not as
    /// long as [`Book::customers`].
    pub fn fold_beside<A: Send, T: Send>(
        &self,
        beside: &mut [T],
        make: impl Fn() -> A + Sync,
        each: impl Fn(&mut A, &mut T, &Customer<'_>) + Sync,
        mut merge: impl FnMut(&mut A, A),
    ) -> Result<A, BookError> {
        let (kept, customers) = (beside.len(), self.customers());
        if kept != customers {
            return Err(BookError::Beside { kept, customers });
        }
        let mut rest = beside;
        let slices: Vec<Mutex<&mut [T]>> = (0..SHARDS)
            .map(|shard| {
                Mutex::new(rest.split_off_mut(..self.customers_in(shard)).unwrap_or_default())
            })
            .collect();
        let work = |shard: usize| {
            let mut accumulator = make();
            let mut slice = slices[shard].lock().unwrap_or_else(PoisonError::into_inner);
            self.read_shard(shard, &mut slice, |kept, customer| {
                each(&mut accumulator, kept, customer);
            })?;
            Ok(accumulator)
        };
        let threads = if customers < WORTH_THREADS { 1 } else { rayon::current_num_threads() };
        let mut total = None;
        in_order(SHARDS, threads, work, |accumulator| {
            match &mut total {
                Some(total) => merge(total, accumulator),
                None => total = Some(accumulator),
            }
            Ok(())
        })?;
        Ok(total.unwrap_or_else(make))
    }

    fn read_shard<T>(
        &self,
        shard: usize,
        beside: &mut [T],
        mut each: impl FnMut(&mut T, &Customer<'_>),
    ) -> Result<(), BookError> {
        let Some(segment) = self.store.segment(shard) else { return Ok(()) };
        let bytes = self.store.bytes(segment)?;
        let mut rest: &[u8] = &bytes;
        let mut reader = CustomerReader::default();
        let first = self.store.first_customer(shard);
        for (index, kept) in (first..).zip(beside) {
            let customer = reader.take(&mut rest, self.layout, index).ok_or(BookError::Damaged)?;
            each(kept, &customer);
        }
        Ok(())
    }
}
