//! Trade month by month.

use askama::Template;
use charts::{Axis, Column, Columns, Every, Line, Lines, Place, Series, Tone};

use super::Section;
use crate::figures::MonthOfTrade;
use crate::html::parts::Drawing;
use crate::voice::Voice;

/// How many months are drawn, the latest ones.
const MONTHS: usize = 36;

#[derive(Template)]
#[template(path = "sections/trade.html")]
struct TradeSection {
    drawings: Vec<Drawing>,
    after: [String; 2],
}

pub(super) fn section(voice: &Voice<'_>) -> Result<Option<Section>, askama::Error> {
    let months = &voice.review.months;
    let months = &months[months.len().saturating_sub(MONTHS)..];
    let count = |value: f64| voice.count(value as u64);
    let people = Columns {
        words: voice.words("coming", "page-coming"),
        over: voice.say("page-month"),
        axis: Axis { name: voice.say("page-customers"), shown: &count, whole: true },
        series: [
            ("page-new", Tone::Accent, false),
            ("page-won-back", Tone::Warn, false),
            ("page-lost", Tone::Bad, true),
        ]
        .map(|(key, tone, below)| Series { name: voice.say(key), tone, below })
        .into(),
        every: Every::Month,
        columns: months
            .iter()
            .map(|month| Column {
                label: voice.phrases.month(month.month),
                short: voice.phrases.month_short(month.month),
                values: vec![month.new as f64, month.won_back as f64, month.lost as f64],
                partial: !month.complete,
                href: Some("#cohorts".to_owned()),
            })
            .collect(),
        partial: voice.say("page-partial-month"),
    };
    let second =
        if voice.review.has_money { revenue(voice, months) } else { orders(voice, months) };
    let body = TradeSection {
        drawings: vec![Drawing::of(&people), second],
        after: ["page-trade-after", "page-trade-counts"].map(|key| voice.say(key)),
    };
    Ok(Some(Section { id: "trade", title: voice.say("page-trade"), body: body.render()? }))
}

fn places(voice: &Voice<'_>, months: &[MonthOfTrade]) -> Vec<Place> {
    let place = |(k, month): (usize, &MonthOfTrade)| {
        let label = voice.phrases.month(month.month);
        let label = if month.complete {
            label
        } else {
            format!("{label} ({})", voice.say("page-partial-month"))
        };
        Place { at: k as f64, label }
    };
    months.iter().enumerate().map(place).collect()
}

fn revenue(voice: &Voice<'_>, months: &[MonthOfTrade]) -> Drawing {
    let shown = |value: f64| voice.major(value);
    let whole = |month: &MonthOfTrade| month.revenue.map_or(f64::NAN, kernel::Money::major);
    line(voice, months, "page-revenue-months", "page-revenue", &shown, &whole)
}

fn orders(voice: &Voice<'_>, months: &[MonthOfTrade]) -> Drawing {
    let shown = |value: f64| voice.count(value as u64);
    line(voice, months, "page-orders-months", "page-orders", &shown, &|month| month.orders as f64)
}

/// The complete months as a line; a month that is not over would look like a fall.
fn line(
    voice: &Voice<'_>,
    months: &[MonthOfTrade],
    title: &str,
    name: &str,
    shown: &dyn Fn(f64) -> String,
    value: &dyn Fn(&MonthOfTrade) -> f64,
) -> Drawing {
    let chart = Lines {
        words: voice.words("months", title),
        over: voice.say("page-month"),
        axis: Axis { name: voice.say(name), shown, whole: false },
        x: places(voice, months),
        every: Every::Month,
        ticks: months
            .iter()
            .enumerate()
            .map(|(k, month)| (k as f64, voice.phrases.month_short(month.month)))
            .collect(),
        lines: vec![Line {
            name: voice.say(name),
            tone: Tone::Accent,
            dashed: false,
            values: months.iter().map(|m| if m.complete { value(m) } else { f64::NAN }).collect(),
        }],
        area: true,
        cumulative: false,
    };
    Drawing::of(&chart)
}
