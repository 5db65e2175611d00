//! Reading what was said: what is published of it and what is kept back, what could not wait, and the themes that two people saw in
//! it, who do not always agree.

use std::collections::BTreeMap;

use crate::clock::Moment;
use crate::domain::access::Action;
use crate::domain::engagement::redaction::{Category, Cut, apply, merged, suggest};
use crate::domain::survey::Language;
use crate::keys::Place;
use crate::store::alert_notes::{self, Note};
use crate::store::alerts::Seen;
use crate::store::codings;
use crate::store::comments::{Comment, DISMISSED, KEPT_BACK, PUBLISHED, RAISED, Redaction, SUGGESTED};
use crate::store::ids::{AccountId, ThemeId};
use crate::store::moderation::{self, Decision, Wanted};
use crate::store::themes::{self, Theme};
use crate::store::{Conn, alerts, audit, responses, stances};

use super::remarks::{Remark, THEMES};
use super::visit::Said;
use super::{COORDINATOR, DAY, HOUR, Held, LEAD, SECOND, World};
use crate::demo::Error;
use crate::demo::dice::Dice;

/// How many comments nobody has coded yet, and how many one person has.
const UNCODED: usize = 4;
const CODED_ONCE: usize = 5;

/// A comment, and what it says.
struct Told {
    comment: Comment,
    remark: Remark,
}

/// Reads everything that was said.
pub(super) fn read(world: &mut World<'_>, held: &Held, said: &[Said]) -> Result<(), Error> {
    let told = told(world, held, said)?;
    let closed = Moment::from_micros(held.event.ends_at);
    for one in told.iter().filter(|one| one.comment.concern.as_deref() == Some(SUGGESTED)) {
        look_after(world, one)?;
    }
    for (one, at) in told.iter().zip(0..) {
        decide(world, one, closed.plus_seconds(2 * DAY + at * 7 * 60))?;
    }
    let themes = codebook(world, held, closed.plus_days(3))?;
    code(world, held, (&told, &themes), closed.plus_days(8))
}

/// What was said, each with its comment, the first first.
fn told(world: &World<'_>, held: &Held, said: &[Said]) -> Result<Vec<Told>, Error> {
    let all = world.setting.app.store.read_now("demo comments", |conn| moderation::queue(conn, &[held.event.id], Wanted::All, 1000))?;
    let remark = |comment: &Comment| {
        let same = |one: &&Said| one.response == comment.response_id && one.remark.question == comment.link_id;
        said.iter().find(same).map(|one| one.remark)
    };
    let mut told: Vec<Told> = all.into_iter().filter_map(|comment| Some(Told { remark: remark(&comment)?, comment })).collect();
    told.sort_by_key(|one| one.comment.id);
    Ok(told)
}

/// Somebody of the team looks at what may mean that somebody is at risk, within the hour.
fn look_after(world: &World<'_>, told: &Told) -> Result<(), Error> {
    let app = world.setting.app;
    let (raised, who) = (Moment::from_micros(told.comment.created_at), world.account(COORDINATOR)?);
    let seen = Seen { organisations: vec![world.organisation("XM2")?], of_nobody: false };
    let (id, looked_at) = (told.comment.id.0, raised.plus_seconds(23 * 60).micros());
    let text = "Asked the lead at the door. Spoke to her before she left; she has our number.";
    let sealed = app.keys.seal(Place { column: alert_notes::SEALED, row: id }, text, &app.random)?;
    let look = |tx: &mut Conn| {
        let case = alerts::find(tx, &seen, told.comment.response_id)?;
        alerts::told(tx, &case, raised.plus_seconds(20).micros())?;
        alerts::acknowledge(tx, &case, who, looked_at)?;
        let (survey_id, response_id, link_id) = (case.survey_id, case.response_id, told.comment.link_id.clone());
        alert_notes::add(tx, &Note { id, survey_id, response_id, link_id, account_id: who, noted_at: looked_at, sealed: sealed.clone() })
    };
    Ok(app.store.write_now("demo alert", look)?)
}

