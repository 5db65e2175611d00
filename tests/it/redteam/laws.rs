//! The same reader against counties made of facts alone, many of them and smaller still: where a few people are all there is, one
//! sheet says most about another.

use std::collections::BTreeMap;

use saywell::domain::care::ethnicity::Group;
use saywell::domain::care::heard::{Ask, Stage};
use saywell::domain::disclosure::{Profile, Releasable, Unreleased};
use saywell::domain::framework::{BUILT_IN, Framework};
use saywell::domain::indicator::cell::changes;
use saywell::domain::indicator::strata::Strata;
use saywell::domain::indicator::{Breakdown, Definition, Fact, Period, Tally};
use saywell::domain::release::{Groups, Place, heard, sheet};

use super::attack::{Found, Missed, Seen, attack, attack_quarter};
use super::county::Dice;
use super::tally;

/// Three indicators of the same people, and how many of a hundred meet each.
const SAME_PEOPLE: [(&str, u64); 3] = [("settled-accommodation", 70), ("paid-employment", 15), ("meaningful-role", 40)];

fn groups() -> Groups {
    Groups { consortia: [(1, 1), (2, 1), (3, 1), (4, 4), (5, 4)].into(), fifths: (1..=6).map(|id| (id, 1 + (id - 1) % 4)).collect() }
}

/// Members, and how often each is drawn.
type Drawn<'a> = &'a [(i64, u64)];

fn people(many: usize, dice: &mut Dice) -> Vec<Strata> {
    let few = many < 200;
    let mut of = |large: Drawn<'_>, small: Drawn<'_>| dice.one_of(if few { small } else { large });
    let one = |of: &mut dyn FnMut(Drawn<'_>, Drawn<'_>) -> i64| Strata {
        organisation: of(&[(1, 110), (2, 70), (3, 40), (4, 14), (5, 3)], &[(1, 50), (2, 40), (3, 5)]),
        locality: of(&[(1, 80), (2, 60), (3, 50), (4, 30), (5, 12), (6, 4)], &[(1, 50), (2, 30), (3, 5)]),
        age: of(&[(1, 50), (2, 60), (3, 50), (4, 40), (5, 20), (6, 6)], &[(1, 40), (2, 40), (3, 4)]),
        sex: of(&[(1, 100), (2, 110), (3, 2), (4, 5)], &[(1, 100), (2, 110), (3, 2), (4, 5)]),
        ethnicity: of(&[(1, 170), (2, 20), (3, 8), (4, 20), (5, 12)], &[(1, 60), (2, 5)]),
        language: of(&[(0, 5), (1, 200), (2, 10), (3, 3)], &[(1, 60), (2, 4)]),
        ..Strata::default()
    };
    (0..many).map(|_| one(&mut of)).collect()
}

/// What each of them adds to one indicator: six of ten answered.
fn facts(people: &[Strata], met: u64, dice: &mut Dice) -> Vec<Fact> {
    let mut fact = |who: &Strata| {
        let answered = dice.happens(60);
        let is_met = answered && dice.happens(met);
        let mut strata = *who;
        if answered {
            strata.mode = dice.one_of(&[(1, 70), (2, 20), (3, 4), (4, 2)]);
            strata.respondent = dice.one_of(&[(1, 90), (2, 6), (3, 2)]);
        }
        let tally = Tally { numerator: i64::from(is_met), denominator: 1, recorded: i64::from(answered), ..Tally::default() };
        Fact { from: Period::from_number(0), to: None, strata, excluded: None, tally }
    };
    people.iter().map(&mut fact).collect()
}

/// What can be worked out of three sheets that leave together.
fn worked_out(seed: u64, many: usize) -> Vec<Found> {
    let framework = Framework::parse(BUILT_IN).unwrap();
    let mut dice = Dice::new(seed);
    let people = people(many, &mut dice);
    let definitions: Vec<Definition> = SAME_PEOPLE.iter().map(|(key, _)| framework.indicator(key).unwrap().clone()).collect();
    let place = |facts: Vec<Fact>| -> BTreeMap<Place, Tally> {
        changes([], &facts).into_iter().map(|cell| (Place::of(cell.breakdown, cell.member), cell.change)).collect()
    };
    let truth: Vec<BTreeMap<Place, Tally>> = SAME_PEOPLE.iter().map(|(_, met)| place(facts(&people, *met, &mut dice))).collect();
    let unreleased = |own: &BTreeMap<Place, Tally>| Unreleased::new(own.iter().map(|(place, tally)| (*place, *tally)).collect());
    let all = definitions.iter().zip(&truth).map(|(definition, own)| (definition, unreleased(own))).collect();
    let made = sheet::sheets(Profile::mhsds(), &groups(), all).unwrap();
    let seen = made.iter().zip(&truth).zip(&definitions).map(|((sheet, own), definition)| Seen {
        name: definition.key.clone(),
        people: sheet::same_people(definition).unwrap(),
        scale: None,
        is_complete: false,
        figures: sheet.figures.rows().map(|(place, released)| (*place, *released, tally(own, &groups(), *place))).collect(),
        shares: sheet.shares.rows().map(|(place, released)| (*place, *released, tally(own, &groups(), *place))).collect(),
    });
    attack(&seen.collect::<Vec<_>>(), &groups())
}

