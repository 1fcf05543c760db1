//! Styles, script and pictures, compiled into the program.
//!
//! Each is served at a URL that holds the hash of its content, so a browser
//! keeps it for ever and never asks again; a new version has a new URL.

use std::sync::{LazyLock, OnceLock};

use axum::body::Bytes;
use axum::http::header::{
    ACCEPT_ENCODING, CACHE_CONTROL, CONTENT_ENCODING, CONTENT_TYPE, ETAG, IF_NONE_MATCH, VARY,
};
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::{IntoResponse as _, Response};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use sha2::{Digest as _, Sha256};

use crate::Problem;
use crate::path::Path;
use crate::tight::{in_one, tight, tight_script};

/// Where they all are.
pub(crate) const FOLDER: &str = "/assets/";

/// Letters of the hash in a URL: 48 bits, plenty for a handful of files.
const HASH: usize = 8;

/// Where scripts of few pages find what every page does.
const PARTS: &str = "./parts.js";

/// One file and all that goes out with it.
struct Asset {
    url: String,
    etag: String,
    media: &'static str,
    content: Bytes,
    brotli: OnceLock<Option<Bytes>>,
}

impl Asset {
    fn new(name: &str, media: &'static str, content: String) -> Self {
        let mut hash = URL_SAFE_NO_PAD.encode(Sha256::digest(&content));
        hash.truncate(HASH);
        let (stem, ending) = name.split_once('.').unwrap_or((name, ""));
        Self {
            url: format!("{FOLDER}{stem}-{hash}.{ending}"),
            etag: format!("\"{hash}\""),
            media,
            content: content.into(),
            brotli: OnceLock::new(),
        }
    }

    /// Compressed as well as can be, the first time somebody wants it so.
    fn brotli(&self) -> Option<Bytes> {
        let compressed = self.brotli.get_or_init(|| {
            let mut small = Vec::new();
            let best = brotli::enc::BrotliEncoderParams::default();
            let mut content = &*self.content;
            brotli::BrotliCompress(&mut content, &mut small, &best).ok()?;
            Some(small.into())
        });
        compressed.clone()
    }
}

fn sheet(name: &str, parts: &[&str]) -> Asset {
    Asset::new(name, "text/css; charset=utf-8", tight(&parts.concat()))
}

/// What every page is dressed in.
static STYLE: LazyLock<Asset> = LazyLock::new(|| {
    let parts = [
        charts::TOKENS,
        include_str!("../assets/style/base.css"),
        include_str!("../assets/style/frame.css"),
        include_str!("../assets/style/controls.css"),
        include_str!("../assets/style/marks.css"),
        include_str!("../assets/style/record.css"),
        include_str!("../assets/style/print.css"),
    ];
    sheet("perennial.css", &parts)
});

static LISTS: LazyLock<Asset> =
    LazyLock::new(|| sheet("lists.css", &[include_str!("../assets/style/lists.css")]));

static CUSTOMER: LazyLock<Asset> = LazyLock::new(|| {
    let parts = [include_str!("../assets/style/customer.css"), charts::SPARK_STYLE];
    sheet("customer.css", &parts)
});

static PROGRESS: LazyLock<Asset> =
    LazyLock::new(|| sheet("progress.css", &[include_str!("../assets/style/progress.css")]));

static TOOLS: LazyLock<Asset> = LazyLock::new(|| {
    let parts =
        [include_str!("../assets/style/office.css"), include_str!("../assets/style/find.css")];
    sheet("tools.css", &parts)
});

static WRITING: LazyLock<Asset> =
    LazyLock::new(|| sheet("writing.css", &[include_str!("../assets/style/writing.css")]));

static CHARTS: LazyLock<Asset> = LazyLock::new(|| sheet("charts.css", &[charts::STYLE]));

fn script_of(name: &str, script: &str) -> Asset {
    Asset::new(name, "text/javascript; charset=utf-8", tight_script(script))
}

/// What every page does, in one: parts of it need not be asked for one by one.
static SCRIPT: LazyLock<Asset> = LazyLock::new(|| {
    let parts = [
        include_str!("../assets/script/parts.js"),
        include_str!("../assets/script/swaps.js"),
        include_str!("../assets/script/over.js"),
        include_str!("../assets/script/forms.js"),
        include_str!("../assets/script/menus.js"),
        include_str!("../assets/script/keys.js"),
    ];
    script_of("perennial.js", &in_one(&parts))
});

/// What few pages do, with what it takes from the script of every page.
fn script_beside(name: &str, script: &str) -> Asset {
    script_of(name, &script.replace(PARTS, &SCRIPT.url))
}

static LIVE: LazyLock<Asset> =
    LazyLock::new(|| script_beside("live.js", include_str!("../assets/script/live.js")));

static CHOSEN: LazyLock<Asset> =
    LazyLock::new(|| script_of("chosen.js", include_str!("../assets/script/chosen.js")));

static MENTIONS: LazyLock<Asset> =
    LazyLock::new(|| script_beside("mentions.js", include_str!("../assets/script/mentions.js")));

static SUGGESTIONS: LazyLock<Asset> = LazyLock::new(|| {
    script_beside("suggestions.js", include_str!("../assets/script/suggestions.js"))
});

