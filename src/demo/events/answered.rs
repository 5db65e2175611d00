//! What became of the evening: "you said, we did", and what an approver made of it for the framework.

use jiff::civil::Date;

use crate::app::App;
use crate::clock::Moment;
use crate::domain::access::{Action, Event as Line};
use crate::domain::engagement::Subject;
use crate::domain::engagement::answer_back::{AnswerBack, Content, Status};
use crate::domain::engagement::notice::Kind;
use crate::domain::framework::evidence::kept;
use crate::domain::framework::standing::Verdict;
use crate::secret::token_hash;
use crate::store::answers_back::{self, Row};
use crate::store::days::date;
use crate::store::ids::ThemeId;
use crate::store::themes::{self, Theme};
use crate::store::validations::{self, Validation};
use crate::store::{Conn, audit};
use crate::web::engage::answers::publish;
use crate::web::framework::{Topic, evidence};

use super::remarks::{BREAK, INFORMED, MONEY, NIGHTS, PLACES, THEMES, THROUGH};
use super::{Held, LEAD, World};
use crate::demo::Error;

const APPROVER: &str = "approver@marlshire.example";

/// What was heard, and what becomes of it; with days from today where there is a day.
struct Said {
    theme: usize,
    heard: &'static str,
    status: Status,
    doing: &'static str,
    responsible: &'static str,
    due: Option<i32>,
    reason: Option<&'static str>,
}

const SAID: [Said; 6] = [
    Said {
        theme: NIGHTS,
        heard: "At night and at weekends you reach an answering machine.",
        status: Status::UnderWay,
        doing: "The crisis line of the lead trust takes calls of carers day and night. It is being staffed now.",
        responsible: "Marlshire Minds Trust, crisis team",
        due: Some(48),
        reason: None,
    },
    Said {
        theme: BREAK,
        heard: "You need breaks that can be planned, and a whole night's sleep.",
        status: Status::Planned,
        doing: "Forty nights of respite a month can be booked up to three months ahead.",
        responsible: "Marlshire Outcomes Board, commissioning team",
        due: Some(130),
        reason: None,
    },
    Said {
        theme: INFORMED,
        heard: "Letters are hard to understand, and you are not told when a plan changes.",
        status: Status::Done,
        doing: "Every change of a plan is told to the carer on the same day, where the person agrees. Letters come in plain English and in Polish.",
        responsible: "Second Spring Recovery",
        due: None,
        reason: None,
    },
    Said {
        theme: THROUGH,
        heard: "You tell your story from the beginning whenever you ring.",
        status: Status::UnderWay,
        doing: "The people who answer the telephone see a short note that you have agreed to.",
        responsible: "Second Spring Recovery, front desk",
        due: Some(75),
        reason: None,
    },
    Said {
        theme: PLACES,
        heard: "The last bus leaves Thistlemoor before the group ends.",
        status: Status::Cannot,
        doing: "The group begins an hour earlier from January.",
        responsible: "Marlshire Outcomes Board, engagement team",
        due: None,
        reason: Some("The bus company will not run a later bus for fewer than twenty passengers."),
    },
    Said {
        theme: MONEY,
        heard: "No outcome is about money, and it decides everything else.",
        status: Status::Planned,
        doing: "We ask at three more events whether the framework needs an outcome about money.",
        responsible: "Marlshire Outcomes Board, outcomes framework lead",
        due: Some(160),
        reason: None,
    },
];

/// Answers back, tells those who asked to hear, and has the approver decide.
pub(super) async fn answer_back(world: &mut World<'_>, held: &Held) -> Result<(), Error> {
    let ends = Moment::from_micros(held.event.ends_at);
    write(world, held, ends.plus_days(17))?;
    publish(world, held, ends.plus_days(20))?;
    world.mail(held, (Kind::News, 1), ends.plus_days(20))?;
    let validated = "Far more of those who answered say that it makes sense than that it does not. What they hold against it is how seldom it is asked.";
    approve(world, held, ("carer-quality-of-life", Verdict::Validated, validated), ends.plus_days(26)).await?;
    let sent_back = "Carers say that two hours leave out how long the telephone rings. Ask at the next event what they would count.";
    approve(world, held, ("crisis-response", Verdict::SentBack, sent_back), ends.plus_days(26).plus_seconds(600)).await
}

