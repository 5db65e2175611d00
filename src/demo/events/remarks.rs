//! What people say at the events of the demo in their own words, each once. All of it is made up, as are the names, numbers and
//! places in it: they are there so that whoever reads the comments has something to take out.

use crate::domain::engagement::questions::{MATTERS, MISSING};
use crate::domain::engagement::{Stance, Subject};

/// The question at the end of the survey that every event begins with.
const CHANGE: &str = "what-to-change";
/// Why somebody says so about an indicator.
const QUALITY: &str = "sense.carer-quality-of-life.why";
const CRISIS: &str = "sense.crisis-response.why";
const AT_HOME: &str = "sense.at-home-91-days.why";

/// The themes of the codebook: title, what belongs there, what does not.
pub const THEMES: [(&str, &str, &str); 6] = [
    (
        "A break from caring",
        "Sleep, hours off, somebody who sits in, respite that can be planned.",
        "Work and money: those have a theme of their own.",
    ),
    (
        "Nights and weekends",
        "Help when offices are closed, and what happens in a crisis outside their hours.",
        "Telephones that nobody answers in the daytime.",
    ),
    (
        "Getting through to somebody",
        "Telephones, being rung back, knowing whom to ask, telling it all again.",
        "What is said once somebody answers.",
    ),
    ("Being kept informed", "Letters, changes of plan, coming home, being asked how one is.", "Whether anybody could be reached at all."),
    ("Travel and places to meet", "Buses, parking, rooms, gardens, groups that meet.", "What it costs to get there."),
    ("Work and money", "Jobs lost or kept, benefits, fares, what care costs.", ""),
];

pub const BREAK: usize = 0;
pub const NIGHTS: usize = 1;
pub const THROUGH: usize = 2;
pub const INFORMED: usize = 3;
pub const PLACES: usize = 4;
pub const MONEY: usize = 5;

/// What somebody says.
#[derive(Debug, Clone, Copy)]
pub struct Remark {
    /// The question it answers.
    pub question: &'static str,
    pub language: &'static str,
    pub words: &'static str,
    /// The places in [`THEMES`] of those that belong to it.
    pub themes: &'static [usize],
    /// What of the framework it supports or questions, as whoever codes it notes.
    pub stance: Option<(Subject, &'static str, Stance)>,
}

const fn en(question: &'static str, words: &'static str, themes: &'static [usize]) -> Remark {
    Remark { question, language: "en", words, themes, stance: None }
}

const fn pl(question: &'static str, words: &'static str, themes: &'static [usize]) -> Remark {
    Remark { language: "pl", ..en(question, words, themes) }
}

impl Remark {
    const fn outcome(self, key: &'static str, stance: Stance) -> Self {
        Self { stance: Some((Subject::Outcome, key, stance)), ..self }
    }

