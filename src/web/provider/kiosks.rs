//! Shared tablets, for those who look after them: which are in use, a new one, the end of one.

use actix_web::HttpResponse;
use actix_web::web::{Data, Path};

use crate::app::App;
use crate::clock::Moment;
use crate::domain::access::Action;
use crate::i18n::Locale;
use crate::secret::token_hash;
use crate::store::ids::{OrganisationId, SurveyId};
use crate::store::kiosks::{self, Kiosk, Listed};
use crate::store::{Error, audit, organisations, surveys};
use crate::web::form::Fields;
use crate::web::kiosk::token_of;
use crate::web::pages::form::{Back, Choice, Field, Form, Input};
use crate::web::pages::kiosk::{KioskRow, Kiosks};
use crate::web::pages::part::FieldError;
use crate::web::posted::Posted;
use crate::web::problem::Problem;
use crate::web::reply;
use crate::web::right::EnterAnswers;
use crate::web::staff::Staff;
use crate::web::visitor::Visitor;

const LIST: &str = "/provider/kiosks";

/// The longest name of a tablet, in characters.
pub const NAME: usize = 80;

/// Lists the tablets in use.
pub async fn show(app: Data<App>, visitor: Visitor, staff: Staff<EnterAnswers>) -> Result<HttpResponse, Problem> {
    let own = staff.organisations();
    let read = move |conn: &mut _| Ok((kiosks::list(conn, &own)?, surveys::list(conn)?));
    let (listed, all) = app.store.read("kiosks", read).await?;
    let title =
        |key: &str| all.iter().find(|(survey, _)| survey.key == key).map_or_else(|| key.to_owned(), |(_, newest)| newest.title.clone());
    let row = |one: Listed| KioskRow {
        id: one.kiosk.id.to_string(),
        name: one.kiosk.name,
        survey: title(&one.survey),
        organisation: one.organisation,
        since: visitor.locale.date(Moment::from_micros(one.kiosk.created_at).date(app.clock.zone())),
        link: format!("{}/k/{}", app.settings.origin(), token_of(&app, one.kiosk.id)),
    };
    let page = Kiosks {
        rows: listed.into_iter().map(row).collect(),
        hidden: staff.signed_in(&app).hidden,
        text_lang: (visitor.locale.language().primary() != "en").then(|| "en".to_owned()),
    };
    reply::staff_page(&app, &visitor, &page, &staff)
}

/// What a new tablet may be: the surveys that are open, and the organisations of whoever adds it.
struct Offer {
    surveys: Vec<(SurveyId, String)>,
    organisations: Vec<(OrganisationId, String)>,
}

impl Offer {
    async fn to(app: &App, staff: &Staff<EnterAnswers>) -> Result<Self, Problem> {
        let own = staff.organisations();
        let read = move |conn: &mut _| {
            let open = surveys::list(conn)?.into_iter().filter(|(survey, _)| survey.status == "open");
            let held = organisations::list(conn)?.into_iter().filter(|one| own.contains(&one.id));
            Ok(Self {
                surveys: open.map(|(survey, newest)| (survey.id, newest.title)).collect(),
                organisations: held.map(|one| (one.id, one.name)).collect(),
            })
        };
        Ok(app.store.read("what a kiosk may be", read).await?)
    }

    fn form(&self, locale: &Locale, typed: &Fields, faults: &[&str]) -> Result<Form, Problem> {
        let only = |all: &[Choice]| if let [one] = all { one.value.clone() } else { String::new() };
        let choices = |id: &str, all: Vec<Choice>| {
            let chosen = Some(typed.first(id)).filter(|chosen| !chosen.is_empty()).map_or_else(|| only(&all), str::to_owned);
            Input::Radios { options: Field::options(id, all, &chosen) }
        };
        let surveys = self.surveys.iter().map(|(id, title)| Choice::new(id.0.to_string(), title)).collect();
        let organisations = self.organisations.iter().map(|(id, name)| Choice::new(id.0.to_string(), name)).collect();
        let field = |id: &str, input| Ok::<_, Problem>(Field::new(id, locale.t(&format!("kiosks-new-{id}"), &[])?, input));
        let name = field("name", Input::Text { value: typed.first("name").to_owned() })?;
        let mut fields = vec![
            name.hinted(locale.t("kiosks-new-name-hint", &[])?),
            field("survey", choices("survey", surveys))?,
            field("organisation", choices("organisation", organisations))?,
        ];
        for field in fields.iter_mut().filter(|field| faults.contains(&field.id.as_str())) {
            field.errors.push(FieldError::new(field.id.clone(), locale.t(&format!("kiosks-fault-{}", field.id), &[])?));
        }
        Ok(Form {
            heading: locale.t("kiosks-new-heading", &[])?,
            caption: None,
            intro: Vec::new(),
            back: Back { href: LIST.to_owned(), text: locale.t("kiosks-title", &[])? },
            action: format!("{LIST}/new"),
            hidden: Vec::new(),
            fields,
            button: locale.t("kiosks-new-button", &[])?,
            warning: false,
        })
    }

