//! The red team: a commissioner who collects every byte there is, release after release, and works on it with everything that can be
//! known of how it was made. No count that is protected may come out.

mod attack;
mod county;
mod crawl;
mod laws;
mod simplex;

use std::collections::{BTreeMap, BTreeSet};

use diesel::prelude::*;
use saywell::domain::access::{Action, Event};
use saywell::domain::disclosure::{Figure, Profile, Released, Scale, Unreleased};
use saywell::domain::indicator::measure::Missing;
use saywell::domain::indicator::tally::Measure;
use saywell::domain::indicator::{Breakdown, Definition, Period, Tally};
use saywell::domain::release::{Groups, Place, heard, sheet};
use saywell::released::Ledger;
use saywell::store::organisations;
use saywell::store::schema::sheet_cells;

use self::attack::{Missed, Seen};
use self::county::{County, NAMES};
use super::support::App;
use super::support::page::Page;

type Truth = BTreeMap<(String, i32), BTreeMap<Place, Tally>>;
type Row = (String, i32, String, i64, i64, i64, i64, i64, i64);

async fn release(app: &App, through: &str) {
    let by = Event::at_command_line(app.state.clock.now().micros(), Action::FiguresReleased);
    let made = app.state.release(Period::parse(through).unwrap(), by).await.unwrap().unwrap();
    assert!(made.sheets > 0 && made.refused.is_empty(), "{:?}", made.refused);
}

/// What every sheet that has left was made of.
fn truth(app: &App) -> Truth {
    let read = |conn: &mut saywell::store::Conn| {
        use sheet_cells::{breakdown, denominator, indicator, member_id, numerator, period, recorded, value_squares, value_sum};
        let own = (indicator, period, breakdown, member_id, numerator, denominator, recorded, value_sum, value_squares);
        Ok(sheet_cells::table.select(own).load::<Row>(conn)?)
    };
    let mut found = Truth::new();
    for (indicator, period, breakdown, member, numerator, denominator, recorded, value_sum, value_squares) in
        app.store().read_now("truth", read).unwrap()
    {
        let place = Place::of(Breakdown::from_code(&breakdown).unwrap(), member);
        let tally = Tally { numerator, denominator, recorded, value_sum, value_squares };
        found.entry((indicator, period)).or_default().insert(place, tally);
    }
    found
}

/// Which provider belongs to which consortium, and which place to which fifth: anybody can look that up.
fn groups(app: &App) -> Groups {
    let (all, places) = app.store().read_now("places", |conn| Ok((organisations::list(conn)?, organisations::localities(conn)?))).unwrap();
    let leads: BTreeSet<i64> = all.iter().filter_map(|one| one.parent_id).map(|id| id.0).collect();
    let of = |one: &organisations::Organisation| {
        let lead = one.parent_id.map(|id| id.0).or_else(|| leads.contains(&one.id.0).then_some(one.id.0))?;
        Some((one.id.0, lead))
    };
    let consortia = all.iter().filter_map(of).collect();
    Groups { consortia, fifths: places.iter().map(|one| (one.id.0, i64::from((one.deprivation_decile + 1) / 2))).collect() }
}

/// The true tally of a place, of a group that of its members.
fn tally(truth: &BTreeMap<Place, Tally>, groups: &Groups, place: Place) -> Tally {
    let sum = |parts: Breakdown, belongs: &BTreeMap<i64, i64>| {
        let is_part = |own: &Place| own.breakdown == parts && belongs.get(&own.member) == Some(&place.member);
        truth.iter().filter(|(own, _)| is_part(own)).map(|(_, tally)| *tally).sum()
    };
    match place.breakdown {
        Breakdown::Consortium => sum(Breakdown::Provider, &groups.consortia),
        Breakdown::Deprivation => sum(Breakdown::Locality, &groups.fifths),
        _ => truth.get(&place).copied().unwrap_or_default(),
    }
}

/// Every sheet there is, by month, beside what is true.
fn sheets(ledger: &Ledger, definitions: &[Definition], truth: &Truth, groups: &Groups) -> BTreeMap<Period, Vec<Seen>> {
    let mut found: BTreeMap<Period, Vec<Seen>> = BTreeMap::new();
    for definition in definitions {
        for (period, leaf) in ledger.periods(&definition.key) {
            let own = &truth[&(definition.key.clone(), period.number())];
            let row = |(place, released): (&Place, &Released)| (*place, *released, tally(own, groups, *place));
            let points = |Scale { least, most }: Scale| {
                (f64::from(i32::try_from(least).unwrap()) / 1e3, f64::from(i32::try_from(most).unwrap()) / 1e3)
            };
            found.entry(period).or_default().push(Seen {
                name: format!("{period} {}", definition.key),
                people: sheet::same_people(definition).unwrap_or_else(|| definition.key.clone()),
                scale: sheet::reading(definition).scale.map(points),
                is_complete: definition.measure.as_ref().is_some_and(|measure| measure.missing == Missing::Dropped),
                figures: leaf.figures.rows().map(row).collect(),
                shares: leaf.shares.rows().map(row).collect(),
            });
        }
    }
    found
}

