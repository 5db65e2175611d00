//! Opens and closes an event by hand, and calls it off. Each asks first; what was sent stays, whatever is done.

use actix_web::HttpResponse;
use actix_web::web::{Data, Path};

use super::keep::line;
use super::{own, words};
use crate::app::App;
use crate::domain::access::Action;
use crate::domain::engagement::State;
use crate::domain::engagement::notice::Kind;
use crate::domain::engagement::plan::usual;
use crate::i18n::{Locale, MissingMessage};
use crate::store::event_messages::Order;
use crate::store::events::{self, Event};
use crate::store::{Conn, audit, event_changes, event_messages};
use crate::web::pages::form::{Back, Choice, Field, Form, Input};
use crate::web::pages::part::FieldError;
use crate::web::posted::Posted;
use crate::web::problem::Problem;
use crate::web::reply;
use crate::web::right::ManageEvents;
use crate::web::staff::Staff;
use crate::web::visitor::Visitor;

const HOUR: i64 = 3_600_000_000;

/// For how long an event may be opened again, as a code and in microseconds.
const SPANS: [(&str, i64); 3] = [("hour", HOUR), ("day", 24 * HOUR), ("week", 168 * HOUR)];

/// What may be done by hand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Deed {
    Open,
    Close,
    CallOff,
}

impl Deed {
    /// The last part of its address, and of the keys of its sentences.
    const fn code(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Close => "close",
            Self::CallOff => "call-off",
        }
    }

    const fn action(self) -> Action {
        match self {
            Self::Open => Action::EventOpened,
            Self::Close => Action::EventClosed,
            Self::CallOff => Action::EventCalledOff,
        }
    }

    const fn done(self) -> &'static str {
        match self {
            Self::Open => "opened",
            Self::Close => "closed",
            Self::CallOff => "called-off",
        }
    }

    /// The event after it.
    fn done_to(self, event: Event, now: i64, until: Option<i64>) -> Event {
        match self {
            Self::Open => Event { opens_at: event.opens_at.min(now), closes_at: until.unwrap_or(event.closes_at), ..event },
            Self::Close => Event { closes_at: now, ..event },
            Self::CallOff => Event { called_off_at: Some(now), ..event },
        }
    }

    /// True where there is something to do. An event that asks nothing cannot take answers.
    fn fits(self, event: &Event, now: i64) -> bool {
        let state = event.state(now);
        match self {
            Self::Open => event.survey_id.is_some() && matches!(state, State::Planned | State::Closed),
            Self::Close => state == State::Open,
            Self::CallOff => state != State::CalledOff,
        }
    }
}

/// Asks whether, and for how long, it is to take answers now.
pub async fn ask_open(app: Data<App>, visitor: Visitor, staff: Staff<ManageEvents>, id: Path<String>) -> Result<HttpResponse, Problem> {
    ask(&app, &visitor, &staff, &id, Deed::Open).await
}

/// Takes answers from now on.
pub async fn open(
    app: Data<App>,
    visitor: Visitor,
    staff: Staff<ManageEvents>,
    id: Path<String>,
    typed: Posted,
) -> Result<HttpResponse, Problem> {
    let event = own(&app, &staff, &id).await?;
    let spans = spans(&app, &event);
    let chosen = spans.iter().find(|(code, _)| *code == typed.first("until"));
    let is_missing = chosen.is_none() && !spans.is_empty() && Deed::Open.fits(&event, app.clock.now().micros());
    if is_missing {
        let page = form(&app, &visitor.locale, &event, Deed::Open, true)?;
        return reply::staff_again(&app, &visitor, &page, &staff);
    }
    settle(&app, &staff, &event, Deed::Open, chosen.map(|(_, until)| *until)).await
}

/// Asks whether it is to take no more answers.
pub async fn ask_close(app: Data<App>, visitor: Visitor, staff: Staff<ManageEvents>, id: Path<String>) -> Result<HttpResponse, Problem> {
    ask(&app, &visitor, &staff, &id, Deed::Close).await
}

/// Takes no more answers from now on.
pub async fn close(app: Data<App>, staff: Staff<ManageEvents>, id: Path<String>, _form: Posted) -> Result<HttpResponse, Problem> {
    let event = own(&app, &staff, &id).await?;
    settle(&app, &staff, &event, Deed::Close, None).await
}

