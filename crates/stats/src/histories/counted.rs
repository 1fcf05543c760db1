//! Sorting and counting packed histories.

use rayon::prelude::*;

use super::Packed;
use crate::silent::History;

/// Distinct packed histories, ascending, with their counts.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Counted {
    /// Distinct, ascending.
    pub packed: Vec<Packed>,
    /// Customers of each.
    pub counts: Vec<u32>,
}

/// Histories sorted at a time: their keys and the scratch stay in the cache.
const CHUNK: usize = 1 << 17;
/// Bits of a radix digit.
const DIGIT: u32 = 12;

impl Counted {
    /// Packs and counts chunk by chunk, then merges the counts.
    pub fn of<T: Copy + Sync, E: Send>(
        histories: &[T],
        pack: impl Fn(T) -> Result<Packed, E> + Sync,
    ) -> Result<Self, E> {
        let mut parts = histories
            .par_chunks(CHUNK)
            .map(|chunk| {
                let packed = chunk.iter().map(|&h| pack(h)).collect::<Result<Vec<_>, E>>()?;
                Ok(Self::of_chunk(&packed))
            })
            .collect::<Result<Vec<_>, E>>()?;
        while parts.len() > 1 {
            parts = parts
                .par_chunks(2)
                .map(|pair| match pair {
                    [p, q] => p.merged_with(q),
                    [p] => p.clone(),
                    _ => Self::default(),
                })
                .collect();
        }
        Ok(parts.pop().unwrap_or_default())
    }

    /// Counts histories that are sorted, each with a count already.
    pub fn from_sorted(sorted: impl IntoIterator<Item = (Packed, u32)>) -> Self {
        let mut counted = Self::default();
        for (packed, count) in sorted {
            counted.push(packed, count);
        }
        counted
    }

    /// Adds a history not smaller than the last.
    pub fn push(&mut self, packed: Packed, count: u32) {
        match (self.packed.last(), self.counts.last_mut()) {
            (Some(last), Some(customers)) if *last == packed => {
                *customers = customers.saturating_add(count);
            }
            _ => {
                self.packed.push(packed);
                self.counts.push(count);
            }
        }
    }

    pub fn iter(&self) -> impl Iterator<Item = (Packed, u32)> {
        self.packed.iter().copied().zip(self.counts.iter().copied())
    }

    fn of_chunk(packed: &[Packed]) -> Self {
        let range = Range::of(packed);
        let keys = sorted(packed.iter().map(|p| range.key(*p)).collect(), range.bits());
        let mut counted = Self::default();
        for run in keys.chunk_by(|p, q| p == q) {
            counted.packed.push(range.packed(run[0]));
            counted.counts.push(run.len() as u32);
        }
        counted
    }

    fn merged_with(&self, other: &Self) -> Self {
        let longest = self.packed.len().max(other.packed.len());
        let mut merged = Self {
            packed: Vec::with_capacity(longest + longest / 2),
            counts: Vec::with_capacity(longest + longest / 2),
        };
        let (mut i, mut j) = (0, 0);
        while i < self.packed.len() && j < other.packed.len() {
            let (p, q) = (self.packed[i], other.packed[j]);
            let (take_p, take_q) = (p <= q, q <= p);
            merged.packed.push(p.min(q));
            merged
                .counts
                .push(u32::from(take_p) * self.counts[i] + u32::from(take_q) * other.counts[j]);
            i += usize::from(take_p);
            j += usize::from(take_q);
        }
        for (rest, from) in [(self, i), (other, j)] {
            merged.packed.extend_from_slice(&rest.packed[from..]);
            merged.counts.extend_from_slice(&rest.counts[from..]);
        }
        merged
    }
}

/// The part of the domain a chunk spans: as few bits as its values need, so
/// that few digits are sorted.
struct Range {
    t_from: u32,
    t_bits: u32,
    t_x_bits: u32,
    x_bits: u32,
}

impl Range {
    fn of(packed: &[Packed]) -> Self {
        let (mut x, mut t_x, mut t_from, mut t_to) = (0, 0, u32::MAX, 0);
        for history in packed.iter().map(|p| p.history()) {
            x |= history.x;
            t_x |= history.t_x;
            t_from = t_from.min(history.t);
            t_to = t_to.max(history.t);
        }
        let bits = |largest: u32| u32::BITS - largest.leading_zeros();
        let t_bits = bits(t_to.saturating_sub(t_from));
        Self { t_from, t_bits, t_x_bits: bits(t_x), x_bits: bits(x) }
    }

    fn bits(&self) -> u32 {
        self.x_bits + self.t_x_bits + self.t_bits
    }

    fn key(&self, packed: Packed) -> u64 {
        let History { x, t_x, t } = packed.history();
        (u64::from(x) << self.t_x_bits | u64::from(t_x)) << self.t_bits | u64::from(t - self.t_from)
    }

    fn packed(&self, key: u64) -> Packed {
        let low = |value: u64, bits: u32| (value & ((1u64 << bits) - 1)) as u32;
        Packed::of_valid(History {
            x: (key >> (self.t_x_bits + self.t_bits)) as u32,
            t_x: low(key >> self.t_bits, self.t_x_bits),
            t: low(key, self.t_bits) + self.t_from,
        })
    }
}

/// Radix sort by the lowest `bits` bits, least significant digit first.
fn sorted(mut keys: Vec<u64>, bits: u32) -> Vec<u64> {
    let digits = bits.div_ceil(DIGIT);
    if digits == 0 {
        return keys;
    }
    let width = bits.div_ceil(digits);
    let mask = (1u64 << width) - 1;
    let mut scratch = vec![0u64; keys.len()];
    for digit in 0..digits {
        let shift = digit * width;
        let mut places = vec![0u32; 1 << width];
        for key in &keys {
            places[(key >> shift & mask) as usize] += 1;
        }
        let mut before = 0;
        for place in &mut places {
            before += std::mem::replace(place, before);
        }
        for &key in &keys {
            let place = &mut places[(key >> shift & mask) as usize];
            scratch[*place as usize] = key;
            *place += 1;
        }
        std::mem::swap(&mut keys, &mut scratch);
    }
    keys
}
