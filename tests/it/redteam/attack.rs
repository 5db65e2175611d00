//! The reader who adds and subtracts, and knows everything but the people: the rule, every sum, what definitions say of who is
//! counted, and that a shown 20 means 18 to 22.

use std::collections::BTreeMap;

use saywell::domain::disclosure::{Figure, Released};
use saywell::domain::indicator::strata::NOT_STATED;
use saywell::domain::indicator::{Breakdown, Tally};
use saywell::domain::release::{Groups, Place, heard};

use super::simplex::{Dictionary, Programme};

/// What nobody may be able to tell apart: so many.
pub const APART: f64 = 5.0;

const FAR: f64 = 1e6;

/// One indicator in one period, as a commissioner has it, and what is true.
pub struct Seen {
    pub name: String,
    /// Indicators of the same people, by their definitions, have the same.
    pub people: String,
    /// Of a mean, the least and the most somebody can be on the scale.
    pub scale: Option<(f64, f64)>,
    /// True where only people with a record are counted.
    pub is_complete: bool,
    pub figures: Vec<(Place, Released, Tally)>,
    /// Shares of one whole: of what became of people, and of who was left out.
    pub shares: Vec<(Place, Released, Tally)>,
}

/// Who was not heard in one quarter: for each place what is shown, if anything, and what is true.
pub struct Missed {
    pub name: String,
    pub not_asked: Vec<(Place, Option<u64>, i64)>,
    /// They are among those who were asked and did not finish.
    pub unfinished: Vec<(Place, Option<u64>, i64)>,
}

/// A count that can be known too well.
#[derive(Debug, Clone, PartialEq)]
pub struct Found {
    pub what: String,
    pub truth: f64,
    pub low: f64,
    pub high: f64,
}

/// A quantity of the reader's notes: its variable, what is true, and how far apart it must stay if it is to be protected.
struct Target {
    what: String,
    variable: Variable,
    truth: f64,
    apart: f64,
}

#[derive(Clone, Copy)]
enum Variable {
    Column(usize),
    Row(usize),
}

#[derive(Default)]
struct Notes {
    programme: Programme,
    targets: Vec<Target>,
    /// Who is counted is the same in indicators of the same people: denominators by people and place.
    denominators: BTreeMap<(String, Place), (usize, f64)>,
    equal: Vec<(usize, usize)>,
}

/// Columns of one figure: those who meet it (or what values come to), those with a record, and all.
#[derive(Clone, Copy)]
struct Columns {
    first: usize,
    recorded: usize,
    all: usize,
    truth: [f64; 3],
}

#[expect(clippy::cast_precision_loss, reason = "counts are small")]
const fn float(count: i64) -> f64 {
    count as f64
}

/// Between what a truth lies that is shown as this, as distances from it.
fn around(shown: Option<u64>, least: f64, truth: f64) -> (f64, f64) {
    let Some(shown) = shown else { return (-truth, FAR) };
    let shown = float(i64::try_from(shown).unwrap());
    ((shown - 2.0).max(least) - truth, shown + 2.0 - truth)
}

impl Notes {
    fn column(&mut self, what: &str, truth: f64, bounds: (f64, f64)) -> usize {
        let column = self.programme.variable(bounds.0.max(-truth), bounds.1);
        if truth < APART {
            self.targets.push(Target { what: what.to_owned(), variable: Variable::Column(column), truth, apart: APART });
        }
        column
    }

    fn row(&mut self, terms: Vec<(usize, f64)>, low: f64, high: f64) -> usize {
        self.programme.row(terms, low, high)
    }

    /// One is at least the other and so many more.
    fn beyond(&mut self, what: &str, (large, small): (usize, usize), truth: f64, least: f64) {
        let row = self.row(vec![(large, 1.0), (small, -1.0)], least - truth, FAR);
        if truth < APART {
            self.targets.push(Target { what: what.to_owned(), variable: Variable::Row(row), truth, apart: APART });
        }
    }

