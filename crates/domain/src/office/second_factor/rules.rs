//! Codes that change every thirty seconds (RFC 6238 on RFC 4226), and codes
//! that are written down.

use std::fmt;

use chrono::{DateTime, TimeDelta, Utc};
use hmac::{Hmac, KeyInit as _, Mac as _};
use sha1::Sha1;
use sha2::{Digest as _, Sha256};

/// Seconds a code stands for (RFC 6238, 5.2).
const STEP: i64 = 30;
/// Codes before and after the present one that are taken: clocks differ.
const DRIFT: i64 = 1;
/// What six digits can be.
const CODES: u32 = 1_000_000;
/// RFC 4226, 4: 160 bits are recommended.
const SECRET: usize = 20;
/// Bytes of a recovery code: 80 bits, sixteen letters.
const RECOVERY: usize = 10;
/// So long after the password the code may come.
pub const CODE_WITHIN: TimeDelta = TimeDelta::minutes(5);
/// RFC 4648, 6.
const BASE32: &[u8; 32] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/// What a device and the house share.
#[derive(Clone, PartialEq, Eq)]
pub struct DeviceSecret([u8; SECRET]);

impl DeviceSecret {
    /// A new one.
    ///
    /// # Errors
    /// Where the system gives no random numbers.
    pub fn new() -> Result<Self, getrandom::Error> {
        let mut bytes = [0; SECRET];
        getrandom::fill(&mut bytes)?;
        Ok(Self(bytes))
    }

    /// As it is typed into a device: letters and digits (base 32).
    #[must_use]
    pub fn reveal(&self) -> String {
        base32(&self.0)
    }

    /// Reads what [`DeviceSecret::reveal`] wrote.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let (mut bytes, mut bits, mut held) = (Vec::with_capacity(SECRET), 0_u32, 0_u32);
        for letter in text.bytes().filter(|letter| *letter != b' ') {
            let letter = letter.to_ascii_uppercase();
            let value = BASE32.iter().position(|known| *known == letter)?;
            held = held << 5 | u32::try_from(value).ok()?;
            bits += 5;
            if bits >= 8 {
                bits -= 8;
                bytes.push(u8::try_from(held >> bits & 0xff).ok()?);
            }
        }
        bytes.try_into().ok().map(Self)
    }

    /// What a device reads from a picture, for the account of `email` at
    /// `issuer`.
    #[must_use]
    pub fn address(&self, issuer: &str, email: &str) -> String {
        let (issuer, email) = (escaped(issuer), escaped(email));
        format!("otpauth://totp/{issuer}:{email}?secret={}&issuer={issuer}", self.reveal())
    }

    pub(super) fn bytes(&self) -> &[u8] {
        &self.0
    }

    pub(super) fn of_bytes(bytes: &[u8]) -> Option<Self> {
        bytes.try_into().ok().map(Self)
    }
}

/// Never what it holds.
impl fmt::Debug for DeviceSecret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("DeviceSecret(…)")
    }
}

/// The step whose code this is, among those around `now` and after `used`. Takes
/// as long whichever it is.
pub fn step_of(
    secret: &DeviceSecret,
    code: &str,
    now: DateTime<Utc>,
    used: Option<i64>,
) -> Option<i64> {
    let digits: String = code.chars().filter(|c| !c.is_whitespace()).collect();
    if digits.len() != 6 || !digits.bytes().all(|digit| digit.is_ascii_digit()) {
        return None;
    }
    let code: u32 = digits.parse().ok()?;
    let present = now.timestamp().div_euclid(STEP);
    let steps = present - DRIFT..=present + DRIFT;
    let differs = |step: i64| code_at(secret.bytes(), step) ^ code;
    let codes: Vec<(i64, u32)> = steps.map(|step| (step, differs(step))).collect();
    let is_new = |step: i64| used.is_none_or(|used| step > used);
    codes.into_iter().find(|(step, differs)| *differs == 0 && is_new(*step)).map(|(step, _)| step)
}

