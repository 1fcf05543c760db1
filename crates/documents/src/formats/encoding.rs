//! Which encoding a text is in, and texts in UTF-8 out of any of them.

use std::io::{self, Read};

use encoding_rs::{
    CoderResult, Decoder, ISO_8859_7, UTF_16BE, UTF_16LE, WINDOWS_1250, WINDOWS_1251, WINDOWS_1253,
};

/// What a text begins like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Encoding {
    /// UTF-8, or an encoding of single bytes of which only whole lines tell.
    Bytes,
    /// UTF-16, little endian.
    Utf16Le,
    /// UTF-16, big endian.
    Utf16Be,
}

impl Encoding {
    /// Tells by the first bytes of a text; `None` where they are no text.
    pub(crate) fn of(head: &[u8]) -> Option<Self> {
        match head {
            [0xff, 0xfe, ..] => return Some(Self::Utf16Le),
            [0xfe, 0xff, ..] => return Some(Self::Utf16Be),
            _ => {}
        }
        let head = &head[..head.len().min(4096)];
        let nul_at =
            |parity: usize| head.iter().skip(parity).step_by(2).filter(|&&b| b == 0).count();
        let (even, odd) = (nul_at(0), nul_at(1));
        if (even + odd) * 50 <= head.len() {
            let control = |byte: &&u8| **byte < 9 || (14..32).contains(*byte) && **byte != 27;
            let controls = head.iter().filter(control).count();
            return (controls * 20 <= head.len()).then_some(Self::Bytes);
        }
        let enough = head.len() / 5;
        if odd > enough && even * 10 < odd {
            Some(Self::Utf16Le)
        } else if even > enough && odd * 10 < even {
            Some(Self::Utf16Be)
        } else {
            None
        }
    }

    /// The same text in UTF-8, without a byte order mark.
    pub(crate) fn to_utf8<'a>(self, stream: impl Read + Send + 'a) -> Box<dyn Read + Send + 'a> {
        match self {
            Self::Bytes => Box::new(WithoutMark { stream, head: Vec::new(), at: 0, begun: false }),
            Self::Utf16Le => Box::new(Transcoder::new(stream, UTF_16LE.new_decoder())),
            Self::Utf16Be => Box::new(Transcoder::new(stream, UTF_16BE.new_decoder())),
        }
    }
}

/// Skips the byte order mark of UTF-8.
struct WithoutMark<R> {
    stream: R,
    head: Vec<u8>,
    at: usize,
    begun: bool,
}

impl<R: Read> Read for WithoutMark<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if !self.begun {
            self.begun = true;
            (&mut self.stream).take(3).read_to_end(&mut self.head)?;
            if self.head == b"\xef\xbb\xbf" {
                self.head.clear();
            }
        }
        if self.at < self.head.len() {
            let count = (&self.head[self.at..]).read(buffer)?;
            self.at += count;
            return Ok(count);
        }
        self.stream.read(buffer)
    }
}

/// Decodes a stream piece by piece.
struct Transcoder<R> {
    stream: R,
    decoder: Decoder,
    input: Vec<u8>,
    used: usize,
    ended: bool,
    output: Vec<u8>,
    given: usize,
}

impl<R: Read> Transcoder<R> {
    fn new(stream: R, decoder: Decoder) -> Self {
        Self {
            stream,
            decoder,
            input: Vec::new(),
            used: 0,
            ended: false,
            output: Vec::new(),
            given: 0,
        }
    }

    fn decode_more(&mut self) -> io::Result<()> {
        const PIECE: usize = 1 << 16;
        if self.used == self.input.len() && !self.ended {
            self.input.clear();
            self.used = 0;
            let read = (&mut self.stream).take(PIECE as u64).read_to_end(&mut self.input)?;
            self.ended = read == 0;
        }
        self.output.resize(PIECE * 2, 0);
        let (result, used, written, _) =
            self.decoder.decode_to_utf8(&self.input[self.used..], &mut self.output, self.ended);
        self.used += used;
        self.output.truncate(written);
        self.given = 0;
        debug_assert!(result == CoderResult::InputEmpty || written > 0);
        Ok(())
    }
}

impl<R: Read> Read for Transcoder<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        while self.given == self.output.len() {
            if self.ended && self.used == self.input.len() {
                return Ok(0);
            }
            self.decode_more()?;
            if self.output.is_empty() && self.ended {
                return Ok(0);
            }
        }
        let count = (&self.output[self.given..]).read(buffer)?;
        self.given += count;
        Ok(count)
    }
}

/// An encoding of single bytes, from before UTF-8.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Legacy {
    /// Central European.
    Windows1250,
    /// Cyrillic.
    Windows1251,
    /// Greek.
    Windows1253,
    /// Greek.
    Iso8859_7,
}