    fn figure(&mut self, sheet: &Seen, (place, released, truth): &(Place, Released, Tally)) -> Columns {
        let name = format!("{} {}:{}", sheet.name, place.breakdown.code(), place.member);
        match sheet.scale {
            Some(scale) => self.mean(&name, released.figure(), truth, scale),
            None => self.proportion(sheet, &name, (*place, released.figure()), truth),
        }
    }

    fn proportion(&mut self, sheet: &Seen, name: &str, (place, figure): (Place, Option<&Figure>), truth: &Tally) -> Columns {
        let [met, recorded, all] = [truth.numerator, truth.recorded, truth.denominator].map(float);
        let least = if figure.is_some() { APART } else { 0.0 };
        // Whoever did not answer, answered in no way, and nobody's answer is on record.
        let is_silent = !sheet.is_complete
            && matches!(place.breakdown, Breakdown::Mode | Breakdown::Respondent)
            && place.member == NOT_STATED
            && (met, recorded) == (0.0, 0.0);
        let columns = if is_silent {
            let first = self.programme.variable(0.0, 0.0);
            Columns { first, recorded: first, all: self.all(sheet, name, (place, figure), all), truth: [met, recorded, all] }
        } else {
            let first = self.column(&format!("{name} met"), met, around(figure.and_then(Figure::numerator), least, met));
            let of_record = figure.and_then(Figure::recorded);
            let all_column = self.all(sheet, name, (place, figure), all);
            let recorded_column = if sheet.is_complete && (recorded - all).abs() < 0.5 {
                all_column
            } else {
                self.column(
                    &format!("{name} recorded"),
                    recorded,
                    around(of_record, if of_record.is_some() { APART } else { 0.0 }, recorded),
                )
            };
            if recorded_column != all_column && recorded <= all {
                self.row(vec![(all_column, 1.0), (recorded_column, -1.0)], recorded - all, FAR);
            }
            if met <= recorded {
                self.row(vec![(recorded_column, 1.0), (first, -1.0)], met - recorded, FAR);
            }
            Columns { first, recorded: recorded_column, all: all_column, truth: [met, recorded, all] }
        };
        self.beyond(&format!("{name} not met"), (columns.all, columns.first), all - met, least);
        columns
    }

    /// All that a figure is about. In indicators of the same people it is the same number, shown in one or hidden in another.
    fn all(&mut self, sheet: &Seen, name: &str, (place, figure): (Place, Option<&Figure>), truth: f64) -> usize {
        let bounds = around(figure.map(Figure::denominator), if figure.is_some() { APART } else { 0.0 }, truth);
        let column = self.column(&format!("{name} all"), truth, bounds);
        let key = (sheet.people.clone(), place);
        match self.denominators.get(&key) {
            Some((same, known)) if (known - truth).abs() < 0.5 => self.equal.push((*same, column)),
            _ => drop(self.denominators.insert(key, (column, truth))),
        }
        column
    }

    fn mean(&mut self, name: &str, figure: Option<&Figure>, truth: &Tally, (least, most): (f64, f64)) -> Columns {
        let (n, sum) = (float(truth.denominator), float(truth.value_sum) / 1000.0);
        let all = self.column(&format!("{name} values"), n, around(figure.map(Figure::denominator), 8.0, n));
        let first = self.programme.variable(-FAR, FAR);
        let (low, high) = figure.map_or((least, most), |figure| ((figure.value() - 0.05).max(least), (figure.value() + 0.05).min(most)));
        self.row(vec![(first, 1.0), (all, -low)], (low * n - sum).min(0.0), FAR);
        self.row(vec![(first, 1.0), (all, -high)], -FAR, (high * n - sum).max(0.0));
        if truth.denominator < 8 {
            // What a few said together is not known within what one of them could have said.
            let apart = most - least - 0.01;
            self.targets.push(Target { what: format!("{name} sum"), variable: Variable::Column(first), truth: sum, apart });
        }
        Columns { first, recorded: all, all, truth: [sum, n, n] }
    }

