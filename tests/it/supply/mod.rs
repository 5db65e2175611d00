//! Values that other data sets supply: what is put in force, what is refused, what is counted of them, and what leaves.

mod command;
mod counting;
mod leaving;
mod pages;

use saywell::domain::access::{Action, Event};
use saywell::domain::indicator::Definition;
use saywell::domain::indicator::definition::Kind;
use saywell::domain::indicator::supplied::{Fault, Outcome};
use saywell::store::supplied::{self, SuppliedValue};
use saywell::store::{Conn, definitions};
use saywell::supplying::{Choice, Taken, supply};

use super::support::{App, NOW};

pub const HEADING: &str = "indicator,organisation,period,stratum,numerator,denominator,status,source,reason";

/// The supplied indicators of the framework, and one of each other kind.
pub const INDICATORS: [(&str, Kind); 3] = [("falls", Kind::Rate), ("deaths", Kind::Ratio), ("fractures", Kind::StandardisedRate)];

pub fn event() -> Event {
    Event::at_command_line(NOW.micros(), Action::ValuesSupplied)
}

impl App {
    /// Saywell with indicators of every kind that is supplied.
    pub fn supplied_with() -> Self {
        let app = Self::spawn();
        let plain = app.state.definitions.all().iter().find(|one| one.key == "crisis-response").unwrap().clone();
        let of_kind = |(key, kind): (&str, Kind)| {
            let (key, title, multiplier) = (key.to_owned(), format!("Indicator of {key}"), Some(1_000));
            Definition { key, title, kind, multiplier, ..plain.clone() }
        };
        let more = INDICATORS.map(of_kind);
        let take = |tx: &mut Conn| {
            definitions::take(tx, &more, NOW)?;
            more.iter().try_for_each(|one| definitions::counted(tx, one, NOW))?;
            definitions::in_force(tx)
        };
        let all = app.store().write_now("definitions", take).unwrap();
        app.state.definitions.replace(all);
        app
    }

    /// Takes a file of those lines.
    pub async fn supply(&self, lines: &[String], choice: Choice) -> Taken {
        let file = format!("{HEADING}\n{}\n", lines.join("\n"));
        supply(&self.state, file.as_bytes(), choice, event()).await.unwrap()
    }

    /// Every revision of an indicator's values: the newest month first, and of each value the newest revision first.
    pub fn revisions(&self, indicator: &str) -> Vec<SuppliedValue> {
        self.store().read_now("history", |conn| supplied::history(conn, indicator)).unwrap()
    }
}

/// What became of each line.
pub fn outcomes(taken: &Taken) -> Vec<Outcome> {
    taken.lines.iter().map(|line| line.outcome).collect()
}

/// The codes of what is wrong with each line.
pub fn faults(taken: &Taken) -> Vec<Vec<&'static str>> {
    taken.lines.iter().map(|line| line.faults.iter().map(|fault: &Fault| fault.code()).collect()).collect()
}
