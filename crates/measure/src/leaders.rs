//! The few who lead by a number, out of very many.

use std::cmp::Ordering;

/// Keeps the entries with the largest score; of equal ones those with the
/// smallest id. What is kept does not depend on the order in which they come.
#[derive(Debug, Clone)]
pub(crate) struct Leaders<T> {
    keep: usize,
    entries: Vec<(f64, String, T)>,
    /// The score that no longer gets in once enough entries are known.
    bar: f64,
}

impl<T> Leaders<T> {
    /// Nobody yet; at most `keep` in the end.
    pub fn keeping(keep: usize) -> Self {
        Self { keep, entries: Vec::new(), bar: f64::NEG_INFINITY }
    }

    /// Offers an entry; it is made only where it may lead. A score that is
    /// not a number never does, nor does what cannot be made.
    pub fn offer(&mut self, score: f64, id: &str, make: impl FnOnce() -> Option<T>) {
        if score >= self.bar
            && let Some(entry) = make()
        {
            self.entries.push((score, id.to_owned(), entry));
            if self.entries.len() >= 4 * self.keep.max(1) {
                self.cut();
            }
        }
    }

    /// Adds everybody in `other`.
    pub fn merge(&mut self, other: Self) {
        self.entries.extend(other.entries);
        self.cut();
    }

    /// The leaders, first one first.
    pub fn finish(mut self) -> Vec<T> {
        self.cut();
        self.entries.into_iter().map(|(_, _, entry)| entry).collect()
    }

    fn cut(&mut self) {
        self.entries.sort_by(|a, b| order(a.0, &a.1, b.0, &b.1));
        self.entries.truncate(self.keep);
        if let (true, Some((score, _, _))) = (self.entries.len() == self.keep, self.entries.last())
        {
            self.bar = *score;
        }
    }
}

fn order(score: f64, id: &str, other: f64, other_id: &str) -> Ordering {
    other.total_cmp(&score).then_with(|| id.cmp(other_id))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn leaders(ids: impl Iterator<Item = u32>) -> Vec<u32> {
        let mut leaders = Leaders::keeping(3);
        for id in ids {
            leaders.offer(f64::from(id / 2), &format!("{id:04}"), || Some(id));
        }
        leaders.finish()
    }

    #[test]
    fn the_largest_lead_and_ties_go_by_id() {
        assert_eq!(leaders(0..100), [98, 99, 96]);
        assert_eq!(leaders((0..100).rev()), [98, 99, 96]);
    }

    #[test]
    fn merged_parts_lead_as_the_whole() {
        let mut whole = Leaders::keeping(3);
        for part in 0..5_u32 {
            let mut leaders = Leaders::keeping(3);
            for id in (0..100).filter(|id| id % 5 == part) {
                leaders.offer(f64::from(id / 2), &format!("{id:04}"), || Some(id));
            }
            whole.merge(leaders);
        }
        assert_eq!(whole.finish(), [98, 99, 96]);
    }
}
