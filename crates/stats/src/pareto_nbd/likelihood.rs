//! The log-likelihood of counted histories with its first and second
//! derivatives.

use super::integral::Leaving;
use crate::histories::{Histories, Run};
use crate::optimise::Evaluation;
use crate::silent::add_rates;
use crate::special::Logit;

/// The log-likelihood (per day) at r, α, s, β, with derivatives by these.
pub(super) fn log_likelihood(histories: &Histories, parameters: &[f64; 4]) -> Evaluation<4> {
    let [_, alpha, _, beta] = *parameters;
    let ages = Ages::new([alpha, beta], histories.longest());
    let mut sum = histories.sum_runs(|sum, x, run| add_run(sum, parameters, &ages, x, run));
    for &(x, customers) in histories.by_x() {
        let (events, customers) = (f64::from(x), customers as f64);
        let &[r, alpha, s, beta] = parameters;
        add_rates(&mut sum, r, alpha, events, customers);
        add_lifetimes(&mut sum, s, beta, customers);
    }
    sum
}

/// ln(α + day) and ln(β + day) of every whole day.
struct Ages(Vec<[f64; 2]>);

impl Ages {
    fn new(offsets: [f64; 2], longest: u32) -> Self {
        Self(
            (0..=longest).map(|day| offsets.map(|offset| (offset + f64::from(day)).ln())).collect(),
        )
    }
}

/// `customers` times s ln β.
fn add_lifetimes(sum: &mut Evaluation<4>, s: f64, beta: f64, customers: f64) {
    sum.value += customers * s * beta.ln();
    sum.gradient[2] += customers * beta.ln();
    sum.gradient[3] += customers * s / beta;
    sum.hessian[3][3] -= customers * s / (beta * beta);
    sum.add_mixed(2, 3, customers / beta);
}

fn add_run(sum: &mut Evaluation<4>, parameters: &[f64; 4], ages: &Ages, x: u32, run: Run<'_>) {
    let &[r, alpha, s, beta] = parameters;
    let leaving = Leaving { alpha, beta, size: r + f64::from(x), s };
    let ln_s = s.ln();
    for (history, count) in run.iter() {
        let at_end = ages.0[history.t as usize];
        let stayed = Stayed::new(&leaving, f64::from(history.t), at_end);
        if history.t == history.t_x {
            stayed.add_to(sum, count, 0.0);
            sum.value += count * stayed.ln;
            continue;
        }
        let (t_x, t) = (f64::from(history.t_x), f64::from(history.t));
        let left = Left::new(&leaving, t_x, t, ages.0[history.t_x as usize], ln_s);
        let Logit { p: p_left, softplus, .. } = Logit::at(left.ln - stayed.ln);
        sum.value += count * (stayed.ln + softplus);
        stayed.add_to(sum, count, p_left);
        left.add_to(sum, count, p_left, &stayed.gradient);
    }
}

/// (α + T)^−R (β + T)^−s: alive at T.
struct Stayed {
    ln: f64,
    gradient: [f64; 4],
    /// Second derivatives by α and β, and mixed ones by r, α and s, β.
    curvature: [f64; 4],
}

impl Stayed {
    fn new(leaving: &Leaving, t: f64, [ln_alpha, ln_beta]: [f64; 2]) -> Self {
        let &Leaving { alpha, beta, size, s } = leaving;
        let (per_alpha, per_beta) = ((alpha + t).recip(), (beta + t).recip());
        Self {
            ln: -size * ln_alpha - s * ln_beta,
            gradient: [-ln_alpha, -size * per_alpha, -ln_beta, -s * per_beta],
            curvature: [
                size * per_alpha * per_alpha,
                s * per_beta * per_beta,
                -per_alpha,
                -per_beta,
            ],
        }
    }

    fn add_to(&self, sum: &mut Evaluation<4>, count: f64, p_left: f64) {
        let weight = count * (1.0 - p_left);
        for (total, part) in sum.gradient.iter_mut().zip(self.gradient) {
            *total += weight * part;
        }
        let [by_alpha, by_beta, mixed_alpha, mixed_beta] = self.curvature;
        sum.hessian[1][1] += weight * by_alpha;
        sum.hessian[3][3] += weight * by_beta;
        sum.add_mixed(0, 1, weight * mixed_alpha);
        sum.add_mixed(2, 3, weight * mixed_beta);
    }
}

/// s ∫ …: left between `t_x` and T.
struct Left {
    ln: f64,
    gradient: [f64; 4],
    hessian: [[f64; 4]; 4],
}

impl Left {
    /// Derivatives of the log of an integral are means, and the covariance, of
    /// those of the integrand's log.
    fn new(leaving: &Leaving, t_x: f64, t: f64, at_last: [f64; 2], ln_s: f64) -> Self {
        let &Leaving { size, s, .. } = leaving;
        let mut total = 0.0;
        let mut first = [0.0; 4];
        let mut second = [[0.0; 4]; 4];
        leaving.each_node(t_x, t, |node| {
            let [ln_alpha, ln_beta] = node.ln_grown;
            let [per_alpha, per_beta] = node.per_age;
            let statistics = [ln_alpha, per_alpha, ln_beta, per_beta];
            total += node.weight;
            for i in 0..4 {
                let weighted = node.weight * statistics[i];
                first[i] += weighted;
                for j in i..4 {
                    second[i][j] += weighted * statistics[j];
                }
            }
        });
        let mean = first.map(|sum| sum / total);
        let factor = [-1.0, -size, -1.0, -(s + 1.0)];
        let mut gradient: [f64; 4] = std::array::from_fn(|i| factor[i] * mean[i]);
        gradient[0] -= at_last[0];
        gradient[2] += s.recip() - at_last[1];
        let mut hessian = [[0.0; 4]; 4];
        for i in 0..4 {
            for j in i..4 {
                let covariance = second[i][j] / total - mean[i] * mean[j];
                hessian[i][j] = factor[i] * factor[j] * covariance;
                hessian[j][i] = hessian[i][j];
            }
        }
        hessian[1][1] += size * second[1][1] / total;
        hessian[3][3] += (s + 1.0) * second[3][3] / total;
        hessian[2][2] -= (s * s).recip();
        for (i, j) in [(0, 1), (2, 3)] {
            hessian[i][j] -= mean[j];
            hessian[j][i] -= mean[j];
        }
        let ln = ln_s + total.ln() - size * at_last[0] - (s + 1.0) * at_last[1];
        Self { ln, gradient, hessian }
    }

    fn add_to(&self, sum: &mut Evaluation<4>, count: f64, p_left: f64, stayed: &[f64; 4]) {
        let weight = count * p_left;
        let both = weight * (1.0 - p_left);
        let apart: [f64; 4] = std::array::from_fn(|i| self.gradient[i] - stayed[i]);
        for i in 0..4 {
            sum.gradient[i] += weight * self.gradient[i];
            for (j, of_j) in apart.iter().enumerate() {
                sum.hessian[i][j] += weight * self.hessian[i][j] + both * apart[i] * of_j;
            }
        }
    }
}
