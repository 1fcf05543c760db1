//! Secrets of devices as the record keeps them: sealed, so that a stolen copy of
//! the database or of a backup gives nobody's codes. The key is kept elsewhere.

use std::fmt;

use ring::aead::{Aad, CHACHA20_POLY1305, LessSafeKey, NONCE_LEN, Nonce, UnboundKey};

use super::{DeviceSecret, SecondFactorError};
use crate::office::staff::{AccountId, Secret};

/// What secrets of devices are sealed with (ChaCha20-Poly1305, RFC 8439). A
/// nonce is drawn at random: there are as many secrets as people, so that none
/// comes twice.
#[derive(Clone, PartialEq, Eq)]
pub struct SealingKey(Secret);

impl SealingKey {
    /// A new one.
    ///
    /// # Errors
    /// Where the system gives no random numbers.
    pub fn new() -> Result<Self, getrandom::Error> {
        Secret::new().map(Self)
    }

    /// As it is kept: 64 hexadecimal digits.
    #[must_use]
    pub fn reveal(&self) -> String {
        self.0.reveal()
    }

    /// Reads what [`SealingKey::reveal`] wrote.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        Secret::read(&text.trim().to_ascii_lowercase()).map(Self)
    }

    /// The secret of somebody's device as it is kept. It opens for nobody else.
    pub(super) fn seal(
        &self,
        whose: AccountId,
        secret: &DeviceSecret,
    ) -> Result<Vec<u8>, SecondFactorError> {
        let mut nonce = [0; NONCE_LEN];
        getrandom::fill(&mut nonce)?;
        let mut sealed = secret.bytes().to_vec();
        let unique = Nonce::assume_unique_for_key(nonce);
        self.cipher()?
            .seal_in_place_append_tag(unique, Aad::from(owner(whose)), &mut sealed)
            .map_err(|_| SecondFactorError::OtherKey)?;
        Ok([nonce.as_slice(), &sealed].concat())
    }

    /// The secret in what was kept.
    pub(super) fn open(
        &self,
        whose: AccountId,
        kept: &[u8],
    ) -> Result<DeviceSecret, SecondFactorError> {
        let other = || SecondFactorError::OtherKey;
        let (nonce, sealed) = kept.split_first_chunk::<NONCE_LEN>().ok_or_else(other)?;
        let (nonce, mut sealed) = (Nonce::assume_unique_for_key(*nonce), sealed.to_vec());
        let opened = self.cipher()?.open_in_place(nonce, Aad::from(owner(whose)), &mut sealed);
        opened.ok().and_then(|bytes| DeviceSecret::of_bytes(bytes)).ok_or_else(other)
    }

    fn cipher(&self) -> Result<LessSafeKey, SecondFactorError> {
        let key = UnboundKey::new(&CHACHA20_POLY1305, self.0.bytes());
        key.map(LessSafeKey::new).map_err(|_| SecondFactorError::OtherKey)
    }
}

/// Never what it holds.
impl fmt::Debug for SealingKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SealingKey(…)")
    }
}

fn owner(whose: AccountId) -> [u8; 16] {
    uuid::Uuid::from(whose).into_bytes()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_sealed_opens_with_its_key_for_its_owner_alone() {
        let (key, other) = (SealingKey::new().unwrap(), SealingKey::new().unwrap());
        let somebody = AccountId::from(uuid::Uuid::from_u128(1));
        let secret = DeviceSecret::new().unwrap();
        let sealed = key.seal(somebody, &secret).unwrap();
        assert_eq!(key.open(somebody, &sealed).unwrap(), secret);
        assert!(!sealed.windows(8).any(|part| secret.bytes().windows(8).any(|own| own == part)));
        assert_ne!(key.seal(somebody, &secret).unwrap(), sealed, "no two are alike");
        assert!(other.open(somebody, &sealed).is_err());
        assert!(key.open(AccountId::from(uuid::Uuid::from_u128(2)), &sealed).is_err());
        for end in 0..sealed.len() {
            assert!(key.open(somebody, &sealed[..end]).is_err());
        }
    }

    #[test]
    fn a_key_is_read_back_as_it_was_kept() {
        let key = SealingKey::new().unwrap();
        assert_eq!(SealingKey::read(&format!("{}\n", key.reveal())), Some(key));
        assert_eq!(SealingKey::read("open sesame"), None);
    }
}
