//! The review as one self-contained HTML page.
//!
//! One file, no script, no network: its content security policy forbids
//! everything but the style inside it. Every section is a file in `sections`
//! with templates in the folder of the same name, made of `parts`; charts are
//! SVG of the `charts` crate, and every figure carries an `ƒ` that opens its
//! formula, period and counts without JavaScript.

mod parts;
mod sections;
mod voice;

use askama::Template;
use kernel::Language;
use phrases::{Asker, Phrases};

use crate::Review;
use crate::voice::Voice;
use sections::Section;

/// Characters of an identifier shown; a longer one is whole in its tooltip.
const LONGEST_ID: usize = 48;

/// The frame around the sections.
#[derive(Template)]
#[template(path = "page.html")]
struct Page {
    language: &'static str,
    title: String,
    style: String,
    skip: String,
    contents: String,
    heading: String,
    terms: String,
    letter: String,
    sections: Vec<Section>,
    footer: String,
}

/// The whole page, in `language`.
///
/// The same review gives the same bytes. Lists are cut to what a reader looks
/// through (the rest stands in the JSON and in the file of customers).
///
/// # Errors
/// Where a template cannot be written, which only running out of memory causes.
pub fn render(review: &Review, language: Language) -> Result<String, askama::Error> {
    let (phrases, asker) = (Phrases::of(language), Asker::Page);
    let voice = Voice { review, phrases, asker, longest_name: LONGEST_ID };
    Page {
        language: language.code(),
        title: voice.say("page-title"),
        style: [charts::TOKENS, charts::STYLE, STYLE].concat(),
        skip: voice.say("page-skip"),
        contents: voice.say("page-contents"),
        heading: voice.say("page-title"),
        terms: voice.terms(),
        letter: sections::letter::render(&voice)?,
        sections: sections::all(&voice)?,
        footer: voice.say("page-footer"),
    }
    .render()
}

/// The style of the page; colours and sizes come from [`charts::TOKENS`].
const STYLE: &str = concat!(
    include_str!("../../templates/page.css"),
    include_str!("../../templates/parts.css"),
    include_str!("../../templates/print.css"),
);

#[cfg(test)]
mod tests;
