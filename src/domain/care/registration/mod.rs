//! Reads what was typed, or stands in a line of a file, about a person and an episode: values, or everything that is wrong.
//! The form and the import read by the same rules. Nothing here knows who is registered already.

mod episode;
mod person;
#[cfg(test)]
mod tests;

pub use episode::{About, EpisodeFields, NewEpisode};
pub use person::{NewPerson, PersonFields};

use super::channel::codes;

codes! {
    /// A field of a person or an episode; its code is the id of the input in the form.
    Field {
        /// Given name.
        GivenName = "given-name",
        /// Family name.
        FamilyName = "family-name",
        /// What they want to be called.
        KnownAs = "known-as",
        /// NHS number.
        NhsNumber = "nhs-number",
        /// Date of birth.
        BirthDate = "birth",
        /// Date of death.
        DeathDate = "death",
        /// Person stated sex.
        Sex = "sex",
        /// Ethnic category.
        Ethnicity = "ethnicity",
        /// Language.
        Language = "language",
        /// Communication needs.
        Needs = "needs",
        /// How they want to be reached.
        ContactBy = "contact-by",
        /// Whether they may be written to.
        MayContact = "may-contact",
        /// National data opt-out.
        OptedOut = "opted-out",
        /// Email address.
        Email = "email",
        /// Number of a mobile telephone.
        Mobile = "mobile",
        /// Number of another telephone.
        Telephone = "telephone",
        /// Lines of the address.
        Address = "address",
        /// Postcode.
        Postcode = "postcode",
        /// The sender's own number of the person.
        SenderNumber = "sender-number",
        /// Programme of care.
        Programme = "programme",
        /// The day the episode began.
        Opened = "opened",
        /// The day it ended.
        Closed = "closed",
        /// Discharge from hospital.
        Discharged = "discharged",
        /// Birth of the baby.
        Delivered = "delivered",
        /// Mental-health care cluster.
        Cluster = "cluster",
        /// The sender's own number of the episode.
        EpisodeNumber = "episode-number",
    }
}

