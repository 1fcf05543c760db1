//! How fast the reading is, and how long it will take.

use std::time::Duration;

use phrases::Phrases;

/// How far the reading has come.
pub(super) struct Pace {
    /// Rows read.
    pub rows: u64,
    /// Of all bytes.
    pub share: f64,
    /// Since the reading began.
    pub elapsed: Duration,
}

impl Pace {
    fn rows_per_second(&self) -> u64 {
        let seconds = self.elapsed.as_secs_f64();
        if seconds > 0.0 { (self.rows as f64 / seconds).round() as u64 } else { 0 }
    }

    /// Minutes and seconds left, if it goes on like this; nobody knows before
    /// it has begun.
    fn left(&self) -> String {
        if self.share <= 0.0 {
            return "–".to_owned();
        }
        let left = self.elapsed.as_secs_f64() * (1.0 - self.share) / self.share;
        let seconds = left.ceil() as u64;
        let (hours, minutes, seconds) = (seconds / 3_600, seconds / 60 % 60, seconds % 60);
        match hours {
            0 => format!("{minutes}:{seconds:02}"),
            hours => format!("{hours}:{minutes:02}:{seconds:02}"),
        }
    }

    /// Said while files are read.
    pub(super) fn reading_line(&self, phrases: Phrases) -> String {
        phrases.say_with(
            "progress-reading",
            &[
                ("share", phrases.percent(self.share, 0).into()),
                ("speed", phrases.integer(self.rows_per_second()).into()),
                ("left", self.left().into()),
            ],
        )
    }

    /// Said while rows come whose number nobody knows.
    pub(super) fn coming_line(&self, phrases: Phrases) -> String {
        phrases.say_with(
            "progress-coming",
            &[
                ("rows", phrases.integer(self.rows).into()),
                ("speed", phrases.integer(self.rows_per_second()).into()),
            ],
        )
    }
}

#[cfg(test)]
mod tests {
    use kernel::Language;

    use super::*;

    fn pace(rows: u64, share: f64, seconds: u64) -> Pace {
        Pace { rows, share, elapsed: Duration::from_secs(seconds) }
    }

    #[test]
    fn speed_and_time_left_follow_from_what_is_done() {
        let english = Phrases::of(Language::English);
        assert_eq!(
            pace(3_000_000, 0.25, 2).reading_line(english),
            "25%  1,500,000 rows/s  0:06 left"
        );
        assert_eq!(pace(10, 0.5, 5_000).left(), "1:23:20");
        assert_eq!(pace(0, 0.0, 3).left(), "–");
        assert_eq!(pace(7, 0.0, 0).rows_per_second(), 0);
    }
}
