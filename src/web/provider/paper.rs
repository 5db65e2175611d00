//! A form on paper for one person: with the code of their invitation, so that what they write finds its way back to them. Looking
//! up whose it is, and printing it, is recorded.

use actix_web::HttpResponse;
use actix_web::web::{Data, Path, Query};
use serde::Deserialize;

use crate::app::App;
use crate::domain::access::Action;
use crate::domain::care::demographics::Demographics;
use crate::domain::care::need::Need;
use crate::domain::survey::{Language, Respondent};
use crate::paper::survey::Own;
use crate::secret::{Purpose, token_hash};
use crate::store::demographics::Row;
use crate::store::ids::{InvitationId, PersonId};
use crate::store::invitations::Invitation;
use crate::store::people::{self, Ask};
use crate::store::{Error, audit, demographics, invitations, organisations, stops};
use crate::web::printing::{Printed, pdf, print};
use crate::web::problem::Problem;
use crate::web::right::EnterAnswers;
use crate::web::staff::Staff;

/// Whom a form is for, and what they are asked.
struct Asked {
    ask: Ask,
    language: String,
    needs: Vec<Need>,
    record: Option<Row>,
}

/// In whose words the form is.
#[derive(Debug, Deserialize)]
pub struct Reader {
    /// `another` for somebody who answers for the person.
    #[serde(rename = "for")]
    whose: Option<String>,
}

/// The form of one invitation of a person.
pub async fn show(
    app: Data<App>,
    staff: Staff<EnterAnswers>,
    at: Path<(String, String)>,
    reader: Query<Reader>,
) -> Result<HttpResponse, Problem> {
    let (Ok(person), Ok(invitation)) = (at.0.parse::<i64>(), at.1.parse::<i64>()) else {
        return Err(staff.refused(&app, "page:/provider/people/{id}/paper/{invitation}.pdf").await);
    };
    let about = format!("person:{person}");
    let asked = match asked(&app, &staff, PersonId(person), InvitationId(invitation)).await {
        Ok(found) => found.ok_or(Problem::NotWanted)?,
        Err(Error::NotFound) => return Err(staff.refused(&app, &about).await),
        Err(why) => return Err(why.into()),
    };
    let record = asked.record.as_ref().map(|row| app.register().open(row)).transpose();
    let record = record.map_err(|why| Problem::Internal(why.to_string()))?.flatten().ok_or(Problem::NotWanted)?;
    let current = app.catalogue.current(&app.store, &asked.ask.survey).await?;
    let respondent = if reader.whose.as_deref() == Some("another") { Respondent::Proxy } else { Respondent::Self_ };
    let printed = Printed {
        journey: app.catalogue.worded(&app.store, current.version_id, respondent.code()).await?,
        reader: Language::parse(&asked.language),
        large: asked.needs.contains(&Need::LargePrint),
        person: Some(own(&app, &asked.ask.invitation, &record)),
        event: None,
    };
    Ok(pdf("form.pdf", print(&app, printed).await?))
}

/// Finds the invitation and notes that it was printed; nothing where the person is not to be asked any more.
async fn asked(app: &App, staff: &Staff<EnterAnswers>, id: PersonId, invitation: InvitationId) -> Result<Option<Asked>, Error> {
    let (own, secret, today, now) = (staff.organisations(), app.secret.clone(), app.clock.today(), app.clock.now().micros());
    let event = staff.event(app, Action::PaperPrinted).about(format!("person:{}", id.0)).with(format!("invitation:{}", invitation.0));
    let work = move |tx: &mut _| {
        let theirs = organisations::sharing_people_with(tx, &own)?;
        let record = people::find(tx, id, &theirs)?;
        let mut asks = record.episodes.iter().flat_map(|(_, asks)| asks);
        let ask = asks.find(|ask| ask.invitation.id == invitation).cloned().ok_or(Error::NotFound)?;
        let person = record.person;
        let stops = stops::of_people(tx, person.organisation_id, &[id])?;
        let is_stopped = stops::standing(&person, &stops).why_not(today).is_some();
        if is_stopped || is_over(&ask, now) {
            return Ok(None);
        }
        let code = secret.code(Purpose::Spoken, invitation.0);
        let hashes = [token_hash(&secret.link_token(invitation.0)), secret.code_hash(Purpose::Spoken, &code)];
        invitations::reachable(tx, invitation, hashes)?;
        audit::add(tx, &secret, &event.clone().within(person.organisation_id.0))?;
        let row = demographics::find(tx, person.organisation_id, id)?;
        Ok(Some(Asked { ask, language: person.language, needs: Need::list(person.needs.as_deref().unwrap_or_default()), record: row }))
    };
    app.store.write("paper printed", work).await
}

/// True when nobody waits for an answer any more.
fn is_over(ask: &Ask, now: i64) -> bool {
    let Invitation { finished_at, declined_at, not_asked, expires_at, .. } = &ask.invitation;
    ask.answered.is_some() || finished_at.is_some() || declined_at.is_some() || not_asked.is_some() || *expires_at <= now
}

fn own(app: &App, invitation: &Invitation, record: &Demographics) -> Own {
    let id = invitation.id.0;
    Own {
        name: record.salutation().to_owned(),
        code: app.secret.code(Purpose::Spoken, id),
        link: format!("{}/i/{}", app.settings.origin(), app.secret.link_token(id)),
    }
}
