//! What staff are written to about: a closed list, each a subject and a body in `locales/*/mail.ftl`. No subject names a
//! person, and nothing names a patient.

use super::Letter;
use crate::domain::access::LinkPurpose;
use crate::i18n::{Locale, MissingMessage};

/// Something to tell a member of staff.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Notice {
    /// A one-time link: to begin, to set a new password, to add a second factor.
    Link { purpose: LinkPurpose, name: String, address: String, hours: i64 },
    /// Somebody signed in on a device not seen before.
    NewDevice { name: String, device: String, at: String },
    /// Somebody who showed the right password typed one wrong code after the other.
    WrongCodes { name: String, at: String },
    /// The password, or a second factor, was changed.
    Changed { name: String, what: Change, at: String },
    /// An answer needs to be looked at; where it is to be seen. The letter says nothing of what or whom it is about.
    Alert { address: String },
    /// The same, to whoever stands behind the team, because nobody acknowledged it in time.
    AlertEscalated { address: String },
}

/// What was changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change {
    Password,
    FactorAdded,
    FactorRemoved,
    RecoveryCodes,
    RecoveryCodeUsed,
    FactorsReset,
    Identity,
    IdentityRemoved,
    Email,
}

impl Change {
    const fn key(self) -> &'static str {
        match self {
            Self::Password => "mail-changed-password",
            Self::FactorAdded => "mail-changed-factor-added",
            Self::FactorRemoved => "mail-changed-factor-removed",
            Self::RecoveryCodes => "mail-changed-recovery-codes",
            Self::RecoveryCodeUsed => "mail-changed-recovery-code-used",
            Self::FactorsReset => "mail-changed-factors-reset",
            Self::Identity => "mail-changed-identity",
            Self::IdentityRemoved => "mail-changed-identity-removed",
            Self::Email => "mail-changed-email",
        }
    }
}

impl Notice {
    /// The name the letter goes by in the table of letters.
    #[must_use]
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::Link { purpose, .. } => purpose.code(),
            Self::NewDevice { .. } => "new-device",
            Self::WrongCodes { .. } => "wrong-codes",
            Self::Changed { .. } => "changed",
            Self::Alert { .. } => "alert",
            Self::AlertEscalated { .. } => "alert-escalated",
        }
    }

    /// The letter, in that language.
    pub fn letter(&self, locale: &Locale, to: &str) -> Result<Letter, MissingMessage> {
        let kind = self.kind();
        let subject = locale.t(&format!("mail-{kind}-subject"), &[])?;
        let body = match self {
            Self::Link { name, address, hours, .. } => {
                let days = (hours / 24).to_string();
                let hours = hours.to_string();
                locale.t(
                    &format!("mail-{kind}-body"),
                    &[
                        ("name", name.as_str().into()),
                        ("address", address.as_str().into()),
                        ("hours", hours.as_str().into()),
                        ("days", days.as_str().into()),
                    ],
                )?
            }
            Self::Alert { address } | Self::AlertEscalated { address } => {
                locale.t(&format!("mail-{kind}-body"), &[("address", address.as_str().into())])?
            }
            Self::NewDevice { name, device, at } => {
                let device = if device.is_empty() { locale.t("mail-device-unknown", &[])? } else { device.clone() };
                locale.t(
                    "mail-new-device-body",
                    &[("name", name.as_str().into()), ("device", device.as_str().into()), ("at", at.as_str().into())],
                )?
            }
            Self::WrongCodes { name, at } => {
                locale.t("mail-wrong-codes-body", &[("name", name.as_str().into()), ("at", at.as_str().into())])?
            }
            Self::Changed { name, what, at } => {
                let what = locale.t(what.key(), &[])?;
                locale
                    .t("mail-changed-body", &[("name", name.as_str().into()), ("what", what.as_str().into()), ("at", at.as_str().into())])?
            }
        };
        Ok(Letter { to: to.to_owned(), subject, body })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Locales;

    const NAME: &str = "Zoë Hartley";

    fn every() -> Vec<Notice> {
        let (name, at) = (NAME.to_owned(), "22 November 2026, 10:00".to_owned());
        let link = |purpose: LinkPurpose| Notice::Link {
            purpose,
            name: name.clone(),
            address: format!("https://answers.example.org/welcome/{}", "x".repeat(43)),
            hours: purpose.hours(),
        };
        let device = |device: &str| Notice::NewDevice { name: name.clone(), device: device.to_owned(), at: at.clone() };
        let changes = [
            Change::Password,
            Change::FactorAdded,
            Change::FactorRemoved,
            Change::RecoveryCodes,
            Change::RecoveryCodeUsed,
            Change::FactorsReset,
            Change::Identity,
            Change::IdentityRemoved,
            Change::Email,
        ];
        let changed = changes.map(|what| Notice::Changed { name: name.clone(), what, at: at.clone() });
        let links = [LinkPurpose::Welcome, LinkPurpose::Reset, LinkPurpose::Enrol].map(link);
        let codes = Notice::WrongCodes { name: name.clone(), at: at.clone() };
        links.into_iter().chain([device("Firefox, Windows"), device(""), codes]).chain(changed).collect()
    }

    fn alerts() -> [Notice; 2] {
        let address = "https://answers.example.org/provider/alerts/7".to_owned();
        [Notice::Alert { address: address.clone() }, Notice::AlertEscalated { address }]
    }

    #[test]
    fn every_letter_can_be_written_in_every_language_and_sent() {
        let locales = Locales::load().unwrap();
        for locale in locales.iter() {
            for notice in every().into_iter().chain(alerts()) {
                let letter = notice.letter(locale, "a.person@example.org").unwrap();
                let is_named = letter.body.contains(NAME) != matches!(notice, Notice::Alert { .. } | Notice::AlertEscalated { .. });
                assert!(is_named && letter.body.lines().all(|line| line.len() < 998), "{letter:?}");
                assert!(!letter.subject.contains(['\n', '\r', '{']) && !letter.body.contains('{'), "{letter:?}");
                assert!(!letter.body.contains(['\u{2068}', '\u{2069}']), "no marks of direction in mail: {letter:?}");
            }
        }
    }

    #[test]
    fn a_subject_names_nobody_and_no_letter_speaks_of_health() {
        let locales = Locales::load().unwrap();
        for locale in locales.iter() {
            for notice in every().into_iter().chain(alerts()) {
                let letter = notice.letter(locale, "a.person@example.org").unwrap();
                assert!(!letter.subject.contains("Zoë") && !letter.subject.contains("Hartley") && !letter.subject.contains('@'));
                let text = format!("{} {}", letter.subject, letter.body).to_lowercase();
                for word in ["patient", "survey", "health", "care", "pacjent", "ankiet", "zdrow", "opiek"] {
                    assert!(!text.split(|sign: char| !sign.is_alphabetic()).any(|said| said.starts_with(word)), "{word}: {text}");
                }
            }
        }
    }
}
