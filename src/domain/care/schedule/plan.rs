//! What is to be done about one person at one point of a schedule, now: ask, say why not, write once more, or look again later.
//! The same question with the same facts has the same answer, so that it can be asked as often as one likes.

use jiff::Zoned;
use jiff::civil::Date;

use super::step::{Anchor, Span, plus};
use super::{Facts, Reach, Schedule, Step};
use crate::domain::care::asking::{NotAsked, Standing};
use crate::domain::care::channel::Channel;

/// A person in an episode, as a schedule sees them.
#[derive(Debug, Clone, Copy)]
pub struct Case<'a> {
    pub schedule: &'a Schedule,
    pub facts: &'a Facts,
    /// The day from which the organisation asks: whoever was due before is not asked.
    pub since: Date,
    pub standing: &'a Standing,
    pub reach: &'a Reach,
}

/// What was done about a person at a step before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// The key of the survey they were asked.
    pub survey: String,
    /// The last day on which it can be answered.
    pub closes: Date,
    /// Why they were not asked; nothing where they were.
    pub not_asked: Option<NotAsked>,
    /// Every way that was tried, the present one last.
    pub tried: Vec<Channel>,
    /// The number of the last reminder; 0 where there was none.
    pub reminders: u8,
    /// The day on which the invitation went out; nothing while it waits.
    pub sent: Option<Date>,
    /// True when what went out last came back, or did not go out after all.
    pub bounced: bool,
    /// True when they have finished or declined: then nothing more is sent.
    pub is_over: bool,
}

/// What is to be done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Decision {
    /// They are asked.
    Ask {
        /// The key of the survey.
        survey: String,
        channel: Channel,
        /// When the message goes out, or from when staff may ring up.
        at: Zoned,
        /// The last day on which it can be answered.
        closes: Date,
        /// When to look again.
        next: Option<Zoned>,
    },
    /// They are not asked: for good where nothing says when to look again.
    Leave { why: NotAsked, closes: Date, next: Option<Zoned> },
    /// They are written to once more: with a reminder of that number or, after a bounce, with the same by another way.
    Send { number: u8, channel: Channel, at: Zoned, next: Option<Zoned> },
    /// Nothing is to be done but to look again, if ever.
    Look { next: Option<Zoned> },
}

/// What is to be done at one step; nothing where nobody is due yet, was due before the organisation began to ask, or is not
/// whom the schedule asks.
#[must_use]
pub fn decide(case: &Case<'_>, step: &Step, asked: Option<&Asked>, now: &Zoned) -> Option<Decision> {
    match asked {
        None => first(case, step, now),
        Some(asked) if asked.not_asked.is_some() => Some(case.ask(asked.closes, now, Some(asked))),
        Some(asked) => Some(case.follow(step, asked, now)),
    }
}

fn first(case: &Case<'_>, step: &Step, now: &Zoned) -> Option<Decision> {
    let Span { first, last } = step.window(case.facts.at(step.after)?);
    if first < case.since || now.date() < first || !case.is_meant(first) {
        return None;
    }
    let has_ended = case.facts.closed.is_some_and(|closed| closed <= first);
    if step.after == Anchor::Opened && has_ended {
        return Some(Decision::Leave { why: NotAsked::NotEligible, closes: last, next: None });
    }
    Some(case.ask(last, now, None))
}

