//! How far a request to answer is, in words: for the list of who is due, and for the page of one person.

use jiff::civil::Date;

use super::alerts::moment;
use crate::app::App;
use crate::clock::Moment;
use crate::domain::care::need::Need;
use crate::domain::survey::{Definition, Respondent};
use crate::i18n::{Locale, MissingMessage};
use crate::store::invitations::Invitation;
use crate::store::people::Answered;

/// The states of [`crate::store::due::STATES`] in which somebody may still answer.
const AWAITED: [&str; 7] = ["due", "task", "sent", "opened", "started", "overdue", "bounced"];

/// True while an answer may still come, if late.
pub fn is_awaited(state: &str) -> bool {
    AWAITED.contains(&state)
}

/// Where staff enter the answers of somebody: what stands on a paper is typed on a page of its own.
pub fn entry(at: &str, invitation: &Invitation) -> String {
    let what = if invitation.channel.as_deref() == Some("paper") { "transcribe" } else { "answer" };
    format!("{at}/{what}/{}", invitation.id.0)
}

/// Where a form on paper is printed for a person, and one for whoever answers for them; nothing once it could not be answered.
pub fn forms(at: &str, invitation: &Invitation, needs: &[Need], survey: &Definition, now: i64) -> [Option<String>; 2] {
    if invitation.not_asked.is_some() || invitation.declined_at.is_some() || invitation.expires_at <= now {
        return [None, None];
    }
    let own = format!("{at}/paper/{}.pdf", invitation.id.0);
    let has_other_words = survey.respondents.contains(&Respondent::Proxy) && survey.speaks_of_another();
    let others = (needs.contains(&Need::CarerAssists) && has_other_words).then(|| format!("{own}?for=another"));
    [Some(own), others]
}

/// The name of a way in which people are asked.
pub fn channel(locale: &Locale, code: &str) -> Result<String, MissingMessage> {
    locale.t(&format!("due-channel-{code}"), &[])
}

/// When they got as far as they are, when what waits for them goes out, or why they were not asked.
pub fn note(
    app: &App,
    locale: &Locale,
    (invitation, state): (&Invitation, &str),
    outgoing: Option<i64>,
) -> Result<Option<String>, MissingMessage> {
    let on = |at: i64| locale.date(day(app, at));
    if let (Some("letter"), "due") = (invitation.channel.as_deref(), state) {
        return locale.t("due-letter-waits", &[]).map(Some);
    }
    if let (Some(at), "due") = (outgoing, state) {
        let at = at.max(app.clock.now().micros());
        return locale.t("due-goes-out", &[("moment", moment(app, locale, at).into())]).map(Some);
    }
    if let (Some(why), "not-asked") = (&invitation.not_asked, state) {
        let why = locale.t(&format!("due-why-{why}"), &[])?;
        return match invitation.next_at {
            Some(next) => locale.t("due-looked-at-again", &[("why", why.into()), ("date", on(next).into())]).map(Some),
            None => Ok(Some(why)),
        };
    }
    let at = match state {
        "finished" => invitation.finished_at,
        "declined" => invitation.declined_at,
        "started" => invitation.started_at,
        "opened" => invitation.opened_at,
        "bounced" => invitation.bounced_at,
        "sent" | "overdue" => invitation.delivered_at.or(invitation.sent_at),
        _ => None,
    };
    at.map(|at| locale.t("due-on", &[("date", on(at).into())])).transpose()
}

/// Who answered, where it was not the person.
pub fn answered_by(locale: &Locale, answered: &Answered) -> Result<Option<String>, MissingMessage> {
    if answered.respondent == Respondent::Self_.code() {
        return Ok(None);
    }
    if let Some(relationship) = &answered.relationship {
        let named = locale.t(&format!("question-relationship-{relationship}"), &[])?;
        return locale.t("person-answered-by", &[("who", named.into())]).map(Some);
    }
    locale.t(&format!("alerts-respondent-{}", answered.respondent), &[]).map(Some)
}

/// The day of an instant where the service is.
pub fn day(app: &App, at: i64) -> Date {
    Moment::from_micros(at).date(app.clock.zone())
}
