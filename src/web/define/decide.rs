//! Deciding about a draft that somebody else wrote: it comes into force from a month on that has not left yet, or it is sent back.

use actix_web::HttpResponse;
use actix_web::web::{Data, Path};

use super::steps::{said, words};
use super::{About, month};
use crate::app::App;
use crate::domain::access::Action;
use crate::domain::indicator::{Definition, Period};
use crate::i18n::Locale;
use crate::store::definitions::Kept;
use crate::store::drafts::{self, By, Seen};
use crate::store::{Conn, audit, releases};
use crate::web::form::Fields;
use crate::web::pages::form::{Back, Choice, Field, Form, Input};
use crate::web::pages::part::{FieldError, Hidden};
use crate::web::posted::Posted;
use crate::web::problem::Problem;
use crate::web::reply;
use crate::web::right::ApproveDefinitions;
use crate::web::staff::{Member, Staff};
use crate::web::visitor::Visitor;

/// How many months there are to choose from.
const MONTHS: i32 = 18;

/// What is decided.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Verdict {
    /// It comes into force from that month on.
    Approved(Period),
    SentBack,
}

/// Something wrong: the field, and the code of the sentence.
type Fault = (&'static str, &'static str);

/// What is decided about.
struct Desk {
    about: About,
    draft: Kept,
    /// The first month that it could hold for.
    first: Period,
}

/// Asks.
pub async fn ask(app: Data<App>, visitor: Visitor, staff: Staff<ApproveDefinitions>, key: Path<String>) -> Result<HttpResponse, Problem> {
    let Some(desk) = Desk::open(&app, &key).await? else { return Ok(reply::see_other(&format!("/definitions/{key}"))) };
    staff.fresh(&app, &format!("/definitions/{key}/draft/decide"))?;
    reply::staff_page(&app, &visitor, &desk.form(&visitor.locale, &Fields::default(), &[])?, &staff)
}

/// Decides.
pub async fn decide(
    app: Data<App>,
    visitor: Visitor,
    staff: Staff<ApproveDefinitions>,
    key: Path<String>,
    typed: Posted,
) -> Result<HttpResponse, Problem> {
    let Some(desk) = Desk::open(&app, &key).await? else { return Ok(reply::see_other(&format!("/definitions/{key}"))) };
    staff.fresh(&app, &format!("/definitions/{key}/draft/decide"))?;
    let faults = match desk.read(&typed, &staff) {
        Ok((verdict, words)) => {
            if desk.write(&app, &staff, (verdict, words, &typed)).await? {
                let done = if verdict == Verdict::SentBack { "sent-back" } else { "approved" };
                return Ok(reply::see_other(&format!("{}/versions/{}?done={done}", desk.about.at(), desk.draft.version)));
            }
            vec![("verdict", "elsewhere")]
        }
        Err(faults) => faults,
    };
    reply::staff_again(&app, &visitor, &desk.form(&visitor.locale, &typed, &faults)?, &staff)
}

/// The first month of an indicator that has not left yet, as long as anything has.
fn unreleased(conn: &mut Conn, indicator: &str) -> crate::store::Result<Option<Period>> {
    let left = releases::standing(conn)?.into_iter().filter(|(of, ..)| of == indicator).map(|(_, period, _)| period);
    Ok(left.max().map(|last| Period::from_number(last).plus(1)))
}

impl Desk {
    /// Nothing where no draft waits for a decision.
    async fn open(app: &App, key: &str) -> Result<Option<Self>, Problem> {
        let about = About::load(app, key).await?;
        let Some(draft) = about.draft().filter(|draft| draft.proposed_at.is_some()).cloned() else { return Ok(None) };
        let own = key.to_owned();
        let left = app.store.read("what has left", move |conn| unreleased(conn, &own)).await?;
        let first = left.unwrap_or_else(|| app.settled()).max(about.current.effective_from.plus(1));
        Ok(Some(Self { about, draft, first }))
    }

