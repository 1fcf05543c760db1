//! Every chart there is, drawn from made-up numbers.

use charts::{
    Axis, Bar, Bars, Calibration, CalibrationDot, Cell, Chart, Column, Columns, Dot, Dots, Every,
    Flow, HeatMap, HeatRow, Line, Lines, Place, Series, Share, Step, Survival, Tone, figure,
};
use kernel::Day;
use phrases::Phrases;

use super::words::{self, Said, say};

/// The charts with their titles, as HTML.
pub fn all(phrases: Phrases) -> Vec<(String, String)> {
    let pen = Pen { phrases };
    let shown = |value: f64| phrases.decimal(value, 0);
    let share = |value: f64| phrases.percent(value, 0);
    let charts: [&dyn Chart; 8] = [
        &pen.flow(),
        &pen.columns(&shown),
        &pen.survival(&share, &shown),
        &pen.heat(),
        &pen.lines(&shown),
        &pen.bars(),
        &pen.dots(&shown),
        &pen.calibration(&share),
    ];
    charts.iter().map(|chart| (chart.words().title.clone(), figure(*chart))).collect()
}

/// Draws in one language.
#[derive(Clone, Copy)]
struct Pen {
    phrases: Phrases,
}

impl Pen {
    fn say(self, said: Said) -> String {
        say(said, self.phrases.language())
    }

    fn words(self, id: &str, title: Said) -> charts::Words {
        charts::Words {
            id: id.to_owned(),
            title: self.say(title),
            description: self.say(words::AS_OF),
            empty: self.say(words::charts::NOTHING),
            table: self.say(words::charts::TABLE),
        }
    }

    fn month(self, month: u32) -> String {
        Day::from_ymd(2025, month, 1)
            .map_or_else(String::new, |day| self.phrases.month_short(day.month()))
    }

    fn flow(self) -> Flow {
        let share = |name, value: f64, tone| Share {
            name: self.say(name),
            value,
            shown: self.phrases.decimal(value, 0),
            tone,
        };
        Flow {
            words: self.words("flow", words::charts::YEAR),
            head: [self.say(words::lists::STATE), self.say(words::charts::CUSTOMERS)],
            ends: [self.month(3), self.month(12)],
            stayed: share(words::charts::KEPT, 559.0, Tone::Accent),
            went: vec![share(words::charts::GONE, 143.0, Tone::Bad)],
            came: vec![share(words::charts::WON, 187.0, Tone::Good)],
        }
    }

