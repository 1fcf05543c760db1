//! The three sentences the review opens with.

use askama::Template;

use crate::sentences;
use crate::voice::Voice;

#[derive(Template)]
#[template(path = "sections/letter.html")]
struct Letter {
    sentences: Vec<String>,
    rule: String,
}

/// The letter itself.
pub(in crate::html) fn render(voice: &Voice<'_>) -> Result<String, askama::Error> {
    Letter {
        sentences: sentences::letter(voice.phrases, voice.review),
        rule: sentences::rule(voice.phrases, voice.review),
    }
    .render()
}
