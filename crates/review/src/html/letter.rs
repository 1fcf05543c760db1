//! The three sentences the review opens with.

use askama::Template;

use super::voice::Voice;
use crate::sentences;

#[derive(Template)]
#[template(path = "letter.html")]
struct Letter {
    sentences: Vec<String>,
    rule: String,
}

/// The letter itself.
pub(super) fn render(voice: &Voice<'_>) -> Result<String, askama::Error> {
    Letter {
        sentences: sentences::letter(voice.phrases, voice.review),
        rule: sentences::rule(voice.phrases, voice.review),
    }
    .render()
}

/// The line below the title: which period, as of when.
pub(super) fn terms(voice: &Voice<'_>) -> String {
    voice.say_with(
        "page-terms",
        &[
            ("period", voice.phrases.period(voice.review.retention.current.period).into()),
            ("day", voice.phrases.day(voice.review.as_of).into()),
        ],
    )
}
