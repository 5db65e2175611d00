//! Reading an answer back as somebody typed it, and everything that can be wrong with it.

use super::{AnswerBack, Status};
use crate::domain::care::dates;

/// The most characters of what was heard, of what is done, and of a reason.
const WORDS_MOST: usize = 2000;
/// The most characters of who is responsible.
const LINE_MOST: usize = 200;

/// What was typed, field by field.
#[derive(Debug, Clone, Copy, Default)]
pub struct Typed<'a> {
    pub heard: &'a str,
    pub status: &'a str,
    pub doing: &'a str,
    pub responsible: &'a str,
    /// As [`dates::read`] takes it.
    pub due: &'a str,
    pub reason: &'a str,
}

/// The fields of the form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Field {
    Heard,
    Status,
    Doing,
    Responsible,
    Due,
    Reason,
}

impl Field {
    /// Its name in the form, and in sentence keys.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Heard => "heard",
            Self::Status => "status",
            Self::Doing => "doing",
            Self::Responsible => "responsible",
            Self::Due => "due",
            Self::Reason => "reason",
        }
    }
}

/// What can be wrong with a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// Nothing is written where something is needed.
    Missing(Field),
    /// It is longer than there is room for; so many characters are allowed.
    Long(Field, usize),
    /// There is no such day.
    NoDay,
}

impl Fault {
    /// The field it is about.
    #[must_use]
    pub const fn field(self) -> Field {
        match self {
            Self::Missing(field) | Self::Long(field, _) => field,
            Self::NoDay => Field::Due,
        }
    }
}

impl Typed<'_> {
    /// The answer that was typed, or everything that is wrong with it.
    pub fn read(self) -> Result<AnswerBack, Vec<Fault>> {
        let mut faults = Vec::new();
        let status = Status::from_code(self.status);
        let cannot = status == Some(Status::Cannot);
        let heard = words(&mut faults, Field::Heard, self.heard, true);
        if status.is_none() {
            faults.push(Fault::Missing(Field::Status));
        }
        let doing = words(&mut faults, Field::Doing, self.doing, status.is_some() && !cannot);
        let reason = words(&mut faults, Field::Reason, self.reason, cannot);
        let responsible = self.responsible.split_whitespace().collect::<Vec<_>>().join(" ");
        match responsible.chars().count() {
            0 => faults.push(Fault::Missing(Field::Responsible)),
            1..=LINE_MOST => {}
            _ => faults.push(Fault::Long(Field::Responsible, LINE_MOST)),
        }
        let due = match dates::optional(self.due) {
            Ok(None) if status.is_some_and(Status::needs_day) => {
                faults.push(Fault::Missing(Field::Due));
                None
            }
            Ok(due) => due,
            Err(_) => {
                faults.push(Fault::NoDay);
                None
            }
        };
        match status {
            Some(status) if faults.is_empty() => {
                // Where it can be done after all, a reason why not that is left in its field is no part of the answer.
                let reason = Some(reason).filter(|_| cannot);
                Ok(AnswerBack { heard, status, doing, responsible, due, reason })
            }
            _ => Err(faults),
        }
    }
}

fn words(faults: &mut Vec<Fault>, field: Field, typed: &str, needed: bool) -> String {
    // Browsers send line ends as two characters; they are kept and counted as one.
    let words = typed.trim().replace("\r\n", "\n");
    match words.chars().count() {
        0 if needed => faults.push(Fault::Missing(field)),
        0..=WORDS_MOST => {}
        _ => faults.push(Fault::Long(field, WORDS_MOST)),
    }
    words
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    const DONE: Typed<'_> =
        Typed { heard: "Letters come late", status: "done", doing: "We ring first", responsible: "Access  team", due: "//", reason: "" };

    #[test]
    fn what_is_done_needs_no_day_and_no_reason() {
        let read = DONE.read().unwrap();
        assert_eq!((read.status, read.due, read.reason, read.responsible.as_str()), (Status::Done, None, None, "Access team"));
    }

    #[test]
    fn what_is_planned_or_under_way_says_by_when() {
        for status in ["planned", "under-way"] {
            assert_eq!(Typed { status, ..DONE }.read(), Err(vec![Fault::Missing(Field::Due)]));
            let read = Typed { status, due: "1/4/2027", ..DONE }.read().unwrap();
            assert_eq!(read.due, Some(date(2027, 4, 1)));
        }
    }

    #[test]
    fn what_cannot_be_done_says_why_and_nothing_else_has_to() {
        let cannot = Typed { status: "cannot", doing: " ", ..DONE };
        assert_eq!(cannot.read(), Err(vec![Fault::Missing(Field::Reason)]));
        let read = Typed { reason: "The law\r\nforbids it", ..cannot }.read().unwrap();
        assert_eq!(read.reason.as_deref(), Some("The law\nforbids it"));
    }

    #[test]
    fn a_reason_left_behind_is_no_part_of_what_can_be_done() {
        assert_eq!(Typed { reason: "Too dear", ..DONE }.read().unwrap().reason, None);
    }

    #[test]
    fn everything_that_is_wrong_is_said_at_once() {
        let long = "ż".repeat(WORDS_MOST + 1);
        let faults = Typed { heard: &long, due: "31/2/2027", ..Typed::default() }.read().unwrap_err();
        let expected =
            [Fault::Long(Field::Heard, WORDS_MOST), Fault::Missing(Field::Status), Fault::Missing(Field::Responsible), Fault::NoDay];
        assert_eq!(faults, expected);
        assert!(Typed { heard: &long[..2 * WORDS_MOST], ..DONE }.read().is_ok());
    }
}
