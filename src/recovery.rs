//! Recovery codes: ten codes to keep on paper for the day the telephone is lost. They look and read like every other code
//! that people copy by hand, and each works once.

use crate::domain::care::code::Code;
use crate::random::Random;
use crate::secret::{Purpose, Secret};
use crate::store::ids::AccountId;

/// How many codes are made at a time.
pub const CODES: usize = 10;

/// Ten new codes of 60 random bits each.
#[must_use]
pub fn fresh(random: &Random) -> Vec<Code> {
    (0..CODES).map(|_| Code::from_bytes(random.bytes())).collect()
}

/// What stands for a code of that account in the database. Nothing where no code was typed; spaces, hyphens, case and
/// look-alikes do not matter.
#[must_use]
pub fn hash(secret: &Secret, account: AccountId, typed: &str) -> Option<String> {
    let code = Code::parse(typed)?;
    Some(secret.sign(Purpose::Recovery, &format!("{}:{}", account.0, code.as_str())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_the_same_however_it_is_typed_and_another_for_every_account() {
        let secret = Secret::new("a key".into());
        let codes = fresh(&Random::seeded(1));
        assert_eq!(codes.len(), CODES);
        let shown = codes[0].to_string();
        let kept = hash(&secret, AccountId(7), &shown).unwrap();
        assert_eq!(hash(&secret, AccountId(7), &shown.to_lowercase().replace(' ', "-")), Some(kept.clone()));
        assert_ne!(hash(&secret, AccountId(8), &shown), Some(kept.clone()));
        assert_ne!(hash(&secret, AccountId(7), &codes[1].to_string()), Some(kept));
        assert_eq!(hash(&secret, AccountId(7), "123456"), None);
    }
}
