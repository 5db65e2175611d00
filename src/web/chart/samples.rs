//! Charts to test with: as they come, and as badly as they can come.

use super::{
    Better, Bounds, Caption, Compared, Comparison, ComparisonWords, Control, ControlWords, Funnel, FunnelWords, Group, Place, Reading,
    Rung, Section, Shares, SharesWords, Signal, Split, Tile, TileMap, TileWords, Verdict, Width, Zone, file, letter, on_page,
};

pub(super) const CAPTION: Caption<'static> = Caption { title: "Settled <home> & work", description: "Rose from \"41%\" to 62%." };

pub(super) const CONTROL: ControlWords<'static> = ControlWords {
    centre: "Mean",
    upper: "Upper process limit",
    lower: "Lower process limit",
    target: "Target",
    improvement: "Special cause: improvement",
    concern: "Special cause: concern",
    notable: "Special cause, neither better nor worse",
    provisional: "May still change",
    withheld: "Not shown, because few people are counted",
};

pub(super) const FUNNEL: FunnelWords<'static> = FunnelWords {
    size: "People in the denominator",
    average: "Average of all providers",
    inner: "95% limits",
    outer: "99.8% limits",
    within: "Within the limits",
    between: "Beyond the 95% limits",
    beyond: "Beyond the 99.8% limits",
    selected: "Your organisation",
    withheld: "Some are not shown, because few people are counted",
};

pub(super) const COMPARISON: ComparisonWords<'static> = ComparisonWords {
    benchmark: "County average",
    interval: "95% interval",
    better: "Better than the county",
    worse: "Worse than the county",
    similar: "No clear difference",
    different: "Different",
    unjudged: "Not compared",
    withheld: "Not shown, because few people are counted",
};

const LONG: &str =
    "People whose episode of care was open at the end of the month and who were asked at least once in the twelve months before";

pub(super) const SHARES: SharesWords<'static> =
    SharesWords { eligible: "Share of people eligible", finished: "Share of those who finished", withheld: "Not shown" };

pub(super) fn per_cent(value: f64) -> String {
    let tenths = (value * 10.0).round() / 10.0;
    format!("{tenths}%")
}

pub(super) fn plain(value: f64) -> String {
    format!("{}", (value * 10.0).round() / 10.0)
}

/// A chart as all that can be asked of it: the page, and both files.
pub(super) fn forms(chart: &impl super::Chart) -> (String, [String; 2]) {
    (on_page(chart, "c1"), Width::BOTH.map(|width| file(chart, width)))
}

/// Named charts, each drawn in all its forms.
pub(super) type Drawn = Vec<(&'static str, (String, [String; 2]))>;

pub(super) fn zloty(value: f64) -> String {
    format!("{value:.0} złotych na mieszkańca")
}

pub(super) fn control<'a>(readings: &'a [Reading], splits: &'a [Split], number: &'a dyn Fn(f64) -> String) -> Control<'a> {
    let bounds = Bounds { lowest: Some(0.0), highest: None };
    Control { caption: CAPTION, readings, splits, target: Some(68.0), better: Better::Higher, bounds, words: CONTROL, number }
}

/// So many months around a level, every seventh withheld, with a signal here and there.
pub(super) fn months(count: u32, level: f64) -> Vec<Reading> {
    const NAMES: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    let reading = |month: u32| {
        let swing = f64::from((month * 37) % 11) - 5.0 + if month > count * 2 / 3 { 8.0 } else { 0.0 };
        let signal = match month {
            month if month > count * 2 / 3 => Signal::Improvement,
            5 => Signal::Concern,
            9 => Signal::Notable,
            _ => Signal::Common,
        };
        let centre = if month >= count / 2 { level * 1.05 } else { level };
        Reading {
            label: format!("{} {}", NAMES[(month % 12) as usize], 2029 + month / 12),
            value: (month % 7 != 3).then_some(level + swing * level / 50.0),
            signal,
            centre: Some(centre),
            limits: Some((centre * 0.86, centre * 1.14)),
            provisional: month + 1 == count,
        }
    };
    (0..count).map(reading).collect()
}

fn split(at: usize) -> Split {
    Split { at, label: "Recalculated from July 2030: a new service model began in all four localities".to_owned() }
}

/// P-chart: limits differ from point to point.
fn varying() -> Vec<Reading> {
    let vary = |(place, reading): (usize, Reading)| {
        let half = 4.0 + f64::from(u32::try_from((place * 5) % 7).unwrap());
        Reading { centre: Some(60.0), limits: Some((60.0 - half, 60.0 + half)), ..reading }
    };
    months(20, 60.0).into_iter().enumerate().map(vary).collect()
}

