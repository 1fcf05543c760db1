use super::*;

/// −(1 − x)² − 100 (y − x²)², whose top at (1, 1) lies on a curved ridge.
fn rosenbrock(point: &[f64; 2]) -> Evaluation<2> {
    let [x, y] = *point;
    let off = y - x * x;
    Evaluation {
        value: -(1.0 - x).powi(2) - 100.0 * off * off,
        gradient: [2.0 * (1.0 - x) + 400.0 * x * off, -200.0 * off],
        hessian: [[-2.0 + 400.0 * (off - 2.0 * x * x), 400.0 * x], [400.0 * x, -200.0]],
    }
}

#[test]
fn a_curved_ridge_is_followed_to_its_top() {
    let top = maximise([-1.2, 1.0], &Bounds::all(-10.0, 10.0), rosenbrock);
    assert!(top.converged && top.evaluations < 60);
    assert!((top.point[0] - 1.0).abs() < 1e-4 && (top.point[1] - 1.0).abs() < 1e-4);
}

#[test]
fn a_gradient_alone_leads_to_the_same_top() {
    let top =
        maximise_by_gradient([-1.2, 1.0], &Bounds::all(-10.0, 10.0), |p| rosenbrock(p).slope());
    assert!(top.converged && (top.point[0] - 1.0).abs() < 1e-4);
}

#[test]
fn a_bound_that_still_pulls_is_no_convergence() {
    let top = maximise([0.0, 0.0], &Bounds::all(-0.5, 0.5), rosenbrock);
    assert!(!top.converged);
    assert!((top.point[0] - 0.5).abs() < 1e-6 && (top.point[1] - 0.25).abs() < 1e-4);
}

#[test]
fn standard_errors_are_those_of_the_inverse_information() {
    let quadratic = |p: &[f64; 2]| Evaluation {
        value: -(2.0 * p[0] * p[0] + 2.0 * p[0] * p[1] + p[1] * p[1]) / 2.0,
        gradient: [-2.0 * p[0] - p[1], -p[0] - p[1]],
        hessian: [[-2.0, -1.0], [-1.0, -1.0]],
    };
    let top = maximise([3.0, -4.0], &Bounds::all(-9.0, 9.0), quadratic);
    let errors = top.standard_errors().expect("positive definite information");
    assert!((errors[0] - 1.0).abs() < 1e-12 && (errors[1] - 2.0f64.sqrt()).abs() < 1e-12);
}

#[test]
fn a_flat_direction_has_no_standard_error() {
    let ridge = |p: &[f64; 2]| Evaluation {
        value: -p[0] * p[0],
        gradient: [-2.0 * p[0], 0.0],
        hessian: [[-2.0, 0.0], [0.0, 0.0]],
    };
    assert_eq!(maximise([1.0, 1.0], &Bounds::all(-9.0, 9.0), ridge).standard_errors(), None);
}

#[test]
fn a_start_without_value_comes_back_unconverged() {
    let nowhere = |_: &[f64; 1]| Evaluation { value: f64::NAN, ..Evaluation::ZERO };
    let top = maximise([1.0], &Bounds::all(-9.0, 9.0), nowhere);
    assert!(!top.converged && top.evaluations == 1);
}

#[test]
fn a_slope_that_flattens_without_end_is_no_convergence() {
    // −e^−x: every Newton step is 1 long and promises less than the one before.
    let falling = |p: &[f64; 1]| {
        let rest = (-p[0]).exp();
        Evaluation { value: -rest, gradient: [rest], hessian: [[-rest]] }
    };
    for start in [0.0, 18.0, 22.0] {
        assert!(!maximise([start], &Bounds::all(-9.0, 99.0), falling).converged, "{start}");
    }
}

#[test]
fn a_search_out_of_steps_is_no_convergence() {
    let slow = |p: &[f64; 1]| Evaluation { value: p[0], gradient: [1.0], hessian: [[-2.0]] };
    assert!(!maximise([0.0], &Bounds::all(-1e9, 1e9), slow).converged);
}
