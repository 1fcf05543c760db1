//! Cells of customers with the same features, and their likelihood.

use crate::special::{logistic, softplus};

/// Cells of customers with the same features.
#[derive(Debug, Clone, PartialEq)]
pub struct Cells {
    /// The constant and the features.
    columns: usize,
    cells: Vec<Cell>,
}

/// Customers with the same features.
#[derive(Debug, Clone, PartialEq)]
struct Cell {
    /// Column and value where that is not zero, the constant first; features
    /// are mostly indicators of which few apply.
    row: Vec<(usize, f64)>,
    events: f64,
    trials: f64,
}

impl Cells {
    /// No cells yet, of `features` features each.
    #[must_use]
    pub fn new(features: usize) -> Self {
        Self { columns: features + 1, cells: Vec::new() }
    }

    /// Adds a cell of `trials` customers, `events` of whom it happened to. Cells
    /// of nobody, with a number that is not finite, with more events than
    /// trials or another number of features are no cells and left out; the
    /// return value says whether it was taken.
    pub fn push(&mut self, features: &[f64], events: f64, trials: f64) -> bool {
        let sound = features.len() + 1 == self.columns
            && features.iter().all(|feature| feature.is_finite())
            && trials.is_finite()
            && trials > 0.0
            && (0.0..=trials).contains(&events);
        if sound {
            let applying = (1..).zip(features.iter().copied()).filter(|(_, value)| *value != 0.0);
            let row = std::iter::once((0, 1.0)).chain(applying).collect();
            self.cells.push(Cell { row, events, trials });
        }
        sound
    }

    /// The constant and the features.
    pub(super) fn columns(&self) -> usize {
        self.columns
    }

    /// Events and trials of all cells.
    pub(super) fn totals(&self) -> (f64, f64) {
        let events = self.cells.iter().map(|cell| cell.events).sum();
        (events, self.cells.iter().map(|cell| cell.trials).sum())
    }

    /// Σ events·η − trials·ln(1 + e^η), η the log odds of a cell.
    pub(super) fn log_likelihood(&self, coefficients: &[f64]) -> f64 {
        self.cells
            .iter()
            .map(|cell| {
                let eta = cell.log_odds(coefficients);
                cell.events * eta - cell.trials * softplus(eta)
            })
            .sum()
    }

    /// The information Σ trials·π(1 − π)·f·fᵀ, lower half, row by row.
    pub(super) fn information(&self, coefficients: &[f64]) -> Vec<f64> {
        let mut information = vec![0.0; self.columns * self.columns];
        for cell in &self.cells {
            cell.add_to(&mut information, self.columns, cell.trials * cell.spread(coefficients));
        }
        information
    }

    /// Score and information. Given the `inverse` of the information, each cell
    /// has as many trials more as its leverage, half of them events: Firth's
    /// penalty.
    pub(super) fn score(
        &self,
        coefficients: &[f64],
        inverse: Option<&[f64]>,
    ) -> (Vec<f64>, Vec<f64>) {
        let mut gradient = vec![0.0; self.columns];
        let mut information = vec![0.0; self.columns * self.columns];
        for cell in &self.cells {
            let spread = cell.spread(coefficients);
            let along = inverse.map_or(0.0, |inverse| cell.quadratic(inverse, self.columns));
            let more = cell.trials * spread * along;
            let (events, trials) = (cell.events + more / 2.0, cell.trials + more);
            let residual = events - trials * logistic(cell.log_odds(coefficients));
            for &(column, value) in &cell.row {
                gradient[column] += residual * value;
            }
            cell.add_to(&mut information, self.columns, trials * spread);
        }
        (gradient, information)
    }

    /// The largest change of any cell's log odds by `direction`.
    pub(super) fn largest_change(&self, direction: &[f64]) -> f64 {
        self.cells.iter().fold(0.0, |most, cell| cell.log_odds(direction).abs().max(most))
    }
}

impl Cell {
    fn log_odds(&self, coefficients: &[f64]) -> f64 {
        self.row.iter().map(|&(column, value)| value * coefficients[column]).sum()
    }

    /// π(1 − π).
    fn spread(&self, coefficients: &[f64]) -> f64 {
        let eta = self.log_odds(coefficients);
        logistic(eta) * logistic(-eta)
    }

    /// fᵀ·A·f.
    fn quadratic(&self, matrix: &[f64], columns: usize) -> f64 {
        let along = |&(i, f): &(usize, f64)| -> f64 {
            let row = &matrix[i * columns..][..columns];
            f * self.row.iter().map(|&(j, g)| row[j] * g).sum::<f64>()
        };
        self.row.iter().map(along).sum()
    }

    /// Adds weight·f·fᵀ to the lower half of a matrix.
    fn add_to(&self, matrix: &mut [f64], columns: usize, weight: f64) {
        for (k, &(i, f)) in self.row.iter().enumerate() {
            for &(j, g) in &self.row[..=k] {
                matrix[i * columns + j] += weight * f * g;
            }
        }
    }
}