pub(super) fn controls() -> Drawn {
    let all_hidden: Vec<Reading> = months(12, 60.0).into_iter().map(|reading| Reading { value: None, ..reading }).collect();
    let polish: Vec<Reading> =
        months(6, 60.0).into_iter().map(|reading| Reading { label: "październik–grudzień 2031".to_owned(), ..reading }).collect();
    let wordy = vec![Reading { label: format!("{} and so on", polish[0].label.repeat(3)), ..polish[0].clone() }; 5];
    let below: Vec<Reading> = months(24, -6.0);
    let bounds = Bounds::default();
    vec![
        ("control", forms(&control(&months(24, 60.0), &[split(12)], &per_cent))),
        ("control-p", forms(&control(&varying(), &[], &per_cent))),
        ("control-one", forms(&control(&months(1, 60.0), &[], &per_cent))),
        ("control-sixty", forms(&control(&months(60, 60.0), &[split(30), split(45)], &per_cent))),
        ("control-hidden", forms(&control(&all_hidden, &[split(6)], &per_cent))),
        ("control-huge", forms(&Control { target: Some(2e9), ..control(&months(30, 1.9e9), &[], &zloty) })),
        ("control-negative", forms(&Control { target: None, bounds, better: Better::Lower, ..control(&below, &[], &plain) })),
        ("control-wordy", forms(&control(&wordy, &[], &per_cent))),
        ("control-polish", forms(&control(&polish, &[], &per_cent))),
    ]
}

pub(super) fn rungs(average: f64, largest: u32) -> Vec<Rung> {
    let rung = |step: u32| {
        // Denser where the curves bend.
        let size = f64::from(largest) * (f64::from(step) / 40.0).powi(3) + 3.0;
        let sd = (average * (100.0 - average) / size).sqrt();
        let between = |z: f64| ((average - z * sd).max(0.0), (average + z * sd).min(100.0));
        Rung { size, inner: between(1.96), outer: between(3.09) }
    };
    (1..=40).map(rung).collect()
}

pub(super) fn places(count: u32) -> Vec<Place> {
    let place = |rank: u32| {
        let size = 12.0 + f64::from((rank * 53) % 190) * 2.0;
        let off = (f64::from((rank * 29) % 13) - 6.0) / 2.2;
        let zone = match off.abs() {
            off if off > 2.5 => Zone::Beyond,
            off if off > 1.9 => Zone::Between,
            _ => Zone::Within,
        };
        Place {
            letter: letter(rank as usize),
            name: "Źródło Wsparcia".to_owned(),
            size,
            value: (rank % 6 != 5).then_some((62.0 + off * 48.0 / size.sqrt()).clamp(0.0, 100.0)),
            zone,
            selected: rank == 3,
        }
    };
    (0..count).map(place).collect()
}

pub(super) fn funnel<'a>(places: &'a [Place], rungs: &'a [Rung]) -> Funnel<'a> {
    Funnel { caption: CAPTION, places, average: 62.0, rungs, bounds: Bounds::PER_CENT, words: FUNNEL, number: &per_cent, count: &plain }
}

pub(super) fn funnels() -> Drawn {
    let limits = rungs(62.0, 420);
    let hidden: Vec<Place> = places(8).into_iter().map(|place| Place { value: None, ..place }).collect();
    let close: Vec<Place> = places(14)
        .into_iter()
        .map(|place| Place { size: 100.0 + place.size / 50.0, value: place.value.map(|v| 60.0 + v / 40.0), ..place })
        .collect();
    let huge: Vec<Place> = places(9).into_iter().map(|place| Place { size: place.size * 1e7, ..place }).collect();
    vec![
        ("funnel", forms(&funnel(&places(12), &limits))),
        ("funnel-one", forms(&funnel(&places(1), &limits))),
        ("funnel-sixty", forms(&funnel(&places(60), &limits))),
        ("funnel-wordy", forms(&Funnel { words: FunnelWords { size: LONG, ..FUNNEL }, ..funnel(&places(12), &limits) })),
        ("funnel-hidden", forms(&funnel(&hidden, &limits))),
        ("funnel-close", forms(&funnel(&close, &limits))),
        ("funnel-huge", forms(&funnel(&huge, &rungs(62.0, 4_000_000_000)))),
    ]
}

pub(super) fn compared(count: u32, level: f64) -> Vec<Compared> {
    let names = ["Haven", "Northside Mind & Community Wellbeing Partnership", "Źdźbło", "Riverside NHS Foundation Trust", "Ty Cynnes"];
    let verdicts = [Verdict::Better, Verdict::Similar, Verdict::Worse, Verdict::Different, Verdict::Unjudged];
    let row = |rank: u32| {
        let value = level + level / 12.0 * (f64::from((rank * 7) % 9) - 4.0);
        let half = level.abs() / 20.0 * f64::from(1 + rank % 3);
        Compared {
            name: names[rank as usize % 5].to_owned(),
            value: (rank % 4 != 3).then_some(value),
            limits: Some((value - half, value + half)),
            verdict: verdicts[rank as usize % 5],
            selected: rank == 1,
        }
    };
    (0..count).map(row).collect()
}

pub(super) fn comparison(rows: &[Compared]) -> Comparison<'_> {
    let bounds = Bounds::default();
    Comparison { caption: CAPTION, rows, benchmark: Some(58.0), better: Better::Higher, bounds, words: COMPARISON, number: &per_cent }
}