    fn columns(self, shown: &dyn Fn(f64) -> String) -> Columns<'_> {
        let series = |name, tone, below| Series { name: self.say(name), tone, below };
        let counts = [18, 22, 15, 19, 24, 12, 9, 14, 21, 26, 31, 8].into_iter();
        let months = counts.zip([11, 9, 14, 12, 10, 16, 19, 13, 9, 8, 12, 3]).zip(1..);
        let column = |((won, lost), month)| Column {
            label: self.month(month),
            short: month.to_string(),
            values: vec![f64::from(won), f64::from(lost)],
            partial: month == 12,
            href: Some("/design".to_owned()),
        };
        Columns {
            words: self.words("columns", words::charts::BY_MONTH),
            over: self.say(words::MARCH),
            axis: Axis { name: self.say(words::charts::CUSTOMERS), shown, whole: true },
            series: vec![
                series(words::charts::WON, Tone::Good, false),
                series(words::charts::GONE, Tone::Bad, true),
            ],
            every: Every::Month,
            columns: months.map(column).collect(),
            partial: self.say(words::NOT_ENOUGH),
        }
    }

    fn survival<'a>(
        self,
        share: &'a dyn Fn(f64) -> String,
        time: &'a dyn Fn(f64) -> String,
    ) -> Survival<'a> {
        let step = |month: u32| {
            let at = f64::from(month) * 30.4;
            let stays = 0.35 + 0.65 * (-at / 420.0).exp();
            let width = 0.015 + f64::from(month) * 0.0016;
            Step {
                at,
                share: stays,
                low: stays - width,
                high: (stays + width).min(1.0),
                at_risk: (702 - month * 12).to_string(),
            }
        };
        let days = [0, 180, 365, 730].map(|days| (f64::from(days), self.phrases.days(days)));
        Survival {
            words: self.words("survival", words::charts::STAYING),
            head: [words::SEEN, words::charts::KEPT, words::RISK, words::charts::CUSTOMERS]
                .map(|s| self.say(s)),
            share,
            time,
            every: Every::Month,
            ticks: days.into(),
            steps: (0..=24).map(step).collect(),
        }
    }

    fn heat(self) -> HeatMap {
        let row = |month: u32| {
            let cell = |age: u32| {
                if month + age > 12 {
                    return Cell::Incomplete;
                }
                let share = 1.0 / (1.0 + f64::from(age) * (0.32 + f64::from(month) * 0.01));
                Cell::Value { value: share, shown: self.phrases.decimal(share * 100.0, 0) }
            };
            HeatRow {
                label: self.month(month),
                size: (40 + month * 7 % 23).to_string(),
                cells: (0..10).map(cell).collect(),
                summary: false,
            }
        };
        HeatMap {
            words: self.words("heat", words::charts::COHORTS),
            head: [self.say(words::MARCH), self.say(words::charts::CUSTOMERS)],
            columns: (0..10).map(|age| age.to_string()).collect(),
            full: 1.0,
            incomplete: self.say(words::NOT_ENOUGH),
            rows: (1..=8).map(row).collect(),
        }
    }

    fn lines(self, shown: &dyn Fn(f64) -> String) -> Lines<'_> {
        let place = |month| Place { at: f64::from(month), label: self.month(month) };
        let wave = |k: u32| 420.0 + f64::from(k) * 14.0 + (f64::from(k) * 0.9).sin() * 60.0;
        let line = |name, tone, dashed, by: f64| Line {
            name: self.say(name),
            tone,
            dashed,
            values: (1..=12).map(|k| wave(k) * by).collect(),
        };
        Lines {
            words: self.words("lines", words::charts::REVENUE),
            over: self.say(words::MARCH),
            axis: Axis { name: self.say(words::charts::REVENUE), shown, whole: false },
            x: (1..=12).map(place).collect(),
            every: Every::Month,
            ticks: (1..=12).map(|month| (f64::from(month), month.to_string())).collect(),
            lines: vec![
                line(words::charts::KEPT, Tone::Accent, false, 1.0),
                line(words::charts::WON, Tone::Quiet, true, 0.6),
            ],
            area: true,
            cumulative: false,
        }
    }

    fn bars(self) -> Bars {
        let bar = |(label, value): (Said, f64)| Bar {
            label: self.say(label),
            value,
            shown: self.phrases.decimal(value, 0),
            href: Some("/design".to_owned()),
            ..Bar::default()
        };
        let counts = [(words::WELL, 312.0), (words::DRIFTING, 61.0), (words::GOLD, 48.0)];
        Bars {
            words: self.words("bars", words::charts::SOURCES),
            head: [self.say(words::lists::STATE), self.say(words::charts::CUSTOMERS)],
            full: None,
            bars: counts.map(bar).into(),
        }
    }

    fn dots(self, tick: &dyn Fn(f64) -> String) -> Dots<'_> {
        let dot = |(label, ratio): (Said, Option<f64>)| Dot {
            label: self.say(label),
            ratio,
            interval: ratio.map(|ratio| (ratio / 1.4, ratio * 1.4)),
            shown: ratio.map(|ratio| self.phrases.decimal(ratio, 1)).unwrap_or_default(),
            in_full: ratio.map(|ratio| self.phrases.decimal(ratio, 2)).unwrap_or_default(),
            ..Dot::default()
        };
        let ratios = [
            (words::OPEN, Some(2.3)),
            (words::ORDERED, Some(1.1)),
            (words::THANKED, Some(0.6)),
            (words::LOST, None),
        ];
        Dots {
            words: self.words("dots", words::RISK),
            head: [self.say(words::lists::STATE), self.say(words::RISK)],
            sides: [self.say(words::charts::LEFT_LESS), self.say(words::charts::LEFT_MORE)],
            tick,
            dots: ratios.map(dot).into(),
        }
    }

    fn calibration(self, share: &dyn Fn(f64) -> String) -> Calibration<'_> {
        let dot = |(predicted, observed, n): (f64, f64, u64)| CalibrationDot {
            predicted,
            observed,
            n,
            n_shown: self.phrases.integer(n),
        };
        let groups = [
            (0.08, 0.09, 210),
            (0.21, 0.19, 160),
            (0.42, 0.47, 90),
            (0.63, 0.6, 70),
            (0.86, 0.9, 40),
        ];
        Calibration {
            words: self.words("calibration", words::charts::FORETOLD),
            head: [words::RISK, words::SEEN, words::charts::CUSTOMERS].map(|said| self.say(said)),
            share,
            dots: groups.map(dot).into(),
        }
    }
}
