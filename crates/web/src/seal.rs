//! Secrets of a browser, and seals made with them.
//!
//! Every browser holds a random secret in a cookie that no script reads. What
//! we hand out and must recognise later (tokens in forms, notices) is sealed
//! with it, so a seal is worth nothing in any other browser, and the server
//! has no key to keep.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use hmac::{Hmac, KeyInit as _, Mac as _};
use sha2::{Digest as _, Sha256};

/// Bytes of a seal: those of SHA-256.
const LENGTH: usize = 32;
/// Bytes of the key that HMAC with SHA-256 takes.
const BLOCK: usize = 64;

/// So many random bytes, in letters that a cookie, URL and attribute can hold.
pub fn random<const BYTES: usize>() -> Result<String, getrandom::Error> {
    let mut bytes = [0; BYTES];
    getrandom::fill(&mut bytes)?;
    Ok(URL_SAFE_NO_PAD.encode(bytes))
}

/// `text` with its seal in front. The purpose keeps a seal made for one thing
/// from being shown for another.
pub fn seal(secret: &str, purpose: &str, text: &str) -> String {
    let mut sealed = mac(secret, purpose, text.as_bytes()).finalize().into_bytes().to_vec();
    sealed.extend_from_slice(text.as_bytes());
    URL_SAFE_NO_PAD.encode(sealed)
}

/// The text below the seal, if it is ours. Compares in constant time.
pub fn open(secret: &str, purpose: &str, sealed: &str) -> Option<String> {
    let sealed = URL_SAFE_NO_PAD.decode(sealed).ok()?;
    let (seal, text) = sealed.split_at_checked(LENGTH)?;
    mac(secret, purpose, text).verify_slice(seal).ok()?;
    String::from_utf8(text.to_vec()).ok()
}

fn mac(secret: &str, purpose: &str, text: &[u8]) -> Hmac<Sha256> {
    let mut key = [0; BLOCK];
    key[..LENGTH].copy_from_slice(&Sha256::digest(secret));
    let mut mac = Hmac::<Sha256>::new(&key.into());
    for part in [purpose.as_bytes(), &[0], text] {
        mac.update(part);
    }
    mac
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_same_secret_and_purpose_open_a_seal() {
        let sealed = seal("secret", "notice", "Saved · Պահված");
        assert_eq!(open("secret", "notice", &sealed).as_deref(), Some("Saved · Պահված"));
        assert_eq!(open("another", "notice", &sealed), None);
        assert_eq!(open("secret", "form", &sealed), None);
    }

    #[test]
    fn a_touched_seal_does_not_open() {
        let sealed = seal("secret", "notice", "Saved");
        for end in 0..sealed.len() {
            assert_eq!(open("secret", "notice", &sealed[..end]), None);
        }
        assert_eq!(open("secret", "notice", &sealed.replace(&sealed[..1], "_")), None);
    }

    #[test]
    fn random_texts_differ() {
        assert_ne!(random::<16>().unwrap(), random::<16>().unwrap());
    }
}
