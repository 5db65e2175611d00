//! Who stands behind a fact: the breakdowns of an indicator, and the member of each that a fact belongs to.
//!
//! Members are small numbers: the id of an organisation or locality, the place in a code list counted from 1, a language by its
//! letters. Nought stands for "not stated", so that everybody has one place in every breakdown and the members of each add up to
//! the whole.

use super::supplied::Ages;
use crate::domain::care::age::Band;
use crate::domain::care::channel::codes;
use crate::domain::care::ethnicity::Group;
use crate::domain::care::sex::Sex;
use crate::domain::survey::definition::Respondent;

/// The member that stands for "not stated".
pub const NOT_STATED: i64 = 0;

codes! {
    /// What an indicator is broken down by.
    Breakdown {
        /// Not at all: the whole.
        All = "all",
        /// The provider.
        Provider = "provider",
        /// Where people live.
        Locality = "locality",
        /// Their age in bands, at the end of the month or when they answered.
        Age = "age",
        /// Person stated sex.
        Sex = "sex",
        /// The group of their ethnic category.
        Ethnicity = "ethnicity",
        /// Their language.
        Language = "language",
        /// How the answer was given.
        Mode = "mode",
        /// Who gave it: the person, somebody for them, or a carer about themselves.
        Respondent = "respondent",
        /// What became of them between two answers (paired change).
        Change = "change",
        /// The consortium that the provider belongs to. Made of providers, and never kept.
        Consortium = "consortium",
        /// How deprived it is where they live, in fifths. Made of localities, and never kept.
        Deprivation = "deprivation",
        /// Why they are left out: of those who would be counted otherwise. They are in no other breakdown.
        Exclusion = "exclusion",
    }
}

impl Breakdown {
    /// Those whose members add up to the whole.
    pub const OF_EVERYBODY: [Self; 10] = [
        Self::All,
        Self::Provider,
        Self::Locality,
        Self::Age,
        Self::Sex,
        Self::Ethnicity,
        Self::Language,
        Self::Mode,
        Self::Respondent,
        Self::Change,
    ];
}

codes! {
    /// Why somebody is left out who belongs to the programme.
    Exclusion {
        /// Younger or older than the indicator counts.
        Age = "age",
        /// The episode was not open for long enough.
        NotOpenLongEnough = "not-open-long-enough",
        /// The question does not apply to them.
        DoesNotApply = "does-not-apply",
        /// Nothing that can be used is on record, and the definition leaves such people out.
        NotRecorded = "not-recorded",
        /// There is no earlier answer to compare with.
        NotPaired = "not-paired",
        /// The answer belongs to nobody known, and the definition leaves such answers out.
        NotLinked = "not-linked",
    }
}

codes! {
    /// How an answer is given.
    Mode {
        /// On a phone or computer.
        Web = "web",
        /// On a shared tablet.
        Kiosk = "kiosk",
        /// To staff, over the phone.
        Phone = "phone",
        /// On paper.
        Paper = "paper",
    }
}

codes! {
    /// What became of somebody between their first answer and a later one (NHS England, community mental health PROMs).
    Change {
        /// Better by at least the reliable change, and over the clinical cut-off.
        Recovered = "recovered",
        /// Better by at least the reliable change.
        Improved = "improved",
        /// Less than the reliable change.
        NoChange = "no-change",
        /// Worse by at least the reliable change.
        Deteriorated = "deteriorated",
    }
}

/// Where a fact counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Strata {
    pub organisation: i64,
    pub locality: i64,
    pub age: i64,
    pub sex: i64,
    pub ethnicity: i64,
    pub language: i64,
    pub mode: i64,
    pub respondent: i64,
    pub change: i64,
}

