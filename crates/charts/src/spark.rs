//! A line as small as a word.

use crate::scale::Scale;
use crate::svg::{escape, outline};

/// A small line of recent values, without axes.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Spark {
    /// What it shows, read out in its place.
    pub title: String,
    /// The values, oldest first; non-finite ones are left out.
    pub values: Vec<f64>,
}

impl Spark {
    /// The drawing; nothing where there are fewer than two values.
    #[must_use]
    pub fn svg(&self) -> String {
        let values: Vec<f64> = self.values.iter().copied().filter(|v| v.is_finite()).collect();
        if values.len() < 2 {
            return String::new();
        }
        let low = values.iter().copied().fold(0.0, f64::min);
        let high = values.iter().copied().fold(0.0, f64::max);
        let x = Scale::linear((0.0, (values.len() - 1) as f64), (0.0, 96.0));
        let y = Scale::linear((low, high), (23.0, 1.0));
        let line: Vec<_> =
            values.iter().enumerate().map(|(k, v)| (x.at(k as f64), y.at(*v))).collect();
        let mut area = line.clone();
        area.extend([(96.0, 24.0), (0.0, 24.0)]);
        format!(
            "<svg class=\"spark\" role=\"img\" viewBox=\"0 0 96 24\" aria-label=\"{}\" \
             preserveAspectRatio=\"none\"><path class=\"area\" d=\"{}\"/>\
             <path class=\"line\" d=\"{}\"/></svg>",
            escape(&self.title),
            outline(&area, true),
            outline(&line, false),
        )
    }
}
