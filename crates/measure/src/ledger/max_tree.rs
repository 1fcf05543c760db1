//! Finds the last value that is large enough without looking at all of them.

use std::ops::Range;

/// Values in a row, each above the larger of the two below it: finding and
/// changing one takes a step per level, so that a customer with a million
/// orders and a million returns is no trap.
#[derive(Debug, Default)]
pub(super) struct MaxTree {
    leaves: usize,
    nodes: Vec<i64>,
}

impl MaxTree {
    /// Starts over with these values, all >= 0.
    pub(super) fn fill(&mut self, values: impl ExactSizeIterator<Item = i64>) {
        self.leaves = values.len().next_power_of_two();
        self.nodes.clear();
        self.nodes.resize(2 * self.leaves, -1);
        for (node, value) in self.nodes[self.leaves..].iter_mut().zip(values) {
            *node = value;
        }
        for node in (1..self.leaves).rev() {
            self.nodes[node] = self.nodes[2 * node].max(self.nodes[2 * node + 1]);
        }
    }

    /// The value at `place`.
    pub(super) fn value(&self, place: usize) -> i64 {
        self.nodes[self.leaves + place]
    }

    /// Changes the value at `place`.
    pub(super) fn set(&mut self, place: usize, value: i64) {
        let mut node = self.leaves + place;
        self.nodes[node] = value;
        while node > 1 {
            node /= 2;
            self.nodes[node] = self.nodes[2 * node].max(self.nodes[2 * node + 1]);
        }
    }

    /// The last place in `range` whose value is at least `least` (>= 0).
    pub(super) fn last_at_least(&self, range: Range<usize>, least: i64) -> Option<usize> {
        let (mut low, mut high) = (self.leaves + range.start, self.leaves + range.end);
        let mut from_left = None;
        while low < high {
            if high % 2 == 1 {
                high -= 1;
                if self.nodes[high] >= least {
                    return Some(self.descend(high, least));
                }
            }
            if low % 2 == 1 {
                if self.nodes[low] >= least {
                    from_left = Some(low);
                }
                low += 1;
            }
            low /= 2;
            high /= 2;
        }
        from_left.map(|node| self.descend(node, least))
    }

    fn descend(&self, mut node: usize, least: i64) -> usize {
        while node < self.leaves {
            node = 2 * node + 1;
            if self.nodes[node] < least {
                node -= 1;
            }
        }
        node - self.leaves
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn it_finds_what_looking_at_all_finds(
            mut values in prop::collection::vec(0..20_i64, 1..40),
            changes in prop::collection::vec((0..40_usize, 0..20_i64), 0..10),
            least in 0..22_i64,
        ) {
            let mut tree = MaxTree::default();
            tree.fill(values.iter().copied());
            for (place, value) in changes {
                let place = place % values.len();
                values[place] = value;
                tree.set(place, value);
            }
            for start in 0..=values.len() {
                for end in start..=values.len() {
                    let expected = (start..end).rev().find(|&place| values[place] >= least);
                    prop_assert_eq!(tree.last_at_least(start..end, least), expected);
                }
            }
            prop_assert!((0..values.len()).all(|place| tree.value(place) == values[place]));
        }
    }
}