    const fn indicator(self, key: &'static str, stance: Stance) -> Self {
        Self { stance: Some((Subject::Indicator, key, stance)), ..self }
    }
}

/// What was said at the evening for carers.
pub const EVENING: [Remark; 52] = [
    en(MATTERS, "One night a month of unbroken sleep. That is all I am asking for.", &[BREAK]).outcome("carers", Stance::Supports),
    en(MATTERS, "Somebody who sits with my husband for two hours, so that I can go to the shops without running.", &[BREAK]),
    en(MATTERS, "When he is bad at two in the morning there is only an answering machine, on 01632 960 177.", &[NIGHTS, THROUGH]),
    en(MATTERS, "Nurse Okafor rings me every Friday, and that call keeps me going.", &[THROUGH, INFORMED])
        .outcome("carers", Stance::Supports),
    en(MATTERS, "Some nights I feel that I cannot go on, and there is nobody to ask.", &[BREAK, NIGHTS]),
    en(MATTERS, "A break that can be booked more than a week ahead. As it is I cannot plan anything.", &[BREAK]),
    en(MATTERS, "A number that a person answers at weekends.", &[NIGHTS, THROUGH]).outcome("timely", Stance::Supports),
    en(MATTERS, "To be asked how I am, and not only how my son is.", &[INFORMED]).outcome("carers", Stance::Supports),
    en(MATTERS, "Please tell us when the plan changes. We found out from the chemist.", &[INFORMED]),
    en(MATTERS, "I was not told that my daughter Zofia was coming home until she stood at the door.", &[INFORMED]),
    en(MATTERS, "Work that lets me leave at three. I lost my job at the garden centre because of appointments.", &[MONEY]),
    en(MATTERS, "The allowance does not pay for the bus to Marl Cross and back.", &[PLACES, MONEY]),
    en(MATTERS, "A bus that still runs after six. The group in Thistlemoor ends at seven.", &[PLACES]),
    en(MATTERS, "Carers who meet other carers, without a leaflet and without a speaker.", &[PLACES]).outcome("carers", Stance::Supports),
    en(MATTERS, "Somebody who explains the letters. They write them for each other and not for us.", &[INFORMED]),
    en(MATTERS, "Knowing whom to ring before it becomes a crisis, and not after.", &[THROUGH]).outcome("timely", Stance::Supports),
    en(MATTERS, "Whenever I ring the team I tell the whole story from the beginning.", &[THROUGH]),
    en(MATTERS, "Dr Hale at the surgery in Chapel Lane listened for ten minutes. Nobody had done that before.", &[INFORMED]),
    en(MATTERS, "Ring me back on 07700 900 412 when you have a place for him. I have asked four times.", &[THROUGH]),
    en(MATTERS, "A flat of his own for my brother. Everything else comes after that.", &[]).outcome("settled", Stance::Supports),
    en(MISSING, "Grandparents. Half of us here tonight are bringing up grandchildren.", &[]),
    en(MISSING, "The garden behind the day centre is neglected and locked. It was the one place she liked.", &[PLACES]),
    en(MISSING, "Children who care for a parent. My girl is eleven, and she sorts the tablets.", &[]),
    en(MISSING, "What happens to him when I am not there any more.", &[INFORMED]),
    en(MISSING, "Money. There is no outcome about money, and it decides everything else.", &[MONEY]),
    en(MISSING, "Weekends. Illness does not stop on Friday at five.", &[NIGHTS]).outcome("timely", Stance::Questions),
    en(MISSING, "Faith. The imam does more for my family than any team, and nobody asks him.", &[]),
    en(MISSING, "Places to go that cost nothing and are no waiting room.", &[PLACES, MONEY]),
    en(MISSING, "Being believed the first time.", &[]).outcome("timely", Stance::Questions),
    en(QUALITY, "It asks me about me. That is new.", &[]).indicator("carer-quality-of-life", Stance::Supports),
    en(QUALITY, "Asking twice a year says nothing about a bad week.", &[]).indicator("carer-quality-of-life", Stance::Questions),
    en(QUALITY, "A number does not show that I gave up my work.", &[MONEY]).indicator("carer-quality-of-life", Stance::Questions),
    en(QUALITY, "Fine, as long as somebody rings when the answers are bad.", &[THROUGH])
        .indicator("carer-quality-of-life", Stance::Supports),
    en(QUALITY, "It should ask about sleep.", &[BREAK]).indicator("carer-quality-of-life", Stance::Questions),
    en(CRISIS, "Two hours are long when you are alone with somebody who is frightened.", &[NIGHTS])
        .indicator("crisis-response", Stance::Questions),
    en(CRISIS, "Yes, but count how long the telephone rings as well.", &[THROUGH]).indicator("crisis-response", Stance::Supports),
    en(CRISIS, "We waited at Marl Cross from nine until four in the morning. Put that into your figure.", &[NIGHTS])
        .indicator("crisis-response", Stance::Questions),
    en(CHANGE, "Hold the next one in the evening as well. I work until five.", &[]),
    en(CHANGE, "A table where nobody talks, for those who cannot bear the noise.", &[]),
    en(CHANGE, "Send the questions a week before, so that I can ask my wife what she thinks.", &[]),
    en(CHANGE, "Let Karen from the café do the soup again.", &[]),
    en(CHANGE, "A bus that waits until it is over.", &[PLACES]),
    en(CHANGE, "Say what became of what we said last time before you ask again.", &[INFORMED]),
    pl(MATTERS, "Chciałabym raz w miesiącu przespać całą noc.", &[BREAK]).outcome("carers", Stance::Supports),
    pl(MATTERS, "Pielęgniarka Kowalska mówi po polsku i to zmienia wszystko.", &[INFORMED]),
    pl(MATTERS, "W nocy nikt nie odbiera telefonu 01632 960 177.", &[NIGHTS, THROUGH]).outcome("timely", Stance::Supports),
    pl(MATTERS, "Listy są po angielsku. Czyta mi je córka Hania, a ma dziewięć lat.", &[INFORMED]),
    pl(MATTERS, "Autobus z Fenwold jeździ dwa razy dziennie.", &[PLACES]),
    pl(MATTERS, "Ktoś, kto przyjdzie na dwie godziny, żebym mogła iść do lekarza.", &[BREAK]),
    pl(MISSING, "Nie ma nic o pracy. Pracuję w nocy, a w dzień opiekuję się mamą.", &[MONEY]),
    pl(QUALITY, "Proszę pytać częściej niż raz w roku.", &[]).indicator("carer-quality-of-life", Stance::Questions),
    pl(CHANGE, "Więcej tłumaczy przy stolikach.", &[INFORMED]),
];

/// What is being said at the event that runs now.
pub const HOSPITAL: [Remark; 10] = [
    en(MATTERS, "I was ready on Tuesday and came home on Friday. We were waiting for tablets.", &[]),
    en(MATTERS, "Nobody asked whether I have stairs.", &[]),
    en(MATTERS, "Somebody who looks in on the first evening.", &[]),
    en(MATTERS, "Sister Mallory on Heron Ward wrote down who comes when. I still have the paper.", &[]),
    en(MATTERS, "Meals. I lived on toast for a week.", &[]),
    en(MISSING, "The neighbours. It was they who got me through.", &[]),
    en(MISSING, "The walking frame came two days after I did.", &[]),
    en(AT_HOME, "At home is not the same as managing at home.", &[]),
    pl(MATTERS, "Ojciec nie wiedział, jakie leki ma brać w domu.", &[]),
    pl(MISSING, "Rozmowa z kimś, kto mówi po polsku, przed wypisem.", &[]),
];

/// What has not been said yet.
pub struct Unsaid(Vec<Remark>);

impl Unsaid {
    /// Everything that may be said at an event.
    pub fn of(all: &[Remark]) -> Self {
        Self(all.to_vec())
    }