/// Who was not heard, by the last month of the quarter.
fn missed(ledger: &Ledger, survey: &str, truth: &Truth) -> BTreeMap<Period, Missed> {
    let (_, quarters) = ledger.heard().find(|(own, _)| *own == survey).unwrap();
    let of = |last: Period| {
        let (sheet, own) = (ledger.unheard(survey, last).unwrap(), &truth[&(heard::key(survey), last.number())]);
        let not_asked = own.iter().map(|(place, tally)| (*place, sheet.not_asked.find(place), tally.denominator)).collect();
        let unfinished = own.iter().map(|(place, tally)| (*place, sheet.unfinished.find(place), tally.numerator)).collect();
        (last, Missed { name: format!("{last} {survey}"), not_asked, unfinished })
    };
    quarters.map(of).collect()
}

/// A figure as a file has it.
type Line = (String, String, String, Option<u64>, Option<u64>, Option<u64>, Option<String>);

/// Every line of every file of indicators that shows a figure.
fn lines(pages: &BTreeMap<String, Page>) -> BTreeSet<Line> {
    let mut found = BTreeSet::new();
    for page in pages.values().filter(|page| page.address.contains(".csv") && page.status == 200) {
        for row in csv::Reader::from_reader(page.body.as_bytes()).deserialize::<BTreeMap<String, String>>().map(Result::unwrap) {
            let count = |name: &str| row.get(name).and_then(|text| text.parse::<u64>().ok());
            for shown in ["numerator", "denominator", "recorded", "count"].into_iter().filter_map(count) {
                assert!(shown >= 5 && shown % 5 == 0, "{shown} in {}", page.address);
            }
            if let (Some(indicator), Some(value)) = (row.get("indicator"), row.get("value").filter(|value| !value.is_empty())) {
                let text = |name: &str| row[name].clone();
                found.insert((
                    indicator.clone(),
                    text("period"),
                    text("breakdown"),
                    count("numerator"),
                    count("denominator"),
                    count("recorded"),
                    Some(format!("{:.1}", value.parse::<f64>().unwrap())),
                ));
            }
        }
    }
    found
}

fn of_ledger(ledger: &Ledger, definitions: &[Definition]) -> BTreeSet<Line> {
    let mut found = BTreeSet::new();
    for definition in definitions {
        for (period, leaf) in ledger.periods(&definition.key) {
            for (place, figure) in leaf.figures.rows().chain(leaf.shares.rows()).filter_map(|(place, one)| Some((place, one.figure()?))) {
                found.insert((
                    definition.key.clone(),
                    period.to_string(),
                    place.breakdown.code().to_owned(),
                    figure.numerator(),
                    Some(figure.denominator()),
                    figure.recorded(),
                    Some(format!("{:.1}", Figure::value(figure))),
                ));
            }
        }
    }
    found
}

/// Numbers that stand by themselves.
fn numbers(text: &str) -> BTreeSet<i64> {
    text.split(|c: char| !c.is_ascii_alphanumeric() && c != '.').filter_map(|word| word.parse().ok()).collect()
}

/// Nothing on any page names a person, or is a count that was not rounded.
fn says_nothing(pages: &BTreeMap<String, Page>, truth: &Truth) {
    let counts = truth.values().flat_map(BTreeMap::values).flat_map(|tally| [tally.numerator, tally.denominator, tally.recorded]);
    let exact: BTreeSet<i64> = counts.filter(|count| (101..400).contains(count) && count % 5 != 0).collect();
    assert!(!exact.is_empty(), "there is something to be found");
    for (address, page) in pages {
        let headers = page.headers.iter().map(|(name, value)| format!("{name}: {}", value.to_str().unwrap_or_default()));
        let headers = headers.collect::<Vec<_>>().join("\n");
        for name in NAMES.iter().flat_map(|name| [(*name).to_owned(), name.replace(' ', "")]) {
            assert!(!page.body.contains(&name) && !headers.contains(&name), "{name} on {address}");
        }
        if address.starts_with("/commissioner") {
            let said: Vec<i64> = numbers(&crawl::read(page)).intersection(&exact).copied().collect();
            assert!(said.is_empty(), "{said:?} on {address}");
        }
    }
}

