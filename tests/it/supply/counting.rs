//! What is counted of files: what counting anew gives, whatever came in which order.

use std::collections::BTreeMap;

use diesel::prelude::*;
use saywell::domain::indicator::supplied::Outcome;
use saywell::domain::indicator::{Definition, Period};
use saywell::store::schema::facts as table;
use saywell::store::{Conn, cells, facts};
use saywell::supplying::Choice;

use super::super::support::{App, NOW};
use super::{faults, outcomes};

type Fact = ((String, i64, i32), (i32, Option<i32>, i64), (i64, i64, i64));

fn figures(app: &App) -> (cells::Sums, Vec<Fact>) {
    let read = |conn: &mut Conn| {
        let key = (table::indicator, table::subject_id, table::part);
        let columns = (key, (table::from_period, table::to_period, table::age), (table::numerator, table::denominator, table::value_sum));
        Ok((cells::all(conn)?, table::table.order(key).select(columns).load(conn)?))
    };
    app.store().read_now("figures", read).unwrap()
}

fn count_anew(app: &App) {
    let all: Vec<Definition> = app.state.definitions.all().to_vec();
    app.store().write_now("rebuild", |tx| facts::rebuild(tx, &all, NOW, |_| {})).unwrap();
}

/// Numbers that look like chance and are the same in every run.
struct Dice(u64);

impl Dice {
    fn below(&mut self, most: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % most
    }

    fn line(&mut self, providers: &[i64]) -> String {
        let indicators = ["crisis-response", "smi-mortality", "falls", "deaths", "fractures"];
        let indicator = indicators[usize::try_from(self.below(5)).unwrap()];
        let provider = providers[usize::try_from(self.below(3)).unwrap()];
        let ages = ["0-64", "65+"][usize::try_from(self.below(2)).unwrap()];
        let stratum = if indicator == "fractures" { ages } else { "" };
        let (month, below) = (1 + self.below(10), self.below(40));
        let (all, status) = (40 + self.below(9), if self.below(2) == 0 { "final" } else { "provisional" });
        format!("{indicator},X{provider},2026-{month:02},{stratum},{below},{all},{status},Register,known better")
    }
}

#[tokio::test]
async fn counting_anew_gives_exactly_what_counting_file_by_file_gave() {
    let app = App::supplied_with();
    let providers: Vec<i64> = ["North", "South", "West"].iter().map(|name| app.with_provider(name).0).collect();
    let mut dice = Dice(7);
    let mut restated = 0;
    for _ in 0..12 {
        let lines: Vec<String> = (0..25).map(|_| dice.line(&providers)).collect();
        let taken = app.supply(&lines, Choice::ValidLines).await;
        restated += taken.count(Outcome::Restate) + taken.count(Outcome::Replace);
        let kept_up = figures(&app);
        count_anew(&app);
        assert!(figures(&app) == kept_up, "after a file of {lines:?}");
    }
    let by_kind: BTreeMap<String, usize> = figures(&app).1.into_iter().fold(BTreeMap::new(), |mut sums, fact| {
        *sums.entry(fact.0.0).or_default() += 1;
        sums
    });
    assert!(restated > 20 && by_kind.len() == 5, "{restated} {by_kind:?}");
}

#[tokio::test]
async fn a_value_counts_in_as_many_months_as_the_indicator_adds_up() {
    let app = App::supplied_with();
    let north = app.with_provider("North").0;
    app.supply(&[format!("smi-mortality,X{north},2026-01,,3,600,final,Register,")], Choice::AllOrNothing).await;
    let (cells, facts) = figures(&app);
    let period = |text: &str| Period::parse(text).unwrap().number();
    assert_eq!((facts[0].1.0, facts[0].1.1), (period("2026-01"), Some(period("2027-01"))));
    let at = |month: &str| cells[&("smi-mortality@1".to_owned(), "provider".to_owned(), north, period(month))];
    assert_eq!((at("2026-01"), at("2027-01")), ([3, 600, 600, 0, 0], [-3, -600, -600, 0, 0]));
}

#[tokio::test]
async fn a_provisional_value_becomes_final_and_is_restated_and_every_revision_stays() {
    let app = App::supplied_with();
    let north = app.with_provider("North").0;
    let line = |numbers: &str, status: &str, reason: &str| vec![format!("falls,X{north},2026-09,,{numbers},{status},Register,{reason}")];
    let first = app.supply(&line("30,4000", "provisional", ""), Choice::AllOrNothing).await;
    let second = app.supply(&line("31,4000", "final", ""), Choice::AllOrNothing).await;
    let unsaid = app.supply(&line("32,4000", "final", ""), Choice::ValidLines).await;
    let third = app.supply(&line("32,4000", "final", "two were found late"), Choice::AllOrNothing).await;
    let again = app.supply(&line("32,4000", "final", "two were found late"), Choice::AllOrNothing).await;
    assert_eq!(
        [outcomes(&first), outcomes(&second), outcomes(&third), outcomes(&again)].concat(),
        [Outcome::Add, Outcome::Replace, Outcome::Restate, Outcome::Same]
    );
    assert_eq!((faults(&unsaid), unsaid.is_written, again.is_written), (vec![vec!["reason-missing"]], false, false));
    let said: Vec<_> =
        app.revisions("falls").into_iter().map(|one| (one.revision, one.numerator, one.status, one.reason, one.superseded_at)).collect();
    let reason = Some("two were found late".to_owned());
    assert_eq!(
        said,
        [
            (3, 32, "final".to_owned(), reason, None),
            (2, 31, "final".to_owned(), None, Some(NOW.micros())),
            (1, 30, "provisional".to_owned(), None, Some(NOW.micros())),
        ]
    );
    let (cells, facts) = figures(&app);
    assert_eq!((facts.len(), facts[0].2.0), (1, 32));
    assert!(cells.values().all(|sums| sums[0].abs() == 32));
}

#[tokio::test]
async fn all_or_nothing_is_nothing_where_a_line_is_refused_and_looking_writes_nothing() {
    let app = App::supplied_with();
    let north = app.with_provider("North").0;
    let lines = [format!("falls,X{north},2026-09,,30,4000,final,Register,"), format!("falls,X{north},2026-13,,30,4000,final,Register,")];
    for choice in [Choice::DryRun, Choice::AllOrNothing] {
        let taken = app.supply(&lines, choice).await;
        assert_eq!((outcomes(&taken), taken.is_written), (vec![Outcome::Add, Outcome::Refuse], false));
        assert!(app.revisions("falls").is_empty());
    }
    let taken = app.supply(&lines, Choice::ValidLines).await;
    let rows = app.revisions("falls");
    assert_eq!((taken.is_written, rows.len(), rows[0].file_sha256.as_ref()), (true, 1, Some(&taken.file)));
    assert_eq!(app.audited(saywell::domain::access::Action::ValuesSupplied).len(), 1);
}