impl Case<'_> {
    /// True when the schedule asks people like them.
    pub(super) fn is_meant(&self, due: Date) -> bool {
        let (age, schedule) = (self.facts.age(due), self.schedule);
        let needs = schedule.only_needs.is_empty() || schedule.only_needs.iter().any(|need| self.reach.needs.contains(need));
        needs && schedule.age_from.is_none_or(|from| from <= age) && schedule.age_to.is_none_or(|to| age <= to)
    }

    /// Asks, or says why not. `before` is what was done when it was looked at before: a way that failed is not taken again.
    fn ask(&self, closes: Date, now: &Zoned, before: Option<&Asked>) -> Decision {
        let standing = self.schedule.survey_for(self.standing, now.date());
        if now.date() > closes {
            let why = before.and_then(|asked| asked.not_asked).or(standing.err());
            return Decision::Leave { why: why.unwrap_or(NotAsked::TooLate), closes, next: None };
        }
        let survey = match standing {
            Ok(survey) => survey.to_owned(),
            Err(why) => return Decision::Leave { why, closes, next: self.tomorrow(closes, now).filter(|_| self.may_pass(why, now)) },
        };
        let Some(channel) = self.reach.way(&self.schedule.channels, before.map_or(&[], |asked| &asked.tried)) else {
            return Decision::Leave { why: NotAsked::Unreachable, closes, next: self.tomorrow(closes, now) };
        };
        let at = self.schedule.quiet.next(now);
        if at.date() > closes {
            return Decision::Leave { why: NotAsked::TooLate, closes, next: None };
        }
        let next = if is_written(channel) { self.tomorrow(closes, &at) } else { None };
        Decision::Ask { survey, channel, at, closes, next }
    }

    /// What is to be done about somebody who was asked.
    fn follow(&self, step: &Step, asked: &Asked, now: &Zoned) -> Decision {
        let (today, over) = (now.date(), Decision::Look { next: None });
        if asked.is_over || today > asked.closes {
            return over;
        }
        let later = || self.tomorrow(asked.closes, now);
        match self.schedule.survey_for(self.standing, today) {
            Ok(survey) if survey == asked.survey => {}
            Err(why) if self.may_pass(why, now) => return Decision::Look { next: later() },
            _ => return over,
        }
        if asked.bounced {
            return self.another_way(asked, now).unwrap_or(over);
        }
        let channel = match asked.tried.last() {
            Some(channel) if is_written(*channel) => *channel,
            _ => return over,
        };
        let Some(sent) = asked.sent else { return Decision::Look { next: later() } };
        let due = step.reminder_days.iter().filter(|days| plus(sent, i32::from(**days)) <= today).count();
        let (number, is_last) = (u8::try_from(due).unwrap_or(u8::MAX), due == step.reminder_days.len());
        let at = self.schedule.quiet.next(now);
        if number > asked.reminders && at.date() <= asked.closes {
            let next = if is_last { None } else { self.tomorrow(asked.closes, &at) };
            return Decision::Send { number, channel, at, next };
        }
        Decision::Look { next: if is_last { None } else { later() } }
    }

    /// The next way, after what was sent came back.
    fn another_way(&self, asked: &Asked, now: &Zoned) -> Option<Decision> {
        let channel = self.reach.way(&self.schedule.channels, &asked.tried)?;
        let at = self.schedule.quiet.next(now);
        let next = if is_written(channel) { self.tomorrow(asked.closes, &at) } else { None };
        (at.date() <= asked.closes).then_some(Decision::Send { number: asked.reminders, channel, at, next })
    }

    /// True for a reason that may be over before the window is.
    fn may_pass(&self, why: NotAsked, now: &Zoned) -> bool {
        let lasts = self.schedule.ended(self.standing, now.date()).is_some();
        !lasts && matches!(why, NotAsked::Sensitive | NotAsked::Moved | NotAsked::Stopped | NotAsked::Unreachable)
    }

    /// A day later, when nobody is disturbed; nothing where it could not be answered any more.
    fn tomorrow(&self, closes: Date, now: &Zoned) -> Option<Zoned> {
        let morning = plus(now.date(), 1).to_zoned(now.time_zone().clone()).ok()?;
        Some(self.schedule.quiet.next(&morning)).filter(|next| next.date() <= closes)
    }
}

/// True for a way in which a message goes out; otherwise staff have something to do.
const fn is_written(channel: Channel) -> bool {
    matches!(channel, Channel::Email | Channel::Text | Channel::Letter)
}
