//! How the people of the demo were reached: by which way, whether it arrived, and how far they got. Chance here is the invitation's
//! own, so that whoever answers does so whatever happens on the way.

use crate::clock::Moment;
use crate::domain::care::channel::Channel;
use crate::store::invitations::Invitation;

use super::World;
use super::asking::Ask;
use super::dice::Dice;

/// Of those who do not answer, so many could not be reached; and of the others so many open what they get, and begin.
const BOUNCES: f64 = 0.04;
const OPENS: f64 = 0.35;
const BEGINS: f64 = 0.25;

impl World<'_> {
    /// Notes how somebody was reached who did not answer.
    pub fn pass(&mut self, ask: &Ask<'_>) {
        let (sent, age) = (self.moment(ask.on, 9 * 60), ask.someone.age(ask.on));
        let now = self.setting.app.clock.now();
        let Some(row) = self.batch.invitations.last_mut() else { return };
        let mut dice = Dice::new(row.id.0.unsigned_abs());
        let channel = usual(age, &mut dice);
        row.channel = Some(channel.code().to_owned());
        if !is_sent(channel) || sent > now {
            return;
        }
        if send(row, sent, &mut dice, BOUNCES) && dice.chance(OPENS) {
            let opened = sent.plus_seconds(i64::from(dice.between(600, 400_000)));
            row.opened_at = (opened <= now).then(|| opened.micros());
            row.started_at = row.opened_at.filter(|_| dice.chance(BEGINS)).map(|at| at + 45_000_000);
        }
    }

    /// Notes how somebody was reached whose answers have just been kept.
    pub fn finish(&mut self, ask: &Ask<'_>) {
        let sent = self.moment(ask.on, 9 * 60);
        let age = ask.someone.age(ask.on);
        let (Some(row), Some(response)) = (self.batch.invitations.last_mut(), self.batch.responses.last()) else { return };
        let mut dice = Dice::new(row.id.0.unsigned_abs());
        let channel = match response.mode.as_str() {
            "phone" => Channel::Phone,
            "paper" => Channel::Paper,
            _ => usual(age, &mut dice),
        };
        row.channel = Some(channel.code().to_owned());
        row.started_at = Some(response.started_at);
        row.finished_at = response.submitted_at;
        if is_sent(channel) {
            let sent = sent.min(Moment::from_micros(response.started_at).plus_seconds(-120));
            send(row, sent, &mut dice, 0.0);
            row.opened_at = Some(Moment::from_micros(response.started_at).plus_seconds(-30).micros());
        }
    }
}

/// Sends it; false where it comes back.
fn send(row: &mut Invitation, at: Moment, dice: &mut Dice, bounces: f64) -> bool {
    row.sent_at = Some(at.micros());
    let arrived = at.plus_seconds(i64::from(dice.between(2, 90))).micros();
    let is_lost = dice.chance(bounces);
    if is_lost {
        row.bounced_at = Some(arrived);
    } else {
        row.delivered_at = Some(arrived);
    }
    !is_lost
}

const fn is_sent(channel: Channel) -> bool {
    matches!(channel, Channel::Email | Channel::Text | Channel::Letter)
}

/// Older people are written to by post, or rung up.
fn usual(age: i32, dice: &mut Dice) -> Channel {
    let old = f64::from((age - 45).clamp(0, 45)) / 45.0;
    let ways = [(Channel::Email, 0.5 - 0.4 * old), (Channel::Text, 0.4 - 0.3 * old), (Channel::Letter, 0.08 + 0.5 * old)];
    dice.pick(ways.into_iter().chain([(Channel::Phone, 0.02 + 0.2 * old)])).unwrap_or(Channel::Letter)
}
