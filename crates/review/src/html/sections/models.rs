//! How sure we are: the fitted models, and how they did on days held out.

use askama::Template;
use charts::{Axis, Calibration, CalibrationDot, Every, Line, Lines, Place, Tone};
use kernel::{Day, Period};

use super::Section;
use crate::figures::{Backtest, FittedModel, Forecast, ModelName, WeekOfBacktest};
use crate::html::parts::{Drawing, Grid, GridRow, Heading};
use crate::sentences;
use crate::voice::Voice;

#[derive(Template)]
#[template(path = "sections/models.html")]
struct ModelSection {
    intro: String,
    drawings: Vec<Drawing>,
    forecasts: Option<String>,
    no_backtest: String,
    models_said: String,
    models: Option<String>,
}

pub(super) fn section(voice: &Voice<'_>) -> Result<Option<Section>, askama::Error> {
    let backtest = voice.review.backtest.as_ref();
    let fitted: Vec<_> = voice.review.models.fitted().collect();
    let body = ModelSection {
        intro: backtest.map_or_else(String::new, |backtest| intro(voice, backtest)),
        drawings: backtest.map_or_else(Vec::new, |backtest| {
            vec![weeks(voice, backtest), calibration(voice, backtest)]
        }),
        forecasts: backtest.map(|backtest| forecasts(voice, backtest).render()).transpose()?,
        no_backtest: voice.note_or("backtest", "page-no-backtest"),
        models_said: chosen(voice),
        models: (!fitted.is_empty()).then(|| models(voice, fitted).render()).transpose()?,
    };
    Ok(Some(Section { id: "models", title: voice.say("page-models"), body: body.render()? }))
}

fn held_out(backtest: &Backtest) -> Option<Period> {
    Period::new(backtest.from, backtest.to.plus_days(1)).ok()
}

fn intro(voice: &Voice<'_>, backtest: &Backtest) -> String {
    let period = held_out(backtest).map_or_else(String::new, |p| voice.phrases.period(p));
    voice.say_with(
        "page-backtest-intro",
        &[
            ("period", period.into()),
            ("customers", backtest.customers.into()),
            ("model", backtest.model.title().into()),
        ],
    )
}

fn weeks(voice: &Voice<'_>, backtest: &Backtest) -> Drawing {
    let shown = |value: f64| voice.count(value.max(0.0).round() as u64);
    let into = |day: Day| f64::from(day.days_since(backtest.from));
    // Each value counts up to the end of its week; the last week may be short.
    let place = |week: &WeekOfBacktest| Place {
        at: into(week.from.plus_days(7)).min(into(backtest.to.plus_days(1))),
        label: voice.phrases.day(week.from),
    };
    let tick = |week: &WeekOfBacktest| (into(week.from), voice.phrases.day_short(week.from));
    let line = |key: &str, tone, dashed, value: &dyn Fn(&WeekOfBacktest) -> f64| Line {
        name: voice.say(key),
        tone,
        dashed,
        values: backtest.weeks.iter().map(value).collect(),
    };
    let chart = Lines {
        words: voice.words("weeks", "page-weeks"),
        over: voice.say("page-week-from"),
        axis: Axis { name: voice.say("page-orders"), shown: &shown, whole: true },
        x: backtest.weeks.iter().map(place).collect(),
        every: Every::Week,
        ticks: backtest.weeks.iter().map(tick).collect(),
        lines: vec![
            line("page-actual", Tone::Accent, false, &|week| week.actual as f64),
            line("page-predicted", Tone::Warn, true, &|week| week.predicted),
        ],
        area: true,
        cumulative: true,
    };
    let drawing = Drawing::of(&chart);
    let formula = voice.formula("weeks-how", &drawing.title, "total_predicted");
    drawing.explained(formula)
}

fn calibration(voice: &Voice<'_>, backtest: &Backtest) -> Drawing {
    let share = |share: f64| voice.phrases.percent(share, 0);
    let chart = Calibration {
        words: voice.words("calibration", "page-calibration"),
        head: [
            voice.say("page-calibration-predicted"),
            voice.say("page-calibration-observed"),
            voice.say("page-customers"),
        ],
        share: &share,
        dots: backtest
            .calibration
            .iter()
            .map(|bin| CalibrationDot {
                predicted: bin.predicted,
                observed: bin.observed,
                n: bin.n,
                n_shown: voice.count(bin.n),
            })
            .collect(),
    };
    let drawing = Drawing::of(&chart);
    let formula = voice
        .formula("calibration-how", &drawing.title, "calibration")
        .with(voice.say("page-customers"), voice.count(backtest.customers));
    drawing.explained(formula)
}

