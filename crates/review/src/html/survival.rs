//! How long customers stay.

use askama::Template;
use charts::{Step, Survival};

use super::Section;
use super::numbers::{Number, Numbers};
use crate::figures::{SurvivalAt, SurvivalPoint};
use crate::voice::{self, Voice};

/// Ages at which the share still there is said, in months.
const AGES: [u32; 4] = [3, 6, 12, 24];

#[derive(Template)]
#[template(path = "survival.html")]
struct SurvivalSection {
    intro: String,
    numbers: String,
    chart: String,
}

pub(super) fn section(voice: &Voice<'_>) -> Result<Option<Section>, askama::Error> {
    let points = &voice.review.survival;
    let end = points.last().map_or(0, |point| point.day);
    let said = voice.review.survival_at.iter().filter(|at| AGES.contains(&at.months));
    let numbers = said.map(|at| at_age(voice, at));
    let share = |share: f64| voice.phrases.percent(share, 0);
    let time = |days: f64| voice.phrases.days(days as u32);
    let chart = Survival {
        words: voice.words("survival-curve", "page-survival-curve"),
        head: [
            voice.say("page-since-first"),
            voice.say("page-still-customers"),
            voice.say("page-band"),
            voice.say("page-still-followed"),
        ],
        share: &share,
        time: &time,
        ticks: ticks(voice, end),
        steps: points.iter().map(|point| step(voice, point)).collect(),
    };
    let body = SurvivalSection {
        intro: voice.say("page-survival-intro"),
        numbers: Numbers { numbers: numbers.collect() }.render()?,
        chart: charts::figure(&chart),
    };
    Ok(Some(Section { id: "survival", title: voice.say("page-survival"), body: body.render()? }))
}

fn at_age(voice: &Voice<'_>, at: &SurvivalAt) -> Number {
    let months = voice.phrases.months(at.months);
    let label = voice.say_with("page-after-months", &[("months", months.into())]);
    let band = voice::span(&voice.share(Some(at.low)), &voice.share(Some(at.high)));
    let formula = voice
        .formula(&format!("survival-{}", at.months), &label, "survival")
        .with(voice.say("page-still-followed"), voice.count(at.at_risk));
    Number { label, value: voice.share(Some(at.s)), note: band, href: None, formula }
}

fn step(voice: &Voice<'_>, point: &SurvivalPoint) -> Step {
    Step {
        at: f64::from(point.day),
        share: point.s,
        low: point.low,
        high: point.high,
        at_risk: voice.count(point.at_risk),
    }
}

/// Every third month, every sixth or every year, whatever gives a handful.
fn ticks(voice: &Voice<'_>, end: u32) -> Vec<(f64, String)> {
    let reached = |months: u32| SurvivalAt::day_after(months) <= end;
    let step = [1, 3, 6, 12].into_iter().find(|step| !reached(9 * step)).unwrap_or(24);
    (0..=end / 28)
        .step_by(step as usize)
        .filter(|months| reached(*months))
        .map(|months| (f64::from(SurvivalAt::day_after(months)), voice.phrases.months(months)))
        .collect()
}