impl Strata {
    /// The member of a breakdown that it belongs to.
    #[must_use]
    pub const fn member(&self, breakdown: Breakdown) -> i64 {
        match breakdown {
            Breakdown::All | Breakdown::Consortium | Breakdown::Deprivation | Breakdown::Exclusion => NOT_STATED,
            Breakdown::Provider => self.organisation,
            Breakdown::Locality => self.locality,
            Breakdown::Age => self.age,
            Breakdown::Sex => self.sex,
            Breakdown::Ethnicity => self.ethnicity,
            Breakdown::Language => self.language,
            Breakdown::Mode => self.mode,
            Breakdown::Respondent => self.respondent,
            Breakdown::Change => self.change,
        }
    }
}

/// The place of a code in its list, counted from 1; nought where it is not in it.
#[must_use]
pub fn place<T: PartialEq>(all: &[T], one: Option<T>) -> i64 {
    let at = one.and_then(|one| all.iter().position(|each| *each == one));
    at.and_then(|at| i64::try_from(at + 1).ok()).unwrap_or(NOT_STATED)
}

/// A language by the letters of its primary subtag, up to three of them; nought for none, and for `und`.
#[must_use]
pub fn language(tag: &str) -> i64 {
    let primary = tag.split('-').next().unwrap_or_default();
    let is_plain = (2..=3).contains(&primary.len()) && primary.bytes().all(|byte| byte.is_ascii_lowercase()) && primary != "und";
    if is_plain { primary.bytes().fold(NOT_STATED, |sum, byte| sum * 256 + i64::from(byte)) } else { NOT_STATED }
}

/// The code of a member: of a code list the code, of a language its tag, of ages that were supplied the ages. None for "not stated", and for organisations and
/// localities, whose codes the database knows.
#[must_use]
pub fn code(breakdown: Breakdown, member: i64) -> Option<String> {
    let at = usize::try_from(member).ok()?.checked_sub(1)?;
    let code = match breakdown {
        Breakdown::All | Breakdown::Provider | Breakdown::Locality | Breakdown::Consortium => None,
        Breakdown::Deprivation => return Some(member.to_string()),
        Breakdown::Age if Ages::from_member(member).is_some() => return Ages::from_member(member).map(|ages| ages.to_string()),
        Breakdown::Age => Band::ALL.get(at).map(|one| one.code()),
        Breakdown::Sex => Sex::ALL.get(at).map(|one| one.code()),
        Breakdown::Ethnicity => Group::ALL.get(at).map(|one| one.code()),
        Breakdown::Mode => Mode::ALL.get(at).map(|one| one.code()),
        Breakdown::Respondent => Respondent::ALL.get(at).map(|one| one.code()),
        Breakdown::Change => Change::ALL.get(at).map(|one| one.code()),
        Breakdown::Exclusion => Exclusion::ALL.get(at).map(|one| one.code()),
        Breakdown::Language => return letters(member),
    };
    code.map(str::to_owned)
}

fn letters(member: i64) -> Option<String> {
    let bytes: Vec<u8> = member.to_be_bytes().into_iter().skip_while(|byte| *byte == 0).collect();
    String::from_utf8(bytes).ok().filter(|tag| language(tag) == member)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_language_comes_back_from_its_number() {
        assert_eq!(
            [language("pl-PL"), language("yue")].map(|member| code(Breakdown::Language, member)),
            [Some("pl".to_owned()), Some("yue".to_owned())]
        );
        assert_eq!(["", "und", "PL", "x", "a_b"].map(language), [NOT_STATED; 5]);
    }

    #[test]
    fn every_member_of_a_code_list_has_the_code_of_the_list() {
        assert_eq!(code(Breakdown::Age, place(Band::ALL, Some(Band::From18))).as_deref(), Some("18-24"));
        assert_eq!(code(Breakdown::Mode, place(Mode::ALL, Mode::from_code("paper"))).as_deref(), Some("paper"));
        assert_eq!((code(Breakdown::Sex, NOT_STATED), code(Breakdown::Sex, 99)), (None, None));
    }
}
