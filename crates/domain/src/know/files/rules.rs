//! How many files, how large, called what, and how they are shown.

use store::blobs::served_as;

/// Files of one interaction at most.
pub const MOST: usize = 10;
/// Bytes of one file at most.
pub const LARGEST: u64 = 10 << 20;
/// Characters of a name at most.
const LONGEST: usize = 150;

/// What a browser is to do with a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shown {
    /// The value of `Content-Type`.
    pub content_type: &'static str,
    /// Whether it may be shown beside our pages; else it is to be saved.
    pub in_place: bool,
}

/// How a file of a sniffed type is given out: pictures made of pixels are
/// shown, anything else is saved.
#[must_use]
pub fn shown(sniffed: &str) -> Shown {
    let served = served_as(sniffed);
    let is_picture = served.content_type.starts_with("image/");
    Shown { content_type: served.content_type, in_place: is_picture && !served.as_attachment }
}

/// What a file is called here: its name without the folders some browsers send,
/// without what cannot be read, and with its ending where it is cut.
#[must_use]
pub fn name(sent: &str) -> String {
    let last = sent.rsplit(['/', '\\']).next().unwrap_or_default();
    let readable: String = last.chars().filter(|c| !c.is_control()).collect();
    let readable = readable.trim().trim_start_matches('.');
    let characters = readable.chars().count();
    if characters == 0 {
        return "file".to_owned();
    }
    if characters <= LONGEST {
        return readable.to_owned();
    }
    let ending = readable.rsplit_once('.').map(|(_, ending)| format!("….{ending}"));
    let ending = ending.filter(|ending| ending.chars().count() < LONGEST / 2);
    let ending = ending.unwrap_or_else(|| "…".to_owned());
    let kept = LONGEST - ending.chars().count();
    readable.chars().take(kept).chain(ending.chars()).collect()
}