static DOCUMENT: LazyLock<Asset> =
    LazyLock::new(|| script_of("document.js", include_str!("../assets/script/document.js")));

static DAYS: LazyLock<Asset> =
    LazyLock::new(|| script_of("days.js", include_str!("../assets/script/days.js")));

static TICKED: LazyLock<Asset> =
    LazyLock::new(|| script_of("ticked.js", include_str!("../assets/script/ticked.js")));

static TABS: LazyLock<Asset> =
    LazyLock::new(|| script_of("tabs.js", include_str!("../assets/script/tabs.js")));

static ICONS: LazyLock<Asset> = LazyLock::new(|| {
    let icons = include_str!("../assets/icons.svg").to_owned();
    Asset::new("icons.svg", "image/svg+xml", icons)
});

static MARK: LazyLock<Asset> = LazyLock::new(|| {
    let mark = include_str!("../assets/mark.svg").to_owned();
    Asset::new("mark.svg", "image/svg+xml", mark)
});

/// Where the style is.
pub(crate) fn style() -> &'static str {
    &STYLE.url
}

/// Where the style of tables and their pages is. This and those below are for
/// the block `style` of the pages that need them.
pub(crate) fn lists() -> &'static str {
    &LISTS.url
}

/// Where the style of a customer's strip, facts and timeline is.
pub(crate) fn customer() -> &'static str {
    &CUSTOMER.url
}

/// Where the style of steps, meters and what they lead to is.
pub(crate) fn progress() -> &'static str {
    &PROGRESS.url
}

/// Where the style of filters, bulk changes and the office is.
pub(crate) fn tools() -> &'static str {
    &TOOLS.url
}

/// Where the style of charts is.
#[cfg(any(debug_assertions, feature = "design"))]
pub(crate) fn charts() -> &'static str {
    &CHARTS.url
}

/// Where the script is.
pub(crate) fn script() -> &'static str {
    &SCRIPT.url
}

/// Where the style of mentions and of files to be sent is.
pub(crate) fn writing() -> &'static str {
    &WRITING.url
}

/// Where the script is that suggests whom to mention.
pub(crate) fn mentions() -> &'static str {
    &MENTIONS.url
}

/// Where the script is that suggests names.
pub(crate) fn suggestions() -> &'static str {
    &SUGGESTIONS.url
}

/// Where the script is that fits a document into its page.
pub(crate) fn document() -> &'static str {
    &DOCUMENT.url
}

/// Where the script is that leaves empty days blank.
pub(crate) fn days() -> &'static str {
    &DAYS.url
}

/// Where the script is that counts what is ticked.
pub(crate) fn ticked() -> &'static str {
    &TICKED.url
}

/// Where the script is that renews parts of a page when something changes.
pub(crate) fn live() -> &'static str {
    &LIVE.url
}

/// Where the script is that says which files are chosen.
pub(crate) fn chosen() -> &'static str {
    &CHOSEN.url
}

/// Where the script is that brings the view shown into sight.
pub(crate) fn tabs() -> &'static str {
    &TABS.url
}

/// Where the icons are; `#name` behind it is one of them.
pub(crate) fn icons() -> &'static str {
    &ICONS.url
}

/// Where the mark of the house is.
pub(crate) fn mark() -> &'static str {
    &MARK.url
}

/// `GET /assets/{file}`
///
/// # Errors
/// [`Problem::NotFound`] for a file there is not, or no longer.
pub(crate) async fn serve(
    Path(file): Path<String>,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let styles = [&STYLE, &LISTS, &CUSTOMER, &PROGRESS, &TOOLS, &WRITING, &CHARTS];
    let scripts =
        [&SCRIPT, &LIVE, &CHOSEN, &MENTIONS, &SUGGESTIONS, &DOCUMENT, &DAYS, &TICKED, &TABS];
    let mut all = styles.into_iter().chain(scripts).chain([&ICONS, &MARK]);
    let asset = all
        .find(|asset| asset.url.strip_prefix(FOLDER) == Some(&*file))
        .ok_or(Problem::NotFound)?;
    let fixed = [
        (CACHE_CONTROL, HeaderValue::from_static("public, max-age=31536000, immutable")),
        (CONTENT_TYPE, HeaderValue::from_static(asset.media)),
        (VARY, HeaderValue::from_static("accept-encoding")),
    ];
    let mut response = (fixed, asset.content.clone()).into_response();
    let sent = |name| headers.get(name).and_then(|value: &HeaderValue| value.to_str().ok());
    if let Ok(etag) = HeaderValue::try_from(&asset.etag) {
        response.headers_mut().insert(ETAG, etag);
    }
    if sent(IF_NONE_MATCH).is_some_and(|known| known.contains(&asset.etag)) {
        *response.status_mut() = StatusCode::NOT_MODIFIED;
        *response.body_mut() = axum::body::Body::empty();
        return Ok(response);
    }
    let takes_brotli = sent(ACCEPT_ENCODING)
        .is_some_and(|taken| taken.split([',', ';']).any(|coding| coding.trim() == "br"));
    if takes_brotli && let Some(small) = asset.brotli() {
        *response.body_mut() = small.into();
        response.headers_mut().insert(CONTENT_ENCODING, HeaderValue::from_static("br"));
    }
    Ok(response)
}
