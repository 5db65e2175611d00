//! The rights people have over data about them, for those who answer for information governance at the organisation that holds
//! the data: what is held, a copy of it, requests and their time, legal holds, leaving data out of figures, and erasure.

pub mod copy;
pub mod erase;
pub mod find;
pub mod hold;
pub mod leave_out;
pub mod person;
mod portable;
pub mod request;
pub mod retention;
mod worded;

pub use portable::{Answer, Answered, Fact, Portable};

use crate::app::App;
use crate::domain::access::{Action, Event};
use crate::domain::care::demographics::Demographics;
use crate::store::ids::{OrganisationId, PersonId};
use crate::store::{self, Error, audit, record};
use crate::web::problem::Problem;
use crate::web::right::ManageRights;
use crate::web::staff::Staff;

/// A record, opened for whoever answers for it.
struct Opened {
    record: record::Record,
    /// Nothing where it was erased, or has no name.
    demographics: Option<Demographics>,
}

impl Opened {
    fn organisation(&self) -> OrganisationId {
        self.record.person.organisation_id
    }

    fn person(&self) -> PersonId {
        self.record.person.id
    }

    /// Where the record stands.
    fn at(&self) -> String {
        format!("/governance/people/{}", self.person().0)
    }

    fn is_erased(&self) -> bool {
        self.record.person.erased_at.is_some()
    }

    /// A line of the trail about this record.
    fn event(&self, app: &App, staff: &Staff<ManageRights>, action: Action) -> Event {
        staff.event(app, action).about(format!("person:{}", self.person().0)).within(self.organisation().0)
    }
}

/// Opens the record of a person at one of the organisations that somebody answers for. Whoever asks for another is refused.
/// That it was looked at is recorded.
async fn open(app: &App, staff: &Staff<ManageRights>, id: &str) -> Result<Opened, Problem> {
    let subject = format!("person:{id}");
    let Ok(id) = id.parse::<i64>() else { return Err(staff.refused(app, "page:/governance/people/{id}").await) };
    let (own, secret) = (staff.organisations(), app.secret.clone());
    let event = staff.event(app, Action::PersonViewed).about(subject.clone());
    let gather = move |tx: &mut _| {
        let organisation = store::people::organisation_of(tx, PersonId(id), &own)?;
        audit::add(tx, &secret, &event.clone().within(organisation.0))?;
        record::gather(tx, organisation, PersonId(id))
    };
    let record = match app.store.write("rights record", gather).await {
        Ok(record) => record,
        Err(Error::NotFound) => return Err(staff.refused(app, &subject).await),
        Err(why) => return Err(why.into()),
    };
    let opened = record.sealed.as_ref().map(|sealed| app.register().open(sealed)).transpose();
    let demographics = opened.map_err(|why| Problem::Internal(why.to_string()))?.flatten();
    Ok(Opened { record, demographics })
}