    fn sheet(&mut self, sheet: &Seen, groups: &Groups) -> BTreeMap<Place, Columns> {
        let columns: BTreeMap<Place, Columns> = sheet.figures.iter().map(|row| (row.0, self.figure(sheet, row))).collect();
        let Some(whole) = columns.get(&Place::WHOLE).copied() else { return columns };
        for breakdown in Breakdown::ALL {
            let members: Vec<(i64, Columns)> = columns
                .iter()
                .filter(|(place, _)| place.breakdown == *breakdown && **place != Place::WHOLE)
                .map(|(place, own)| (place.member, *own))
                .collect();
            let of = |belongs: &BTreeMap<i64, i64>, group: i64, parts: Breakdown| {
                let is_part = |place: &&Place| place.breakdown == parts && belongs.get(&place.member) == Some(&group);
                columns.iter().filter(|(place, _)| is_part(place)).map(|(_, own)| *own).collect::<Vec<_>>()
            };
            match breakdown {
                Breakdown::All => {}
                Breakdown::Consortium => {
                    for (group, own) in members {
                        self.adds_up(own, &of(&groups.consortia, group, Breakdown::Provider));
                    }
                }
                Breakdown::Deprivation => {
                    for (group, own) in members {
                        self.adds_up(own, &of(&groups.fifths, group, Breakdown::Locality));
                    }
                }
                _ if members.is_empty() => {}
                _ => self.adds_up(whole, &members.iter().map(|(_, own)| *own).collect::<Vec<_>>()),
            }
        }
        self.shares(sheet, whole);
        columns
    }

    /// Counts by themselves, of everybody and of the members of breakdowns.
    fn counts(&mut self, name: &str, counts: &[(Place, Option<u64>, i64)]) -> BTreeMap<Place, usize> {
        let mut columns = BTreeMap::new();
        for (place, shown, truth) in counts {
            let (what, truth) = (format!("{name} {}:{}", place.breakdown.code(), place.member), float(*truth));
            let least = if shown.is_some() { APART } else { 0.0 };
            columns.insert(*place, self.column(&what, truth, around(*shown, least, truth)));
        }
        for breakdown in heard::BY {
            let members = columns.iter().filter(|(place, _)| place.breakdown == breakdown).map(|(_, column)| (*column, 1.0));
            let terms: Vec<(usize, f64)> = members.chain([(columns[&Place::WHOLE], -1.0)]).collect();
            self.row(terms, 0.0, 0.0);
        }
        columns
    }

    /// Who did not finish is among those who were asked in one of the months and did not answer.
    fn among(&mut self, unfinished: &BTreeMap<Place, usize>, truth: &[(Place, Option<u64>, i64)], months: &[BTreeMap<Place, Columns>]) {
        for (place, _, own) in truth {
            let asked: Vec<&Columns> = months.iter().filter_map(|month| month.get(&heard::on_response(*place))).collect();
            let others: f64 = asked.iter().map(|month| month.truth[2] - month.truth[0]).sum();
            // Whoever took an answer back since their month left is unfinished now and answered then: nothing holds between the two.
            if others < float(*own) {
                continue;
            }
            let terms = asked.iter().flat_map(|month| [(month.all, 1.0), (month.first, -1.0)]).chain([(unfinished[place], -1.0)]);
            self.row(terms.collect(), float(*own) - others, FAR);
        }
    }

    fn adds_up(&mut self, total: Columns, parts: &[Columns]) {
        let columns = |one: &Columns| [one.first, one.recorded, one.all];
        for at in 0..3 {
            let sum: f64 = parts.iter().map(|part| part.truth[at]).sum();
            if (sum - total.truth[at]).abs() < 0.001 {
                let terms = parts.iter().map(|part| (columns(part)[at], 1.0)).chain([(columns(&total)[at], -1.0)]).collect();
                self.row(terms, 0.0, 0.0);
            }
        }
    }