pub(super) fn comparisons() -> Drawn {
    let hidden: Vec<Compared> = compared(4, 60.0).into_iter().map(|row| Compared { value: None, ..row }).collect();
    let wordy = ComparisonWords { benchmark: LONG, ..COMPARISON };
    let long: Vec<Compared> = compared(3, 60.0)
        .into_iter()
        .map(|row| Compared {
            name: "Towarzystwo Przyjaciół Osób z Niepełnosprawnościami imienia Konstantego Ildefonsa Gałczyńskiego".into(),
            ..row
        })
        .collect();
    vec![
        ("comparison", forms(&comparison(&compared(8, 60.0)))),
        ("comparison-one", forms(&comparison(&compared(1, 60.0)))),
        ("comparison-sixty", forms(&comparison(&compared(60, 60.0)))),
        ("comparison-wordy", forms(&Comparison { number: &zloty, words: wordy, ..comparison(&compared(4, 7e11)) })),
        ("comparison-hidden", forms(&comparison(&hidden))),
        ("comparison-long", forms(&comparison(&long))),
        ("comparison-negative", forms(&Comparison { benchmark: Some(-2.0), number: &plain, ..comparison(&compared(6, -3.0)) })),
        ("comparison-huge", forms(&Comparison { benchmark: Some(7e11), number: &plain, ..comparison(&compared(6, 7e11)) })),
    ]
}

pub(super) fn tiles(columns: u16, rows: u16) -> Vec<Tile> {
    const NAMES: [&str; 6] = ["Northgate", "Wye", "Świętokrzyskie", "St Mary & Holme", "Eastfield", "Old Town"];
    let tile = |place: u16| Tile {
        code: format!("{}{}", letter(usize::from(place % 26)), place % 10),
        name: NAMES[usize::from(place % 6)].to_owned(),
        row: place / columns,
        column: place % columns,
        value: (place % 9 != 7).then_some(f64::from((place * 17) % 60) + 25.0),
        selected: place == 2,
    };
    (0..columns * rows).map(tile).collect()
}

pub(super) fn tile_map<'a>(tiles: &'a [Tile], breaks: &'a [f64], classes: &'a [String]) -> TileMap<'a> {
    let words = TileWords { classes, withheld: "Not shown, because few people are counted" };
    TileMap { caption: CAPTION, tiles, breaks, words, number: &per_cent }
}

pub(super) fn tile_maps() -> Drawn {
    let breaks = [35.0, 45.0, 55.0, 65.0];
    let classes = ["under 35%", "35% to under 45%", "45% to under 55%", "55% to under 65%", "65% and more"].map(str::to_owned);
    let six = ["a", "b", "c", "d", "e", "f"].map(str::to_owned);
    let hidden: Vec<Tile> = tiles(4, 3).into_iter().map(|tile| Tile { value: None, ..tile }).collect();
    vec![
        ("tiles", forms(&tile_map(&tiles(5, 4), &breaks, &classes))),
        ("tiles-one", forms(&tile_map(&tiles(1, 1), &breaks, &classes))),
        ("tiles-many", forms(&tile_map(&tiles(9, 7), &breaks, &classes))),
        ("tiles-hidden", forms(&tile_map(&hidden, &breaks, &classes))),
        ("tiles-six", forms(&tile_map(&tiles(6, 2), &[30.0, 40.0, 50.0, 60.0, 70.0, 80.0], &six))),
    ]
}

pub(super) fn sections() -> Vec<Section> {
    let group = |name: &str, eligible: Option<f64>, finished: Option<f64>| Group {
        name: name.to_owned(),
        eligible,
        finished,
        marked: eligible.zip(finished).is_some_and(|(one, other)| one - other > 8.0),
    };
    vec![
        Section {
            heading: "Age".to_owned(),
            groups: vec![
                group("18 to 29", Some(31.0), Some(18.5)),
                group("30 to 64", Some(44.0), Some(55.0)),
                group("65 and over", Some(25.0), Some(26.5)),
            ],
        },
        Section {
            heading: "Where people live, by deprivation".to_owned(),
            groups: vec![
                group("Most deprived fifth", Some(36.0), None),
                group("Osoby mieszkające w najbardziej oddalonych miejscowościach hrabstwa", Some(12.0), Some(12.0)),
                group("Not known", None, None),
            ],
        },
    ]
}

pub(super) fn shares(sections: &[Section]) -> Shares<'_> {
    Shares { caption: CAPTION, sections, words: SHARES, number: &per_cent }
}

pub(super) fn all_shares() -> Drawn {
    let mut hidden = sections();
    hidden.iter_mut().flat_map(|section| &mut section.groups).for_each(|group| (group.eligible, group.finished) = (None, None));
    vec![("shares", forms(&shares(&sections()))), ("shares-hidden", forms(&shares(&hidden)))]
}

pub(super) fn all() -> Drawn {
    [controls(), funnels(), comparisons(), tile_maps(), all_shares()].concat()
}
