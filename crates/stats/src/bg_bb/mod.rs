//! The BG/BB model of customers with regular opportunities to buy.
//!
//! At each opportunity (a yearly drive, a weekly market) a customer who is
//! alive buys with probability p, and is gone for good from each opportunity on
//! with probability θ; p is beta over customers with parameters α and β, θ with
//! γ and δ (Fader, Hardie & Shang, "Customer-Base Analysis in a Discrete-Time
//! Noncontractual Setting", Marketing Science 29, 2010).
//!
//! ```
//! use stats::bg_bb::{BgBb, Opportunities};
//!
//! // Donors of the paper; this one gave in the first four of six years.
//! let model = BgBb::new(1.2035, 0.7497, 0.6568, 2.7834)?;
//! let donor = Opportunities { x: 4, t_x: 4, n: 6 };
//! assert!(model.p_alive(donor) < 0.7);
//! assert!(model.expected_uses(donor, 5) < 3.0);
//! # Ok::<(), stats::fit::FitError>(())
//! ```

mod likelihood;
#[cfg(test)]
mod tests;

use likelihood::Likelihood;

use crate::fit::{Fit, FitError, fit_by_logs};
use crate::optimise::{Bounds, maximise_by_gradient};

/// How a customer used their opportunities.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Opportunities {
    /// x, opportunities used (the first purchase aside).
    pub x: u32,
    /// `t_x`, the last one used, counted from 1; 0 where x = 0.
    pub t_x: u32,
    /// n, opportunities so far: x <= `t_x` <= n.
    pub n: u32,
}

impl Opportunities {
    /// Whether such a customer can exist.
    fn is_sound(self) -> bool {
        self.x <= self.t_x && self.t_x <= self.n && (self.x == 0) == (self.t_x == 0)
    }
}

/// The BG/BB model with its parameters.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct BgBb {
    alpha: f64,
    beta: f64,
    gamma: f64,
    delta: f64,
}

impl BgBb {
    /// The model with all four parameters > 0.
    ///
    /// # Errors
    /// [`FitError::Domain`] where one is not above zero and finite.
    pub fn new(alpha: f64, beta: f64, gamma: f64, delta: f64) -> Result<Self, FitError> {
        let named = [("alpha", alpha), ("beta", beta), ("gamma", gamma), ("delta", delta)];
        for (name, value) in named {
            FitError::check_positive(name, value)?;
        }
        Ok(Self { alpha, beta, gamma, delta })
    }

    /// Fits the model by maximum likelihood to distinct histories with the
    /// number of customers who have each.
    ///
    /// # Errors
    /// [`FitError::Empty`] without customers, [`FitError::NoRepeats`] where
    /// nobody used an opportunity, [`FitError::Domain`] for a history with more
    /// uses than opportunities or a last use without any.
    pub fn fit(customers: &[(Opportunities, u64)]) -> Result<Fit<Self>, FitError> {
        let n: u64 = customers.iter().map(|(_, n)| n).sum();
        if n == 0 {
            return Err(FitError::Empty);
        }
        if let Some((history, _)) = customers.iter().find(|(history, _)| !history.is_sound()) {
            let domain = "x <= t_x <= n, and t_x = 0 exactly where x = 0";
            return Err(FitError::Domain { name: "t_x", value: f64::from(history.t_x), domain });
        }
        if customers.iter().all(|(history, n)| history.x == 0 || *n == 0) {
            return Err(FitError::NoRepeats);
        }
        let found = maximise_by_gradient([0.0; 4], &Bounds::all(-9.0, 14.0), |logs| {
            let point = logs.map(f64::exp);
            likelihood::of_all(&point, customers).in_logs(&point)
        });
        let [alpha, beta, gamma, delta] = found.point.map(f64::exp);
        let model = Self::new(alpha, beta, gamma, delta)?;
        Ok(fit_by_logs(model, ["alpha", "beta", "gamma", "delta"], &found, n))
    }

    /// α, β (of buying), γ and δ (of leaving).
    #[must_use]
    pub fn parameters(&self) -> [f64; 4] {
        [self.alpha, self.beta, self.gamma, self.delta]
    }

    /// P(the customer is alive at opportunity n + 1), 0..=1 (equation 11 of the
    /// paper). 0 for a history that cannot be.
    #[must_use]
    pub fn p_alive(&self, history: Opportunities) -> f64 {
        if !history.is_sound() {
            return 0.0;
        }
        let n = f64::from(history.n);
        // Alive through n, and once more.
        let stays = (self.delta + n) / (self.gamma + self.delta + n);
        Likelihood::of(&self.parameters(), history).share_alive() * stays
    }

    /// Uses to expect of the next `opportunities` ones, 0..=`opportunities`: the
    /// sum over them of P(alive then) times the expected p of one alive, in
    /// place of the paper's equation 13, whose two terms cancel as γ nears 1.
    #[must_use]
    pub fn expected_uses(&self, history: Opportunities, opportunities: u32) -> f64 {
        if !history.is_sound() {
            return 0.0;
        }
        let (x, n) = (f64::from(history.x), f64::from(history.n));
        let buys = (self.alpha + x) / (self.alpha + self.beta + n);
        let mut alive = Likelihood::of(&self.parameters(), history).share_alive();
        let mut sum = 0.0;
        for later in 0..opportunities {
            let at = n + f64::from(later);
            alive *= (self.delta + at) / (self.gamma + self.delta + at);
            sum += alive;
        }
        sum * buys
    }
}