fn forecasts(voice: &Voice<'_>, backtest: &Backtest) -> Grid {
    let explained = |key: &str, formula: &str| {
        let text = voice.say(key);
        let formula = voice.formula(&format!("backtest-{formula}"), &text, formula);
        Heading::explained(text, formula)
    };
    let head = vec![
        Heading::plain(voice.say("page-forecast")),
        explained("page-total-predicted", "total_predicted"),
        Heading::plain(voice.say("page-total-actual")),
        explained("page-rmse", "rmse"),
        explained("page-crps", "crps"),
        explained("page-auc", "auc"),
        explained("page-lift", "top_tenth_lift"),
        explained("page-accuracy", "active_accuracy"),
    ];
    let hiatus = voice.say_with(
        "page-hiatus",
        &[("days", voice.phrases.days(backtest.hiatus_cutoff_days).into())],
    );
    let mut rows = vec![row(voice, backtest.model.title().to_owned(), &backtest.forecast).strong()];
    rows.extend(backtest.others.iter().map(|(m, f)| row(voice, m.title().to_owned(), f)));
    let naive = voice.say("page-naive");
    for (name, key, forecast) in
        [(hiatus, "hiatus", &backtest.hiatus), (naive, "naive", &backtest.naive)]
    {
        let formula = voice.formula(&format!("backtest-{key}"), &name, key);
        rows.push(row(voice, name, forecast).explained(formula));
    }
    Grid { caption: voice.say("page-forecasts"), quiet: false, wide: true, head, rows }
}

fn row(voice: &Voice<'_>, name: String, forecast: &Forecast) -> GridRow {
    GridRow::new(name, voice.forecast(forecast).into())
}

fn chosen(voice: &Voice<'_>) -> String {
    match voice.review.models.chosen {
        Some(model) => sentences::model(voice.phrases, model),
        None => voice.note_or("models", "page-no-model"),
    }
}

fn models(voice: &Voice<'_>, fitted: Vec<(ModelName, &FittedModel)>) -> Grid {
    let head = [
        "page-model",
        "page-parameters",
        "page-log-likelihood",
        "page-customers",
        "page-converged",
    ];
    let row = |(name, model): (ModelName, &FittedModel)| {
        let converged = if model.converged { "page-yes" } else { "page-no" };
        let cells = vec![
            parameters(voice, model),
            voice.decimal(Some(model.log_likelihood), 2),
            voice.count(model.n),
            voice.say(converged),
        ];
        let row = GridRow::new(name.title(), cells);
        if voice.review.models.chosen == Some(name) { row.strong() } else { row }
    };
    Grid {
        caption: voice.say("page-models-fitted"),
        quiet: false,
        wide: true,
        head: head.into_iter().map(|key| Heading::plain(voice.say(key))).collect(),
        rows: fitted.into_iter().map(row).collect(),
    }
}

/// "r 0.553 ± 0.012 · …", each as precise as its standard error allows; a line
/// may break after a dot, never within a parameter or before the dot.
fn parameters(voice: &Voice<'_>, model: &FittedModel) -> String {
    let error_of = |name: &str| {
        let found = model.standard_errors.iter().find(|(n, _)| *n == name);
        found.and_then(|(_, error)| *error).filter(|error| *error > 0.0)
    };
    let parameter = |(name, value): &(&'static str, f64)| match error_of(name) {
        Some(error) => {
            let digits = decimals_for(error, 2);
            let [value, error] = [*value, error].map(|v| voice.phrases.decimal(v, digits));
            format!("{name}\u{a0}{value}\u{a0}±\u{a0}{error}")
        }
        None if value.fract() == 0.0 => format!("{name}\u{a0}{}", voice.phrases.decimal(*value, 0)),
        None => {
            format!("{name}\u{a0}{}", voice.phrases.decimal(*value, decimals_for(*value, 4)))
        }
    };
    model.params.iter().map(parameter).collect::<Vec<_>>().join("\u{a0}· ")
}

/// How many decimals show so many significant digits of a value, at most 6.
fn decimals_for(value: f64, significant: i32) -> usize {
    if value == 0.0 || !value.is_finite() {
        return 0;
    }
    let magnitude = value.abs().log10().floor() as i32;
    (significant - 1 - magnitude).clamp(0, 6) as usize
}
