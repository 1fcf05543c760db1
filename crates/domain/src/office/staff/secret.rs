//! What a browser or a program shows to be let in.

use std::fmt;

use sha2::{Digest as _, Sha256};

/// 256 random bits. Only their hash is kept, so that a stolen copy of the
/// database lets nobody in.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret([u8; 32]);

impl Secret {
    /// A new one.
    ///
    /// # Errors
    /// Where the system gives no random numbers.
    pub fn new() -> Result<Self, getrandom::Error> {
        let mut bytes = [0; 32];
        getrandom::fill(&mut bytes)?;
        Ok(Self(bytes))
    }

    /// As it is shown to be let in: 64 hexadecimal digits.
    #[must_use]
    pub fn reveal(&self) -> String {
        self.0.iter().fold(String::with_capacity(64), |mut text, byte| {
            text.push(digit(byte >> 4));
            text.push(digit(byte & 15));
            text
        })
    }

    /// Reads what [`Secret::reveal`] wrote.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let digits = text.as_bytes();
        if digits.len() != 64 {
            return None;
        }
        let mut bytes = [0; 32];
        for (byte, pair) in bytes.iter_mut().zip(digits.chunks_exact(2)) {
            *byte = value(pair[0])? << 4 | value(pair[1])?;
        }
        Some(Self(bytes))
    }

    pub(in crate::office) fn bytes(&self) -> &[u8; 32] {
        &self.0
    }

    /// What is kept of it: its SHA-256. The bits are random, so nothing slower
    /// is needed.
    #[must_use]
    pub fn hash(&self) -> Vec<u8> {
        Sha256::digest(self.0).to_vec()
    }
}

/// Never what it holds: it may stand in a log.
impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret(…)")
    }
}

fn digit(value: u8) -> char {
    char::from(if value < 10 { b'0' + value } else { b'a' + value - 10 })
}

fn value(digit: u8) -> Option<u8> {
    match digit {
        b'0'..=b'9' => Some(digit - b'0'),
        b'a'..=b'f' => Some(digit - b'a' + 10),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_revealed_is_read_back() {
        let secret = Secret::new().unwrap();
        assert_eq!(Secret::read(&secret.reveal()), Some(secret));
    }

    #[test]
    fn what_is_not_a_secret_is_not_read() {
        let revealed = Secret::new().unwrap().reveal();
        for text in ["", "é", &revealed[1..], &revealed.to_uppercase().replace('A', "G")] {
            assert!(Secret::read(text).is_none() || text == revealed);
        }
        assert!(Secret::read(&"z".repeat(64)).is_none());
    }

    #[test]
    fn no_two_secrets_are_alike_and_none_is_shown() {
        let (one, two) = (Secret::new().unwrap(), Secret::new().unwrap());
        assert_ne!(one, two);
        assert!(!format!("{one:?}").contains(&one.reveal()[..8]));
    }
}
