//! Work on many threads whose results arrive in order.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc;
use std::thread;

/// Does `work` for each part below `parts` on `threads` threads, parts in
/// order, and hands the results to `take` on the calling thread, in order and
/// as soon as the order allows. Stops at the first error.
///
/// Own threads and not a pool's: the caller waits for results, and a pool of
/// one thread that waits for itself would stand still.
pub(crate) fn in_order<T: Send, E: Send>(
    parts: usize,
    threads: usize,
    work: impl Fn(usize) -> Result<T, E> + Sync,
    mut take: impl FnMut(T) -> Result<(), E>,
) -> Result<(), E> {
    if threads <= 1 {
        return (0..parts).try_for_each(|part| take(work(part)?));
    }
    let next = AtomicUsize::new(0);
    thread::scope(|scope| {
        let (sender, receiver) = mpsc::sync_channel(threads);
        for _ in 0..threads.min(parts) {
            let (sender, next, work) = (sender.clone(), &next, &work);
            scope.spawn(move || {
                loop {
                    let part = next.fetch_add(1, Ordering::Relaxed);
                    if part >= parts || sender.send((part, work(part))).is_err() {
                        break;
                    }
                }
            });
        }
        drop(sender);
        let mut waiting = BTreeMap::new();
        let mut due = 0;
        for (part, result) in receiver {
            waiting.insert(part, result?);
            while let Some(result) = waiting.remove(&due) {
                take(result)?;
                due += 1;
            }
        }
        Ok(())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_arrive_in_order_on_any_number_of_threads() {
        for threads in [1, 2, 7] {
            let mut taken = Vec::new();
            let work = |part| Ok::<_, ()>(part * part);
            let take = |square| {
                taken.push(square);
                Ok(())
            };
            assert_eq!(in_order(100, threads, work, take), Ok(()));
            assert!(taken.iter().enumerate().all(|(part, &square)| square == part * part));
            assert_eq!(taken.len(), 100);
        }
    }

    #[test]
    fn the_first_error_ends_the_work() {
        for threads in [1, 3] {
            let work = |part| if part == 40 { Err("no") } else { Ok(()) };
            assert_eq!(in_order(1_000_000_000, threads, work, Ok), Err("no"));
        }
    }
}
