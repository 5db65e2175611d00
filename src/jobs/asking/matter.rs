//! One person at one step of a schedule: what is known of them, and the rows that a decision about them becomes.

use jiff::Zoned;
use jiff::civil::Date;

use crate::app::App;
use crate::clock::Moment;
use crate::domain::care::asking::NotAsked;
use crate::domain::care::channel::{Channel, Preference};
use crate::domain::care::need::Need;
use crate::domain::care::schedule::{self, Asked, Decision, Reach, Schedule, Step};
use crate::keys::Failure;
use crate::secret::{Purpose, token_hash};
use crate::store::cases::{self, Before, Case};
use crate::store::days::{date, day};
use crate::store::ids::InvitationId;
use crate::store::invitations::Invitation;
use crate::store::messages::Message;
use crate::store::planned::Seen;
use crate::store::schedule_starts::Start;
use crate::store::stops;

/// How many days after its end a time to answer is still looked at, so that it is kept why somebody was not asked: longer than
/// Saywell may stand still, and than it takes until a discharge is recorded.
const LOOKED_BACK_DAYS: i32 = 92;

/// One person at one step, with whatever the decision needs.
pub struct Matter<'a> {
    pub start: &'a Start,
    pub schedule: &'a Schedule,
    pub step: &'a Step,
    pub case: Case,
}

impl Matter<'_> {
    /// The invitation as far as it is the same whether they are asked or not.
    pub fn invitation(&self, id: i64, closes: Date, now: &Zoned) -> Invitation {
        Invitation {
            organisation_id: self.case.episode.organisation_id,
            id: InvitationId(id),
            episode_id: self.case.episode.id,
            timepoint: self.step.timepoint.code().to_owned(),
            asked_day: day(now.date()),
            expires_at: end_of(closes, now),
            schedule: Some(self.schedule.key.clone()),
            ..Invitation::default()
        }
    }

    /// What is to be sent; nothing where staff ring up or hand over a form.
    pub fn message(&self, app: &App, invitation_id: InvitationId, (number, channel): (u8, Channel), at: &Zoned) -> Option<Message> {
        matches!(channel, Channel::Email | Channel::Text | Channel::Letter).then(|| Message {
            id: app.random.id(&app.clock),
            organisation_id: self.case.episode.organisation_id,
            person_id: self.case.person.id,
            invitation_id,
            kind: if number == 0 { "invitation" } else { "reminder" }.to_owned(),
            step: number.into(),
            channel: channel.code().to_owned(),
            reference: app.random.token(),
            created_at: app.clock.now().micros(),
            due_at: micros(at),
            ..Message::default()
        })
    }
}

/// Gives an invitation its way, its link and its spoken code; of both only what stands for them is kept.
pub fn addressed(app: &App, row: Invitation, channel: Channel) -> Invitation {
    let code = app.secret.code(Purpose::Spoken, row.id.0);
    Invitation {
        channel: Some(channel.code().to_owned()),
        token_hash: Some(token_hash(&app.secret.link_token(row.id.0))),
        code_hash: Some(app.secret.code_hash(Purpose::Spoken, &code)),
        ..row
    }
}

/// The people whom a step of a running schedule has to look at.
#[must_use]
pub fn wanted(start: &Start, schedule: &Schedule, step: &Step, now: &Zoned) -> cases::Wanted {
    let back = jiff::Span::new().days(i32::from(step.window_days) + LOOKED_BACK_DAYS);
    let since = date(start.since_day).max(now.date().saturating_sub(back));
    cases::Wanted {
        organisation: start.organisation_id,
        programme: schedule.programme.clone(),
        schedule: schedule.key.clone(),
        timepoint: step.timepoint.code().to_owned(),
        anchor: step.after,
        days: step.events(since, now.date()),
    }
}

/// What is to be done about one person now. Their record is opened for it and for nothing else.
pub fn decide(app: &App, matter: &Matter<'_>, now: &Zoned) -> Result<Option<Decision>, Failure> {
    let case = &matter.case;
    let record = case.record.as_ref().map(|row| app.register().open(row)).transpose()?.flatten();
    let needs = Need::list(case.person.needs.as_deref().unwrap_or_default());
    let preference = case.person.contact_by.as_deref().and_then(Preference::from_code);
    let mut reach = Reach::of(record.as_ref(), preference, needs);
    reach.ways.retain(|way| app.gateways.carry(*way));
    let standing = stops::standing(&case.person, &case.stops);
    let (facts, since) = (case.facts(), date(matter.start.since_day));
    let known = schedule::Case { schedule: matter.schedule, facts: &facts, since, standing: &standing, reach: &reach };
    Ok(schedule::decide(&known, matter.step, case.asked.as_ref().map(|before| asked(app, before)).as_ref(), now))
}

/// What was done before, as the schedule sees it.
fn asked(app: &App, before: &Before) -> Asked {
    let (row, zone) = (&before.invitation, app.clock.zone());
    let channel = row.channel.as_deref().and_then(Channel::from_code);
    // Who was not to be asked for a time is asked after all by the way that was held back: that way did not fail.
    let was_tried = |message: &&Message| row.not_asked.is_none() || !message.is_held_back();
    let mut tried: Vec<Channel> = before.messages.iter().filter(was_tried).filter_map(|one| Channel::from_code(&one.channel)).collect();
    tried.extend(channel.filter(|channel| row.not_asked.is_none() && tried.last() != Some(channel)));
    let sent = before.messages.iter().filter_map(|message| message.sent_at).min().or(row.sent_at);
    Asked {
        survey: before.survey.clone(),
        closes: Moment::from_micros(row.expires_at).plus_seconds(-1).date(zone),
        not_asked: row.not_asked.as_deref().map(|code| NotAsked::from_code(code).unwrap_or(NotAsked::Stopped)),
        tried,
        reminders: before.messages.iter().map(|message| u8::try_from(message.step).unwrap_or(u8::MAX)).max().unwrap_or(0),
        sent: sent.map(|at| Moment::from_micros(at).date(zone)),
        // What was held back when it was to go out counts as come back: the same is not sent by the same way again.
        bounced: row.bounced_at.is_some() || before.messages.last().is_some_and(|message| message.failed_at.is_some()),
        is_over: row.finished_at.is_some() || row.declined_at.is_some(),
    }
}

/// The invitation as it was when it was looked at.
pub fn seen(before: &Before) -> Seen {
    Seen { organisation: before.invitation.organisation_id, id: before.invitation.id, next_at: before.invitation.next_at }
}

/// The instant in microseconds since 1970 UTC.
pub fn micros(at: &Zoned) -> i64 {
    at.timestamp().as_microsecond()
}

/// Midnight at the end of a day.
fn end_of(last: Date, now: &Zoned) -> i64 {
    let midnight = last.saturating_add(jiff::Span::new().days(1)).to_zoned(now.time_zone().clone());
    midnight.map_or_else(|_| micros(now), |midnight| micros(&midnight))
}
