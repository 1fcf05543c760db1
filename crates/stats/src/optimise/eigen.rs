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
    for k in 0..N {
        let (kp, kq) = (a[k][p], a[k][q]);
        a[k][p] = cos * kp - sin * kq;
        a[k][q] = sin * kp + cos * kq;
    }
    for k in 0..N {
        let (pk, qk) = (a[p][k], a[q][k]);
        a[p][k] = cos * pk - sin * qk;
        a[q][k] = sin * pk + cos * qk;
        let (vp, vq) = (vectors[k][p], vectors[k][q]);
        vectors[k][p] = cos * vp - sin * vq;
        vectors[k][q] = sin * vp + cos * vq;
    }
    a[p][q] = 0.0;
    a[q][p] = 0.0;
}
