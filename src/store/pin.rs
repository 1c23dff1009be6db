//! PINs at rest: argon2id, each with a salt of its own. Takes tens of milliseconds on purpose:
//! never call it on the screen's thread.

use argon2::{Argon2, PasswordHasher, PasswordVerifier};

use super::Error;
use crate::domain::user::Pin;

/// The hash to keep for a PIN.
///
/// # Errors
/// When the system has no random numbers.
pub fn hash(pin: &Pin) -> Result<String, Error> {
    let hash = Argon2::default().hash_password(pin.digits().as_bytes());
    hash.map(|hash| hash.to_string())
        .map_err(|error| Error::Unexpected(error.to_string()))
}

/// Whether the PIN is the one that was hashed.
#[must_use]
pub fn verify(pin: &Pin, hash: &str) -> bool {
    argon2::PasswordHash::new(hash).is_ok_and(|hash| {
        Argon2::default()
            .verify_password(pin.digits().as_bytes(), &hash)
            .is_ok()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pin_is_verified_and_two_hashes_of_it_differ() {
        let pin = Pin::parse("2580").unwrap();
        let (one, other) = (hash(&pin).unwrap(), hash(&pin).unwrap());
        assert_ne!(one, other);
        assert!(verify(&pin, &one) && verify(&pin, &other));
        assert!(!verify(&Pin::parse("2581").unwrap(), &one));
        assert!(!verify(&pin, "no hash at all"));
    }
}
