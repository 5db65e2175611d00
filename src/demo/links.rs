//! Personal links for whoever tries the demo: one for each survey, to an episode that is open and has not answered.

use crate::domain::care::timepoint::Timepoint;
use crate::domain::survey::Respondent;
use crate::random::Random;
use crate::secret::token_hash;
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
}

/// Somebody who could be sent a link.
pub struct Offer {
    someone: Someone,
    episode: Episode,
    survey: &'static str,
    timepoint: Timepoint,
    respondent: Respondent,
}

impl World<'_> {
    /// Remembers the latest person of each survey who could be sent a link: one who has not answered.
    pub fn offer(&mut self, ask: &Ask<'_>, answered: bool) {
        if !answered {
            let (someone, episode) = (ask.someone.clone(), ask.episode.clone());
            self.offers.retain(|offer| offer.survey != ask.survey);
            self.offers.push(Offer { someone, episode, survey: ask.survey, timepoint: ask.timepoint, respondent: ask.respondent });
        }
    }

    /// Asks each of them once more, today.
    pub fn links(&mut self) -> Result<Vec<Link>, Error> {
        let random = Random::seeded(self.plan.seed);
        let mut links = Vec::new();
        for Offer { someone, episode, survey, timepoint, respondent } in std::mem::take(&mut self.offers) {
            let token = random.token();
            let on = self.window.today;
            let ask = Ask { someone: &someone, episode: &episode, survey, timepoint, on, respondent, lift: 0.0, odds: 0.0 };
            let id = InvitationId(self.ids.next());
            self.invite(id, &ask, Some(token_hash(&token)))?;
            links.push(Link { survey: survey.to_owned(), token });
        }
        Ok(links)
    }
}
