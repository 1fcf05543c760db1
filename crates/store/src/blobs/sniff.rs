//! What a file is, by its bytes, and as what it may leave the house.

use std::str;

/// So many of the first bytes tell what a file is.
pub(super) const HEAD: usize = 8 * 1024;

const BYTES: &str = "application/octet-stream";
const TEXT: &str = "text/plain; charset=utf-8";

/// How a file is given to a browser. Together with `nosniff` nothing in it can
/// run as part of our pages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ServedAs {
    /// The value of `Content-Type`.
    pub content_type: &'static str,
    /// Whether it is to be saved, not shown.
    pub as_attachment: bool,
}

/// The media type of a file that begins with `head`.
pub(super) fn sniff(head: &[u8]) -> &'static str {
    match infer::get(head) {
        Some(found) => found.mime_type(),
        None if is_text(head) => "text/plain",
        None => BYTES,
    }
}

/// What a file of a sniffed type is served as: pictures are shown, text is
/// shown as it is written, a PDF is saved as one, and anything else is bytes to
/// be saved, above all what a browser would run (HTML, SVG, XML).
#[must_use]
pub fn served_as(sniffed: &str) -> ServedAs {
    let (content_type, as_attachment) = match sniffed {
        "image/png" => ("image/png", false),
        "image/jpeg" => ("image/jpeg", false),
        "image/gif" => ("image/gif", false),
        "image/webp" => ("image/webp", false),
        "text/plain" => (TEXT, false),
        "application/pdf" => ("application/pdf", true),
        _ => (BYTES, true),
    };
    ServedAs { content_type, as_attachment }
}

fn is_text(head: &[u8]) -> bool {
    let text = match str::from_utf8(head) {
        Ok(text) => text,
        // The head may end in the middle of a character.
        Err(error) if error.error_len().is_none() => {
            str::from_utf8(&head[..error.valid_up_to()]).unwrap_or_default()
        }
        Err(_) => return false,
    };
    !text.chars().any(|c| c.is_control() && !matches!(c, '\n' | '\r' | '\t' | '\u{c}'))
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case::png(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "image/png", "image/png", false)]
    #[case::jpeg(b"\xff\xd8\xff\xe0\0\x10JFIF\0", "image/jpeg", "image/jpeg", false)]
    #[case::gif(b"GIF89a\x01\0\x01\0", "image/gif", "image/gif", false)]
    #[case::webp(b"RIFF\x24\0\0\0WEBPVP8 ", "image/webp", "image/webp", false)]
    #[case::pdf(b"%PDF-1.7\n", "application/pdf", "application/pdf", true)]
    #[case::text("Привет, Արամ\n".as_bytes(), "text/plain", TEXT, false)]
    #[case::empty(b"", "text/plain", TEXT, false)]
    #[case::bytes(b"\0\x01\x02\x03", BYTES, BYTES, true)]
    #[case::html(b"<!DOCTYPE html><script>1</script>", "text/html", BYTES, true)]
    #[case::program(&[b"\x7fELF".as_slice(), &[0; 60]].concat(), "application/x-executable", BYTES, true)]
    fn bytes_tell_what_a_file_is(
        #[case] head: &[u8],
        #[case] sniffed: &str,
        #[case] content_type: &str,
        #[case] as_attachment: bool,
    ) {
        assert_eq!(sniff(head), sniffed);
        let served = served_as(sniffed);
        assert_eq!((served.content_type, served.as_attachment), (content_type, as_attachment));
    }

    /// Whatever it is taken for, it is shown as plain text or saved.
    #[rstest]
    #[case::svg("<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>")]
    #[case::svg_with_a_prologue("<?xml version=\"1.0\"?><svg/>")]
    #[case::html_after_spaces("   \n<html><script>alert(1)</script>")]
    #[case::html_after_words("Dear customer <script>alert(1)</script>")]
    fn what_a_browser_would_run_never_leaves_as_such(#[case] text: &str) {
        let served = served_as(sniff(text.as_bytes()));
        assert!(matches!(served.content_type, BYTES | TEXT), "{served:?}");
    }

    #[test]
    fn a_text_cut_within_a_character_is_text() {
        assert_eq!(sniff(&"я".as_bytes()[..1]), "text/plain");
        assert_eq!(sniff(b"a\xffb"), BYTES);
    }
}
