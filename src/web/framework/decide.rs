//! Deciding about an outcome or indicator: it is marked as validated with patients and carers, citing what was seen, or it is
//! sent back. What is cited is kept as it was seen.

use actix_web::HttpResponse;
use actix_web::web::{Data, Path};

use super::Topic;
use super::evidence::gather;
use super::exhibit::{Words, Writer};
use crate::app::App;
use crate::domain::access::Action;
use crate::domain::engagement::Subject;
use crate::domain::framework::evidence::{Exhibit, kept};
use crate::domain::framework::standing::Verdict;
use crate::i18n::Locale;
use crate::secret::token_hash;
use crate::store::validations::{self, Validation};
use crate::store::{Conn, audit};
use crate::web::form::Fields;
use crate::web::pages::form::{Back, Choice, Field, Form, Input};
use crate::web::pages::part::{FieldError, Hidden};
use crate::web::posted::Posted;
use crate::web::problem::Problem;
use crate::web::reply;
use crate::web::right::ValidateFramework;
use crate::web::staff::Staff;
use crate::web::visitor::Visitor;

/// The most characters of the reason.
const REASON_MOST: usize = 2000;

/// Something wrong in the form: the field, and the key of the sentence.
type Fault = (&'static str, &'static str);

/// What is decided about, and what there is to cite.
struct About {
    topic: Topic,
    exhibits: Vec<Exhibit>,
    /// The number of the newest decision; 0 where there is none.
    last: i64,
}

/// What somebody decided, read from the form.
struct Decided {
    verdict: Verdict,
    cited: Vec<Exhibit>,
    reason: String,
}

/// Asks about an outcome.
pub async fn ask_outcome(
    app: Data<App>,
    visitor: Visitor,
    staff: Staff<ValidateFramework>,
    key: Path<String>,
) -> Result<HttpResponse, Problem> {
    ask(&app, &visitor, &staff, (Subject::Outcome, &key)).await
}

/// Decides about an outcome.
pub async fn decide_outcome(
    app: Data<App>,
    visitor: Visitor,
    staff: Staff<ValidateFramework>,
    key: Path<String>,
    typed: Posted,
) -> Result<HttpResponse, Problem> {
    decide(&app, &visitor, &staff, (Subject::Outcome, &key, &typed)).await
}

/// Asks about an indicator.
pub async fn ask_indicator(
    app: Data<App>,
    visitor: Visitor,
    staff: Staff<ValidateFramework>,
    key: Path<String>,
) -> Result<HttpResponse, Problem> {
    ask(&app, &visitor, &staff, (Subject::Indicator, &key)).await
}

/// Decides about an indicator.
pub async fn decide_indicator(
    app: Data<App>,
    visitor: Visitor,
    staff: Staff<ValidateFramework>,
    key: Path<String>,
    typed: Posted,
) -> Result<HttpResponse, Problem> {
    decide(&app, &visitor, &staff, (Subject::Indicator, &key, &typed)).await
}

async fn ask(
    app: &App,
    visitor: &Visitor,
    staff: &Staff<ValidateFramework>,
    (subject, key): (Subject, &str),
) -> Result<HttpResponse, Problem> {
    let about = About::load(app, &visitor.locale, staff, (subject, key)).await?;
    reply::staff_page(app, visitor, &about.form(app, &visitor.locale, &Fields::default(), &[])?, staff)
}

async fn decide(
    app: &App,
    visitor: &Visitor,
    staff: &Staff<ValidateFramework>,
    (subject, key, typed): (Subject, &str, &Fields),
) -> Result<HttpResponse, Problem> {
    let about = About::load(app, &visitor.locale, staff, (subject, key)).await?;
    let faults = match about.read(typed) {
        Ok(decided) => {
            let verdict = decided.verdict;
            if about.write(app, staff, (decided, typed)).await? {
                return Ok(reply::see_other(&format!("{}?done={}#", about.topic.at(), verdict.code())));
            }
            vec![("verdict", "framework-fault-decided")]
        }
        Err(faults) => faults,
    };
    reply::staff_again(app, visitor, &about.form(app, &visitor.locale, typed, &faults)?, staff)
}

impl About {
    async fn load(app: &App, locale: &Locale, staff: &Staff<ValidateFramework>, (subject, key): (Subject, &str)) -> Result<Self, Problem> {
        let topic = Topic::of(app, locale, subject, key).ok_or(Problem::NotFound)?;
        staff.fresh(app, &format!("{}/decide", topic.at()))?;
        let key = topic.key.clone();
        let history = app.store.read("validations", move |conn| validations::of(conn, subject, &key)).await?;
        Ok(Self { exhibits: gather(app, &topic).await?, last: history.first().map_or(0, |newest| newest.id), topic })
    }

    /// What is looked at, in a few characters: the version, and all there is to cite.
    fn seen(&self) -> String {
        token_hash(&format!("{} {}", self.topic.version, kept(&self.exhibits)))
    }