#[test]
fn sheets_of_the_same_people_tell_no_more_of_a_few_together_than_each_alone() {
    for (seed, many) in (0..25).zip([237, 60, 90, 140, 40].into_iter().cycle()) {
        let found = worked_out(seed, many);
        assert!(found.is_empty(), "seed {seed}, {many} people: {found:?}");
    }
}

/// Who was to be asked, and how far they came.
fn asks(many: usize, dice: &mut Dice) -> Vec<Ask> {
    let one = |dice: &mut Dice| {
        let locality = dice.one_of(&[(1, 80), (2, 60), (3, 50), (4, 30), (5, 12), (6, 4)]);
        Ask {
            organisation: dice.one_of(&[(1, 110), (2, 70), (3, 40), (4, 14), (5, 3)]),
            locality: Some(locality),
            decile: groups().fifths.get(&locality).map(|fifth| i32::try_from(2 * fifth).unwrap()),
            age: dice.one_of(&[(20, 20), (30, 60), (40, 50), (50, 20), (70, 6)]),
            sex: dice.one_of(&[("1", 100), ("2", 110), ("9", 2)]).to_owned(),
            ethnicity: dice.one_of(&[(Group::WhiteBritish, 170), (Group::Mixed, 8), (Group::Asian, 20), (Group::NotKnown, 12)]),
            language: dice.one_of(&[("en", 200), ("pl", 12), ("cy", 3)]).to_owned(),
            channel: None,
            stage: dice.one_of(&[(Stage::Eligible, 10), (Stage::Invited, 35), (Stage::Opened, 8), (Stage::Finished, 47)]),
        }
    };
    (0..many).map(|_| one(dice)).collect()
}

/// The response of those asked in one month, released and guarded as one sheet.
fn response(month: usize, asks: &[&Ask]) -> (Releasable<Place>, Seen) {
    let fact = |ask: &Ask| {
        let of = |breakdown| heard::place_of(ask, breakdown).member;
        let strata = Strata {
            organisation: ask.organisation,
            locality: ask.locality.unwrap(),
            age: of(Breakdown::Age),
            sex: of(Breakdown::Sex),
            ethnicity: of(Breakdown::Ethnicity),
            language: of(Breakdown::Language),
            ..Strata::default()
        };
        let met = i64::from(ask.stage == Stage::Finished);
        let tally = Tally { numerator: met, denominator: 1, recorded: met, ..Tally::default() };
        Fact { from: Period::from_number(0), to: None, strata, excluded: None, tally }
    };
    let facts: Vec<Fact> = asks.iter().filter(|ask| ask.stage != Stage::Eligible).map(|ask| fact(ask)).collect();
    let cells = changes([], &facts).into_iter().map(|cell| (Place::of(cell.breakdown, cell.member), cell.change));
    let own: BTreeMap<Place, Tally> =
        cells.filter(|(place, _)| !matches!(place.breakdown, Breakdown::Mode | Breakdown::Respondent)).collect();
    let rate = Definition::response_rate("employment");
    let unreleased = Unreleased::new(own.iter().map(|(place, tally)| (*place, *tally)).collect());
    let sheet = sheet::sheet(Profile::mhsds(), &rate, &groups(), unreleased).unwrap();
    let seen = Seen {
        name: format!("month {month}"),
        people: format!("month {month}"),
        scale: None,
        is_complete: false,
        figures: sheet.figures.rows().map(|(place, released)| (*place, *released, tally(&own, &groups(), *place))).collect(),
        shares: Vec::new(),
    };
    (sheet.figures, seen)
}

#[test]
fn who_was_not_heard_in_a_quarter_tells_nothing_of_who_was_asked_in_its_months() {
    let mut shown = 0;
    for (seed, many) in (0..12).zip([400, 120, 700, 200].into_iter().cycle()) {
        let asks = asks(many, &mut Dice::new(seed));
        let months = [0, 1, 2].map(|month| response(month, &asks.iter().skip(month).step_by(3).collect::<Vec<_>>()));
        let released: Vec<&Releasable<Place>> = months.iter().map(|(released, _)| released).collect();
        let mut sums: BTreeMap<Place, Tally> = heard::places(&released).into_iter().map(|place| (place, Tally::default())).collect();
        sums.extend(heard::sums(&asks));
        let table = |count: fn(&Tally) -> i64| {
            let row = |(place, tally): (&Place, &Tally)| (*place, Tally { denominator: count(tally), ..Tally::default() });
            Unreleased::new(sums.iter().map(row).collect())
        };
        let made = heard::sheet(Profile::mhsds(), &released, table(|one| one.denominator), table(|one| one.numerator)).unwrap();
        let missed = Missed {
            name: "quarter".to_owned(),
            not_asked: sums.iter().map(|(place, tally)| (*place, made.not_asked.find(place), tally.denominator)).collect(),
            unfinished: sums.iter().map(|(place, tally)| (*place, made.unfinished.find(place), tally.numerator)).collect(),
        };
        shown += missed.unfinished.iter().filter(|(_, shown, _)| shown.is_some()).count();
        let found = attack_quarter(&months.map(|(_, seen)| seen), &missed, &groups());
        assert!(found.is_empty(), "seed {seed}, {many} asked: {found:?}");
    }
    assert!(shown > 60, "there was something to work with: {shown}");
}
