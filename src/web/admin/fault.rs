//! What can be wrong in the forms of administrators, each with its sentence.

use crate::domain::access::Role;
use crate::i18n::{Argument, Locale, MissingMessage};

/// Something wrong in one field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    NameEmpty,
    NameLong,
    EmailEmpty,
    EmailWrong,
    /// Letters beyond ASCII, which may only look like the right ones.
    EmailForeign,
    EmailTaken,
    Employer,
    Language,
    Role,
    Organisation,
    /// The role does not go with the kind of organisation.
    Unfit(Role),
    /// The role conflicts with one that is held.
    Conflict {
        role: Role,
        held: Role,
    },
    /// Only the organisation itself, or the commissioner, gives that role there.
    Theirs(Role),
    ReasonEmpty,
    ReasonLong,
    /// Nobody would be left to look after the installation.
    Last,
    OdsCode,
    OdsCodeTaken,
    Kind,
    /// Somebody holds a role that does not go with the new kind.
    KindHeld(Role),
    Parent,
    ParentBelow,
}

impl Fault {
    const fn key(self) -> &'static str {
        match self {
            Self::NameEmpty => "admin-fault-name-empty",
            Self::NameLong => "admin-fault-name-long",
            Self::EmailEmpty => "admin-fault-email-empty",
            Self::EmailWrong => "admin-fault-email-wrong",
            Self::EmailForeign => "admin-fault-email-foreign",
            Self::EmailTaken => "admin-fault-email-taken",
            Self::Employer => "admin-fault-employer",
            Self::Language => "admin-fault-language",
            Self::Role => "admin-fault-role",
            Self::Organisation => "admin-fault-organisation",
            Self::Unfit(_) => "admin-fault-unfit",
            Self::Conflict { .. } => "admin-fault-conflict",
            Self::Theirs(_) => "admin-fault-theirs",
            Self::ReasonEmpty => "admin-fault-reason-empty",
            Self::ReasonLong => "admin-fault-reason-long",
            Self::Last => "admin-fault-last",
            Self::OdsCode => "admin-fault-ods-code",
            Self::OdsCodeTaken => "admin-fault-ods-code-taken",
            Self::Kind => "admin-fault-kind",
            Self::KindHeld(_) => "admin-fault-kind-held",
            Self::Parent => "admin-fault-parent",
            Self::ParentBelow => "admin-fault-parent-below",
        }
    }

    /// The sentence that says so.
    pub fn sentence(self, locale: &Locale) -> Result<String, MissingMessage> {
        let named = |role| role_name(locale, role).map(Argument::from);
        match self {
            Self::Unfit(role) | Self::KindHeld(role) | Self::Theirs(role) => locale.t(self.key(), &[("role", named(role)?)]),
            Self::Conflict { role, held } => locale.t(self.key(), &[("role", named(role)?), ("held", named(held)?)]),
            _ => locale.t(self.key(), &[]),
        }
    }
}

/// What people call a role.
pub fn role_name(locale: &Locale, role: Role) -> Result<String, MissingMessage> {
    locale.t(&format!("role-{}", role.code()), &[])
}

/// What is wrong in a form, field by field.
#[derive(Debug, Clone, Default)]
pub struct Faults(pub Vec<(&'static str, Fault)>);

impl Faults {
    /// The value, or a note of what is wrong at that field.
    pub fn take<T>(&mut self, field: &'static str, read: Result<T, Fault>) -> Option<T> {
        read.map_err(|fault| self.0.push((field, fault))).ok()
    }

    /// One fault at one field.
    #[must_use]
    pub fn one(field: &'static str, fault: Fault) -> Self {
        Self(vec![(field, fault)])
    }
}
