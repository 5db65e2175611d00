//! Reading schedules from TOML, and everything that can be wrong with them.

use std::collections::BTreeSet;

use super::{Schedule, Step, Then};
use crate::domain::care::channel::Channel;
use crate::domain::framework::is_key;

/// The schedules that Saywell brings with it: the name of each file, and what stands in it.
pub const BUILT_IN: [(&str, &str); 6] = [
    ("carers-frail-older-people.toml", include_str!("../../../../schedules/carers-frail-older-people.toml")),
    ("carers-mental-health.toml", include_str!("../../../../schedules/carers-mental-health.toml")),
    ("employment.toml", include_str!("../../../../schedules/employment.toml")),
    ("independence-at-home.toml", include_str!("../../../../schedules/independence-at-home.toml")),
    ("postnatal-wellbeing.toml", include_str!("../../../../schedules/postnatal-wellbeing.toml")),
    ("settled-accommodation.toml", include_str!("../../../../schedules/settled-accommodation.toml")),
];

/// Why schedules cannot be used: one sentence for each fault.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}", .0.join("; "))]
pub struct Faults(pub Vec<String>);

/// Every schedule in use.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Schedules(Vec<Schedule>);

impl Schedules {
    /// Reads files, each given by its name and what stands in it.
    ///
    /// # Errors
    /// [`Faults`] name each file that cannot be used, and why.
    pub fn parse<'a>(files: impl IntoIterator<Item = (&'a str, &'a str)>) -> Result<Self, Faults> {
        let (mut all, mut faults) = (Vec::<Schedule>::new(), Vec::new());
        for (name, source) in files {
            match toml::from_str::<Schedule>(source) {
                Err(why) => faults.push(format!("{name}: {}", why.to_string().trim())),
                Ok(one) => {
                    faults.extend(faults_of(&one).into_iter().map(|why| format!("{name}: {why}")));
                    if all.iter().any(|other| other.key == one.key) {
                        faults.push(format!("{name}: the key `{}` is used twice", one.key));
                    }
                    all.push(one);
                }
            }
        }
        if faults.is_empty() { Ok(Self(all)) } else { Err(Faults(faults)) }
    }

    /// The schedules that Saywell brings with it.
    ///
    /// # Errors
    /// Where one of them is wrong; a test holds that none is.
    pub fn built_in() -> Result<Self, Faults> {
        Self::parse(BUILT_IN)
    }

    /// The schedule of that key.
    #[must_use]
    pub fn find(&self, key: &str) -> Option<&Schedule> {
        self.0.iter().find(|schedule| schedule.key == key)
    }

    /// Every schedule, in the order of their files.
    pub fn iter(&self) -> impl Iterator<Item = &Schedule> {
        self.0.iter()
    }
}

fn faults_of(schedule: &Schedule) -> Vec<String> {
    let mut faults = Vec::new();
    let mut hold = |fine: bool, why: &str| {
        if !fine {
            faults.push(why.to_owned());
        }
    };
    hold(is_key(&schedule.key), "the key must be 1 to 64 lower-case letters, digits and hyphens, and begin with a letter");
    hold(!schedule.channels.is_empty(), "`channels` must name at least one way");
    hold(!schedule.channels.contains(&Channel::Kiosk), "nobody is asked by `kiosk`: whoever passes answers there");
    hold(!schedule.steps.is_empty(), "it has no step");
    let switches = schedule.stops.iter().all(|rule| (rule.then == Then::Switch) == rule.survey.is_some());
    hold(switches, "a stop names a `survey` with `switch`, and only then");
    let unique: BTreeSet<_> = schedule.stops.iter().map(|rule| rule.reason).collect();
    hold(unique.len() == schedule.stops.len(), "a reason to stop stands there twice");
    let unique: BTreeSet<_> = schedule.steps.iter().map(|step| step.timepoint).collect();
    hold(unique.len() == schedule.steps.len(), "a timepoint stands there twice");
    faults.extend(schedule.steps.iter().filter_map(fault_of));
    faults
}

fn fault_of(step: &Step) -> Option<String> {
    let ordered = step.reminder_days.is_sorted_by(|one, next| one < next) && step.reminder_days.first() != Some(&0);
    let why = match (step.window_days, step.reminder_days.last()) {
        (0 | 367.., _) => "`window-days` must be from 1 to 366",
        (_, _) if !ordered => "`reminder-days` must grow from 1 on",
        (window, Some(last)) if *last >= window => "the last reminder must come before the window ends",
        _ => return None,
    };
    Some(format!("step `{}`: {why}", step.timepoint.code()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn settled() -> &'static str {
        BUILT_IN.iter().find(|(name, _)| name.starts_with("settled")).unwrap().1
    }

    #[test]
    fn the_built_in_schedules_are_sound_and_cover_every_programme() {
        let all = Schedules::built_in().unwrap();
        let programmes: BTreeSet<&str> = all.iter().map(|schedule| schedule.programme.as_str()).collect();
        assert_eq!(programmes.into_iter().collect::<Vec<_>>(), ["frail-older-people", "maternity", "mental-health"]);
    }

    #[test]
    fn every_fault_names_its_file_and_what_is_wrong() {
        let wrong = |from: &str, to: &str| {
            let source = settled().replacen(from, to, 1);
            assert_ne!(source, settled(), "{from}");
            Schedules::parse([("mine.toml", source.as_str())]).unwrap_err().to_string()
        };
        for (from, to, says) in [
            ("window-days = 28", "window-days = 0", "mine.toml: step `baseline`: `window-days` must be from 1 to 366"),
            ("reminder-days = [7, 14]", "reminder-days = [14, 7]", "`reminder-days` must grow"),
            ("reminder-days = [7, 14]", "reminder-days = [28]", "before the window ends"),
            ("timepoint = \"baseline\"", "timepoint = \"someday\"", "`someday` is no timepoint"),
            ("timepoint = \"baseline\"", "timepoint = \"discharge\"", "a timepoint stands there twice"),
            ("channels = [\"email\",", "channels = [\"kiosk\",", "nobody is asked by `kiosk`"),
            ("[quiet]", "[[stop]]\nreason = \"moved\"\nthen = \"switch\"\n[quiet]", "names a `survey` with `switch`"),
            ("key = \"settled-accommodation\"", "key = \"Settled\"", "lower-case letters"),
            ("title =", "colour = \"red\"\ntitle =", "unknown field `colour`"),
        ] {
            let said = wrong(from, to);
            assert!(said.contains(says), "{from}: {said}");
        }
    }

    #[test]
    fn one_key_stands_for_one_schedule() {
        let twice = Schedules::parse([("a.toml", settled()), ("b.toml", settled())]).unwrap_err();
        assert_eq!(twice.to_string(), "b.toml: the key `settled-accommodation` is used twice");
    }
}