    /// The name, survey and organisation that were typed and chosen, or the fields that are wrong.
    fn read(&self, typed: &Fields) -> Result<(String, SurveyId, OrganisationId), Vec<&'static str>> {
        let name = Some(typed.first("name").trim().to_owned()).filter(|name| (1..=NAME).contains(&name.chars().count()));
        let survey = self.surveys.iter().find(|(id, _)| id.0.to_string() == typed.first("survey")).map(|(id, _)| *id);
        let organisation = self.organisations.iter().find(|(id, _)| id.0.to_string() == typed.first("organisation")).map(|(id, _)| *id);
        let wrong = [("name", name.is_none()), ("survey", survey.is_none()), ("organisation", organisation.is_none())];
        match (name, survey, organisation) {
            (Some(name), Some(survey), Some(organisation)) => Ok((name, survey, organisation)),
            _ => Err(wrong.into_iter().filter(|(_, is_wrong)| *is_wrong).map(|(field, _)| field).collect()),
        }
    }
}

/// Asks what a new tablet is.
pub async fn ask(app: Data<App>, visitor: Visitor, staff: Staff<EnterAnswers>) -> Result<HttpResponse, Problem> {
    let form = Offer::to(&app, &staff).await?.form(&visitor.locale, &Fields::default(), &[])?;
    reply::staff_page(&app, &visitor, &form, &staff)
}

/// Adds a tablet.
pub async fn add(app: Data<App>, visitor: Visitor, staff: Staff<EnterAnswers>, typed: Posted) -> Result<HttpResponse, Problem> {
    let offer = Offer::to(&app, &staff).await?;
    let (name, survey_id, organisation_id) = match offer.read(&typed) {
        Ok(read) => read,
        Err(faults) => return reply::staff_again(&app, &visitor, &offer.form(&visitor.locale, &typed, &faults)?, &staff),
    };
    let id = app.random.id(&app.clock);
    let (token_hash, created_at) = (token_hash(&token_of(&app, id)), app.clock.now().micros());
    let kiosk = Kiosk { id, organisation_id, survey_id, name, token_hash, created_by: staff.account, created_at, ended_at: None };
    let event = staff.event(&app, Action::KioskOpened).about(format!("kiosk:{id}")).within(organisation_id.0);
    let secret = app.secret.clone();
    let work = move |tx: &mut _| {
        kiosks::add(tx, &kiosk)?;
        audit::add(tx, &secret, &event)
    };
    app.store.write("add kiosk", work).await?;
    Ok(reply::see_other(&format!("{LIST}#")))
}

/// Ends the use of a tablet.
pub async fn end(app: Data<App>, staff: Staff<EnterAnswers>, id: Path<i64>, _form: Posted) -> Result<HttpResponse, Problem> {
    let (id, own, now, secret) = (*id, staff.organisations(), app.clock.now().micros(), app.secret.clone());
    let event = staff.event(&app, Action::KioskEnded).about(format!("kiosk:{id}"));
    let work = move |tx: &mut _| if kiosks::end(tx, id, &own, now)? { audit::add(tx, &secret, &event) } else { Ok(()) };
    match app.store.write("end kiosk", work).await {
        Ok(()) => Ok(reply::see_other(&format!("{LIST}#"))),
        Err(Error::NotFound) => Err(staff.refused(&app, &format!("kiosk:{id}")).await),
        Err(why) => Err(why.into()),
    }
}