impl Legacy {
    /// Its usual name.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Windows1250 => "windows-1250",
            Self::Windows1251 => "windows-1251",
            Self::Windows1253 => "windows-1253",
            Self::Iso8859_7 => "ISO-8859-7",
        }
    }

    fn encoding(self) -> &'static encoding_rs::Encoding {
        match self {
            Self::Windows1250 => WINDOWS_1250,
            Self::Windows1251 => WINDOWS_1251,
            Self::Windows1253 => WINDOWS_1253,
            Self::Iso8859_7 => ISO_8859_7,
        }
    }

    /// Text of a block in which each line is UTF-8 or, where it cannot be,
    /// in this encoding: what a line means does not depend on its neighbours.
    pub(crate) fn decode(self, block: &[u8], line_end: u8) -> String {
        let mut text = String::with_capacity(block.len() + block.len() / 2);
        for line in block.split_inclusive(|&byte| byte == line_end) {
            match std::str::from_utf8(line) {
                Ok(line) => text.push_str(line),
                Err(_) => text.push_str(&self.encoding().decode_without_bom_handling(line).0),
            }
        }
        text
    }
}

/// Counts of the bytes in lines that are not UTF-8.
#[derive(Debug, Clone)]
pub(crate) struct LetterStatistics {
    counts: [u64; 256],
    beside_ascii_letter: u64,
    beside_high: u64,
}

impl Default for LetterStatistics {
    fn default() -> Self {
        Self { counts: [0; 256], beside_ascii_letter: 0, beside_high: 0 }
    }
}

/// How often each letter а…я stands in a thousand letters of Russian.
const RUSSIAN: [u16; 32] = [
    80, 16, 45, 17, 30, 85, 9, 16, 74, 12, 35, 44, 32, 67, 110, 28, 47, 55, 63, 26, 3, 10, 5, 14,
    7, 4, 1, 19, 17, 3, 6, 20,
];
/// The same for α…ω of Greek, with the final sigma among them (ρ ς σ).
const GREEK: [u16; 25] =
    [90, 8, 18, 18, 60, 5, 50, 10, 70, 42, 28, 34, 62, 5, 88, 40, 42, 40, 44, 80, 35, 9, 12, 2, 16];

impl LetterStatistics {
    /// Adds the lines of a block that are not UTF-8.
    pub(crate) fn add(&mut self, block: &[u8], line_end: u8) {
        for line in block.split(|&byte| byte == line_end) {
            if std::str::from_utf8(line).is_err() {
                self.add_line(line);
            }
        }
    }

    fn add_line(&mut self, line: &[u8]) {
        for (index, &byte) in line.iter().enumerate().filter(|(_, byte)| **byte >= 0x80) {
            self.counts[byte as usize] += 1;
            let before = index.checked_sub(1).and_then(|index| line.get(index));
            for &beside in before.into_iter().chain(line.get(index + 1)) {
                self.beside_ascii_letter += u64::from(beside.is_ascii_alphabetic());
                self.beside_high += u64::from(beside >= 0xa0);
            }
        }
    }

    /// The encoding in which the bytes make the likeliest letters.
    pub(crate) fn verdict(&self) -> Legacy {
        if self.beside_ascii_letter >= self.beside_high {
            return Legacy::Windows1250;
        }
        let count = |byte: usize| self.counts[byte] as f64;
        // upper case stands 0x20 before lower case in both
        let letters = |base: usize, table: &[u16]| -> f64 {
            let weight = |(byte, &often): (usize, &u16)| {
                (count(byte) + count(byte - 0x20)) * f64::from(often).ln()
            };
            (base..).zip(table).map(weight).sum()
        };
        // stressed vowels of Greek, 30 in a thousand each, are capital Ь Э Ю Я
        // and lower ь э ю in windows-1251
        let stressed: f64 = [0xdc, 0xdd, 0xde, 0xdf, 0xfc, 0xfd, 0xfe].map(count).iter().sum();
        let unstressed: f64 = [0xfc, 0xfd, 0xfe].map(|byte| count(byte - 0x20)).iter().sum();
        let greek = letters(0xe1, &GREEK) + (stressed - unstressed) * 30_f64.ln();
        if letters(0xe0, &RUSSIAN) >= greek {
            Legacy::Windows1251
        } else if count(0xb6) > count(0xa2) {
            // Ά is B6 in one and A2 in the other
            Legacy::Iso8859_7
        } else {
            Legacy::Windows1253
        }
    }
}

#[cfg(test)]
#[path = "encoding_tests.rs"]
mod tests;
