//! What can go wrong with a request, named for what the person can do next.

use std::fmt;

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, ResponseError};

use crate::catalogue::Missing;
use crate::domain::survey::fhirpath::Failure;
use crate::i18n::MissingMessage;
use crate::store;

/// Each has a page of its own, in the reader's language, with a way out.
#[derive(Debug, Clone)]
pub enum Problem {
    /// There is no such page; or there is, but not for this person.
    NotFound,
    /// There is no survey of that name.
    SurveyUnknown,
    /// The survey takes no more answers.
    SurveyClosed,
    /// The personal link does not work: unknown or run out.
    LinkExpired,
    /// The personal link has been answered.
    LinkUsed,
    /// The one-time link of a member of staff does not work: unknown, used or run out.
    StaffLinkGone,
    /// No draft goes with this page any more, or this is another device.
    DraftGone,
    /// Too many wrong codes from this address.
    TooManyTries,
    /// More forms or pages in a minute than a person asks for; it may go on after so many seconds.
    TooFast { seconds: u64 },
    /// More was sent than anybody could have typed.
    TooLarge,
    /// What was sent took too long to arrive.
    TooSlow,
    /// The address is longer than any of ours.
    AddressTooLong,
    /// The headers are larger than any browser's.
    HeadTooLarge,
    /// There is such a page, but it is not asked for in that way.
    WrongMethod,
    /// What was sent is no form as our pages send it.
    NotAForm,
    /// What was sent is not text.
    Unreadable,
    /// The answers have changed since this page was made.
    Stale,
    /// A key in the page is not ours.
    Tampered,
    /// The form was sent from another site.
    Foreign,
    /// A sign-in with the organisation was not carried through: declined, too long ago, begun elsewhere, or sent twice.
    SignInUnfinished,
    /// The organisation's sign-in does not work at the moment, or says what cannot be believed.
    SignInElsewhereFailed,
    /// Whoever signed in at the organisation has no account here. No more is said.
    SignInNotTied,
    /// The way on is another page: to sign in first, or to see what was sent already.
    Elsewhere(String),
    /// The survey cannot be printed: it asks nothing, or no typeface has its letters.
    Unprintable,
    /// The person has answered or declined, or is not to be asked.
    NotWanted,
    /// Too much to do at the moment.
    Busy,
    /// A fault of ours, with what the log should say.
    Internal(String),
}

impl Problem {
    /// The name its page and its sentences go by.
    #[must_use]
    pub const fn key(&self) -> &'static str {
        match self {
            Self::NotFound => "not-found",
            Self::SurveyUnknown => "survey-unknown",
            Self::SurveyClosed => "survey-closed",
            Self::LinkExpired => "link-expired",
            Self::LinkUsed => "link-used",
            Self::StaffLinkGone => "staff-link-gone",
            Self::DraftGone => "draft-gone",
            Self::TooManyTries => "too-many-tries",
            Self::TooFast { .. } => "too-fast",
            Self::TooLarge => "too-large",
            Self::TooSlow => "too-slow",
            Self::AddressTooLong => "address-too-long",
            Self::HeadTooLarge => "head-too-large",
            Self::WrongMethod => "wrong-method",
            Self::NotAForm => "not-a-form",
            Self::Unreadable => "unreadable",
            Self::Stale => "stale-page",
            Self::Tampered => "tampered-key",
            Self::Foreign => "foreign-form",
            Self::SignInUnfinished => "sign-in-unfinished",
            Self::SignInElsewhereFailed => "sign-in-elsewhere-failed",
            Self::SignInNotTied => "sign-in-not-tied",
            Self::Elsewhere(_) => "elsewhere",
            Self::Unprintable => "unprintable",
            Self::NotWanted => "not-wanted",
            Self::Busy => "busy",
            Self::Internal(_) => "server-error",
        }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.key())
    }
}

impl ResponseError for Problem {
    fn status_code(&self) -> StatusCode {
        match self {
            Self::NotFound | Self::SurveyUnknown | Self::DraftGone => StatusCode::NOT_FOUND,
            Self::SurveyClosed | Self::LinkExpired | Self::LinkUsed | Self::StaffLinkGone => StatusCode::GONE,
            Self::TooManyTries | Self::TooFast { .. } => StatusCode::TOO_MANY_REQUESTS,
            Self::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::TooSlow => StatusCode::REQUEST_TIMEOUT,
            Self::AddressTooLong => StatusCode::URI_TOO_LONG,
            Self::HeadTooLarge => StatusCode::REQUEST_HEADER_FIELDS_TOO_LARGE,
            Self::WrongMethod => StatusCode::METHOD_NOT_ALLOWED,
            Self::NotAForm => StatusCode::UNSUPPORTED_MEDIA_TYPE,
            Self::Unprintable => StatusCode::UNPROCESSABLE_ENTITY,
            Self::Unreadable | Self::Tampered | Self::SignInUnfinished => StatusCode::BAD_REQUEST,
            Self::Stale | Self::NotWanted => StatusCode::CONFLICT,
            Self::Foreign | Self::SignInNotTied => StatusCode::FORBIDDEN,
            Self::Elsewhere(_) => StatusCode::SEE_OTHER,
            Self::SignInElsewhereFailed => StatusCode::BAD_GATEWAY,
            Self::Busy => StatusCode::SERVICE_UNAVAILABLE,
            Self::Internal(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    /// The frame around every request makes the page; this is only its status.
    fn error_response(&self) -> HttpResponse {
        HttpResponse::new(self.status_code())
    }
}

impl From<store::Error> for Problem {
    fn from(why: store::Error) -> Self {
        match why {
            store::Error::NotFound => Self::NotFound,
            store::Error::Busy(_) | store::Error::Unreachable(_) => Self::Busy,
            other => Self::Internal(other.to_string()),
        }
    }
}

impl From<Missing> for Problem {
    fn from(why: Missing) -> Self {
        match why {
            Missing::Store(store::Error::NotFound) => Self::SurveyUnknown,
            Missing::Store(other) => other.into(),
            Missing::Unreadable(why) => Self::Internal(format!("a stored survey cannot be read: {why}")),
        }
    }
}

impl From<Failure> for Problem {
    fn from(why: Failure) -> Self {
        Self::Internal(format!("an expression of a survey: {why}"))
    }
}

impl From<crate::keys::Failure> for Problem {
    fn from(why: crate::keys::Failure) -> Self {
        Self::Internal(why.to_string())
    }
}

impl From<MissingMessage> for Problem {
    fn from(why: MissingMessage) -> Self {
        Self::Internal(why.to_string())
    }
}
