//! Codes from an authenticator app: RFC 6238 with SHA-1, six digits and steps of 30 seconds, which is what every app speaks.

use data_encoding::BASE32_NOPAD;
use totp_rs::{Builder, Secret, Totp};

use crate::random::Random;

/// Bytes of a shared secret: as long as the hash, as RFC 4226 (4, R6) recommends.
const SECRET: usize = 20;

/// A new shared secret, in base 32.
#[must_use]
pub fn fresh_secret(random: &Random) -> String {
    BASE32_NOPAD.encode(&random.bytes::<SECRET>())
}

/// The address that an authenticator app reads off a QR code or opens on the same device: whose account it is, where, and the
/// secret. Nothing where the secret is not one of ours.
#[must_use]
pub fn otpauth_url(secret: &str, issuer: &str, email: &str) -> Option<String> {
    // A colon stands between issuer and account in the label, so that neither may have one.
    let plain = |text: &str| text.replace(':', " ");
    let named = builder(secret)?.with_issuer(Some(plain(issuer))).with_account_name(plain(email));
    named.build().ok()?.to_url().ok()
}

/// The time step that a code belongs to: this one, the one before or the one after, for clocks that differ. Nothing when the
/// code is wrong. The comparison takes the same time for every code.
#[must_use]
pub fn matching_step(secret: &str, code: &str, now_seconds: i64) -> Option<i64> {
    let typed: String = code.chars().filter(|sign| !sign.is_whitespace()).collect();
    let step = totp(secret)?.check(&typed, u64::try_from(now_seconds).ok()?)?;
    i64::try_from(step).ok()
}

fn builder(secret: &str) -> Option<Builder> {
    Some(Builder::new().with_secret(Secret::try_from_base32(secret).ok()?))
}

fn totp(secret: &str) -> Option<Totp> {
    builder(secret)?.build().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The secret of RFC 6238, appendix B, for SHA-1: `12345678901234567890`.
    const RFC: &str = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    #[test]
    fn the_codes_are_those_of_rfc_6238() {
        // Appendix B gives eight digits; six are the last of them.
        let vectors = [
            (59, "287082"),
            (1_111_111_109, "081804"),
            (1_111_111_111, "050471"),
            (1_234_567_890, "005924"),
            (2_000_000_000, "279037"),
            (20_000_000_000, "353130"),
        ];
        for (at, code) in vectors {
            assert_eq!(matching_step(RFC, code, at), Some(at / 30), "{at}");
        }
    }

    #[test]
    fn a_code_is_taken_one_step_early_or_late_and_no_more() {
        let of = |now| matching_step(RFC, "005924", now);
        let step = 1_234_567_890 / 30;
        assert_eq!((of(1_234_567_890 - 30), of(1_234_567_890 + 30)), (Some(step), Some(step)));
        assert_eq!((of(1_234_567_890 - 60), of(1_234_567_890 + 60)), (None, None));
    }

    #[test]
    fn a_code_may_be_typed_in_groups_and_nothing_else_is_a_code() {
        assert!(matching_step(RFC, " 005 924 ", 1_234_567_890).is_some());
        for wrong in ["", "5924", "00592", "0059240", "00592a", "٠٠٥٩٢٤", "+05924", "005925"] {
            assert_eq!(matching_step(RFC, wrong, 1_234_567_890), None, "{wrong}");
        }
    }

    #[test]
    fn a_fresh_secret_makes_an_address_for_the_app() {
        let secret = fresh_secret(&Random::seeded(1));
        assert_eq!(secret.len(), 32);
        let url = otpauth_url(&secret, "Example: Health", "ann@example.org").unwrap();
        assert!(url.starts_with("otpauth://totp/Example") && url.contains(&format!("secret={secret}")), "{url}");
        assert_eq!(otpauth_url("not a secret", "x", "y"), None);
    }
}
