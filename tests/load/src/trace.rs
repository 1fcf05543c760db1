//! What a trace of system calls says of acknowledgements: that each came after
//! a sync of the disk.
//!
//! For a trace by `strace -f -y -e trace=…` of `read`, `recvfrom`, `write`,
//! `writev`, `sendto`, `pwrite64`, `fsync` and `fdatasync`. What is to be written
//! down arrives on a connection, from a form or a program; its acknowledgement
//! leaves on the same. Between the two something must have been written to the
//! journal of the record and synced after that. With one client at a time that is
//! all there is to know; with many it is what every batch must show.

use std::collections::HashMap;

/// How acknowledgements of forms and of programs begin.
const DONE: [&str; 2] = ["HTTP/1.1 303", "HTTP/1.1 201"];
/// The ending of the name of SQLite's journal.
const JOURNAL: &str = "-wal>";

/// What a trace says.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Seen {
    /// Acknowledgements whose request is in the trace.
    pub acknowledged: u64,
    /// Of those so many had no sync between the request and themselves.
    pub unsynced: u64,
    /// Syncs of the journal.
    pub syncs: u64,
}

/// Reads a trace.
#[must_use]
pub fn read(trace: &str) -> Seen {
    let mut seen = Seen::default();
    // Calls that another thread interrupted in the trace, by thread.
    let mut begun: HashMap<&str, (usize, &str)> = HashMap::new();
    let mut asked: HashMap<&str, usize> = HashMap::new();
    let mut journal: Vec<usize> = Vec::new();
    let mut last_synced_write = None;
    for (now, line) in trace.lines().enumerate() {
        let Some((thread, call)) = line.split_once(' ') else { continue };
        let call = call.trim_start();
        if call.ends_with("<unfinished ...>") {
            begun.insert(thread, (now, call));
            // What is sent may arrive before the call is told to have ended.
            if !is_sent(call) {
                continue;
            }
        }
        let resumed = call.starts_with("<...");
        let (since, head) =
            if resumed { begun.remove(thread).unwrap_or((now, call)) } else { (now, call) };
        let Some(connection) = on(head) else { continue };
        if head.starts_with("pwrite64") && connection.ends_with(JOURNAL) {
            journal.push(since);
        } else if head.contains("sync(") && connection.ends_with(JOURNAL) {
            seen.syncs += 1;
            // What was written before the sync began is on the disk.
            last_synced_write = journal.iter().rev().find(|written| **written < since).copied();
        } else if is_received(head) && call.contains("POST /") {
            asked.insert(connection, now);
        } else if is_sent(head) && !resumed && DONE.iter().any(|done| head.contains(done)) {
            let Some(asked) = asked.remove(connection) else { continue };
            seen.acknowledged += 1;
            seen.unsynced += u64::from(last_synced_write.is_none_or(|written| written < asked));
        }
    }
    seen
}

fn is_received(call: &str) -> bool {
    call.starts_with("read(") || call.starts_with("recvfrom(")
}

fn is_sent(call: &str) -> bool {
    ["write(", "writev(", "sendto("].iter().any(|name| call.starts_with(name))
}

/// What a call works on: `12</path>` or `34<socket:[567]>`.
fn on(call: &str) -> Option<&str> {
    let (_, rest) = call.split_once('(')?;
    let end = rest.find('>')?;
    Some(&rest[..=end])
}

#[cfg(test)]
mod tests {
    use super::{Seen, read};

    const ASKED: &str = "7 recvfrom(9<socket:[1]>, \"POST /interactions\", 99, 0) = 99\n";
    const WRITTEN: &str = "8 pwrite64(5</r.db-wal>, \"...\", 4096, 0) = 4096\n";
    const SYNCED: &str = "8 fdatasync(5</r.db-wal>) = 0\n";
    const ANSWERED: &str = "7 writev(9<socket:[1]>, \"HTTP/1.1 303 See Other\") = 80\n";

    #[test]
    fn an_acknowledgement_after_the_sync_is_one_as_it_should_be() {
        let seen = read(&[ASKED, WRITTEN, SYNCED, ANSWERED].concat());
        assert_eq!(seen, Seen { acknowledged: 1, unsynced: 0, syncs: 1 });
    }

    #[test]
    fn one_before_the_sync_or_after_the_sync_of_something_older_is_found() {
        let early = read(&[ASKED, WRITTEN, ANSWERED, SYNCED].concat());
        assert_eq!((early.acknowledged, early.unsynced), (1, 1));
        let older = read(&[WRITTEN, ASKED, SYNCED, ANSWERED].concat());
        assert_eq!((older.acknowledged, older.unsynced), (1, 1));
    }

    #[test]
    fn a_sync_that_is_told_in_two_lines_counts_from_its_beginning() {
        let begun = "8 fdatasync(5</r.db-wal> <unfinished ...>\n";
        let ended = "8 <... fdatasync resumed>) = 0\n";
        let seen = read(&[ASKED, WRITTEN, begun, ended, ANSWERED].concat());
        assert_eq!(seen.unsynced, 0);
        let late = read(&[ASKED, begun, WRITTEN, ended, ANSWERED].concat());
        assert_eq!(late.unsynced, 1);
    }
}
