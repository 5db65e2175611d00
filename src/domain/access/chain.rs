//! Whether the audit trail is what was written: every line is ours, follows from the one before, and none is missing. How a
//! line is signed is an argument, so that nothing here holds a key.

use std::str::FromStr;

use super::event::Recorded;
use super::fault::Fault;

/// A line's number and hash. Noted down elsewhere, as `NUMBER:HASH`, it shows later that nothing before it was changed, and
/// that the end was not cut off before it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Anchor {
    pub number: i64,
    pub hash: String,
}

impl FromStr for Anchor {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let shape = "it is the number of a line, a colon and the hash of that line";
        let (number, hash) = text.split_once(':').ok_or(shape)?;
        Ok(Self { number: number.trim().parse().map_err(|_| shape)?, hash: hash.trim().to_owned() })
    }
}

/// What a whole trail was found to be.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Verdict {
    /// How many lines were read.
    pub lines: u64,
    /// How many lines are missing.
    pub missing: u64,
    /// How many faults were found.
    pub faults: u64,
    /// When the first line was written, in microseconds since 1970 UTC.
    pub first_at: Option<i64>,
    /// When the last line was written.
    pub last_at: Option<i64>,
    /// The last line, to be noted down.
    pub last: Option<Anchor>,
}

/// The line before the one that comes next.
struct Before {
    number: i64,
    hash: String,
    is_sound: bool,
}

/// What stands before the first line.
const START: Before = Before { number: 0, hash: String::new(), is_sound: true };

/// Reads a trail line by line, in the order of the numbers.
pub struct Chain<S: Fn(&str) -> String> {
    sign: S,
    before: Option<Before>,
    /// Those noted down whose lines have not come yet.
    anchors: Vec<Anchor>,
    verdict: Verdict,
}

impl<S: Fn(&str) -> String> Chain<S> {
    /// A trail from its first line, with the lines noted down earlier.
    pub fn new(sign: S, anchors: Vec<Anchor>) -> Self {
        Self { sign, before: Some(START), anchors, verdict: Verdict::default() }
    }

    /// A part of a trail: nothing is known of the line before the first that is read.
    pub fn amid(sign: S) -> Self {
        Self { sign, before: None, anchors: Vec::new(), verdict: Verdict::default() }
    }

    /// Reads the next line, and answers what is wrong at this place.
    pub fn read(&mut self, line: &Recorded<'_>, hash: &str) -> Vec<Fault> {
        let is_sound = (self.sign)(&line.canonical()) == hash;
        let mut found: Vec<Fault> = self.gap(line.number).into_iter().collect();
        if line.number < 1 {
            found.push(Fault::Added(line.number, line.number));
        } else if !is_sound {
            found.push(Fault::Altered(line.number));
        } else if !self.follows(line) {
            found.push(Fault::Misplaced(line.number));
        }
        found.extend(self.noted(line.number, hash));
        if line.number >= 1 {
            self.before = Some(Before { number: line.number, hash: hash.to_owned(), is_sound });
        }
        self.verdict.lines += 1;
        self.verdict.first_at = self.verdict.first_at.or(Some(line.at));
        self.verdict.last_at = Some(line.at);
        self.verdict.last = Some(Anchor { number: line.number, hash: hash.to_owned() });
        self.count(&found);
        found
    }

    /// The lines that are missing before that number.
    fn gap(&self, number: i64) -> Option<Fault> {
        let expected = self.before.as_ref()?.number.saturating_add(1);
        (number > expected).then(|| Fault::Removed(expected, number - 1))
    }

    /// False when the line before is there and sound, and this one was written after another.
    fn follows(&self, line: &Recorded<'_>) -> bool {
        let Some(before) = &self.before else { return true };
        before.number.saturating_add(1) != line.number || !before.is_sound || before.hash == line.previous_hash
    }

    fn noted(&mut self, number: i64, hash: &str) -> Option<Fault> {
        let (here, later): (Vec<Anchor>, _) = std::mem::take(&mut self.anchors).into_iter().partition(|anchor| anchor.number == number);
        self.anchors = later;
        here.iter().any(|anchor| anchor.hash != hash).then_some(Fault::NotAsNoted(number))
    }

    fn count(&mut self, found: &[Fault]) {
        for fault in found {
            self.verdict.faults += 1;
            self.verdict.missing = self.verdict.missing.saturating_add(fault.missing());
        }
    }

    /// Holds the whole against its recorded end, and answers what is wrong there.
    #[must_use]
    pub fn end(mut self, recorded: Option<&Anchor>) -> (Verdict, Vec<Fault>) {
        let last = self.before.take().unwrap_or(START);
        let mut found = match recorded {
            None => vec![Fault::EndMissing],
            Some(end) if end.number > last.number => vec![Fault::CutOff(last.number + 1, end.number)],
            Some(end) if end.number < last.number => vec![Fault::Added(end.number.saturating_add(1), last.number)],
            Some(end) if last.is_sound && end.hash != last.hash => vec![Fault::EndAltered],
            Some(_) => Vec::new(),
        };
        found.extend(self.anchors.iter().map(|anchor| Fault::NotAsNoted(anchor.number)));
        self.count(&found);
        (self.verdict, found)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A line that says `text`, after the line of that hash, with its own hash.
    fn line<'a>(number: i64, text: &'a str, previous_hash: &'a str) -> (Recorded<'a>, String) {
        let line = Recorded {
            number,
            at: number,
            account: None,
            actor: "system",
            organisation: None,
            action: "signed-in",
            subject: text,
            reason: "",
            network: "",
            detail: "",
            previous_hash,
        };
        (line, sign(&line.canonical()))
    }

