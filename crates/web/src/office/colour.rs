//! The colour of the business, as a style over ours.

use axum::Extension;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::response::{IntoResponse as _, Response};
use domain::office::settings::{Colour, Settings};

use crate::path::Path;
use crate::{Problem, Visitor};

/// The colour of our own style where light: that of a business which has said
/// none.
pub const OURS: &str = "#0f665a";
/// What letters need to be read (WCAG 2.2, 1.4.3).
const LEAST: f64 = 4.5;
/// So much of the colour is in the ground of what is chosen, in per cent.
const TINT: u32 = 10;

/// What letters stand on, in one of the two schemes: the page, what is raised
/// from it, and the ink.
struct Scheme {
    paper: &'static str,
    raised: &'static str,
    ink: &'static str,
    /// Where colours that cannot be read are moved.
    pole: Colour,
}

/// Those of our own style.
const LIGHT: Scheme =
    Scheme { paper: "#fdfdfb", raised: "#f5f6f2", ink: "#1b211f", pole: Colour::BLACK };
const DARK: Scheme =
    Scheme { paper: "#131615", raised: "#1b1f1d", ink: "#e6e9e6", pole: Colour::WHITE };

/// The colour in one scheme: letters, what stands on it, and its tint.
struct Shades {
    accent: Colour,
    on_accent: Colour,
    tint: Colour,
}

impl Scheme {
    fn shades(&self, colour: Colour) -> Option<Shades> {
        let (paper, raised, ink): (Colour, Colour, Colour) =
            (self.paper.parse().ok()?, self.raised.parse().ok()?, self.ink.parse().ok()?);
        let tint = paper.mixed_with(colour, TINT);
        let accent = colour.readable_on(&[paper, raised, tint], self.pole, LEAST);
        let on_accent = if accent.contrast_with(paper) >= LEAST { paper } else { ink };
        Some(Shades { accent, on_accent, tint })
    }
}

/// `GET /colour/{version}`: a new version of the settings has a new address.
///
/// # Errors
/// [`Problem::NotFound`] where the business has no colour, or not in this
/// version: caches keep what is here for a year.
pub async fn show(
    // As an extractor of its own a visitor would be given a cookie, which must
    // not come to stand in a cache for everybody.
    Extension(visitor): Extension<Visitor>,
    Path(version): Path<i64>,
) -> Result<Response, Problem> {
    if version != visitor.settings().version {
        return Err(Problem::NotFound);
    }
    let style = style(visitor.settings()).ok_or(Problem::NotFound)?;
    let headers = [
        (CONTENT_TYPE, "text/css; charset=utf-8"),
        (CACHE_CONTROL, "public, max-age=31536000, immutable"),
    ];
    Ok((headers, style).into_response())
}

fn style(settings: &Settings) -> Option<String> {
    let colour = settings.business.colour?;
    let (light, dark) = (LIGHT.shades(colour)?, DARK.shades(colour)?);
    Some(format!(
        ":root{{--accent:light-dark({},{});--on-accent:light-dark({},{});--tint:light-dark({},{})}}",
        light.accent, dark.accent, light.on_accent, dark.on_accent, light.tint, dark.tint
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_colour_can_be_read_in_both_schemes() {
        for colour in ["#000000", "#7a1f5c", "#0f665a", "#b3261e", "#1a56db", "#767676"] {
            for scheme in [LIGHT, DARK] {
                let shades = scheme.shades(colour.parse().unwrap()).unwrap();
                for ground in [scheme.paper.parse().unwrap(), scheme.raised.parse().unwrap()] {
                    assert!(shades.accent.contrast_with(ground) >= LEAST, "{colour}");
                }
                assert!(shades.accent.contrast_with(shades.tint) >= LEAST, "{colour}");
                assert!(shades.accent.contrast_with(shades.on_accent) >= LEAST, "{colour}");
            }
        }
    }

    #[test]
    fn the_grounds_are_those_of_our_style() {
        for (name, light, dark) in [
            ("paper", LIGHT.paper, DARK.paper),
            ("raised", LIGHT.raised, DARK.raised),
            ("ink", LIGHT.ink, DARK.ink),
        ] {
            let token = format!("--{name}: light-dark({light}, {dark});");
            assert!(charts::TOKENS.contains(&token), "{token}");
        }
        let accent = format!("--accent: light-dark({OURS},");
        assert!(charts::TOKENS.contains(&accent), "{accent}");
    }
}