/// RFC 4226, 5.3, with six digits.
fn code_at(secret: &[u8], step: i64) -> u32 {
    let mut key = [0; 64];
    key[..secret.len()].copy_from_slice(secret);
    let mut mac = Hmac::<Sha1>::new(&key.into());
    mac.update(&step.to_be_bytes());
    let hash = mac.finalize().into_bytes();
    let at = usize::from(hash[19] & 0xf);
    let part = [hash[at] & 0x7f, hash[at + 1], hash[at + 2], hash[at + 3]];
    u32::from_be_bytes(part) % CODES
}

/// A new recovery code, in groups of four.
pub fn recovery_code() -> Result<String, getrandom::Error> {
    let mut bytes = [0; RECOVERY];
    getrandom::fill(&mut bytes)?;
    let letters = base32(&bytes);
    let groups: Vec<&str> = (0..letters.len()).step_by(4).map(|k| &letters[k..k + 4]).collect();
    Ok(groups.join("-"))
}

/// What is kept of a recovery code, however it is typed. It is random enough
/// for a plain hash.
pub fn hash_of(code: &str) -> Vec<u8> {
    let letters: String = code.chars().filter(char::is_ascii_alphanumeric).collect();
    Sha256::digest(letters.to_ascii_uppercase()).to_vec()
}

fn base32(bytes: &[u8]) -> String {
    let (mut text, mut bits, mut held) = (String::new(), 0_u32, 0_u32);
    for byte in bytes {
        held = held << 8 | u32::from(*byte);
        bits += 8;
        while bits >= 5 {
            bits -= 5;
            text.push(char::from(BASE32[(held >> bits & 31) as usize]));
        }
        held &= (1 << bits) - 1;
    }
    text
}

/// Percent-encoded, as far as addresses need.
fn escaped(text: &str) -> String {
    use std::fmt::Write as _;
    text.bytes().fold(String::new(), |mut escaped, byte| {
        if byte.is_ascii_alphanumeric() || b"-._~@".contains(&byte) {
            escaped.push(char::from(byte));
        } else {
            let _ = write!(escaped, "%{byte:02X}");
        }
        escaped
    })
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    /// RFC 6238, appendix B, cut to six digits.
    #[rstest]
    #[case(59, 287_082)]
    #[case(1_111_111_109, 81_804)]
    #[case(1_111_111_111, 50_471)]
    #[case(1_234_567_890, 5_924)]
    #[case(2_000_000_000, 279_037)]
    #[case(20_000_000_000, 353_130)]
    fn codes_are_those_of_the_standard(#[case] seconds: i64, #[case] code: u32) {
        assert_eq!(code_at(b"12345678901234567890", seconds / 30), code);
    }

    #[test]
    fn a_code_is_taken_half_a_minute_early_or_late_and_no_more() {
        let secret = DeviceSecret(*b"12345678901234567890");
        let at = |seconds| DateTime::from_timestamp(seconds, 0).unwrap();
        for seconds in [29, 59, 89] {
            assert_eq!(step_of(&secret, "287 082", at(seconds), None), Some(1));
        }
        assert_eq!(step_of(&secret, "287082", at(90), None), None);
        assert_eq!(step_of(&secret, "287082", at(59), Some(1)), None, "it was used");
        assert_eq!(step_of(&secret, "+87082", at(59), None), None);
    }

    #[test]
    fn a_secret_is_read_back_as_it_was_revealed() {
        let secret = DeviceSecret(*b"12345678901234567890");
        assert_eq!(secret.reveal(), "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
        assert_eq!(DeviceSecret::read(&secret.reveal()), Some(secret));
        for text in ["", "GEZDGNBVGY3TQOJQ", "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJ1"] {
            assert!(DeviceSecret::read(text).is_none());
        }
    }

    #[test]
    fn an_address_holds_nothing_that_would_end_it() {
        let address = DeviceSecret([0; 20]).address("Rye & Oven", "a+b@c.am");
        assert!(address.starts_with("otpauth://totp/Rye%20%26%20Oven:a%2Bb@c.am?secret=AAAA"));
    }

    #[test]
    fn a_recovery_code_is_known_however_it_is_typed() {
        let code = recovery_code().unwrap();
        assert_eq!(code.len(), 19);
        assert_eq!(hash_of(&code), hash_of(&code.to_lowercase().replace('-', " ")));
    }
}
