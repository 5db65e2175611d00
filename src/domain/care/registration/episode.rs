//! An episode of care, read from text.

use jiff::ToSpan;
use jiff::civil::Date;

use super::super::dates;
use super::{Fault, Faults, sender_number};

/// The programme in which discharge from hospital begins the service, and so may come before the referral to it.
const AFTER_HOSPITAL: &str = "frail-older-people";

/// The programme in which babies are born.
const MATERNITY: &str = "maternity";

/// The programme in which care clusters are used.
const MENTAL_HEALTH: &str = "mental-health";

/// How many days a discharge may come before the referral that followed it. A longer one is another discharge.
const DISCHARGED_BEFORE: i32 = 28;

/// How many days a birth may come before the referral (care is taken over in the eight weeks after a birth) and after it (no
/// pregnancy is longer).
const DELIVERED_BEFORE: i32 = 56;
const DELIVERED_AFTER: i32 = 310;

/// The highest mental-health care cluster (NHS Data Dictionary, MENTAL HEALTH CARE CLUSTER CODE).
const CLUSTER_LAST: u8 = 21;

/// What was typed about an episode; what is empty was not said. Dates are as [`dates::read`] takes them.
#[derive(Clone, Default)]
pub struct EpisodeFields {
    /// The key of a programme.
    pub programme: String,
    pub opened: String,
    pub closed: String,
    pub discharged: String,
    pub delivered: String,
    pub cluster: String,
    pub sender_number: String,
}

/// What an episode must agree with.
#[derive(Debug, Clone, Copy)]
pub struct About<'a> {
    pub today: Date,
    /// The keys of the programmes that are offered.
    pub programmes: &'a [&'a str],
    /// When the person was born and died.
    pub born: Date,
    pub died: Option<Date>,
}

/// An episode as it is opened.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct NewEpisode {
    pub programme: String,
    pub opened: Date,
    pub closed: Option<Date>,
    /// Discharge from hospital into the service.
    pub discharged: Option<Date>,
    /// The day a baby was born.
    pub delivered: Option<Date>,
    /// Two digits.
    pub cluster: Option<String>,
    pub sender_number: Option<String>,
}

impl EpisodeFields {
    /// The episode, or everything that is wrong, in the order of the fields.
    pub fn read(&self, about: &About<'_>) -> Result<NewEpisode, Vec<Fault>> {
        let mut faults = Faults::default();
        let programme = self.programme.trim();
        faults.check(!about.programmes.contains(&programme), Fault::ProgrammeWrong);
        let opened = faults.take(self.opened(about));
        let discharged = faults.take(past(&self.discharged, about, [Fault::DischargedWrong, Fault::DischargedFuture])).flatten();
        let delivered = faults.take(past(&self.delivered, about, [Fault::DeliveredWrong, Fault::DeliveredFuture])).flatten();
        let cluster = faults.take(cluster(&self.cluster)).flatten();
        let closed = faults.take(past(&self.closed, about, [Fault::ClosedWrong, Fault::ClosedFuture])).flatten();
        let sender_number = faults.take(sender_number(&self.sender_number, Fault::EpisodeNumberLong)).flatten();
        let (Some(opened), true) = (opened, faults.0.is_empty()) else { return Err(faults.0) };
        let episode = NewEpisode { programme: programme.to_owned(), opened, closed, discharged, delivered, cluster, sender_number };
        let faults = episode.faults();
        if faults.is_empty() { Ok(episode) } else { Err(faults) }
    }

    fn opened(&self, about: &About<'_>) -> Result<Date, Fault> {
        let opened = dates::read(&self.opened).map_err(|why| match why {
            dates::Fault::Missing => Fault::OpenedMissing,
            dates::Fault::Wrong => Fault::OpenedWrong,
        })?;
        if opened > about.today {
            return Err(Fault::OpenedFuture);
        }
        if opened < about.born {
            return Err(Fault::OpenedBeforeBirth);
        }
        if about.died.is_some_and(|died| opened > died) { Err(Fault::OpenedAfterDeath) } else { Ok(opened) }
    }
}

impl NewEpisode {
    /// Where its dates and its programme do not agree.
    fn faults(&self) -> Vec<Fault> {
        let mut faults = Faults::default();
        if let Some(discharged) = self.discharged {
            let first = self.opened.saturating_sub(DISCHARGED_BEFORE.days());
            match self.programme.as_str() {
                AFTER_HOSPITAL => faults.check(discharged < first, Fault::DischargedLongBefore),
                _ => faults.check(discharged < self.opened, Fault::DischargedBeforeOpened),
            }
        }
        if let Some(delivered) = self.delivered {
            let may_be = self.opened.saturating_sub(DELIVERED_BEFORE.days())..=self.opened.saturating_add(DELIVERED_AFTER.days());
            faults.check(self.programme != MATERNITY, Fault::DeliveredElsewhere);
            faults.check(self.programme == MATERNITY && !may_be.contains(&delivered), Fault::DeliveredFar);
        }
        faults.check(self.cluster.is_some() && self.programme != MENTAL_HEALTH, Fault::ClusterElsewhere);
        if let Some(closed) = self.closed {
            let is_early = closed < self.opened;
            faults.check(is_early, Fault::ClosedBeforeOpened);
            faults.check(!is_early && self.discharged.is_some_and(|discharged| closed < discharged), Fault::ClosedBeforeDischarged);
        }
        faults.0
    }
}

/// A date that is not to come; nothing where none was typed.
fn past(typed: &str, about: &About<'_>, [wrong, future]: [Fault; 2]) -> Result<Option<Date>, Fault> {
    let date = dates::optional(typed).map_err(|_| wrong)?;
    if date.is_some_and(|date| date > about.today) { Err(future) } else { Ok(date) }
}

/// Two digits; one is read as if a nought stood before it.
fn cluster(typed: &str) -> Result<Option<String>, Fault> {
    let typed = typed.trim();
    if typed.is_empty() {
        return Ok(None);
    }
    let is_number = typed.len() <= 2 && typed.bytes().all(|b| b.is_ascii_digit());
    let number = typed.parse::<u8>().ok().filter(|number| is_number && *number <= CLUSTER_LAST);
    number.map(|number| Some(format!("{number:02}"))).ok_or(Fault::ClusterWrong)
}
