//! Somebody who is to be expected at an event, read from what was typed or stands in a line of a file: a value, or everything
//! that is wrong. The form and the file are read by the same rules.

use super::attendee::{Contact, Part};
use crate::domain::care::channel::codes;
use crate::domain::care::need::Need;
use crate::domain::care::{reach, spoken};

/// The most characters of a name.
const NAME_MOST: usize = 100;

/// The most characters of what else somebody needs.
const OTHER_MOST: usize = 300;

codes! {
    /// Something wrong with one field.
    Fault {
        /// Nobody is named.
        NameMissing = "name-missing",
        /// Longer than any name, or without a letter.
        NameWrong = "name-wrong",
        /// It has not the form of an address.
        EmailWrong = "email-wrong",
        /// They may be emailed, and there is no address.
        EmailNeeded = "email-needed",
        /// None of the list.
        PartWrong = "part-wrong",
        /// None of the list.
        LanguageWrong = "language-wrong",
        /// One of them is not on the list.
        NeedsWrong = "needs-wrong",
        /// Longer than a few sentences.
        OtherLong = "other-needs-long",
        /// Neither yes nor no.
        MayEmailWrong = "may-email-wrong",
        /// Somebody earlier in the file has the address.
        Twice = "twice",
        /// Somebody with the address is expected already.
        Expected = "expected",
    }
}

impl Fault {
    /// The id of the field it is in, which is the name of the column too.
    #[must_use]
    pub const fn field(self) -> &'static str {
        match self {
            Self::NameMissing | Self::NameWrong => "name",
            Self::EmailWrong | Self::EmailNeeded | Self::Twice | Self::Expected => "email",
            Self::PartWrong => "part",
            Self::LanguageWrong => "language",
            Self::NeedsWrong => "needs",
            Self::OtherLong => "other-needs",
            Self::MayEmailWrong => "may-email",
        }
    }
}

/// What was typed; what is empty was not said.
#[derive(Clone, Default)]
pub struct GuestFields {
    pub name: String,
    pub email: String,
    /// A code of [`Part`].
    pub part: String,
    pub language: String,
    /// Codes of [`Need`].
    pub needs: Vec<String>,
    pub other_needs: String,
    /// `yes` or `no`; nothing said is no.
    pub may_email: String,
}

/// Somebody to be expected.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Guest {
    /// What is sealed.
    pub contact: Contact,
    pub part: Option<Part>,
    /// One of [`spoken::LANGUAGES`].
    pub language: &'static str,
    pub may_email: bool,
}

impl GuestFields {
    /// The person, or everything that is wrong, in the order of the fields.
    pub fn read(&self) -> Result<Guest, Vec<Fault>> {
        let mut faults = Vec::new();
        let name = take(name(&self.name), &mut faults).unwrap_or_default();
        let email = take(optional(&self.email, reach::email, Fault::EmailWrong), &mut faults).flatten();
        let part = |code: &str| Part::from_code(&code.to_lowercase());
        let part = take(optional(&self.part, part, Fault::PartWrong), &mut faults).flatten();
        let language = take(optional(&self.language, spoken::language, Fault::LanguageWrong), &mut faults).flatten();
        let need = |code: &String| Need::from_code(&code.trim().to_lowercase().replace(' ', "-")).ok_or(Fault::NeedsWrong);
        let needs = take(self.needs.iter().map(need).collect(), &mut faults).unwrap_or_default();
        let other_needs = take(other(&self.other_needs), &mut faults).unwrap_or_default();
        let may_email = take(optional(&self.may_email, yes_or_no, Fault::MayEmailWrong), &mut faults).flatten().unwrap_or_default();
        if may_email && self.email.trim().is_empty() {
            faults.push(Fault::EmailNeeded);
        }
        if !faults.is_empty() {
            return Err(faults);
        }
        Ok(Guest { contact: Contact { name, email, needs, other_needs }, part, language: language.unwrap_or("en"), may_email })
    }
}

fn take<T>(read: Result<T, Fault>, faults: &mut Vec<Fault>) -> Option<T> {
    read.map_err(|fault| faults.push(fault)).ok()
}

fn optional<T>(typed: &str, read: impl Fn(&str) -> Option<T>, fault: Fault) -> Result<Option<T>, Fault> {
    let typed = typed.trim();
    if typed.is_empty() { Ok(None) } else { read(typed).map(Some).ok_or(fault) }
}

fn name(typed: &str) -> Result<String, Fault> {
    let name = typed.split_whitespace().collect::<Vec<_>>().join(" ");
    match name.as_str() {
        "" => Err(Fault::NameMissing),
        name if name.chars().count() > NAME_MOST || !name.chars().any(char::is_alphabetic) => Err(Fault::NameWrong),
        _ => Ok(name),
    }
}

fn other(typed: &str) -> Result<String, Fault> {
    let said = typed.split_whitespace().collect::<Vec<_>>().join(" ");
    if said.chars().count() > OTHER_MOST { Err(Fault::OtherLong) } else { Ok(said) }
}

fn yes_or_no(written: &str) -> Option<bool> {
    match written.to_lowercase().as_str() {
        "y" | "yes" | "true" | "1" => Some(true),
        "n" | "no" | "false" | "0" => Some(false),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn zofia() -> GuestFields {
        GuestFields {
            name: " Zofia  Nowak ".to_owned(),
            email: "Zofia@Example.org".to_owned(),
            part: "Carer".to_owned(),
            language: "PL".to_owned(),
            needs: vec!["large print".to_owned(), "bsl".to_owned()],
            other_needs: "A chair\nby the door".to_owned(),
            may_email: "Yes".to_owned(),
        }
    }

    #[test]
    fn somebody_is_read_as_they_were_meant() {
        let read = zofia().read().unwrap();
        assert_eq!(read.contact.name, "Zofia Nowak");
        assert_eq!(read.contact.email.as_deref(), Some("Zofia@example.org"));
        assert_eq!((read.part, read.language, read.may_email), (Some(Part::Carer), "pl", true));
        assert_eq!(read.contact.needs, [Need::LargePrint, Need::Bsl]);
        assert_eq!(read.contact.other_needs, "A chair by the door");
    }

    #[test]
    fn a_name_is_enough_and_nobody_is_emailed_who_did_not_agree() {
        let read = GuestFields { name: "Ann".to_owned(), ..GuestFields::default() }.read().unwrap();
        assert_eq!((read.part, read.language, read.may_email, read.contact.email), (None, "en", false, None));
    }

    #[test]
    fn everything_wrong_is_told_at_once() {
        let wrong = GuestFields {
            name: "  ".to_owned(),
            email: "zofia".to_owned(),
            part: "nurse".to_owned(),
            language: "klingon".to_owned(),
            needs: vec!["tea".to_owned()],
            other_needs: "x".repeat(301),
            may_email: "perhaps".to_owned(),
        };
        let all = [
            Fault::NameMissing,
            Fault::EmailWrong,
            Fault::PartWrong,
            Fault::LanguageWrong,
            Fault::NeedsWrong,
            Fault::OtherLong,
            Fault::MayEmailWrong,
        ];
        assert_eq!(wrong.read().unwrap_err(), all);
        let faults = |fields: GuestFields| fields.read().unwrap_err();
        assert_eq!(faults(GuestFields { email: String::new(), ..zofia() }), [Fault::EmailNeeded]);
        assert_eq!(faults(GuestFields { name: "07700 900123".to_owned(), ..zofia() }), [Fault::NameWrong]);
    }
}