macro_rules! faults {
    ($($(#[$doc:meta])* $name:ident = $field:ident, $code:literal;)+) => {
        codes! {
            /// Something wrong with one field.
            Fault { $($(#[$doc])* $name = $code),+ }
        }

        impl Fault {
            /// The field it is in.
            #[must_use]
            pub const fn field(self) -> Field {
                match self {
                    $(Self::$name => Field::$field),+
                }
            }
        }
    };
}

pub(crate) use faults;

faults! {
    /// Longer than any name, or without a letter.
    GivenNameWrong = GivenName, "given-name-wrong";
    FamilyNameMissing = FamilyName, "family-name-missing";
    /// Longer than any name, or without a letter.
    FamilyNameWrong = FamilyName, "family-name-wrong";
    /// Longer than any name, or without a letter.
    KnownAsWrong = KnownAs, "known-as-wrong";
    /// Not ten digits.
    NhsNumberLength = NhsNumber, "nhs-number-length";
    /// The check digit does not fit: two digits may have changed places.
    NhsNumberCheck = NhsNumber, "nhs-number-check";
    /// The same digit ten times.
    NhsNumberRepeated = NhsNumber, "nhs-number-repeated";
    BirthMissing = BirthDate, "birth-missing";
    /// No such day.
    BirthWrong = BirthDate, "birth-wrong";
    BirthFuture = BirthDate, "birth-future";
    /// More than 130 years ago.
    BirthLongAgo = BirthDate, "birth-long-ago";
    /// No such day.
    DeathWrong = DeathDate, "death-wrong";
    DeathFuture = DeathDate, "death-future";
    DeathBeforeBirth = DeathDate, "death-before-birth";
    /// None of the codes, or none at all.
    SexWrong = Sex, "sex-wrong";
    /// None of the codes.
    EthnicityWrong = Ethnicity, "ethnicity-wrong";
    /// None of the list.
    LanguageWrong = Language, "language-wrong";
    /// None of the codes.
    NeedsWrong = Needs, "needs-wrong";
    /// None of the codes.
    ContactByWrong = ContactBy, "contact-by-wrong";
    /// Neither yes nor no.
    MayContactWrong = MayContact, "may-contact-wrong";
    /// Neither yes nor no.
    OptedOutWrong = OptedOut, "opted-out-wrong";
    EmailWrong = Email, "email-wrong";
    /// They want to be reached by email.
    EmailNeeded = Email, "email-needed";
    /// No telephone number.
    MobileWrong = Mobile, "mobile-wrong";
    /// A number that takes no text messages.
    MobileLandline = Mobile, "mobile-landline";
    /// They want to be reached by text message.
    MobileNeeded = Mobile, "mobile-needed";
    TelephoneWrong = Telephone, "telephone-wrong";
    /// They want to be rung up.
    TelephoneNeeded = Telephone, "telephone-needed";
    /// Too many or too long lines.
    AddressLong = Address, "address-long";
    /// They want to be reached by letter.
    AddressNeeded = Address, "address-needed";
    PostcodeWrong = Postcode, "postcode-wrong";
    SenderNumberLong = SenderNumber, "sender-number-long";
    /// None of those that are offered, or none at all.
    ProgrammeWrong = Programme, "programme-wrong";
    OpenedMissing = Opened, "opened-missing";
    /// No such day.
    OpenedWrong = Opened, "opened-wrong";
    OpenedFuture = Opened, "opened-future";
    OpenedBeforeBirth = Opened, "opened-before-birth";
    OpenedAfterDeath = Opened, "opened-after-death";
    /// No such day.
    ClosedWrong = Closed, "closed-wrong";
    ClosedFuture = Closed, "closed-future";
    ClosedBeforeOpened = Closed, "closed-before-opened";
    /// Before the discharge from hospital into the service.
    ClosedBeforeDischarged = Closed, "closed-before-discharged";
    /// No such day.
    DischargedWrong = Discharged, "discharged-wrong";
    DischargedFuture = Discharged, "discharged-future";
    /// Before the referral.
    DischargedBeforeOpened = Discharged, "discharged-before-opened";
    /// So long before the referral that it is another discharge.
    DischargedLongBefore = Discharged, "discharged-long-before";
    /// No such day.
    DeliveredWrong = Delivered, "delivered-wrong";
    DeliveredFuture = Delivered, "delivered-future";
    /// Not in a programme of maternity care.
    DeliveredElsewhere = Delivered, "delivered-elsewhere";
    /// Too long before or after the referral to belong to it.
    DeliveredFar = Delivered, "delivered-far";
    /// Not two digits from 00 to 21.
    ClusterWrong = Cluster, "cluster-wrong";
    /// Not in a programme of mental-health care.
    ClusterElsewhere = Cluster, "cluster-elsewhere";
    EpisodeNumberLong = EpisodeNumber, "episode-number-long";
}

/// What is wrong so far, gathered while fields are read.
#[derive(Debug, Default)]
struct Faults(Vec<Fault>);

impl Faults {
    /// The value, or nothing and a note of what is wrong.
    fn take<T>(&mut self, read: Result<T, Fault>) -> Option<T> {
        read.map_err(|fault| self.0.push(fault)).ok()
    }

    /// A note of what is wrong, where it is.
    fn check(&mut self, is_wrong: bool, fault: Fault) {
        if is_wrong {
            self.0.push(fault);
        }
    }
}

/// Text on one line, with single blanks.
fn line(typed: &str) -> String {
    typed.split(|c: char| c.is_whitespace() || c.is_control()).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// The most characters of a sender's own number.
const SENDER_NUMBER_MOST: usize = 100;

/// A sender's own number of something.
fn sender_number(typed: &str, fault: Fault) -> Result<Option<String>, Fault> {
    let number = line(typed);
    if number.chars().count() > SENDER_NUMBER_MOST { Err(fault) } else { Ok((!number.is_empty()).then_some(number)) }
}
