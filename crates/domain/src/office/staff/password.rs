//! Passwords: what is taken for one, and what is kept of it.

use std::fmt;

use argon2::password_hash::phc;
use argon2::password_hash::{PasswordHasher as _, PasswordVerifier as _};
use argon2::{Algorithm, Argon2, Params, Version};

/// Characters at least; NIST SP 800-63B-4, 3.1.1.2, asks for 8 where there is
/// a second factor and 15 where there is none: 12 with limited tries is where
/// we stand.
const SHORTEST: usize = 12;
/// Bytes at most, so that hashing cannot be made to work for long.
const LONGEST: usize = 1024;

/// Kibibytes, passes and lanes, from the OWASP Password Storage Cheat Sheet's
/// first choice for Argon2id.
const MEMORY: u32 = 19_456;
const PASSES: u32 = 2;
const LANES: u32 = 1;

/// A password as somebody typed it.
#[derive(Clone)]
pub struct Password(String);

/// Why a password is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PasswordRefused {
    /// Too easy to guess.
    #[error("the password has fewer than {SHORTEST} characters: take a longer one")]
    Short,
    /// More than anybody types.
    #[error("the password has more than {LONGEST} bytes: take a shorter one")]
    Long,
    /// One letter again and again.
    #[error("the password repeats one character: take another")]
    OneCharacter,
    /// It could not be hashed.
    #[error("the password could not be hashed")]
    NotHashed,
}

impl Password {
    /// What somebody typed, whatever it is: to be compared.
    #[must_use]
    pub fn typed(text: impl Into<String>) -> Self {
        Self(text.into())
    }

    /// What is to be kept of a new password. Takes tens of milliseconds on
    /// purpose: not for the thread of a writer.
    ///
    /// # Errors
    /// Where it is too short, too long or one character alone.
    pub fn hash(&self) -> Result<PasswordHash, PasswordRefused> {
        let mut characters = self.0.chars();
        let first = characters.next();
        if self.0.chars().count() < SHORTEST {
            return Err(PasswordRefused::Short);
        }
        if self.0.len() > LONGEST {
            return Err(PasswordRefused::Long);
        }
        if characters.all(|character| Some(character) == first) {
            return Err(PasswordRefused::OneCharacter);
        }
        let hash: phc::PasswordHash = hasher()
            .and_then(|hasher| hasher.hash_password(self.0.as_bytes()).ok())
            .ok_or(PasswordRefused::NotHashed)?;
        Ok(PasswordHash(hash.to_string()))
    }
}

/// Never what it holds.
impl fmt::Debug for Password {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Password(…)")
    }
}

/// What is kept of a password: Argon2id (RFC 9106) with its salt, in the PHC
/// format.
#[derive(Clone, store::Value)]
pub struct PasswordHash(String);

impl PasswordHash {
    /// Whether this is the password. Takes as long as hashing does.
    #[must_use]
    pub fn is_of(&self, password: &Password) -> bool {
        let Ok(kept) = phc::PasswordHash::new(&self.0) else { return false };
        password.0.len() <= LONGEST
            && hasher()
                .is_some_and(|hasher| hasher.verify_password(password.0.as_bytes(), &kept).is_ok())
    }

    /// Takes as long as comparing would: for an address nobody has, so that
    /// the time tells nothing.
    pub fn compare_with_nobody(password: &Password) {
        let hash = |hasher: Argon2<'_>| -> Option<phc::PasswordHash> {
            hasher.hash_password_with_salt(password.0.as_bytes(), b"nobody has this salt").ok()
        };
        // The work is what is wanted, not what comes of it.
        let _ = std::hint::black_box(hasher().and_then(hash));
    }
}

impl fmt::Debug for PasswordHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("PasswordHash(…)")
    }
}

fn hasher() -> Option<Argon2<'static>> {
    let params = Params::new(MEMORY, PASSES, LANES, None).ok()?;
    Some(Argon2::new(Algorithm::Argon2id, Version::V0x13, params))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_password_matches_what_is_kept_of_it_and_no_other_does() {
        let kept = Password::typed("correct horse battery").hash().unwrap();
        assert!(kept.is_of(&Password::typed("correct horse battery")));
        assert!(!kept.is_of(&Password::typed("correct horse batterz")));
    }

    #[test]
    fn the_same_password_is_kept_differently_each_time() {
        let password = Password::typed("пароль-пароль");
        assert_ne!(password.hash().unwrap().0, password.hash().unwrap().0);
    }

    #[test]
    fn a_poor_password_is_refused_with_the_reason() {
        let refused = |text: &str| Password::typed(text).hash().unwrap_err();
        assert_eq!(refused("short"), PasswordRefused::Short);
        assert_eq!(refused("aaaaaaaaaaaaaaaa"), PasswordRefused::OneCharacter);
        assert_eq!(refused(&"ab".repeat(600)), PasswordRefused::Long);
    }

    #[test]
    fn nothing_shows_a_password() {
        let password = Password::typed("correct horse battery");
        assert!(!format!("{password:?}{:?}", password.hash().unwrap()).contains("horse"));
    }
}