/// What is decided about a comment.
enum Verdict {
    Publish,
    KeepBack(&'static str),
    /// Somebody is at risk: it is kept back, and why.
    AtRisk(&'static str),
    /// Nobody is at risk, and why; nothing is decided about publishing it.
    Calm(&'static str),
    Wait,
}

fn verdict(told: &Told, dice: &mut Dice) -> Verdict {
    let words = told.remark.words;
    match told.comment.concern.as_deref() {
        Some(_) if words.contains("cannot go on") => return Verdict::AtRisk("Somebody may harm herself; the team has spoken to her."),
        Some(_) => return Verdict::Calm("It is the garden that is neglected, and nobody in it."),
        None => {}
    }
    let likely = if told.remark.stance.is_some() { 0.62 } else { 0.2 };
    match (told.comment.may_publish, dice.chance(likely)) {
        (true, _) if words.contains("Ring me back") => {
            Verdict::KeepBack("It asks for something that was passed on to the team, and is for nobody else.")
        }
        (true, true) => Verdict::Publish,
        (false, true) => Verdict::KeepBack("They did not agree that it is published."),
        (_, false) => Verdict::Wait,
    }
}

fn decide(world: &mut World<'_>, told: &Told, at: Moment) -> Result<(), Error> {
    let by = world.account(LEAD)?;
    let (status, concern, action, reason) = match verdict(told, &mut world.dice) {
        Verdict::Publish => return publish(world, told, (by, at)),
        Verdict::Wait => return Ok(()),
        Verdict::KeepBack(reason) => (Some(KEPT_BACK), None, Action::CommentKeptBack, reason),
        Verdict::AtRisk(reason) => (Some(KEPT_BACK), Some(RAISED), Action::ConcernRaised, reason),
        Verdict::Calm(reason) => (None, Some(DISMISSED), Action::ConcernDismissed, reason),
    };
    let (app, comment) = (world.setting.app, &told.comment);
    let line = world.line(action, (by, at), format!("comment:{}", comment.id.0)).because(reason);
    let decide = |tx: &mut Conn| {
        let mut revision = comment.revision;
        if let Some(concern) = concern {
            moderation::note_concern(tx, comment.id, revision, concern)?;
            revision += 1;
        }
        if let Some(status) = status {
            moderation::decide(tx, comment.id, revision, &Decision { status, sealed: None, by, at: at.micros() })?;
        }
        audit::add(tx, &app.secret, &line)
    };
    Ok(app.store.write_now("demo comment decided", decide)?)
}

/// Publishes a comment without everything that may say who somebody is.
fn publish(world: &World<'_>, told: &Told, (by, at): (AccountId, Moment)) -> Result<(), Error> {
    let (app, comment, words) = (world.setting.app, &told.comment, told.remark.words);
    let organisations = world.county.organisations.iter().map(|one| one.name.clone());
    let places: Vec<String> = organisations.chain(world.county.localities.iter().map(|(one, _)| one.name.clone())).collect();
    let cuts: Vec<Cut> = suggest(words, &places).iter().map(|one| Cut { span: one.span, category: one.category }).collect();
    let cuts = merged(&cuts, words.chars().count());
    let locale = Language::parse(told.remark.language).and_then(|language| app.locales.find(&language));
    let locale = locale.unwrap_or_else(|| app.locales.english());
    let named = |category: &Category| Ok((*category, format!("[{}]", locale.t(&format!("comments-redacted-{}", category.code()), &[])?)));
    let named: Result<BTreeMap<_, _>, crate::i18n::MissingMessage> = Category::ALL.iter().map(named).collect();
    let named = named.map_err(|why| Error::Event(why.to_string()))?;
    let wording = apply(words, &cuts, &|category| named.get(&category).cloned().unwrap_or_default());
    let (survey, response) = (comment.survey_id, comment.response_id);
    let response = app.store.read_now("demo response", |conn| responses::get(conn, survey, response))?;
    let sealed = Some(app.words().of(&response)?.seal_wording(comment.id, &wording)?);
    let decision = Decision { status: PUBLISHED, sealed, by, at: at.micros() };
    let line = world.line(Action::CommentPublished, (by, at), format!("comment:{}", comment.id.0));
    let number = |number: usize| i32::try_from(number).unwrap_or(i32::MAX);
    let row = |cut: &Cut| Redaction { start: number(cut.span.start), length: number(cut.span.length), category: cut.category.code() };
    let rows: Vec<Redaction<'_>> = cuts.iter().map(row).collect();
    let work = |tx: &mut Conn| {
        moderation::decide(tx, comment.id, comment.revision, &decision)?;
        moderation::redact(tx, comment.id, &rows, &decision)?;
        audit::add(tx, &app.secret, &line)
    };
    Ok(app.store.write_now("demo comment published", work)?)
}

/// Begins the codebook. Returns the themes in the order of [`THEMES`].
fn codebook(world: &mut World<'_>, held: &Held, at: Moment) -> Result<Vec<ThemeId>, Error> {
    let created_by = world.account(LEAD)?;
    let mut rows = Vec::new();
    for (title, description, leaves_out) in THEMES {
        rows.push(Theme {
            id: ThemeId(world.ids.next()),
            organisation_id: held.event.organisation_id,
            title: title.to_owned(),
            description: description.to_owned(),
            leaves_out: leaves_out.to_owned(),
            created_by,
            created_at: at.micros(),
            ..Theme::default()
        });
    }
    let app = world.setting.app;
    let lines: Vec<_> =
        rows.iter().map(|row| world.line(Action::ThemeAdded, (created_by, at), format!("theme:{}", row.id.0)).with(&row.title)).collect();
    app.store.write_now("demo codebook", |tx| {
        rows.iter().try_for_each(|row| themes::add(tx, row))?;
        lines.iter().try_for_each(|line| audit::add(tx, &app.secret, line))
    })?;
    Ok(rows.iter().map(|row| row.id).collect())
}

/// Two people code the comments, one after the other, and settle most of those on which they differ.
fn code(world: &mut World<'_>, held: &Held, (told, themes): (&[Told], &[ThemeId]), since: Moment) -> Result<(), Error> {
    let (lead, second) = (world.account(LEAD)?, world.account(SECOND)?);
    let ids = |places: &[usize]| -> Vec<ThemeId> { places.iter().filter_map(|place| themes.get(*place)).copied().collect() };
    let (by_lead, by_second) = (told.len().saturating_sub(UNCODED), told.len().saturating_sub(UNCODED + CODED_ONCE));
    let mut choices = Vec::new();
    for (one, at) in told.iter().take(by_lead).zip(0..) {
        choices.push((one, lead, ids(&seen(one.remark.themes, 0.06, &mut world.dice)), since.plus_seconds(at * 70)));
    }
    for (one, at) in told.iter().take(by_second).zip(0..) {
        choices.push((one, second, ids(&seen(one.remark.themes, 0.24, &mut world.dice)), since.plus_seconds(DAY + at * 85)));
    }
    let settled_at = since.plus_seconds(2 * DAY + HOUR);
    let app = world.setting.app;
    app.store.write_now("demo coding", |tx| {
        for (one, who, themes, at) in &choices {
            codings::may_keep(tx, one.comment.id, *who)?;
            codings::keep(tx, one.comment.id, *who, themes, at.micros())?;
            audit::add(tx, &app.secret, &world.line(Action::CommentCoded, (*who, *at), format!("comment:{}", one.comment.id.0)))?;
            if let Some((subject, key, stance)) = one.remark.stance.filter(|_| *who == lead) {
                let (subject, stance) = (subject.code().to_owned(), stance.code().to_owned());
                let (subject_key, noted_at) = (key.to_owned(), at.micros());
                stances::put(tx, &stances::Row { comment_id: one.comment.id, subject, subject_key, stance, noted_by: lead, noted_at })?;
            }
        }
        let differing = codings::of_event(tx, held.event.id)?.into_iter().filter(|one| one.is_coded_twice() && one.themed_at.is_none());
        let differing: Vec<_> = differing.collect();
        // The last few are left for whoever tries the demo.
        for standing in differing.iter().take(differing.len().saturating_sub(3)) {
            let Some(one) = told.iter().find(|one| one.comment.id == standing.id) else { continue };
            codings::settle(tx, (standing.id, None), &ids(one.remark.themes), second, settled_at.micros())?;
            let line = world.line(Action::CommentSettled, (second, settled_at), format!("comment:{}", standing.id.0));
            audit::add(tx, &app.secret, &line)?;
        }
        Ok(())
    })?;
    Ok(())
}

/// The themes that somebody sees, who now and then overlooks one or sees another.
fn seen(themes: &[usize], slips: f64, dice: &mut Dice) -> Vec<usize> {
    let mut seen = themes.to_vec();
    if dice.chance(slips) {
        let other = usize::try_from(dice.between(0, 5)).unwrap_or_default();
        if seen.len() > 1 || dice.chance(0.3) {
            seen.pop();
        } else if !seen.contains(&other) {
            seen.push(other);
        }
    }
    seen
}
