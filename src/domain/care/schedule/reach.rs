//! The way in which somebody is asked: what they need comes before what they like, and that before what the schedule would do.

use crate::domain::care::channel::{Channel, Preference};
use crate::domain::care::demographics::Demographics;
use crate::domain::care::need::Need;

/// How somebody can be reached.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Reach {
    /// The ways for which there is an address or a number.
    pub ways: Vec<Channel>,
    pub preference: Option<Preference>,
    pub needs: Vec<Need>,
}

impl Reach {
    /// What a record says; nothing where there is none.
    #[must_use]
    pub fn of(record: Option<&Demographics>, preference: Option<Preference>, needs: Vec<Need>) -> Self {
        let has = |way: Channel, is_there: bool| is_there.then_some(way);
        let ways = record.map(|record| {
            [
                has(Channel::Email, record.email.is_some()),
                has(Channel::Text, record.mobile.is_some()),
                has(Channel::Letter, !record.address.is_empty() && record.postcode.is_some()),
                has(Channel::Phone, record.mobile.is_some() || record.telephone.is_some()),
            ]
        });
        Self { ways: ways.into_iter().flatten().flatten().collect(), preference, needs }
    }

    /// The first way that reaches them and was not tried: what they need, what they like, then the schedule's own order.
    #[must_use]
    pub fn way(&self, order: &[Channel], tried: &[Channel]) -> Option<Channel> {
        let ways = self.needed().chain(self.liked()).chain(order.iter().copied());
        ways.filter(|way| !tried.contains(way)).find(|way| self.takes(*way))
    }

    fn needed(&self) -> impl Iterator<Item = Channel> {
        let needs = |any: &[Need]| any.iter().any(|need| self.needs.contains(need));
        let phone = needs(&[Need::Phone, Need::Audio]).then_some(Channel::Phone);
        let paper = needs(&[Need::Paper, Need::Braille]).then_some(Channel::Paper);
        phone.into_iter().chain(paper)
    }

    fn liked(&self) -> Option<Channel> {
        match self.preference? {
            Preference::Email => Some(Channel::Email),
            Preference::Text => Some(Channel::Text),
            Preference::Letter => Some(Channel::Letter),
            Preference::Phone => Some(Channel::Phone),
            Preference::Nowise => None,
        }
    }

    fn takes(&self, way: Channel) -> bool {
        match way {
            Channel::Email | Channel::Text | Channel::Letter => self.ways.contains(&way),
            // Who signs is not rung up.
            Channel::Phone => self.ways.contains(&way) && !self.needs.contains(&Need::Bsl),
            Channel::Paper => {
                self.ways.contains(&Channel::Letter) || [Need::Paper, Need::Braille].iter().any(|need| self.needs.contains(need))
            }
            Channel::Kiosk => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ORDER: [Channel; 4] = [Channel::Email, Channel::Text, Channel::Letter, Channel::Phone];

    fn everywhere() -> Reach {
        Reach { ways: ORDER.to_vec(), ..Reach::default() }
    }

    #[test]
    fn the_schedule_decides_where_the_person_has_said_nothing() {
        assert_eq!(everywhere().way(&ORDER, &[]), Some(Channel::Email));
        assert_eq!(Reach { ways: ORDER[1..].to_vec(), ..everywhere() }.way(&ORDER, &[]), Some(Channel::Text));
        assert_eq!(Reach::default().way(&ORDER, &[]), None);
    }

    #[test]
    fn what_somebody_needs_comes_before_what_they_like() {
        let likes = Reach { preference: Some(Preference::Letter), ..everywhere() };
        assert_eq!(likes.way(&ORDER, &[]), Some(Channel::Letter));
        assert_eq!(Reach { needs: vec![Need::Audio], ..likes.clone() }.way(&ORDER, &[]), Some(Channel::Phone));
        assert_eq!(Reach { needs: vec![Need::Paper], ..likes }.way(&ORDER, &[]), Some(Channel::Paper));
    }

    #[test]
    fn after_a_bounce_comes_the_next_way() {
        let tried = [Channel::Email, Channel::Text];
        assert_eq!(everywhere().way(&ORDER, &tried), Some(Channel::Letter));
        assert_eq!(Reach { ways: tried.to_vec(), ..everywhere() }.way(&ORDER, &tried), None);
    }

    #[test]
    fn who_signs_is_not_rung_up() {
        let signs = Reach { ways: vec![Channel::Phone], needs: vec![Need::Bsl], ..Reach::default() };
        assert_eq!(signs.way(&ORDER, &[]), None);
    }
}
