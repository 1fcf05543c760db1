//! The log-likelihood of counted histories with its first and second
//! derivatives.

use super::Shape;
use crate::histories::{Histories, Run};
use crate::optimise::Evaluation;
use crate::silent::add_rates;
use crate::special::{Logit, digamma, ln_gamma, trigamma};

/// The log-likelihood (per day) at r, α, a, b, with derivatives by these.
/// Gaps between purchases are not in it.
pub(super) fn log_likelihood(
    shape: Shape,
    histories: &Histories,
    parameters: &[f64; 4],
) -> Evaluation<4> {
    let ages = Ages::new(parameters[1], histories.longest());
    let mut sum = histories.sum_runs(|sum, x, run| add_run(sum, shape, parameters, &ages, x, run));
    for &(x, customers) in histories.by_x() {
        let &[r, alpha, a, b] = parameters;
        let (events, customers) = (f64::from(shape.k) * f64::from(x), customers as f64);
        add_rates(&mut sum, r, alpha, events, customers);
        add_dropout(&mut sum, a, b, stays(shape, b, x), customers);
    }
    sum
}

/// ln(α + day) and 1/(α + day) of every whole day.
struct Ages(Vec<(f64, f64)>);

impl Ages {
    fn new(alpha: f64, longest: u32) -> Self {
        Self((0..=longest).map(|day| alpha + f64::from(day)).map(|y| (y.ln(), y.recip())).collect())
    }
}

/// b′: what the second parameter of p's beta has become.
fn stays(shape: Shape, b: f64, x: u32) -> f64 {
    b + f64::from(x) + f64::from(u8::from(shape.may_leave_at_first))
}

/// `customers` times ln B(a, b′)/B(a, b).
fn add_dropout(sum: &mut Evaluation<4>, a: f64, b: f64, stays: f64, customers: f64) {
    let psi_both = digamma(a + b) - digamma(a + stays);
    let psi1_both = trigamma(a + b) - trigamma(a + stays);
    sum.value +=
        customers * (ln_gamma(stays) - ln_gamma(b) + ln_gamma(a + b) - ln_gamma(a + stays));
    sum.gradient[2] += customers * psi_both;
    sum.gradient[3] += customers * (psi_both + digamma(stays) - digamma(b));
    sum.hessian[2][2] += customers * psi1_both;
    sum.hessian[3][3] += customers * (psi1_both + trigamma(stays) - trigamma(b));
    sum.add_mixed(2, 3, customers * psi1_both);
}

/// Sums over a run of ln{ S (α+T)^−R + ρ (α+`t_x`)^−R }: by r, α and ln ρ.
#[derive(Default)]
struct RunSums {
    value: f64,
    gradient: [f64; 3],
    rr: f64,
    ra: f64,
    aa: f64,
    by_rho: [f64; 3],
}

fn add_run(
    sum: &mut Evaluation<4>,
    shape: Shape,
    &[r, _, a, b]: &[f64; 4],
    ages: &Ages,
    x: u32,
    run: Run<'_>,
) {
    let size = r + f64::from(shape.k) * f64::from(x);
    let odds_base = stays(shape, b, x) - 1.0;
    let mut sums = RunSums::default();
    if x == 0 && !shape.may_leave_at_first {
        add_survivors(&mut sums, size, ages, run);
    } else {
        add_cells(&mut sums, shape.k, size, (a / odds_base).ln(), ages, run);
    }
    // ln ρ = ln a − ln(b′ − 1).
    let (by_a, by_b) = (a.recip(), -odds_base.recip());
    let [of_r, of_alpha, of_rho] = sums.gradient;
    let [r_rho, alpha_rho, rho_rho] = sums.by_rho;
    sum.value += sums.value;
    for (total, part) in sum.gradient.iter_mut().zip([of_r, of_alpha, by_a * of_rho, by_b * of_rho])
    {
        *total += part;
    }
    let ab = by_a * by_b * rho_rho;
    let rows = [
        [sums.rr, sums.ra, by_a * r_rho, by_b * r_rho],
        [sums.ra, sums.aa, by_a * alpha_rho, by_b * alpha_rho],
        [by_a * r_rho, by_a * alpha_rho, by_a * by_a * (rho_rho - of_rho), ab],
        [by_b * r_rho, by_b * alpha_rho, ab, by_b * by_b * (rho_rho + of_rho)],
    ];
    for (total, row) in sum.hessian.iter_mut().zip(rows) {
        for (total, part) in total.iter_mut().zip(row) {
            *total += part;
        }
    }
}

