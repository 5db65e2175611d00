//! A type for the row id of each noun, so that none can be taken for another. People never see these.

use diesel::backend::Backend;
use diesel::deserialize::{self, FromSql, FromSqlRow};
use diesel::expression::AsExpression;
use diesel::serialize::{self, Output, ToSql};
use diesel::sql_types::BigInt;

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, PartialOrd, Ord, AsExpression, FromSqlRow)]
        #[diesel(sql_type = BigInt)]
        pub struct $name(pub i64);

        impl<DB: Backend> ToSql<BigInt, DB> for $name
        where
            i64: ToSql<BigInt, DB>,
        {
            fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, DB>) -> serialize::Result {
                self.0.to_sql(out)
            }
        }

        impl<DB: Backend> FromSql<BigInt, DB> for $name
        where
            i64: FromSql<BigInt, DB>,
        {
            fn from_sql(raw: DB::RawValue<'_>) -> deserialize::Result<Self> {
                i64::from_sql(raw).map(Self)
            }
        }
    )+};
}

ids! {
    /// An organisation.
    OrganisationId,
    /// A locality.
    LocalityId,
    /// A member of staff's account.
    AccountId,
    /// A survey.
    SurveyId,
    /// One immutable version of a survey.
    VersionId,
    /// A person.
    PersonId,
    /// A person's episode of care.
    EpisodeId,
    /// One request to answer a survey.
    InvitationId,
    /// One set of answers.
    ResponseId,
    /// An engagement event.
    EventId,
    /// Somebody who is expected at an event, or wants to hear from it.
    AttendeeId,
    /// What somebody said at an event in their own words.
    CommentId,
    /// A theme of the codebook.
    ThemeId,
}
