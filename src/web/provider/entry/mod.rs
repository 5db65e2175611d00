//! Answers that staff enter: what somebody says by phone or in person, page by page, and what stands on a paper, all at once.
//! Staff never see what was answered before; whatever they enter is a draft of its own.

pub mod assisted;
pub mod differences;
pub mod paper;
mod sending;
mod sheet;

use crate::app::App;
use crate::domain::access::Action;
use crate::i18n::Locale;
use crate::store::entries::{self, Asked};
use crate::store::ids::{InvitationId, PersonId};
use crate::store::responses::Response;
use crate::store::{Error, audit, organisations};
use crate::web::pages::entry::Over;
use crate::web::pages::part::grouped;
use crate::web::problem::Problem;
use crate::web::right::EnterAnswers;
use crate::web::staff::Staff;

/// A request to answer that staff enter answers for.
pub struct Entry {
    pub asked: Asked,
    /// The name of the person, or their number where no name is kept.
    pub name: String,
    /// The title of the survey.
    pub title: String,
    is_open: bool,
}

impl Entry {
    /// The request with that number, to that person. Seeing whose it is is recorded; a request that is not of somebody in
    /// one's care is [`Problem::NotFound`], and recorded too.
    pub async fn load(app: &App, locale: &Locale, staff: &Staff<EnterAnswers>, ids: (i64, i64)) -> Result<Self, Problem> {
        let (own, secret, subject) = (staff.organisations(), app.secret.clone(), format!("person:{}", ids.0));
        let event = staff.event(app, Action::PersonViewed).about(subject.clone());
        let find = move |tx: &mut _| {
            let theirs = organisations::sharing_people_with(tx, &own)?;
            let asked = entries::find(tx, &theirs, PersonId(ids.0), InvitationId(ids.1))?;
            audit::add(tx, &secret, &event.clone().within(asked.episode.organisation_id.0))?;
            Ok(asked)
        };
        let asked = match app.store.write("find entry", find).await {
            Ok(asked) => asked,
            Err(Error::NotFound) => return Err(staff.refused(app, &subject).await),
            Err(why) => return Err(why.into()),
        };
        let current = app.catalogue.current(&app.store, &asked.survey).await?;
        let title = current.journey.definition().title.in_language(locale.language()).to_owned();
        Ok(Self { name: name_of(app, locale, &asked)?, title, is_open: current.survey.status == "open", asked })
    }

    /// The page that says why nothing can be entered any more, where that is so.
    pub fn over(&self) -> Option<Over> {
        let why = match (self.asked.is_answered, self.is_open) {
            (true, _) => "answered",
            (false, false) => "closed",
            (false, true) => return None,
        };
        Some(Over { name: self.name.clone(), survey: self.title.clone(), why: why.to_owned(), back: self.person_address() })
    }

    /// The page of the person.
    pub fn person_address(&self) -> String {
        format!("/provider/people/{}", self.asked.episode.person_id.0)
    }

    /// The address of something that is done for this request.
    pub fn address(&self, what: &str) -> String {
        format!("{}/{what}/{}", self.person_address(), self.asked.invitation.id.0)
    }

    /// A draft that belongs to this request.
    pub fn belonging(&self, draft: Response) -> Response {
        Response {
            organisation_id: Some(self.asked.episode.organisation_id),
            locality_id: self.asked.episode.locality_id,
            episode_id: Some(self.asked.episode.id),
            invitation_id: Some(self.asked.invitation.id),
            timepoint: self.asked.invitation.timepoint.clone(),
            ..draft
        }
    }
}

/// What a person is called on the pages of whoever enters their answers.
pub fn name_of(app: &App, locale: &Locale, asked: &Asked) -> Result<String, Problem> {
    let opened = asked.record.as_ref().map(|row| app.register().open(row)).transpose();
    let record = opened.map_err(|why| Problem::Internal(why.to_string()))?.flatten();
    let number = || locale.t("person-title", &[("number", grouped(&asked.episode.person_id.0.to_string()).join(" ").into())]);
    Ok(record.map(|record| record.name()).filter(|name| !name.is_empty()).map_or_else(number, Ok)?)
}
