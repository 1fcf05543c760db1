//! Customers known before the split by their history, and what they bought
//! afterwards.

use stats::histories::Packed;
use stats::silent::History;

/// Customers with the same history.
#[derive(Debug, Clone, Copy)]
pub(super) struct HistoryGroup<'a> {
    /// Their history.
    pub history: History,
    /// A number the history alone decides: the seed of its draws.
    pub seed: u64,
    /// What each of them bought in the days held out, ascending.
    pub bought: &'a [u32],
}

/// All customers, sorted by history, then by what they bought.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct HistoryGroups {
    histories: Vec<Packed>,
    bought: Vec<u32>,
    /// Where each run of equal histories ends.
    ends: Vec<usize>,
}

impl HistoryGroups {
    /// Everybody.
    pub fn of(histories: &[Packed], bought: &[u32]) -> Self {
        Self::sorted(histories.iter().copied().zip(bought.iter().copied()).collect())
    }

    /// Those with the smallest hashes, about `size` of them.
    pub fn sampled(histories: &[Packed], bought: &[u32], hashes: &[u64], size: usize) -> Self {
        let limit = limit(hashes, size);
        let inside = histories.iter().zip(bought).zip(hashes).filter(|(_, hash)| **hash <= limit);
        Self::sorted(inside.map(|((history, bought), _)| (*history, *bought)).collect())
    }

    fn sorted(mut customers: Vec<(Packed, u32)>) -> Self {
        rayon::slice::ParallelSliceMut::par_sort_unstable(&mut customers[..]);
        let mut ends = Vec::new();
        let mut end = 0;
        for same in customers.chunk_by(|a, b| a.0 == b.0) {
            end += same.len();
            ends.push(end);
        }
        let (histories, bought) = customers.into_iter().unzip();
        Self { histories, bought, ends }
    }

    /// How many customers there are.
    pub fn customers(&self) -> usize {
        self.bought.len()
    }

    /// How many different histories.
    pub fn distinct(&self) -> usize {
        self.ends.len()
    }

    /// The customers with the `index`-th history.
    pub fn case(&self, index: usize) -> HistoryGroup<'_> {
        let from = index.checked_sub(1).map_or(0, |before| self.ends[before]);
        let history = self.histories[from].history();
        HistoryGroup { history, seed: seed(history), bought: &self.bought[from..self.ends[index]] }
    }

    /// All of them, by history.
    pub fn iter(&self) -> impl Iterator<Item = HistoryGroup<'_>> {
        (0..self.distinct()).map(|index| self.case(index))
    }

    /// What everybody bought.
    pub fn total(&self) -> u64 {
        self.bought.iter().map(|&bought| u64::from(bought)).sum()
    }
}

/// The `size`-th smallest hash.
fn limit(hashes: &[u64], size: usize) -> u64 {
    if hashes.len() <= size || size == 0 {
        return u64::MAX;
    }
    *hashes.to_vec().select_nth_unstable(size - 1).1
}

/// Mixes a history into 64 bits (the finaliser of splitmix64).
fn seed(history: History) -> u64 {
    let History { x, t_x, t } = history;
    let mut bits = (u64::from(x) << 44) ^ (u64::from(t_x) << 22) ^ u64::from(t);
    bits = (bits ^ (bits >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    bits = (bits ^ (bits >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    bits ^ (bits >> 31)
}