    fn read(&self, typed: &Fields, staff: &Member) -> Result<(Verdict, String), Vec<Fault>> {
        let mut faults: Vec<Fault> = Vec::new();
        let verdict = match typed.first("verdict") {
            "approve" => {
                let is_own = [self.draft.drafted_by, self.draft.proposed_by].contains(&Some(staff.account.0));
                if is_own {
                    faults.push(("verdict", "own"));
                }
                let month = Period::parse(typed.first("month")).filter(|month| *month >= self.first);
                if month.is_none() {
                    faults.push(("month", "month"));
                }
                month.map(Verdict::Approved)
            }
            "send-back" => Some(Verdict::SentBack),
            _ => {
                faults.push(("verdict", "verdict"));
                None
            }
        };
        let words = words(typed).map_err(|fault| faults.push(("words", fault)));
        match (verdict, words) {
            (Some(verdict), Ok(words)) if faults.is_empty() => Ok((verdict, words)),
            _ => Err(faults),
        }
    }

    /// `false` where the draft, or what has left, is not what it was when the form was shown.
    async fn write(&self, app: &App, staff: &Member, (verdict, words, typed): (Verdict, String, &Fields)) -> Result<bool, Problem> {
        let revision = typed.first("revision").parse().map_err(|_| Problem::Tampered)?;
        let (seen, by) = (Seen { revision, ..Seen::of(&self.draft) }, By { account: staff.account.0, now: app.clock.now() });
        let (action, detail) = match verdict {
            Verdict::Approved(month) => (Action::DefinitionApproved, format!("revision {revision}, from {month}")),
            Verdict::SentBack => (Action::DefinitionSentBack, format!("revision {revision}")),
        };
        let event = staff.event(app, action).about(format!("definition:{}", self.draft.counted_as())).because(words.clone()).with(detail);
        let (secret, definition) = (app.secret.clone(), self.draft.definition()?);
        let work = move |tx: &mut Conn| {
            // A release takes its turn at the trail too: what leaves between then and now is seen here.
            audit::turn(tx)?;
            let is_done = match verdict {
                Verdict::SentBack => drafts::send_back(tx, &seen, &words)?,
                Verdict::Approved(month) => {
                    let has_left = unreleased(tx, &seen.indicator)?.is_some_and(|first| month < first);
                    let definition = Definition { effective_from: month, ..definition.clone() };
                    !has_left && drafts::approve(tx, &seen, &definition, by)?
                }
            };
            if is_done {
                audit::add(tx, &secret, &event)?;
            }
            Ok(is_done)
        };
        Ok(app.store.write("decide about a draft", work).await?)
    }

    fn form(&self, locale: &Locale, typed: &Fields, faults: &[Fault]) -> Result<Form, Problem> {
        let field = |name: &str, input: Input| -> Result<Field, Problem> {
            let hint = locale.t(&format!("define-hint-{name}"), &[])?;
            Ok(Field::new(name, locale.t(&format!("define-field-{name}"), &[])?, input).hinted(hint))
        };
        let verdict = |code: &str| Ok(Choice::new(code, locale.t(&format!("define-verdict-{code}"), &[])?));
        let verdicts = ["approve", "send-back"].into_iter().map(verdict).collect::<Result<Vec<_>, Problem>>()?;
        let months = (0..MONTHS).map(|ahead| self.first.plus(ahead)).map(|one| Choice::new(one.to_string(), month(locale, one))).collect();
        let mut fields = vec![
            field("verdict", Input::Radios { options: Field::options("verdict", verdicts, typed.first("verdict")) })?,
            field("month", Input::Select { options: Field::options("month", months, typed.first("month")) })?,
            field("words", Input::Lines { value: typed.first("words").to_owned() })?,
        ];
        for (at, fault) in faults {
            if let Some(field) = fields.iter_mut().find(|field| field.id == *at) {
                field.errors.push(FieldError::new(*at, said(locale, fault)?));
            }
        }
        let (version, seen) = (i64::from(self.draft.version), typed.first("revision"));
        Ok(Form {
            heading: locale.t("define-decide", &[])?,
            caption: Some(locale.t("define-version", &[("version", version.into())])?),
            intro: vec![locale.t("define-decide-intro", &[])?],
            back: Back { href: format!("{}/versions/{version}", self.about.at()), text: locale.t("define-back", &[])? },
            action: format!("{}/draft/decide", self.about.at()),
            hidden: vec![Hidden::new("revision", if seen.is_empty() { self.draft.revision.to_string() } else { seen.to_owned() })],
            fields,
            button: locale.t("define-decide-button", &[])?,
            warning: false,
        })
    }
}
