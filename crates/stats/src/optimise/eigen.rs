//! Eigenvalues of a small symmetric matrix.

/// Eigenvalues with their eigenvectors as columns: `vectors[row][k]` belongs
/// to `values[k]`.
pub(super) struct Eigen<const N: usize> {
    /// Eigenvalues, in no order.
    pub values: [f64; N],
    /// Orthonormal eigenvectors.
    pub vectors: [[f64; N]; N],
}

/// Cyclic Jacobi rotations (Golub & Van Loan, Matrix Computations, 4th ed.,
/// 8.5): exact to rounding for the handful of variables a model has.
pub(super) fn eigen<const N: usize>(matrix: &[[f64; N]; N]) -> Eigen<N> {
    let mut a = *matrix;
    let mut vectors = [[0.0; N]; N];
    for (i, row) in vectors.iter_mut().enumerate() {
        row[i] = 1.0;
    }
    for _ in 0..60 {
        let mut turned = false;
        for p in 0..N {
            for q in p + 1..N {
                // Relative to the diagonal, so that badly scaled variables count too.
                if a[p][q].abs() > 1e-17 * (a[p][p] * a[q][q]).abs().sqrt()
                    && a[p][q].abs() > f64::MIN_POSITIVE
                {
                    rotate(&mut a, &mut vectors, p, q);
                    turned = true;
                }
            }
        }
        if !turned {
            break;
        }
    }
    Eigen { values: std::array::from_fn(|i| a[i][i]), vectors }
}

/// The rotation of rows and columns `p` and `q` that makes `a[p][q]` zero.
fn rotate<const N: usize>(a: &mut [[f64; N]; N], vectors: &mut [[f64; N]; N], p: usize, q: usize) {
    let theta = (a[q][q] - a[p][p]) / (2.0 * a[p][q]);
    let t = theta.signum() / (theta.abs() + theta.hypot(1.0));
    let cos = 1.0 / t.hypot(1.0);
    let sin = t * cos;
    for row in a.iter_mut() {
        let (kp, kq) = (row[p], row[q]);
        row[p] = cos * kp - sin * kq;
        row[q] = sin * kp + cos * kq;
    }
    let (of_p, of_q) = (a[p], a[q]);
    a[p] = std::array::from_fn(|k| cos * of_p[k] - sin * of_q[k]);
    a[q] = std::array::from_fn(|k| sin * of_p[k] + cos * of_q[k]);
    for row in vectors.iter_mut() {
        let (vp, vq) = (row[p], row[q]);
        row[p] = cos * vp - sin * vq;
        row[q] = sin * vp + cos * vq;
    }
    a[p][q] = 0.0;
    a[q][p] = 0.0;
}