    /// The next that answers this question in this language.
    pub fn next(&mut self, question: &str, language: &str) -> Option<Remark> {
        let at = self.0.iter().position(|one| one.question == question && one.language == language)?;
        Some(self.0.remove(at))
    }
}

/// The questions that may be answered in own words, and how likely somebody does.
pub const QUESTIONS: [(&str, f64); 6] =
    [(CHANGE, 0.08), (MATTERS, 0.26), (MISSING, 0.12), (QUALITY, 0.09), (CRISIS, 0.04), (AT_HOME, 0.12)];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::engagement::concern;
    use crate::domain::engagement::redaction::{Category, suggest};

    #[test]
    fn there_is_something_to_take_out_and_something_that_cannot_wait() {
        let found: Vec<Category> =
            EVENING.iter().flat_map(|one| suggest(one.words, &["Thistlemoor".to_owned()])).map(|one| one.category).collect();
        for category in [Category::Name, Category::Phone, Category::Place] {
            assert!(found.contains(&category), "{category:?}");
        }
        assert_eq!(EVENING.iter().chain(&HOSPITAL).filter(|one| concern::is_suggested(one.words)).count(), 2);
    }

    #[test]
    fn everything_is_said_once_and_belongs_to_a_theme_that_there_is() {
        let mut words: Vec<&str> = EVENING.iter().chain(&HOSPITAL).map(|one| one.words).collect();
        words.sort_unstable();
        words.dedup();
        assert_eq!(words.len(), EVENING.len() + HOSPITAL.len());
        assert!(EVENING.iter().all(|one| one.themes.iter().all(|theme| *theme < THEMES.len())));
    }
}
