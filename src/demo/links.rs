//! Personal links for whoever tries the demo: one for each survey, to an episode that is open and has not answered.

use jiff::civil::Date;

use crate::domain::care::timepoint::Timepoint;
use crate::domain::survey::Respondent;
use crate::secret::token_hash;
use crate::store::days::date;
use crate::store::episodes::Episode;
use crate::store::ids::InvitationId;

use super::asking::Ask;
use super::people::Someone;
use super::{Error, World};

/// A link that can be answered: the address is `/i/` and the token.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// The key of the survey it opens.
    pub survey: String,
    pub token: String,
    /// The day of birth of the person in care: its month is asked for when somebody comes back.
    pub born: Date,
}

/// Somebody who could be sent a link.
pub struct Offer {
    someone: Someone,
    episode: Episode,
    survey: &'static str,
    timepoint: Timepoint,
    respondent: Respondent,
    /// True for somebody who has answered the same survey before.
    comes_back: bool,
}

impl World<'_> {
    /// Remembers somebody who could be sent a link, because they have not answered.
    pub fn offer(&mut self, ask: &Ask<'_>, answered: bool) {
        if !answered {
            self.put_forward(ask, false);
        }
    }

    /// Remembers somebody who could be sent a link and has answered the same survey before: they can be shown how their answers
    /// went over time.
    pub fn offer_again(&mut self, ask: &Ask<'_>) {
        self.put_forward(ask, true);
    }

    /// Of each survey the latest who comes back to it stays or, while there is none, the latest of all. Links greet whoever
    /// tries the demo in English.
    fn put_forward(&mut self, ask: &Ask<'_>, comes_back: bool) {
        let is_better = self.offers.iter().any(|offer| offer.survey == ask.survey && offer.comes_back && !comes_back);
        if is_better || ask.someone.language != "en" {
            return;
        }
        let (someone, episode) = (ask.someone.clone(), ask.episode.clone());
        self.offers.retain(|offer| offer.survey != ask.survey);
        let (survey, timepoint, respondent) = (ask.survey, ask.timepoint, ask.respondent);
        self.offers.push(Offer { someone, episode, survey, timepoint, respondent, comes_back });
    }

    /// Asks each of them once more, today.
    pub fn links(&mut self) -> Result<Vec<Link>, Error> {
        let mut links = Vec::new();
        for Offer { someone, episode, survey, timepoint, respondent, .. } in std::mem::take(&mut self.offers) {
            let on = self.window.today;
            let ask = Ask { someone: &someone, episode: &episode, survey, timepoint, on, respondent, lift: 0.0, odds: 0.0 };
            let id = InvitationId(self.ids.next());
            let token = self.setting.app.secret.link_token(id.0);
            self.invite(id, &ask, Some(token_hash(&token)))?;
            links.push(Link { survey: survey.to_owned(), token, born: date(episode.birth_day) });
        }
        Ok(links)
    }
}