/// Asks whether it is to be called off.
pub async fn ask_call_off(app: Data<App>, visitor: Visitor, staff: Staff<ManageEvents>, id: Path<String>) -> Result<HttpResponse, Problem> {
    ask(&app, &visitor, &staff, &id, Deed::CallOff).await
}

/// Calls it off, and tells those who were invited.
pub async fn call_off(app: Data<App>, staff: Staff<ManageEvents>, id: Path<String>, _form: Posted) -> Result<HttpResponse, Problem> {
    let event = own(&app, &staff, &id).await?;
    settle(&app, &staff, &event, Deed::CallOff, None).await
}

async fn ask(app: &App, visitor: &Visitor, staff: &Staff<ManageEvents>, id: &str, deed: Deed) -> Result<HttpResponse, Problem> {
    let event = own(app, staff, id).await?;
    if !deed.fits(&event, app.clock.now().micros()) {
        return Ok(reply::see_other(&words::at(&event)));
    }
    reply::staff_page(app, visitor, &form(app, &visitor.locale, &event, deed, false)?, staff)
}

/// Until when an event that is closed may be opened again; nothing to choose where it has not been open yet.
fn spans(app: &App, event: &Event) -> Vec<(&'static str, i64)> {
    let now = app.clock.now().micros();
    if event.state(now) != State::Closed {
        return Vec::new();
    }
    let (_, usually) = usual(event.starts_at, event.ends_at, app.clock.zone());
    let mut all: Vec<(&str, i64)> = SPANS.iter().map(|(code, span)| (*code, now + span)).collect();
    if usually > now {
        all.push(("usual", usually));
    }
    all
}

fn form(app: &App, locale: &Locale, event: &Event, deed: Deed, is_missing: bool) -> Result<Form, MissingMessage> {
    let say = |part: &str| locale.t(&format!("engage-{}-{part}", deed.code()), &[]);
    let choice = |(code, until): &(&str, i64)| {
        let until = words::moment(app, locale, *until)?;
        Ok(Choice::new(*code, locale.t(&format!("engage-until-{code}"), &[("until", until.into())])?))
    };
    let choices = if deed == Deed::Open { spans(app, event) } else { Vec::new() };
    let choices = choices.iter().map(choice).collect::<Result<Vec<_>, MissingMessage>>()?;
    let mut fields = Vec::new();
    if !choices.is_empty() {
        let options = Field::options("until", choices, "");
        fields.push(Field::new("until", locale.t("engage-until", &[])?, Input::Radios { options }));
    }
    if let Some(field) = fields.iter_mut().find(|_| is_missing) {
        field.errors.push(FieldError::new("until", locale.t("engage-fault-until-missing", &[])?));
    }
    Ok(Form {
        heading: say("heading")?,
        caption: Some(event.title.clone()),
        intro: vec![say("explain")?],
        back: Back { href: words::at(event), text: event.title.clone() },
        action: format!("{}/{}", words::at(event), deed.code()),
        hidden: Vec::new(),
        fields,
        button: say("button")?,
        warning: deed == Deed::CallOff,
    })
}

/// Does it to the event as it is by now, and records it. Pressing the button of a page that is out of date does nothing.
async fn settle(app: &App, staff: &Staff<ManageEvents>, event: &Event, deed: Deed, until: Option<i64>) -> Result<HttpResponse, Problem> {
    let (id, own, now, secret) = (event.id, staff.organisations(), app.clock.now().micros(), app.secret.clone());
    let line = line(app, staff, deed.action(), event);
    let order = Order::new(id, Kind::CalledOff, 0, (&app.clock, &app.random));
    let work = move |tx: &mut Conn| {
        let before = events::find(tx, id, &own)?;
        if !deed.fits(&before, now) {
            return Ok(false);
        }
        let tells = deed == Deed::CallOff && before.ends_at > now;
        event_changes::change(tx, &deed.done_to(before, now, until))?;
        if tells {
            event_messages::decide(tx, &order)?;
        }
        audit::add(tx, &secret, &line)?;
        Ok(true)
    };
    let is_done = app.store.write("event by hand", work).await?;
    let done = if is_done { format!("?done={}#", deed.done()) } else { String::new() };
    Ok(reply::see_other(&format!("{}{done}", words::at(event))))
}
