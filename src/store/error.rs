//! What can go wrong in the database, in the few words the rest of Saywell acts on.

use diesel::result::{DatabaseErrorInformation, DatabaseErrorKind, Error as Diesel};

/// The result of a unit of work.
pub type Result<T> = std::result::Result<T, Error>;

/// Why a unit of work was not done.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// What was asked for is not there.
    #[error("not found")]
    NotFound,
    /// A rule of the tables says no: somebody else has it already.
    #[error("already taken: {0:?}")]
    Taken(Constraint),
    /// The database has too much to do, or another transaction was in the way; trying again may help.
    #[error("the database is busy: {0}")]
    Busy(String),
    /// The tables could not be brought up to date.
    #[error("the database could not be brought up to date: {0}")]
    Migration(String),
    /// The database cannot be reached.
    #[error("the database cannot be reached: {0}")]
    Unreachable(String),
    /// Something stored cannot be read as what it should be.
    #[error("the database holds something unreadable: {0}")]
    Corrupt(String),
    /// Anything else: a fault of ours.
    #[error("database: {0}")]
    Unexpected(Diesel),
}

/// The unique rules that a person can run into.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Constraint {
    AccountEmail,
    OrganisationOdsCode,
    SurveyKey,
    SurveyVersion,
    /// The invitation has a submitted response already.
    InvitationAnswered,
    /// Somebody with that NHS number is registered at the organisation.
    PersonNhsNumber,
    /// Another event has that join code.
    EventJoinCode,
    /// Somebody with that email address is on the list of the event.
    AttendeeEmail,
    /// Somebody who is expected at an event has answered already. Held by the change itself, not by an index.
    AttendeeAnswered,
    /// Another theme that is offered has that title.
    ThemeTitle,
    Other,
}

impl Constraint {
    /// Each rule under PostgreSQL's name for it and in SQLite's words.
    const KNOWN: [(Self, &'static str, &'static str); 10] = [
        (Self::AccountEmail, "accounts_email_key", "accounts.email"),
        (Self::OrganisationOdsCode, "organisations_ods_code_key", "organisations.ods_code"),
        (Self::SurveyKey, "surveys_key_key", "surveys.key"),
        (Self::SurveyVersion, "survey_versions_survey_id_number_key", "survey_versions.survey_id, survey_versions.number"),
        (Self::SurveyVersion, "survey_versions_survey_id_sha256_key", "survey_versions.survey_id, survey_versions.sha256"),
        (Self::InvitationAnswered, "responses_invitation_submitted_key", "responses.survey_id, responses.invitation_id"),
        (
            Self::PersonNhsNumber,
            "demographics_organisation_id_nhs_number_hash_key",
            "demographics.organisation_id, demographics.nhs_number_hash",
        ),
        (Self::EventJoinCode, "events_join_code_key", "events.join_code"),
        (Self::AttendeeEmail, "attendees_event_id_email_hash_key", "attendees.event_id, attendees.email_hash"),
        (Self::ThemeTitle, "themes_organisation_id_title_key", "themes.organisation_id, themes.title"),
    ];

    fn of(details: &dyn DatabaseErrorInformation) -> Self {
        let name = details.constraint_name().unwrap_or_default();
        let message = details.message();
        let found = Self::KNOWN.iter().find(|(_, pg, lite)| *pg == name || message.ends_with(lite));
        found.map_or(Self::Other, |(constraint, ..)| *constraint)
    }
}

impl From<Diesel> for Error {
    fn from(why: Diesel) -> Self {
        match why {
            Diesel::NotFound => Self::NotFound,
            Diesel::DatabaseError(DatabaseErrorKind::UniqueViolation, details) => Self::Taken(Constraint::of(&*details)),
            Diesel::DatabaseError(DatabaseErrorKind::SerializationFailure, details) => Self::Busy(details.message().to_owned()),
            Diesel::DatabaseError(DatabaseErrorKind::UnableToSendCommand | DatabaseErrorKind::ClosedConnection, details) => {
                Self::Unreachable(details.message().to_owned())
            }
            Diesel::DatabaseError(_, ref details) if is_busy(details.message()) => Self::Busy(details.message().to_owned()),
            other => Self::Unexpected(other),
        }
    }
}

fn is_busy(message: &str) -> bool {
    message.contains("database is locked") || message.contains("deadlock detected")
}
