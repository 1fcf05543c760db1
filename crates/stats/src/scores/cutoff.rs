//! The best rule of the kind "yes up to so much".

/// Outcomes of one value of a whole number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Outcomes {
    /// How many had the value.
    pub n: u64,
    /// Those of them it happened to.
    pub hits: u64,
}

/// The cut-off for which "it happens where the value is at most the cut-off" is
/// right for most, given the outcomes of the values 0, 1, 2, …: the hiatus
/// heuristic of Wübben & von Wangenheim ("Instant Customer Base Analysis",
/// Journal of Marketing 72, 2008) with its hiatus learnt from the customers. Of equally
/// good cut-offs the smallest; `None` without a value.
#[must_use]
pub fn best_cutoff(by_value: &[Outcomes]) -> Option<u32> {
    // Right before any value is let in: all misses. Each then adds its hits and
    // costs its misses.
    let mut right: i128 = by_value.iter().map(|at| i128::from(at.n) - i128::from(at.hits)).sum();
    let mut best: Option<(i128, u32)> = None;
    for (value, at) in (0..).zip(by_value) {
        right += 2 * i128::from(at.hits) - i128::from(at.n);
        if best.is_none_or(|(most, _)| right > most) {
            best = Some((right, value));
        }
    }
    best.map(|(_, cutoff)| cutoff)
}
