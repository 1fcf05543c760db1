//! What holds for every model of silent customers.

mod population;
mod properties;
mod stress;

use super::{History, SilentModel};
use crate::bg_nbd::BgNbd;
use crate::mbg_cnbd::MbgCnbd;
use crate::mbg_nbd::MbgNbd;
use crate::pareto_nbd::ParetoNbd;

fn history(x: u32, t_x: u32, t: u32) -> History {
    History { x, t_x, t }
}

/// Each kind of model with the same parameters, as far as it has them: r, α in
/// days, then a and b, or s and β in days.
fn models(r: f64, alpha: f64, a: f64, b: f64) -> Vec<(&'static str, Box<dyn SilentModel>)> {
    let valid = "positive parameters";
    vec![
        ("BG/NBD", Box::new(BgNbd::new(r, alpha, a, b).expect(valid))),
        ("MBG/NBD", Box::new(MbgNbd::new(r, alpha, a, b).expect(valid))),
        ("MBG/CNBD-2", Box::new(MbgCnbd::new(2, r, alpha, a, b).expect(valid))),
        ("MBG/CNBD-3", Box::new(MbgCnbd::new(3, r, alpha, a, b).expect(valid))),
        ("Pareto/NBD", Box::new(ParetoNbd::new(r, alpha, a, b).expect(valid))),
    ]
}