#[tokio::test]
async fn of_three_releases_nobody_works_out_a_count_that_is_protected() {
    let mut county = County::new(false);
    let mut pages = BTreeMap::new();
    let mut browser = county.app.commissioner().await;
    for (at, through) in ["2026-08", "2026-09", "2026-10"].into_iter().enumerate() {
        if at > 0 {
            county.goes_on(7 + i8::try_from(at).unwrap());
        }
        release(&county.app, through).await;
        pages.extend(crawl::everything(&mut browser).await.into_iter().map(|(address, page)| (format!("{address} after {through}"), page)));
    }
    let app = &county.app;
    let (ledger, definitions) = (app.state.ledger().await.unwrap(), app.state.all_definitions().await.unwrap());
    let (truth, groups) = (truth(app), groups(app));
    says_nothing(&pages, &truth);
    let (shown, left) = (lines(&pages), of_ledger(&ledger, &definitions));
    let others: Vec<&Line> = shown.difference(&left).collect();
    assert!(others.is_empty() && !shown.is_empty(), "not from the ledger: {others:?}");
    // The ledger has all that was shown, and more: whoever has it all finds nothing.
    let by_month = sheets(&ledger, &definitions, &truth, &groups);
    let small = by_month.values().flatten().flat_map(|sheet| &sheet.figures).filter(|(_, _, tally)| tally.numerator < 5).count();
    assert!(small > 100, "there is much to be found: {small}");
    for (month, sheets) in &by_month {
        let found = attack::attack(sheets, &groups);
        assert!(found.is_empty(), "in {month}: {found:?}");
    }
    // Who was asked stands on the sheets of three months, and who was not heard besides on that of the quarter.
    let missed = missed(&ledger, "settled-accommodation", &truth);
    assert_eq!(missed.keys().map(ToString::to_string).collect::<Vec<_>>(), ["2026-09"]);
    let quarter = ["2026-07", "2026-08", "2026-09"].map(|month| format!("{month} response:settled-accommodation"));
    let months: Vec<Seen> = by_month.into_values().flatten().filter(|sheet| quarter.contains(&sheet.name)).collect();
    for (last, missed) in missed {
        let shown = |counts: &[(Place, Option<u64>, i64)]| counts.iter().filter(|(_, shown, _)| shown.is_some()).count();
        let shown = (shown(&missed.not_asked), shown(&missed.unfinished));
        // Of so small a county little is shown; the laws have larger ones.
        assert!(months.len() == 3 && shown.0 + shown.1 > 0, "there is something to work with: {shown:?}");
        let found = attack::attack_quarter(&months, &missed, &groups);
        assert!(found.is_empty(), "in the quarter to {last}: {found:?}");
    }
}

#[tokio::test]
async fn the_attack_finds_what_hiding_the_small_counts_alone_would_give_away() {
    let county = County::new(false);
    release(&county.app, "2026-08").await;
    let (truth, groups) = (truth(&county.app), groups(&county.app));
    let definitions = county.app.state.all_definitions().await.unwrap();
    let is_share = |one: &&Definition| sheet::reading(one).measure() == Measure::Proportion;
    let shares: BTreeSet<&str> = definitions.iter().filter(is_share).map(|one| one.key.as_str()).collect();
    let naive = truth.iter().filter(|((key, _), _)| shares.contains(key.as_str())).map(|((key, _), own)| {
        let rows: Vec<(Place, Tally)> = own.iter().map(|(place, tally)| (*place, *tally)).collect();
        let shown = Profile::mhsds().release_series(Unreleased::new(rows), Measure::Proportion);
        Seen {
            name: key.clone(),
            people: String::new(),
            scale: None,
            is_complete: false,
            figures: shown.rows().map(|(place, released)| (*place, *released, own[place])).collect(),
            shares: Vec::new(),
        }
    });
    let found: Vec<_> = naive.flat_map(|one| attack::attack(&[one], &groups)).collect();
    assert!(!found.is_empty());
}

/// A page without what differs by chance: identifiers and codes.
fn plain(text: &str) -> String {
    let mut words = String::new();
    let is_chance = |word: &str| word.len() >= 16 && word.contains(|c: char| c.is_ascii_uppercase() || c.is_ascii_digit());
    for word in text.split_inclusive(|c: char| !c.is_ascii_alphanumeric() && !['_', '-'].contains(&c)) {
        words.push_str(if is_chance(word) { "#" } else { word });
    }
    words
}

#[tokio::test]
async fn a_county_with_one_person_more_where_they_are_few_looks_the_same_to_the_last_byte() {
    let mut seen = Vec::new();
    for with_one_more in [false, true] {
        let county = County::new(with_one_more);
        release(&county.app, "2026-08").await;
        let mut browser = county.app.commissioner().await;
        let pages = crawl::everything(&mut browser).await;
        seen.push(pages.into_iter().map(|(address, page)| (plain(&address), plain(&page.body))).collect::<BTreeMap<_, _>>());
    }
    let [one, other] = seen.try_into().unwrap();
    assert_eq!(one.keys().collect::<Vec<_>>(), other.keys().collect::<Vec<_>>());
    for (address, page) in &one {
        let line = page.lines().zip(other[address].lines()).find(|(one, other)| one != other);
        assert!(line.is_none(), "{address}: {line:?}");
    }
}
