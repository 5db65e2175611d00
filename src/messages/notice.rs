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
    /// The password, or a second factor, was changed.
    Changed { name: String, what: Change, at: String },
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
            Self::Changed { .. } => "changed",
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
                locale.t(&format!("mail-{kind}-body"), &[("name", name.as_str().into()), ("address", address.as_str().into()), ("hours", hours.as_str().into()), ("days", days.as_str().into())])?
            }
            Self::NewDevice { name, device, at } => {
                let device = if device.is_empty() { locale.t("mail-device-unknown", &[])? } else { device.clone() };
                locale.t("mail-new-device-body", &[("name", name.as_str().into()), ("device", device.as_str().into()), ("at", at.as_str().into())])?
            }
            Self::Changed { name, what, at } => {
                let what = locale.t(what.key(), &[])?;
                locale.t("mail-changed-body", &[("name", name.as_str().into()), ("what", what.as_str().into()), ("at", at.as_str().into())])?
            }
        };
        Ok(Letter { to: to.to_owned(), subject, body })
    }
}
