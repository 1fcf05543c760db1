//! Chance that is the same everywhere.

/// Draws one number after another, all of them settled by where it began.
#[derive(Debug, Clone)]
pub struct Draw(u64);

impl Draw {
    /// For one purpose and one thing of a business.
    #[must_use]
    pub fn of(seed: u64, purpose: u64, thing: u64) -> Self {
        Self(mixed(mixed(seed ^ mixed(purpose)) ^ thing))
    }

    /// Any number.
    pub fn any(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        mixed(self.0)
    }

    /// A number below `bound`.
    pub fn below(&mut self, bound: u64) -> u64 {
        self.any() % bound.max(1)
    }

    /// A place in something of this length.
    pub fn place(&mut self, length: usize) -> usize {
        usize::try_from(self.below(length as u64)).unwrap_or_default()
    }

    /// One of these.
    pub fn one_of<T: Copy>(&mut self, all: &[T]) -> T {
        all[self.place(all.len())]
    }

    /// True once in so many times.
    pub fn once_in(&mut self, times: u64) -> bool {
        self.below(times) == 0
    }

    /// A place below `bound` where the second is half as frequent as the first,
    /// the third a third (Zipf), as words and products are.
    pub fn frequent_first(&mut self, bound: usize) -> usize {
        let share = (self.below(1 << 30) as f64) / f64::from(1 << 30);
        (((bound + 1) as f64).powf(share) as usize).saturating_sub(1).min(bound.saturating_sub(1))
    }
}

/// The mixing of Splitmix64 (Steele, Lea and Flood, 2014).
fn mixed(number: u64) -> u64 {
    let mut mixed = number;
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    mixed ^ (mixed >> 31)
}
