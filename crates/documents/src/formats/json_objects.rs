//! Objects of a JSON text one after another, with whatever stands between
//! them: the brackets and commas of an array, or line ends.

use std::ops::Range;

use memchr::{memchr, memchr2, memchr3};

/// The outermost objects of a text, in order, and what is none.
#[derive(Debug)]
pub(crate) struct Objects<'a> {
    bytes: &'a [u8],
    at: usize,
    line: u64,
}

/// A piece of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Piece {
    /// Where it stands.
    pub(crate) range: Range<usize>,
    /// The line on which it begins.
    pub(crate) line: u64,
    /// What it is.
    pub(crate) kind: PieceKind,
}

/// What a piece of a text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum PieceKind {
    /// An object from brace to brace.
    Object,
    /// An object whose end does not come.
    Unfinished,
    /// Neither an object nor a sign between objects.
    Other,
}

impl<'a> Objects<'a> {
    /// The objects of a text that begins outside of any; `line` is the number
    /// of its first line.
    pub(crate) fn of(bytes: &'a [u8], line: u64) -> Self {
        Self { bytes, at: 0, line }
    }
}

impl Iterator for Objects<'_> {
    type Item = Piece;

    fn next(&mut self) -> Option<Piece> {
        let rest = self.bytes.get(self.at..)?;
        let between = |byte: &u8| byte.is_ascii_whitespace() || matches!(byte, b'[' | b']' | b',');
        let skipped = rest.iter().take_while(|byte| between(byte)).count();
        self.line += line_ends(&rest[..skipped]);
        let (start, rest) = (self.at + skipped, &rest[skipped..]);
        let (length, kind) = match rest.first()? {
            b'{' => match object_length(rest) {
                Some(length) => (length, PieceKind::Object),
                None => (rest.len(), PieceKind::Unfinished),
            },
            _ => (memchr2(b'{', b'\n', rest).unwrap_or(rest.len()), PieceKind::Other),
        };
        let line = self.line;
        self.line += line_ends(&rest[..length]);
        self.at = start + length;
        Some(Piece { range: start..self.at, line, kind })
    }
}

/// The end of the last whole object in `bytes`, which begin outside of any.
pub(crate) fn last_object_end(bytes: &[u8]) -> Option<usize> {
    Objects::of(bytes, 1)
        .filter(|piece| piece.kind == PieceKind::Object)
        .map(|piece| piece.range.end)
        .last()
}

fn line_ends(bytes: &[u8]) -> u64 {
    memchr::memchr_iter(b'\n', bytes).count() as u64
}

/// The length of the object that begins here; `None` where its end is missing.
fn object_length(bytes: &[u8]) -> Option<usize> {
    let (mut at, mut depth) = (0, 0_usize);
    loop {
        at += memchr3(b'"', b'{', b'}', &bytes[at..])?;
        match bytes[at] {
            b'"' => at = string_end(bytes, at)?,
            b'{' => depth += 1,
            _ => depth -= 1,
        }
        at += 1;
        if depth == 0 {
            return Some(at);
        }
    }
}

/// Where the string whose opening quote stands at `open` is closed.
fn string_end(bytes: &[u8], open: usize) -> Option<usize> {
    let mut at = open + 1;
    loop {
        let quote = at + memchr(b'"', bytes.get(at..)?)?;
        let slashes = bytes[open + 1..quote].iter().rev().take_while(|&&b| b == b'\\').count();
        if slashes % 2 == 0 {
            return Some(quote);
        }
        at = quote + 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pieces(text: &str) -> Vec<(&str, u64, PieceKind)> {
        Objects::of(text.as_bytes(), 1)
            .map(|piece| (&text[piece.range], piece.line, piece.kind))
            .collect()
    }

    #[test]
    fn objects_are_found_however_they_are_laid_out() {
        use PieceKind::Object;
        for text in
            ["[{\"a\":1},{\"b\":{}}]", "[\n{\"a\":1}\n,{\"b\":{}}\n]\n", "{\"a\":1}{\"b\":{}}"]
        {
            let found: Vec<_> =
                pieces(text).into_iter().map(|(text, _, kind)| (text, kind)).collect();
            assert_eq!(found, [("{\"a\":1}", Object), ("{\"b\":{}}", Object)], "{text}");
        }
        assert_eq!(
            pieces("[{\n\"a\":\"}\\\\\\\"{\"\n},\n{}]"),
            [("{\n\"a\":\"}\\\\\\\"{\"\n}", 1, Object), ("{}", 4, Object)]
        );
    }

    #[test]
    fn what_is_no_object_is_told_apart() {
        assert_eq!(
            pieces("[7, \"x\", {}, {\"a\": \"}"),
            [
                ("7, \"x\", ", 1, PieceKind::Other),
                ("{}", 1, PieceKind::Object),
                ("{\"a\": \"}", 1, PieceKind::Unfinished)
            ]
        );
        assert_eq!(pieces(" \n[ ]\n"), []);
    }

    #[test]
    fn a_text_is_cut_after_the_last_whole_object() {
        assert_eq!(last_object_end(b"[{},{\"a\":{}},{\"b\":"), Some(12));
        assert_eq!(last_object_end(b"[{\"a\":{}"), None);
    }
}
