//! How long customers stay.

use askama::Template;
use charts::{Step, Survival};

use super::Section;
use super::numbers::{Number, Numbers};
use crate::figures::SurvivalPoint;
use crate::voice::{self, Voice};

/// Ages at which the share still there is said, in months and days.
const AGES: [(u32, u32); 4] = [(3, 91), (6, 183), (12, 365), (24, 730)];

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
    let reached = AGES.into_iter().filter(|(_, day)| *day <= end);
    let numbers = reached.filter_map(|(months, day)| {
        let point = points.iter().take_while(|point| point.day <= day).last()?;
        Some(at_age(voice, months, point))
    });
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

fn at_age(voice: &Voice<'_>, months: u32, point: &SurvivalPoint) -> Number {
    let months_said = voice.phrases.months(months);
    let label = voice.say_with("page-after-months", &[("months", months_said.into())]);
    let band = voice::span(&voice.share(Some(point.low)), &voice.share(Some(point.high)));
    let formula = voice
        .formula(&format!("survival-{months}"), &label, "survival")
        .with(voice.say("page-still-followed"), voice.count(point.at_risk));
    Number { label, value: voice.share(Some(point.s)), note: band, href: None, formula }
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
    let months = f64::from(end) / 30.4375;
    let step = [1, 3, 6, 12].into_iter().find(|step| months / f64::from(*step) <= 8.0);
    let step = step.unwrap_or(24);
    (0..=(months as u32 / step))
        .map(|k| k * step)
        .map(|month| (f64::from(month) * 30.4375, voice.phrases.months(month)))
        .collect()
}
