//! Files of people and episodes, by those who keep the register of their organisation: sent, looked at line by line, brought
//! in or taken away. No page shows what stands in a file.

pub mod files;
pub mod list;
pub mod one;

use crate::app::App;
use crate::clock::Moment;
use crate::domain::care::import::{Column, Fault};
use crate::i18n::{Locale, MissingMessage};
use crate::store::Error;
use crate::store::imports::{self, Import};
use crate::web::problem::Problem;
use crate::web::right::ManagePeople;
use crate::web::staff::Staff;

/// The address of a file.
fn at(import: &Import) -> String {
    format!("/provider/imports/{}", import.id)
}

/// A file of an organisation whose register they keep; for any other there is no such page.
async fn load(app: &App, staff: &Staff<ManagePeople>, id: &str) -> Result<Import, Problem> {
    let Ok(number) = id.parse::<i64>() else { return Err(staff.refused(app, "page:/provider/imports/{id}").await) };
    let own = staff.organisations();
    match app.store.read("import", move |conn| imports::find(conn, number, &own)).await {
        Err(Error::NotFound) => Err(staff.refused(app, &format!("import:{number}")).await),
        found => Ok(found?),
    }
}

/// A fault of a line as a sentence: what a form says of the same fault, where that does not speak of choosing from a list.
fn sentence(locale: &Locale, fault: Fault) -> Result<String, MissingMessage> {
    let own = format!("imports-fault-{}", fault.code());
    if locale.messages().contains_key(&own) { locale.t(&own, &[]) } else { locale.t(&format!("register-fault-{}", fault.code()), &[]) }
}

/// What a column holds.
fn explained(locale: &Locale, column: Column) -> Result<String, MissingMessage> {
    locale.t(&format!("imports-column-{}", column.code().replace('_', "-")), &[])
}

/// A day and a time of day.
fn moment(app: &App, locale: &Locale, micros: i64) -> String {
    let at = Moment::from_micros(micros).zoned(app.clock.zone());
    format!("{}, {}", locale.date(at.date()), at.strftime("%H:%M"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::care::import::Wrong;
    use crate::domain::care::registration;
    use crate::i18n::Locales;

    #[test]
    fn every_fault_and_every_column_has_its_words_in_every_language() {
        let cells = registration::Fault::ALL.iter().copied().map(Fault::Cell);
        let faults: Vec<Fault> = cells.chain(Wrong::ALL.iter().copied().map(Fault::Line)).collect();
        for locale in Locales::load().unwrap().iter() {
            assert!(faults.iter().all(|fault| sentence(locale, *fault).is_ok()));
            assert!(Column::ALL.iter().all(|column| explained(locale, *column).is_ok()));
        }
    }
}
