//! Passkeys (Web Authentication, level 3): who we are to the browser. The challenge and every check of what a browser says are
//! `webauthn-rs`'s, which draws its challenges from the operating system itself; a person must always be verified by the device.

use webauthn_rs::prelude::{Url, Uuid};
use webauthn_rs::{Webauthn, WebauthnBuilder};

use crate::config::Settings;
use crate::store::ids::AccountId;

/// Whoever asks for passkeys: this Saywell under the name of its host. Nothing where people reach it by a bare network
/// address, to which no passkey can be tied.
#[must_use]
pub fn relying_party(settings: &Settings) -> Option<Webauthn> {
    let origin = Url::parse(&settings.origin()).ok()?;
    let host = origin.domain()?.to_owned();
    WebauthnBuilder::new(&host, &origin).ok()?.rp_name(&settings.organisation).build().ok()
}

/// What an account goes by on the device: it says nothing about the person.
#[must_use]
pub fn handle(account: AccountId) -> Uuid {
    Uuid::from_u128(u128::try_from(account.0).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn passkeys_are_for_names_and_not_for_bare_addresses() {
        let at = |origin: &str| relying_party(&Settings { public_origin: Some(origin.to_owned()), ..Settings::default() }).is_some();
        assert!(at("https://answers.example.org") && at("http://localhost:8080"));
        assert!(!at("http://127.0.0.1:8080") && !at("https://[2001:db8::1]"));
    }
}
