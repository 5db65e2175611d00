//! One line of the audit trail in full, and whether it agrees with the lines beside it.

use actix_web::HttpResponse;
use actix_web::web::{Data, Path};

use super::{action, may_see, moment, names, organisation, within_reach};
use crate::app::App;
use crate::domain::access::{Chain, Fault};
use crate::secret::Purpose;
use crate::store::audit::{self, Line};
use crate::store::{Error, trail};
use crate::web::pages::governance::{Check, LinePage};
use crate::web::problem::Problem;
use crate::web::reply;
use crate::web::right::ReadAudit;
use crate::web::staff::Staff;
use crate::web::visitor::Visitor;

/// Shows a line.
pub async fn show(app: Data<App>, visitor: Visitor, staff: Staff<ReadAudit>, number: Path<String>) -> Result<HttpResponse, Problem> {
    let number: i64 = number.parse().map_err(|_| Problem::NotFound)?;
    let held = staff.organisations();
    let find = move |conn: &mut _| {
        let (reach, organisations) = within_reach(conn, &held)?;
        let (lines, (end, _)) = (trail::around(conn, number)?, audit::end(conn)?);
        let line = lines.iter().find(|line| line.number == number).cloned().ok_or(Error::NotFound)?;
        Ok((may_see(&reach, &line), organisations, lines, line, end.map_or(0, |end| end.number)))
    };
    let (may_see, organisations, around, line, end) = app.store.read("audit line", find).await?;
    if !may_see {
        return Err(staff.refused(&app, &format!("audit:{number}")).await);
    }
    let locale = &visitor.locale;
    let page = LinePage {
        number: locale.whole(number),
        at: moment(&app, locale, line.at),
        who: line.actor.clone(),
        account: line.account_id.map(|id| id.to_string()),
        organisation: organisation(&names(&organisations), &line),
        action: action(locale, &line.action)?,
        subject: line.subject.clone(),
        reason: line.reason.clone(),
        network: line.network.clone(),
        detail: line.detail.clone(),
        check: check(&app, &around, number, end),
        hash: line.hash,
        previous_hash: line.previous_hash,
    };
    reply::staff_page(&app, &visitor, &page, &staff)
}

/// Checks a line and those beside it, which must be there unless the trail begins or ends here.
fn check(app: &App, around: &[Line], number: i64, end: i64) -> Check {
    let sign = |text: &str| app.secret.sign(Purpose::Audit, text);
    let mut chain = if number <= 1 { Chain::new(sign, Vec::new()) } else { Chain::amid(sign) };
    let faults: Vec<Fault> = around.iter().flat_map(|line| chain.read(&line.recorded(), &line.hash)).collect();
    let is_there = |number: i64| around.iter().any(|line| line.number == number);
    if faults.iter().any(|fault| matches!(fault, Fault::Altered(of) | Fault::Added(of, _) if *of == number)) {
        Check::Altered
    } else if !faults.is_empty() || (number > 1 && !is_there(number - 1)) || (number < end && !is_there(number + 1)) {
        Check::Neighbours
    } else {
        Check::Sound
    }
}
