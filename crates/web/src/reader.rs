//! How a page is to be read: in which language, light or dark, how wide.

use std::convert::Infallible;

use axum::extract::FromRequestParts;
use axum::http::header::ACCEPT_LANGUAGE;
use axum::http::request::Parts;
use axum::http::{Extensions, HeaderMap};
use domain::office::settings::TimeZone;
use kernel::Language;
use phrases::Phrases;
use store::blobs::BlobHash;

use crate::{App, Visitor, cookies};

/// Cookies of choices; their values are the names below.
pub(crate) const LANGUAGE: &str = "language";
pub(crate) const THEME: &str = "theme";
pub(crate) const RAIL: &str = "rail";

/// Light or dark.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Theme {
    /// As the device is set.
    #[default]
    Auto,
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

impl Theme {
    /// All of them.
    pub const ALL: [Theme; 3] = [Theme::Auto, Theme::Light, Theme::Dark];

    /// Its name in cookies, forms and styles.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Theme::Auto => "auto",
            Theme::Light => "light",
            Theme::Dark => "dark",
        }
    }

    /// The theme of a name.
    #[must_use]
    pub fn named(name: &str) -> Option<Theme> {
        Theme::ALL.into_iter().find(|theme| theme.name() == name)
    }

    /// The message that names it to people.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Theme::Auto => "frame-theme-auto",
            Theme::Light => "frame-theme-light",
            Theme::Dark => "frame-theme-dark",
        }
    }
}

/// How this visitor reads pages. An extractor.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reader {
    /// Speaks the language: the person's choice, else the browser's choice
    /// kept in a cookie, else what the browser asks for, else the business's.
    pub phrases: Phrases,
    /// Light or dark.
    pub theme: Theme,
    /// Whether the rail shows icons only.
    pub has_narrow_rail: bool,
    /// Whose days and hours are shown: those of the business.
    pub zone: TimeZone,
    /// The version of the settings from which the colour of the business is
    /// to be taken, if it has one.
    pub(crate) coloured: Option<i64>,
    /// The logo of the business among its files, if it has one.
    logo: Option<BlobHash>,
}

impl Reader {
    /// Whoever sent this.
    pub(crate) fn of(headers: &HeaderMap, extensions: &Extensions, app: &App) -> Self {
        let visitor = extensions.get::<Visitor>();
        let settings = visitor.map(Visitor::settings);
        let chosen = visitor.and_then(Visitor::language);
        let kept = cookies::read(headers, LANGUAGE).and_then(|code| code.parse().ok());
        let language = chosen
            .or(kept)
            .or_else(|| asked_for(headers))
            .or_else(|| settings?.region.main_language)
            .unwrap_or(app.language);
        Self {
            phrases: Phrases::of(language),
            theme: cookies::read(headers, THEME).and_then(Theme::named).unwrap_or_default(),
            has_narrow_rail: cookies::read(headers, RAIL) == Some("narrow"),
            zone: settings.map(|settings| settings.region.time_zone).unwrap_or_default(),
            coloured: settings
                .and_then(|settings| settings.business.colour.map(|_| settings.version)),
            logo: settings.and_then(|settings| settings.logo.as_ref()?.parse().ok()),
        }
    }

    /// The code of the language, for `lang`.
    #[must_use]
    pub fn language(&self) -> &'static str {
        self.phrases.language().code()
    }

    /// Where the logo of the business is, if it has one.
    #[must_use]
    pub fn logo(&self) -> Option<String> {
        self.logo.map(|hash| format!("/logo/{hash}"))
    }

    /// A message.
    #[must_use]
    pub fn say(&self, key: &str) -> String {
        self.phrases.say(key)
    }
}

#[cfg(test)]
impl Reader {
    /// Who reads a language and has chosen nothing else.
    pub(crate) fn plain(language: Language) -> Self {
        Self {
            phrases: Phrases::of(language),
            theme: Theme::default(),
            has_narrow_rail: false,
            zone: TimeZone::default(),
            coloured: None,
            logo: None,
        }
    }
}

impl FromRequestParts<App> for Reader {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Infallible> {
        Ok(Reader::of(&parts.headers, &parts.extensions, app))
    }
}

/// The language the browser likes best of those we speak (RFC 9110, 12.5.4).
fn asked_for(headers: &HeaderMap) -> Option<Language> {
    let header = headers.get(ACCEPT_LANGUAGE)?.to_str().ok()?;
    let mut best: Option<(Language, f32)> = None;
    for range in header.split(',') {
        let (tag, quality) = range.split_once(";q=").unwrap_or((range, "1"));
        let Ok(language) = tag.trim().parse() else { continue };
        let quality: f32 = quality.trim().parse().unwrap_or(0.0);
        if quality > best.map_or(0.0, |(_, so_far)| so_far) {
            best = Some((language, quality));
        }
    }
    best.map(|(language, _)| language)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asks(header: &'static str) -> Option<Language> {
        let mut headers = HeaderMap::new();
        headers.insert(ACCEPT_LANGUAGE, header.parse().unwrap());
        asked_for(&headers)
    }

    #[test]
    fn the_best_liked_language_we_speak_is_taken() {
        assert_eq!(asks("de-DE,de;q=0.9,el;q=0.4,ru;q=0.7"), Some(Language::Russian));
        assert_eq!(asks("hy-AM,hy;q=0.9,en;q=0.8"), Some(Language::Armenian));
        assert_eq!(asks("de, fr"), None);
        assert_eq!(asks("ro;q=0"), None);
        assert_eq!(asks(";q=;,ro;q=x,*"), None);
    }
}