    fn read(&self, typed: &Fields) -> Result<Decided, Vec<Fault>> {
        let mut faults: Vec<Fault> = Vec::new();
        let verdict = Verdict::from_code(typed.first("verdict"));
        if verdict.is_none() {
            faults.push(("verdict", "framework-fault-verdict"));
        }
        let is_cited = |exhibit: &&Exhibit| typed.all("events").any(|event| event == exhibit.event.to_string());
        let cited: Vec<Exhibit> = self.exhibits.iter().filter(is_cited).cloned().collect();
        if verdict == Some(Verdict::Validated) && cited.is_empty() {
            // Where there is nothing to tick, it is said at the choice.
            let at = if self.exhibits.is_empty() { ("verdict", "framework-fault-nothing") } else { ("events", "framework-fault-events") };
            faults.push(at);
        }
        let reason = typed.first("reason").trim().replace("\r\n", "\n");
        match reason.chars().count() {
            0 => faults.push(("reason", "framework-fault-reason")),
            1..=REASON_MOST => {}
            _ => faults.push(("reason", "framework-fault-reason-long")),
        }
        if faults.is_empty() && typed.first("seen") != self.seen() {
            faults.push(("verdict", "framework-fault-stale"));
        }
        match verdict {
            Some(verdict) if faults.is_empty() => Ok(Decided { verdict, cited, reason }),
            _ => Err(faults),
        }
    }

    /// Keeps the decision. `false` where somebody else decided since the form was shown. The same decision sent twice is one.
    async fn write(&self, app: &App, staff: &Staff<ValidateFramework>, (decided, typed): (Decided, &Fields)) -> Result<bool, Problem> {
        let Decided { verdict, cited, reason } = decided;
        let (subject, evidence) = (self.topic.subject, kept(&cited));
        let row = Validation {
            id: app.random.id(&app.clock),
            subject: subject.code().to_owned(),
            subject_key: self.topic.key.clone(),
            version: i32::try_from(self.topic.version).unwrap_or(i32::MAX),
            verdict: verdict.code().to_owned(),
            reason,
            evidence_sha256: token_hash(&evidence),
            evidence,
            decided_by: staff.account,
            decided_at: app.clock.now().micros(),
        };
        let action = match verdict {
            Verdict::Validated => Action::FrameworkValidated,
            Verdict::SentBack => Action::FrameworkSentBack,
        };
        let detail = format!("version {}, {} events, evidence {}", row.version, cited.len(), row.evidence_sha256);
        let event = staff.event(app, action).about(format!("{}:{}", row.subject, row.subject_key)).because(row.reason.clone()).with(detail);
        let (secret, seen) = (app.secret.clone(), typed.first("after").parse::<i64>().map_err(|_| Problem::Tampered)?);
        let work = move |tx: &mut Conn| {
            audit::turn(tx)?;
            let newest = validations::of(tx, subject, &row.subject_key)?.into_iter().next();
            if newest.as_ref().is_some_and(|newest| newest.repeats(&row)) {
                return Ok(true);
            }
            if newest.map_or(0, |newest| newest.id) != seen {
                return Ok(false);
            }
            validations::add(tx, &row)?;
            audit::add(tx, &secret, &event)?;
            Ok(true)
        };
        Ok(app.store.write("validate", work).await?)
    }

    fn form(&self, app: &App, locale: &Locale, typed: &Fields, faults: &[Fault]) -> Result<Form, Problem> {
        let mut fields = self.fields(app, locale, typed)?;
        for (at, key) in faults {
            if let Some(field) = fields.iter_mut().find(|field| field.id == *at) {
                let most = locale.whole(i64::try_from(REASON_MOST).unwrap_or(i64::MAX));
                let arguments: &[_] = if *key == "framework-fault-reason-long" { &[("most", most.into())] } else { &[] };
                field.errors.push(FieldError::new(*at, locale.t(key, arguments)?));
            }
        }
        let version = i64::from(self.topic.version);
        let mut intro = vec![locale.t("framework-decide-intro", &[("version", version.into())])?];
        if self.exhibits.is_empty() {
            intro.push(locale.t("framework-decide-nothing", &[])?);
        }
        Ok(Form {
            heading: locale.t("framework-decide", &[])?,
            caption: Some(self.topic.title.clone()),
            intro,
            back: Back { href: self.topic.at(), text: locale.t("framework-back-to-evidence", &[])? },
            action: format!("{}/decide", self.topic.at()),
            hidden: vec![Hidden::new("seen", self.seen()), Hidden::new("after", self.last.to_string())],
            fields,
            button: locale.t("framework-decide-button", &[])?,
            warning: false,
        })
    }

    fn fields(&self, app: &App, locale: &Locale, typed: &Fields) -> Result<Vec<Field>, Problem> {
        let field = |id: &str, input: Input| -> Result<Field, Problem> {
            let hint = locale.t(&format!("framework-hint-{id}"), &[])?;
            Ok(Field::new(id, locale.t(&format!("framework-field-{id}"), &[])?, input).hinted(hint))
        };
        let verdict = |one: &Verdict| Ok(Choice::new(one.code(), locale.t(&format!("framework-verdict-{}", one.code()), &[])?));
        let verdicts = Verdict::ALL.iter().map(verdict).collect::<Result<_, Problem>>()?;
        let (words, date) = (Words::new(), |exhibit: &Exhibit| locale.date(exhibit.held));
        let writer = Writer { app, locale, words: &words };
        let event = |exhibit: &Exhibit| {
            let label = format!("{}, {}", exhibit.title, date(exhibit));
            Ok(Choice::new(exhibit.event.to_string(), label).hinted(writer.in_short(exhibit)?))
        };
        let events: Vec<Choice> = self.exhibits.iter().map(event).collect::<Result<_, Problem>>()?;
        let mut fields = vec![
            field("verdict", Input::Radios { options: Field::options("verdict", verdicts, typed.first("verdict")) })?,
            field("reason", Input::Lines { value: typed.first("reason").to_owned() })?,
        ];
        if !events.is_empty() {
            let chosen: Vec<&str> = typed.all("events").collect();
            fields.insert(1, field("events", Input::Checkboxes { options: Field::several("events", events, &chosen) })?);
        }
        Ok(fields)
    }
}
