//! The Cholesky factor of a small symmetric positive definite matrix.

/// Where the factor would lose all but about four digits, the column counts
/// as a combination of those before it.
const DEPENDENT: f64 = 1e-12;

/// `L` of `A = L·Lᵀ`, row by row.
#[derive(Debug, Clone)]
pub(crate) struct Cholesky {
    n: usize,
    lower: Vec<f64>,
}

impl Cholesky {
    /// Factors the `n × n` matrix given row by row (its lower half is read).
    ///
    /// # Errors
    /// The first column that depends on those before it, or is not finite.
    pub(crate) fn of(matrix: &[f64], n: usize) -> Result<Self, usize> {
        debug_assert_eq!(matrix.len(), n * n);
        let mut lower = vec![0.0; n * n];
        for row in 0..n {
            for column in 0..=row {
                let dot: f64 =
                    (0..column).map(|k| lower[row * n + k] * lower[column * n + k]).sum();
                let rest = matrix[row * n + column] - dot;
                if row == column {
                    let diagonal = matrix[row * n + row];
                    if !(rest > DEPENDENT * diagonal.abs() && rest.is_finite()) {
                        return Err(row);
                    }
                    lower[row * n + row] = rest.sqrt();
                } else {
                    lower[row * n + column] = rest / lower[column * n + column];
                }
            }
        }
        Ok(Self { n, lower })
    }

    /// `A⁻¹·b`.
    pub(crate) fn solve(&self, b: &[f64]) -> Vec<f64> {
        let (n, l) = (self.n, &self.lower);
        let mut y = b.to_vec();
        for row in 0..n {
            let dot: f64 = (0..row).map(|k| l[row * n + k] * y[k]).sum();
            y[row] = (y[row] - dot) / l[row * n + row];
        }
        for row in (0..n).rev() {
            let dot: f64 = (row + 1..n).map(|k| l[k * n + row] * y[k]).sum();
            y[row] = (y[row] - dot) / l[row * n + row];
        }
        y
    }

    /// `A⁻¹`, row by row.
    pub(crate) fn inverse(&self) -> Vec<f64> {
        let n = self.n;
        let mut inverse = Vec::with_capacity(n * n);
        for i in 0..n {
            let mut unit = vec![0.0; n];
            unit[i] = 1.0;
            inverse.extend(self.solve(&unit));
        }
        inverse
    }

    /// ln |A|.
    pub(crate) fn ln_determinant(&self) -> f64 {
        (0..self.n).map(|i| 2.0 * self.lower[i * self.n + i].ln()).sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const MATRIX: [f64; 9] = [4.0, 2.0, 0.6, 2.0, 5.0, 1.0, 0.6, 1.0, 3.0];

    #[test]
    fn solving_undoes_the_product() {
        let x = [1.0, -2.0, 0.5];
        let b: Vec<f64> =
            MATRIX.chunks(3).map(|row| row.iter().zip(&x).map(|(a, b)| a * b).sum()).collect();
        let solved = Cholesky::of(&MATRIX, 3).unwrap().solve(&b);
        for (solved, x) in solved.iter().zip(&x) {
            assert!((solved - x).abs() < 1e-12);
        }
    }

    #[test]
    fn the_inverse_and_the_determinant_are_those_of_cofactors() {
        let factor = Cholesky::of(&MATRIX, 3).unwrap();
        // 4·(15 − 1) − 2·(6 − 0.6) + 0.6·(2 − 3).
        let determinant: f64 = 44.6;
        assert!((factor.ln_determinant() - determinant.ln()).abs() < 1e-12);
        let inverse = factor.inverse();
        assert!((inverse[0] - 14.0 / determinant).abs() < 1e-12);
        assert!((inverse[1] + 5.4 / determinant).abs() < 1e-12);
        assert!((inverse[1] - inverse[3]).abs() < 1e-15);
    }

    #[test]
    fn a_column_that_repeats_another_is_named() {
        assert_eq!(Cholesky::of(&[1.0, 1.0, 1.0, 1.0], 2).unwrap_err(), 1);
        assert_eq!(Cholesky::of(&[f64::NAN], 1).unwrap_err(), 0);
    }
}
