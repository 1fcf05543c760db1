//! The name of a file: the SHA-256 of its bytes.

use std::fmt;
use std::fs::File;
use std::io::{self, Read as _};
use std::path::Path;
use std::str::FromStr;

use sha2::{Digest as _, Sha256};

/// The SHA-256 of a file; written as 64 small hexadecimal digits.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct BlobHash(pub(crate) [u8; 32]);

/// A text that is no hash, or bytes that are none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the name of a file has 64 hexadecimal digits")]
pub struct NoHash;

impl BlobHash {
    pub(crate) fn of_bytes(bytes: &[u8]) -> Result<Self, NoHash> {
        bytes.try_into().map(Self).map_err(|_| NoHash)
    }

    pub(crate) fn of_file(path: &Path) -> io::Result<Self> {
        let (mut file, mut hash) = (File::open(path)?, Sha256::new());
        let mut piece = vec![0; 1 << 17];
        loop {
            match file.read(&mut piece)? {
                0 => return Ok(Self(hash.finalize().into())),
                count => hash.update(&piece[..count]),
            }
        }
    }

    /// As the databases keep it.
    pub(crate) fn to_vec(self) -> Vec<u8> {
        self.0.to_vec()
    }
}

impl fmt::Display for BlobHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl fmt::Debug for BlobHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl FromStr for BlobHash {
    type Err = NoHash;

    fn from_str(text: &str) -> Result<Self, NoHash> {
        let digits = text.as_bytes();
        let is_hash = digits.len() == 64
            && digits.iter().all(|digit| matches!(digit, b'0'..=b'9' | b'a'..=b'f'));
        if !is_hash {
            return Err(NoHash);
        }
        let mut bytes = [0; 32];
        for (byte, pair) in bytes.iter_mut().zip(digits.chunks_exact(2)) {
            *byte = (nibble(pair[0]) << 4) | nibble(pair[1]);
        }
        Ok(Self(bytes))
    }
}

/// As rows hold it that keep it as text.
impl TryFrom<String> for BlobHash {
    type Error = NoHash;

    fn try_from(text: String) -> Result<Self, NoHash> {
        text.parse()
    }
}

fn nibble(digit: u8) -> u8 {
    match digit {
        b'0'..=b'9' => digit - b'0',
        _ => digit.wrapping_sub(b'a').wrapping_add(10),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hash_reads_back_as_it_was_written() {
        let hash = BlobHash(std::array::from_fn(|place| place as u8 * 7));
        assert_eq!(hash.to_string().parse(), Ok(hash));
    }

    #[test]
    fn nothing_but_64_small_digits_is_a_hash() {
        let hash = "0123456789abcdef".repeat(4);
        assert!(hash.parse::<BlobHash>().is_ok());
        for wrong in [
            &hash[1..],
            &hash.to_uppercase(),
            &hash.replace('a', "g"),
            &hash.replace("ab", "é"),
            &format!("../{}", &hash[3..]),
            "",
        ] {
            assert_eq!(wrong.parse::<BlobHash>(), Err(NoHash), "{wrong}");
        }
    }
}
