//! How a risk came to be what it is: a few days of it, kept as one text.

use std::fmt::Write as _;

use kernel::Day;

/// So many days back are kept.
const DAYS: i32 = 30;

/// Risks by the day they were worked out for, the oldest first.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Risks(Vec<(Day, f64)>);

impl Risks {
    /// Each day and the risk then.
    #[must_use]
    pub fn days(&self) -> &[(Day, f64)] {
        &self.0
    }

    pub(super) fn read(text: &str) -> Self {
        let point = |point: &str| {
            let (day, risk) = point.split_once(':')?;
            Some((Day::from_epoch_days(day.parse().ok()?), risk.parse().ok()?))
        };
        Self(text.split_whitespace().filter_map(point).collect())
    }

    /// With the risk on a day; what was said of it before, and what is older
    /// than a month by then, is left out, and so is what comes later: a review
    /// may be asked for an earlier day.
    pub(super) fn with(mut self, on: Day, risk: Option<f64>) -> Self {
        self.0.retain(|(day, _)| *day < on && on.days_since(*day) < DAYS);
        self.0.extend(risk.map(|risk| (on, risk)));
        self
    }

    pub(super) fn written(&self) -> String {
        self.0.iter().fold(String::new(), |mut text, (day, risk)| {
            let space = if text.is_empty() { "" } else { " " };
            // Writing into a text cannot fail.
            let _written = write!(text, "{space}{}:{risk:.4}", day.epoch_days());
            text
        })
    }
}
