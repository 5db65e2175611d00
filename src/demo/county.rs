//! The places and organisations of Marlshire, a county that does not exist. Its names, codes and postcodes are
//! invented: no organisation has these codes and no letter would arrive.

use crate::store::ids::{LocalityId, OrganisationId};
use crate::store::organisations::{Locality, Organisation};

use super::dice::Dice;
use super::time::Ids;

/// A service that gives care, and how well its people do at the start and at the end of the demo, in standard
/// deviations of wellbeing.
#[derive(Debug, Clone, Copy)]
pub struct Provider {
    pub id: OrganisationId,
    pub quality: (f64, f64),
}

impl Provider {
    /// How well its people do when that share of the time has passed.
    #[must_use]
    pub fn quality_at(&self, passed: f64) -> f64 {
        let (start, end) = self.quality;
        start + (end - start) * passed.clamp(0.0, 1.0)
    }
}

/// A locality and how many live there.
#[derive(Debug, Clone, Copy)]
pub struct Place {
    pub id: LocalityId,
    /// Index of Multiple Deprivation decile: 1 is the most deprived.
    pub decile: i32,
    pub postcode: &'static str,
    /// In thousands.
    pub people: f64,
}

/// Everybody and everything the demo refers to.
pub struct County {
    /// The lead trust first, then its partners, each with its share of episodes.
    pub mental_health: Vec<(Provider, f64)>,
    pub lead: Provider,
    pub acute: Provider,
    pub community: Provider,
    pub maternity: Provider,
    pub places: Vec<Place>,
    pub organisations: Vec<Organisation>,
    pub localities: Vec<(Locality, Vec<String>)>,
}

/// The lead trust's partners: code, name, share of mental health episodes, quality at start and end. One gets better,
/// one gets worse.
const PARTNERS: [(&str, &str, f64, (f64, f64)); 5] = [
    ("XM2", "Second Spring Recovery", 0.13, (-0.8, 1.0)),
    ("XM3", "Lantern House Housing Support", 0.12, (0.6, -1.1)),
    ("XM4", "Open Gate Community Minds", 0.11, (0.1, 0.15)),
    ("XM5", "Handrail Work and Learning", 0.08, (0.2, 0.2)),
    ("XM6", "Homeward Community Care", 0.06, (0.0, 0.1)),
];

/// Code, name, deprivation decile, thousands of people, first halves of postcodes.
const LOCALITIES: [(&str, &str, i32, f64, &[&str]); 13] = [
    ("XML01", "Marl Cross North", 1, 62.0, &["MZ1", "MZ2"]),
    ("XML02", "Marl Cross South", 2, 58.0, &["MZ3"]),
    ("XML03", "Saltmarl Docks", 1, 41.0, &["MZ4"]),
    ("XML04", "Quillham", 3, 47.0, &["MZ5"]),
    ("XML05", "Harrowmere", 4, 52.0, &["MZ6", "MZ7"]),
    ("XML06", "Thistlemoor", 5, 38.0, &["MZ8"]),
    ("XML07", "Otterbridge", 6, 55.0, &["MZ9"]),
    ("XML08", "Fenwold", 5, 33.0, &["MZ10"]),
    ("XML09", "Brackenley", 7, 44.0, &["MZ11"]),
    ("XML10", "Candlewick Green", 8, 49.0, &["MZ12"]),
    ("XML11", "Larkhollow", 9, 36.0, &["MZ13"]),
    ("XML12", "Wrenstow", 10, 40.0, &["MZ14"]),
    ("XML13", "Upper Tansy", 8, 27.0, &["MZ15"]),
];

impl County {
    /// The county, its rows numbered from `ids`.
    #[must_use]
    pub fn new(ids: &mut Ids) -> Self {
        let mut organisations = Vec::new();
        let mut add = |ods_code: &str, name: &str, kind: &str, parent_id: Option<OrganisationId>| {
            let id = OrganisationId(ids.next());
            organisations.push(Organisation { id, ods_code: ods_code.to_owned(), name: name.to_owned(), kind: kind.to_owned(), parent_id });
            id
        };
        add("XM0", "Marlshire Outcomes Board", "commissioner", None);
        let lead = Provider { id: add("XM1", "Marlshire Minds Trust", "lead-provider", None), quality: (0.0, 0.1) };
        let partners =
            PARTNERS.map(|(code, name, share, quality)| (Provider { id: add(code, name, "partner", Some(lead.id)), quality }, share));
        let acute = Provider { id: add("XM7", "Marl Cross Hospitals Trust", "acute-trust", None), quality: (0.0, 0.05) };
        let maternity =
            Provider { id: add("XM8", "Marlshire Maternity Service", "maternity-service", Some(acute.id)), quality: (-0.05, 0.2) };
        let community = partners.last().map_or(lead, |(provider, _)| Provider { quality: (0.0, 0.35), ..*provider });
        let (places, localities) = LOCALITIES.iter().map(|row| locality(row, LocalityId(ids.next()))).unzip();
        let mental_health = std::iter::once((lead, 0.5)).chain(partners).collect();
        Self { mental_health, lead, acute, community, maternity, places, organisations, localities }
    }

    /// Somewhere to live: larger places are likelier, and more deprived ones by `tilt` for each decile.
    #[must_use]
    pub fn somewhere(&self, tilt: f64, dice: &mut Dice) -> Option<Place> {
        dice.pick(self.places.iter().map(|place| (*place, place.people * (tilt * (5.5 - f64::from(place.decile))).exp())))
    }
}

type Row = (&'static str, &'static str, i32, f64, &'static [&'static str]);

fn locality((code, name, decile, people, postcodes): &Row, id: LocalityId) -> (Place, (Locality, Vec<String>)) {
    let place = Place { id, decile: *decile, postcode: postcodes.first().copied().unwrap_or_default(), people: *people };
    let locality = Locality { id, code: (*code).to_owned(), name: (*name).to_owned(), deprivation_decile: *decile };
    (place, (locality, postcodes.iter().map(|area| (*area).to_owned()).collect()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lead_trust_has_five_partners() {
        let county = County::new(&mut Ids::from(1));
        let partners = county.organisations.iter().filter(|one| one.kind == "partner");
        assert!(partners.clone().all(|partner| partner.parent_id == Some(county.lead.id)));
        assert_eq!((partners.count(), county.places.len()), (5, 13));
    }

    #[test]
    fn the_shares_of_mental_health_episodes_are_whole() {
        let county = County::new(&mut Ids::from(1));
        let whole: f64 = county.mental_health.iter().map(|(_, share)| share).sum();
        assert!((whole - 1.0).abs() < 1e-9, "{whole}");
    }
}