fn write(world: &mut World<'_>, held: &Held, at: Moment) -> Result<(), Error> {
    let (app, by) = (world.setting.app, world.account(LEAD)?);
    let known = app.store.read_now("demo themes", |conn| themes::of_organisation(conn, held.event.organisation_id))?;
    let mut rows = Vec::new();
    for said in &SAID {
        let theme = theme(&known, said.theme);
        let due = said.due.map(|days| day(world, days));
        let answer = AnswerBack {
            heard: said.heard.to_owned(),
            status: said.status,
            doing: said.doing.to_owned(),
            responsible: said.responsible.to_owned(),
            due,
            reason: said.reason.map(str::to_owned),
        };
        rows.push(Row::new(world.ids.next(), held.event.id, (by, at.micros()), theme, &answer));
    }
    Ok(app.store.write_now("demo answers back", |tx| rows.iter().try_for_each(|row| answers_back::add(tx, row)))?)
}

fn theme(known: &[Theme], place: usize) -> Option<ThemeId> {
    let (title, ..) = THEMES.get(place)?;
    known.iter().find(|theme| theme.title == *title).map(|theme| theme.id)
}

fn day(world: &World<'_>, days: i32) -> Date {
    date(world.window.today + days)
}

fn publish(world: &World<'_>, held: &Held, at: Moment) -> Result<(), Error> {
    let by = world.account(LEAD)?;
    let then = App { clock: world.clock_at(at), ..world.setting.app.clone() };
    let line = world.line(Action::AnswersBackPublished, (by, at), format!("event:{}", held.event.id.0)).with("publication 1");
    let work = |tx: &mut Conn| {
        let draft = publish::draft(tx, &held.event)?;
        publish::add(&then, tx, (held.event.id, 1, by), &Content::default().followed_by(draft, at.micros()))?;
        audit::add(tx, &then.secret, &line)
    };
    Ok(then.store.write_now("demo answered back", work)?)
}

/// The approver decides about an indicator, citing what the evening said about it.
async fn approve(world: &mut World<'_>, held: &Held, (key, verdict, reason): (&str, Verdict, &str), at: Moment) -> Result<(), Error> {
    let (by, subject) = (world.account(APPROVER)?, Subject::Indicator);
    let then = App { clock: world.clock_at(at), ..world.setting.app.clone() };
    let topic = Topic::of(&then, then.locales.english(), subject, key);
    // A county may have another framework than the built-in one.
    let Some(topic) = topic else { return Ok(()) };
    let cited = evidence::gather(&then, &topic).await.map_err(|why| Error::Event(why.to_string()))?;
    let cited: Vec<_> = cited.into_iter().filter(|one| one.event == held.event.id.0).collect();
    let evidence = kept(&cited);
    let row = Validation {
        id: world.ids.next(),
        subject: subject.code().to_owned(),
        subject_key: key.to_owned(),
        version: i32::try_from(topic.version).unwrap_or(i32::MAX),
        verdict: verdict.code().to_owned(),
        reason: reason.to_owned(),
        evidence_sha256: token_hash(&evidence),
        evidence,
        decided_by: by,
        decided_at: at.micros(),
    };
    let action = if verdict == Verdict::Validated { Action::FrameworkValidated } else { Action::FrameworkSentBack };
    let named = Line { actor: "Demo commissioner approver".to_owned(), ..world.line(action, (by, at), format!("indicator:{key}")) };
    let line = named.because(reason).with(format!("version {}, {} events, evidence {}", row.version, cited.len(), row.evidence_sha256));
    let work = |tx: &mut Conn| {
        validations::add(tx, &row)?;
        audit::add(tx, &then.secret, &line)
    };
    Ok(then.store.write_now("demo validation", work)?)
}