/// BG with x = 0: everyone is still there, and all is −r ln(α + T).
fn add_survivors(sums: &mut RunSums, size: f64, ages: &Ages, run: Run<'_>) {
    for (history, count) in run.iter() {
        let (ln_age, per_age) = ages.0[history.t as usize];
        sums.value -= count * size * ln_age;
        sums.gradient[0] -= count * ln_age;
        sums.gradient[1] -= count * size * per_age;
        sums.ra -= count * per_age;
        sums.aa += count * size * per_age * per_age;
    }
}

fn add_cells(sums: &mut RunSums, k: u32, size: f64, ln_rho: f64, ages: &Ages, run: Run<'_>) {
    for (history, count) in run.iter() {
        let (ln_age, per_age) = ages.0[history.t as usize];
        let (ln_last, per_last) = ages.0[history.t_x as usize];
        let passed = if k == 1 {
            Passed::NOTHING
        } else {
            Passed::of(k, size, f64::from(history.t - history.t_x), per_age)
        };
        let ln_grown = ln_age - ln_last;
        let Logit { p: left, complement: stayed, softplus } =
            Logit::at(ln_rho + size * ln_grown - passed.ln);
        sums.value += count * (passed.ln + softplus - size * ln_age);

        let by_alpha = size * (per_age - per_last);
        let d_r = ln_grown - passed.r;
        let d_alpha = by_alpha - passed.alpha;
        let (w_left, w_stayed) = (count * left, count * stayed);
        let w_both = w_left * stayed;
        sums.gradient[0] += w_left * ln_grown + w_stayed * passed.r - count * ln_age;
        sums.gradient[1] += w_left * by_alpha + w_stayed * passed.alpha - count * size * per_age;
        sums.gradient[2] += w_left;
        sums.rr += w_stayed * passed.rr + w_both * d_r * d_r;
        sums.ra += w_left * (per_age - per_last) + w_stayed * passed.ra - count * per_age
            + w_both * d_r * d_alpha;
        sums.aa += w_left * size * (per_last * per_last - per_age * per_age)
            + w_stayed * passed.aa
            + count * size * per_age * per_age
            + w_both * d_alpha * d_alpha;
        sums.by_rho[0] += w_both * d_r;
        sums.by_rho[1] += w_both * d_alpha;
        sums.by_rho[2] += w_both;
    }
}

/// ln S and its derivatives by r and α.
struct Passed {
    ln: f64,
    r: f64,
    alpha: f64,
    rr: f64,
    ra: f64,
    aa: f64,
}

impl Passed {
    /// k = 1: S is 1.
    const NOTHING: Self = Self { ln: 0.0, r: 0.0, alpha: 0.0, rr: 0.0, ra: 0.0, aa: 0.0 };

    /// From the terms cⱼ = (R)ⱼ/j! · v^j with v = w/(α + T), whose derivative
    /// by α is −j cⱼ/(α + T).
    fn of(k: u32, size: f64, silence: f64, per_age: f64) -> Self {
        let v = silence * per_age;
        let (mut c, mut c_r, mut c_rr) = (1.0, 0.0, 0.0);
        let [mut s, mut s_r, mut s_rr, mut s_j, mut s_jr, mut s_jj] = [0.0; 6];
        for j in 0..k {
            let j = f64::from(j);
            s += c;
            s_r += c_r;
            s_rr += c_rr;
            s_j += j * c;
            s_jr += j * c_r;
            s_jj += j * (j + 1.0) * c;
            let factor = v / (j + 1.0);
            c_rr = (c_rr * (size + j) + 2.0 * c_r) * factor;
            c_r = (c_r * (size + j) + c) * factor;
            c *= (size + j) * factor;
        }
        let r = s_r / s;
        let alpha = -per_age * s_j / s;
        Self {
            ln: s.ln(),
            r,
            alpha,
            rr: s_rr / s - r * r,
            ra: -per_age * s_jr / s - r * alpha,
            aa: per_age * per_age * s_jj / s - alpha * alpha,
        }
    }
}