    /// Not a signature, but different for different texts, which is all that is asked here.
    fn sign(text: &str) -> String {
        format!("<{}>", text.replace('\n', "/"))
    }

    /// Checks what is left of a trail of four lines after `change`.
    fn faults(change: impl Fn(&mut Vec<(i64, String, String, String)>, &mut Option<Anchor>), noted: &[(i64, &str)]) -> Vec<Fault> {
        let mut rows: Vec<(i64, String, String, String)> = Vec::new();
        for number in 1..=4 {
            let previous = rows.last().map(|row| row.3.clone()).unwrap_or_default();
            let hash = line(number, "as written", &previous).1;
            rows.push((number, "as written".to_owned(), previous, hash));
        }
        let mut end = rows.last().map(|row| Anchor { number: 4, hash: row.3.clone() });
        let anchors = noted.iter().map(|(number, hash)| Anchor { number: *number, hash: (*hash).to_owned() }).collect();
        change(&mut rows, &mut end);
        let mut chain = Chain::new(sign, anchors);
        let mut found: Vec<Fault> =
            rows.iter().flat_map(|(number, text, previous, hash)| chain.read(&line(*number, text, previous).0, hash)).collect();
        found.extend(chain.end(end.as_ref()).1);
        found
    }

    #[test]
    fn a_trail_as_it_was_written_has_no_fault() {
        assert_eq!(faults(|_, _| {}, &[]), []);
        assert_eq!(Chain::new(sign, Vec::new()).end(Some(&Anchor { number: 0, hash: String::new() })).1, []);
    }

    #[test]
    fn a_line_that_was_altered_is_named() {
        assert_eq!(faults(|rows, _| rows[1].1 = "something else".to_owned(), &[]), [Fault::Altered(2)]);
        assert_eq!(faults(|rows, _| rows[2].3 = "a hash".to_owned(), &[]), [Fault::Altered(3)]);
        assert_eq!(faults(|rows, _| rows[1].2 = "another".to_owned(), &[]), [Fault::Altered(2)]);
    }

    #[test]
    fn lines_that_were_removed_are_named() {
        assert_eq!(faults(|rows, _| drop(rows.remove(0)), &[]), [Fault::Removed(1, 1)]);
        assert_eq!(faults(|rows, _| drop(rows.drain(1..3)), &[]), [Fault::Removed(2, 3)]);
        assert_eq!(faults(|rows, _| drop(rows.pop()), &[]), [Fault::CutOff(4, 4)]);
        assert_eq!(faults(|rows, _| rows.clear(), &[]), [Fault::CutOff(1, 4)]);
    }

    #[test]
    fn lines_that_were_added_are_named() {
        let add = |number: i64| move |rows: &mut Vec<_>| rows.push((number, "mine".to_owned(), String::new(), "a hash".to_owned()));
        assert_eq!(faults(|rows, _| add(5)(rows), &[]), [Fault::Altered(5), Fault::Added(5, 5)]);
        let first = |rows: &mut Vec<_>| rows.insert(0, (0, "mine".to_owned(), String::new(), "a hash".to_owned()));
        assert_eq!(faults(|rows, _| first(rows), &[]), [Fault::Added(0, 0)]);
        assert!(!faults(|rows, _| add(i64::MAX)(rows), &[]).is_empty());
    }

    #[test]
    fn a_line_of_ours_from_another_history_does_not_follow() {
        let other = line(3, "as written", "another history").1;
        let put = |rows: &mut Vec<(i64, String, String, String)>| {
            rows[2].2 = "another history".to_owned();
            rows[2].3.clone_from(&other);
        };
        assert_eq!(faults(|rows, _| put(rows), &[]), [Fault::Misplaced(3), Fault::Misplaced(4)]);
    }

    #[test]
    fn the_recorded_end_is_held_against_the_last_line() {
        assert_eq!(faults(|_, end| *end = None, &[]), [Fault::EndMissing]);
        assert_eq!(faults(|_, end| *end = Some(Anchor { number: 4, hash: String::new() }), &[]), [Fault::EndAltered]);
        assert_eq!(faults(|_, end| *end = Some(Anchor { number: 2, hash: String::new() }), &[]), [Fault::Added(3, 4)]);
    }

    #[test]
    fn an_end_cut_off_together_with_its_record_is_noticed_by_what_was_noted_down() {
        let cut = |rows: &mut Vec<(i64, String, String, String)>, end: &mut Option<Anchor>| {
            rows.truncate(2);
            *end = rows.last().map(|row| Anchor { number: 2, hash: row.3.clone() });
        };
        assert_eq!(faults(cut, &[]), []);
        assert_eq!(faults(cut, &[(4, "any")]), [Fault::NotAsNoted(4)]);
        assert_eq!(faults(|_, _| {}, &[(4, "another")]), [Fault::NotAsNoted(4)]);
    }

    #[test]
    fn an_anchor_is_a_number_and_a_hash() {
        assert_eq!("7:abc".parse(), Ok(Anchor { number: 7, hash: "abc".to_owned() }));
        assert!("7".parse::<Anchor>().is_err() && "x:abc".parse::<Anchor>().is_err());
    }
}