    /// How many there are of each, of all of them together.
    fn shares(&mut self, sheet: &Seen, whole: Columns) {
        for breakdown in [Breakdown::Change, Breakdown::Exclusion] {
            let rows: Vec<_> = sheet.shares.iter().filter(|(place, ..)| place.breakdown == breakdown).collect();
            let beside = if breakdown == Breakdown::Exclusion { whole.truth[2] } else { 0.0 };
            let truth = rows.iter().map(|(_, _, tally)| float(tally.denominator)).sum::<f64>() + beside;
            let Some(name) = rows.first().map(|_| format!("{} {}", sheet.name, breakdown.code())) else { continue };
            let shown = rows.iter().find_map(|(_, released, _)| released.figure());
            let all = self.column(
                &format!("{name} all"),
                truth,
                around(shown.map(Figure::denominator), if shown.is_some() { APART } else { 0.0 }, truth),
            );
            let mut terms = vec![(all, -1.0)];
            for (place, released, tally) in rows {
                let (own, figure) = (float(tally.denominator), released.figure());
                let least = if figure.is_some() { APART } else { 0.0 };
                let what = format!("{name}:{}", place.member);
                let column = self.column(&what, own, around(figure.and_then(Figure::numerator), least, own));
                self.beyond(&format!("{what} others"), (all, column), truth - own, least);
                terms.push((column, 1.0));
            }
            if breakdown == Breakdown::Exclusion {
                terms.push((whole.all, 1.0));
            }
            self.row(terms, 0.0, 0.0);
        }
    }

    fn work_out(mut self) -> Vec<Found> {
        for (one, other) in std::mem::take(&mut self.equal) {
            self.row(vec![(one, 1.0), (other, -1.0)], 0.0, 0.0);
        }
        let at = |variable: Variable| match variable {
            Variable::Column(column) => column,
            Variable::Row(row) => self.programme.of_row(row),
        };
        let targets: Vec<(usize, Target)> = self.targets.into_iter().map(|target| (at(target.variable), target)).collect();
        let mut dictionary = self.programme.begin();
        targets.into_iter().filter_map(|(variable, target)| known(&mut dictionary, variable, target)).collect()
    }
}

/// What can be known of one quantity, where that is too much.
fn known(dictionary: &mut Dictionary, variable: usize, target: Target) -> Option<Found> {
    let is_count = (target.apart - APART).abs() < 0.001;
    let width = |(low, high): (f64, f64)| if is_count { (high + 1e-6).floor() - (low - 1e-6).ceil() } else { high - low };
    if width(dictionary.seen[variable]) >= target.apart {
        return None;
    }
    let high = dictionary.furthest(variable, 1.0, target.apart + 0.001);
    let low = dictionary.furthest(variable, -1.0, target.apart + 0.001);
    let found = Found { what: target.what, truth: target.truth, low: target.truth + low, high: target.truth + high };
    (width((low, high)) < target.apart).then_some(found)
}

/// What a reader can know too well of the months of a survey's response and of who was not heard in their quarter.
pub fn attack_quarter(months: &[Seen], missed: &Missed, groups: &Groups) -> Vec<Found> {
    let mut notes = Notes::default();
    let columns: Vec<BTreeMap<Place, Columns>> = months.iter().map(|month| notes.sheet(month, groups)).collect();
    notes.counts(&format!("{} not asked", missed.name), &missed.not_asked);
    // Where nobody was ever asked, nobody can have opened anything: that is known without any of this.
    let was_asked = |place: &Place| columns.iter().any(|month| month.contains_key(&heard::on_response(*place)));
    let (told, nobody): (Vec<_>, Vec<_>) = missed.unfinished.iter().copied().partition(|(place, ..)| was_asked(place));
    assert!(nobody.iter().all(|(_, shown, truth)| (*shown, *truth) == (None, 0)));
    let unfinished = notes.counts(&format!("{} unfinished", missed.name), &told);
    notes.among(&unfinished, &told, &columns);
    notes.work_out()
}

/// What a reader of all of these can know too well.
pub fn attack(sheets: &[Seen], groups: &Groups) -> Vec<Found> {
    let mut notes = Notes::default();
    for sheet in sheets {
        notes.sheet(sheet, groups);
    }
    notes.work_out()
}
