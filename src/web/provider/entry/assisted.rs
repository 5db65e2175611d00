//! Entering what somebody says: how they say it is asked first, then the questions are the same pages as everybody's.

use actix_web::HttpResponse;
use actix_web::web::{Data, Path};

use super::Entry;
use crate::app::App;
use crate::i18n::Locale;
use crate::secret::Purpose;
use crate::store::responses::Response;
use crate::store::{self, invitations};
use crate::web::pages::form::{Back, Choice, Field, Form, Input};
use crate::web::pages::part::FieldError;
use crate::web::posted::Posted;
use crate::web::problem::Problem;
use crate::web::respond::draft::{kept_until, open_survey};
use crate::web::respond::start;
use crate::web::right::EnterAnswers;
use crate::web::staff::Staff;
use crate::web::visitor::Visitor;
use crate::web::{reply, respond};

/// The ways, each with the mode and the assistance that are recorded.
const WAYS: [(&str, &str, &str); 2] = [("phone", "phone", "phone"), ("in-person", "web", "in-person")];

/// What stands on a paper is typed on a page of its own.
const PAPER: &str = "paper";

/// Asks how the answers come.
pub async fn show(app: Data<App>, visitor: Visitor, staff: Staff<EnterAnswers>, ids: Path<(i64, i64)>) -> Result<HttpResponse, Problem> {
    let entry = Entry::load(&app, &visitor.locale, &staff, *ids).await?;
    match entry.over() {
        Some(over) => reply::staff_page(&app, &visitor, &over, &staff),
        None => reply::staff_page(&app, &visitor, &form(&visitor.locale, &entry, false)?, &staff),
    }
}

fn form(locale: &Locale, entry: &Entry, is_wrong: bool) -> Result<Form, Problem> {
    let ways = WAYS.iter().map(|(way, ..)| *way).chain([PAPER]);
    let choice = |way: &str| Ok::<_, Problem>(Choice::new(way, locale.t(&format!("entry-way-{way}"), &[])?));
    let options = ways.map(choice).collect::<Result<_, _>>()?;
    let mut field = Field::new("way", locale.t("entry-way", &[])?, Input::Radios { options: Field::options("way", options, "") });
    if is_wrong {
        field.errors.push(FieldError::new("way", locale.t("entry-way-empty", &[])?));
    }
    let intro = ["entry-explain-aloud", "entry-explain-earlier", "entry-explain-alone"];
    Ok(Form {
        heading: locale.t("entry-link", &[])?,
        caption: Some(format!("{}: {}", entry.name, entry.title)),
        intro: intro.into_iter().map(|key| locale.t(key, &[])).collect::<Result<_, _>>()?,
        back: Back { href: entry.person_address(), text: entry.name.clone() },
        action: entry.address("answer"),
        hidden: Vec::new(),
        fields: vec![field],
        button: locale.t("continue", &[])?,
        warning: false,
    })
}

/// Begins a draft of what somebody says, on this device and for this member of staff only.
pub async fn begin(
    app: Data<App>,
    visitor: Visitor,
    staff: Staff<EnterAnswers>,
    ids: Path<(i64, i64)>,
    typed: Posted,
) -> Result<HttpResponse, Problem> {
    let entry = Entry::load(&app, &visitor.locale, &staff, *ids).await?;
    if let Some(over) = entry.over() {
        return reply::staff_again(&app, &visitor, &over, &staff);
    }
    if typed.first("way") == PAPER {
        return Ok(reply::see_other(&entry.address("transcribe")));
    }
    let Some((_, mode, assistance)) = WAYS.into_iter().find(|(way, ..)| *way == typed.first("way")) else {
        return reply::staff_again(&app, &visitor, &form(&visitor.locale, &entry, true)?, &staff);
    };
    let current = open_survey(&app, &entry.asked.survey).await?;
    let mut draft = Response {
        mode: mode.to_owned(),
        assistance: Some(assistance.to_owned()),
        entered_by: Some(staff.account),
        ..entry.belonging(start::blank(&app, &visitor, &current)?)
    };
    draft.expires_at = kept_until(&app, &draft).micros();
    let (first, code) = (start::first(&current, &draft), app.secret.code(Purpose::Resume, draft.id.0));
    let (invitation, now) = (entry.asked.invitation.id, app.clock.now().micros());
    let work = move |tx: &mut _| {
        store::responses::add(tx, &draft)?;
        invitations::started(tx, invitation, now)
    };
    app.store.write("begin entry", work).await?;
    let mut answer = reply::see_other(&format!("/s/{}/{first}#", entry.asked.survey));
    let cookie = respond::draft::remember(&app, &entry.asked.survey, &code);
    answer.add_cookie(&cookie).map_err(|why| Problem::Internal(why.to_string()))?;
    Ok(answer)
}
