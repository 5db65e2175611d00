//! Carrying out the rules of retention: records that no rule keeps are erased, a few at a time, and what was found and done is
//! written down. Records under a legal hold stay.

use crate::app::App;
use crate::domain::access::{Action, Event};
use crate::domain::care::retention::Short;
use crate::store::erasure::{self, Answers, Order, Outcome};
use crate::store::ids::PersonId;
use crate::store::retention::{self as rows, Run, Whose};
use crate::store::{self, Conn, audit};

/// People looked at in one go.
const AT_A_TIME: i64 = 500;

/// What a rule's own erasure gives as its reason.
const REASON: &str = "kept for as long as the rules of retention say";

/// Rows of what goes by age alone, taken out in one go.
const ROWS_AT_A_TIME: i64 = 1000;

/// Carries every rule out. With `is_dry` it counts and changes nothing. What was found is returned, and written down.
pub async fn run(app: &App, is_dry: bool) -> store::Result<Vec<Run>> {
    let mut runs = vec![records(app, is_dry).await?];
    for what in Short::ALL {
        runs.extend(by_age(app, what, is_dry).await?);
    }
    let rows = runs.clone();
    app.store.write("retention run", move |tx| rows.iter().try_for_each(|row| rows::log(tx, row))).await?;
    if runs.iter().any(|run| run.erased > 0) {
        app.store.scrub().await?;
    }
    Ok(runs)
}

/// What goes by age alone. Nothing where none of it is old enough.
async fn by_age(app: &App, what: Short, is_dry: bool) -> store::Result<Option<Run>> {
    let Some(day) = app.retention.short.over_by(what, app.clock.today()) else { return Ok(None) };
    let Ok(midnight) = day.to_zoned(app.clock.zone().clone()) else { return Ok(None) };
    let (before, began_at) = (midnight.timestamp().as_microsecond(), app.clock.now().micros());
    let found = app.store.read("over by age", move |conn| rows::count(conn, what, before)).await?;
    if found == 0 {
        return Ok(None);
    }
    let (mut erased, mut some) = (0, usize::from(!is_dry));
    while some > 0 {
        some = app.store.write("retention sweep", move |tx| rows::sweep(tx, what, before, ROWS_AT_A_TIME)).await?;
        erased += i64::try_from(some).unwrap_or(i64::MAX);
    }
    Ok(Some(Run { id: app.random.id(&app.clock), purpose: what.code().to_owned(), is_dry, found, erased, held: 0, began_at }))
}

/// Looks at every record.
async fn records(app: &App, is_dry: bool) -> store::Result<Run> {
    let began_at = app.clock.now().micros();
    let mut run = Run { id: app.random.id(&app.clock), purpose: "records".to_owned(), is_dry, found: 0, erased: 0, held: 0, began_at };
    let mut after: Option<Whose> = None;
    loop {
        let (rules, today) = (app.retention.clone(), app.clock.today());
        let (over, last) = app.store.read("records over", move |conn| rows::over(conn, &rules, today, after, AT_A_TIME)).await?;
        for whose in over {
            run.found += 1;
            match end(app, whose, is_dry).await? {
                Outcome::Erased(_) if !is_dry => run.erased += 1,
                Outcome::Held => run.held += 1,
                _ => {}
            }
        }
        if last.is_none() {
            break;
        }
        after = last;
    }
    Ok(run)
}

/// Erases one record, or says what would become of it.
async fn end(app: &App, whose: Whose, is_dry: bool) -> store::Result<Outcome> {
    if is_dry {
        let (organisation, person) = whose;
        let held = app.store.read("held", move |conn| store::holds::any(conn, organisation, person)).await?;
        return Ok(if held { Outcome::Held } else { Outcome::Erased(0) });
    }
    let (organisation, person) = whose;
    let (order, event) = (order(app, whose), event(app, person).within(organisation.0));
    let (definitions, secret) = (app.all_definitions().await?, app.secret.clone());
    let work = move |tx: &mut Conn| {
        let outcome = erasure::erase(tx, &order, &definitions)?;
        if matches!(outcome, Outcome::Erased(_)) {
            audit::add(tx, &secret, &event)?;
        }
        Ok(outcome)
    };
    app.store.write("retention erases", work).await
}

/// What was answered stays in the figures: it is old, and nobody stands behind it any more.
fn order(app: &App, (organisation, person): Whose) -> Order {
    Order {
        id: app.random.id(&app.clock),
        organisation,
        person,
        by: None,
        reason: REASON.to_owned(),
        answers: Answers::Kept,
        at: app.clock.now().micros(),
    }
}

fn event(app: &App, person: PersonId) -> Event {
    Event {
        at: app.clock.now().micros(),
        account: None,
        actor: "saywell".to_owned(),
        organisation: None,
        action: Action::PersonErased,
        subject: format!("person:{}", person.0),
        reason: REASON.to_owned(),
        network: String::new(),
        detail: "answers kept".to_owned(),
    }
}
