//! The three sentences the review opens with.

use askama::Template;

use crate::sentences;
use crate::voice::Voice;

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
