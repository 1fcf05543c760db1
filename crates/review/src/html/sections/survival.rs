//! How long customers stay.

use askama::Template;
use charts::{Every, Step, Survival};

use super::Section;
use crate::figures::{SurvivalAt, SurvivalPoint};
use crate::html::parts::{Grid, GridRow, Heading, on_one_line};
use crate::sentences;
use crate::voice::{self, Voice};

#[derive(Template)]
#[template(path = "sections/survival.html")]
struct SurvivalSection {
    intro: String,
    chart: String,
    ages: Option<String>,
    /// Where the curve falls, if it does so at once.
    limit: Option<String>,
}

pub(super) fn section(voice: &Voice<'_>) -> Result<Option<Section>, askama::Error> {
    let points = &voice.review.survival;
    let end = points.last().map_or(0, |point| point.day);
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
        every: Every::Month,
        ticks: months(voice, end),
        steps: points.iter().map(|point| step(voice, point)).collect(),
    };
    let reached = !voice.review.survival_at.is_empty();
    let body = SurvivalSection {
        intro: voice.say("page-survival-intro"),
        chart: charts::figure(&chart),
        ages: reached.then(|| ages(voice).render()).transpose()?,
        limit: sentences::survival_at_limit(voice.phrases, voice.review),
    };
    Ok(Some(Section { id: "survival", title: voice.say("page-survival"), body: body.render()? }))
}

/// The curve at round ages.
fn ages(voice: &Voice<'_>) -> Grid {
    let row = |at: &SurvivalAt| {
        let months = voice.phrases.months(at.months);
        let label = voice.say_with("page-after-months", &[("months", months.into())]);
        let formula = voice
            .formula(&format!("survival-{}", at.months), &label, "survival")
            .with(voice.say("page-still-followed"), voice.count(at.at_risk));
        let band = voice::span(&voice.share(Some(at.low)), &voice.share(Some(at.high)));
        GridRow::new(label, vec![voice.share(Some(at.s)), on_one_line(&band)]).explained(formula)
    };
    let head = ["page-since-first", "page-still-customers", "page-band"];
    Grid {
        caption: voice.say("page-survival-curve"),
        quiet: true,
        wide: false,
        head: head.map(|key| Heading::plain(voice.say(key))).into(),
        rows: voice.review.survival_at.iter().map(row).collect(),
    }
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

/// Every month up to the end of the curve.
fn months(voice: &Voice<'_>, end: u32) -> Vec<(f64, String)> {
    (0..=end / 28)
        .map(|months| (SurvivalAt::day_after(months), voice.phrases.months(months)))
        .take_while(|(day, _)| *day <= end)
        .map(|(day, label)| (f64::from(day), label))
        .collect()
}
