//! Times fits and forecasts at scale: `cargo bench -p stats --bench fit`.
//!
//! Prints the least of several runs in milliseconds; an argument that is a part
//! of a name picks the work: `cargo bench -p stats --bench fit -- pareto`.

use std::hint::black_box;
use std::time::Instant;

use stats::bg_nbd::BgNbd;
use stats::histories::Histories;
use stats::mbg_cnbd::MbgCnbd;
use stats::mbg_nbd::MbgNbd;
use stats::pareto_nbd::ParetoNbd;
use stats::silent::{Ahead, History, SilentModel, simulate};

const SEED: u64 = 1997;
const RUNS: usize = 7;

fn main() {
    let wanted = std::env::args().skip(1).find(|argument| !argument.starts_with('-'));
    let is_wanted = |name: &str| wanted.as_ref().is_none_or(|part| name.contains(part));

    let (bg, pareto) = (cdnow_bg(), cdnow_pareto());
    let (cohort, years) = (27 * 7..=39 * 7, 0..=3 * 365);
    let one_million = || simulate::bg_nbd(&bg, 1_000_000, cohort.clone(), SEED);
    if is_wanted("bg_nbd 1 M") {
        let customers = one_million();
        time("bg_nbd 1 M", || BgNbd::fit(&counted(&customers)));
    }
    if is_wanted("counting 1 M") {
        let customers = one_million();
        println!("{} distinct", counted(&customers).distinct());
        time("counting 1 M", || counted(&customers));
    }
    if is_wanted("pareto_nbd 1 M") {
        let customers = one_million();
        time("pareto_nbd 1 M", || ParetoNbd::fit(&counted(&customers)));
    }
    if is_wanted("pareto_nbd 1 M of its own") {
        let customers = simulate::pareto_nbd(&pareto, 1_000_000, cohort.clone(), SEED);
        time("pareto_nbd 1 M of its own", || ParetoNbd::fit(&counted(&customers)));
    }
    if is_wanted("mbg 1 M") {
        let customers = one_million();
        time("mbg_nbd of mbg 1 M", || MbgNbd::fit(&counted(&customers)));
        time("mbg_cnbd-2 of mbg 1 M", || {
            MbgCnbd::fit(2, &counted(&customers).with_sum_ln_gaps(0.0))
        });
    }
    if is_wanted("bg_nbd 10 M over three years") {
        let customers = simulate::bg_nbd(&bg, 10_000_000, years.clone(), SEED);
        println!("{} distinct", counted(&customers).distinct());
        time("counting 10 M over three years", || counted(&customers));
        time("bg_nbd 10 M over three years", || BgNbd::fit(&counted(&customers)));
        println!("peak memory {} MiB", peak_memory() / 1024);
    }
    if is_wanted("forecasts") {
        let customers = simulate::bg_nbd(&bg, 460_000, years, SEED);
        let histories = counted(&customers);
        let distinct: Vec<History> = histories.iter().map(|(history, _)| history).collect();
        println!("{} distinct", distinct.len());
        for (name, model) in models(&histories) {
            time(&format!("{name} forecasts"), || {
                let prepared = model.prepared(&histories, &[YEAR, VALUE]);
                let residual = |&history: &History| {
                    let p_alive = prepared.p_alive(history);
                    let none = prepared.p_no_purchase_if_alive(history, YEAR.days);
                    let year = prepared.expected_purchases_if_alive(history, YEAR.days);
                    let value =
                        prepared.discounted_purchases_if_alive(history, VALUE.days, VALUE.rate);
                    [p_alive, none, year, value]
                };
                distinct.iter().map(residual).collect::<Vec<_>>()
            });
            time(&format!("{name} silence limits of forecasts"), || {
                let until = |h: &History| model.silence_until_p_alive_below(h.x, h.t_x, 0.5);
                distinct.iter().filter_map(until).map(u64::from).sum::<u64>()
            });
            time(&format!("{name} 500 draws each of 1,000 forecasts"), || {
                let mut draws = [0; 500];
                for history in &distinct[..1000.min(distinct.len())] {
                    model.draw_purchases(*history, 365.0, SEED, &mut draws);
                    black_box(&draws);
                }
            });
        }
    }
}

/// A year ahead.
const YEAR: Ahead = Ahead { days: 365.0, rate: 0.0 };
/// Three years' value at 10 % a year.
const VALUE: Ahead = Ahead { days: 1095.0, rate: 0.095_310_18 / 365.0 };

/// CDNOW's parameters in days.
fn cdnow_bg() -> BgNbd {
    BgNbd::new(0.2426, 4.4135 * 7.0, 0.7929, 2.4258).expect("valid parameters")
}

fn cdnow_pareto() -> ParetoNbd {
    ParetoNbd::new(0.5533, 10.578 * 7.0, 0.6061, 11.667 * 7.0).expect("valid parameters")
}

fn models(histories: &Histories) -> Vec<(&'static str, Box<dyn SilentModel>)> {
    let with_gaps = histories.clone().with_sum_ln_gaps(0.0);
    vec![
        ("mbg_nbd", Box::new(MbgNbd::fit(histories).expect("a fit").model)),
        ("mbg_cnbd-2", Box::new(MbgCnbd::fit(2, &with_gaps).expect("a fit").model)),
        ("pareto_nbd", Box::new(ParetoNbd::fit(histories).expect("a fit").model)),
    ]
}

fn counted(customers: &[History]) -> Histories {
    Histories::new(customers).expect("simulated histories are valid")
}

/// Prints the least time of several runs, and the least processor time of all
/// threads together, which other work on the machine does not lengthen.
fn time<T>(name: &str, work: impl Fn() -> T) {
    let (mut wall, mut busy) = (f64::INFINITY, f64::INFINITY);
    for _ in 0..RUNS {
        let (start, busy_before) = (Instant::now(), processor_seconds());
        black_box(work());
        wall = wall.min(start.elapsed().as_secs_f64());
        busy = busy.min(processor_seconds() - busy_before);
    }
    println!("{name}: {:.1} ms ({:.1} ms of processor)", wall * 1e3, busy * 1e3);
}

/// Seconds all threads have run, 0 where the system does not tell.
fn processor_seconds() -> f64 {
    let Ok(threads) = std::fs::read_dir("/proc/self/task") else { return 0.0 };
    let nanoseconds = threads.flatten().filter_map(|thread| {
        let times = std::fs::read_to_string(thread.path().join("schedstat")).ok()?;
        times.split_whitespace().next()?.parse::<f64>().ok()
    });
    nanoseconds.sum::<f64>() * 1e-9
}

/// Peak resident memory in KiB, 0 where the system does not tell.
fn peak_memory() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    peak.and_then(|rest| rest.split_whitespace().next()?.parse().ok()).unwrap_or(0)
}
