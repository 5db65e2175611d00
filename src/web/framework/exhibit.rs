//! What one event says, in words: on the page of an outcome or indicator, and on the page of a decision that cites it.

use std::collections::HashMap;

use crate::app::App;
use crate::domain::framework::evidence::{Cited, Exhibit, Figures, Place, Sense};
use crate::i18n::{Argument, Locale, MissingMessage};
use crate::web::answered::shown::published;
use crate::web::pages::framework::{ExhibitShown, Quote};

/// The words of the comments that everybody may read, by their numbers.
pub type Words = HashMap<i64, Said>;

/// What somebody said, as everybody may read it.
#[derive(Debug, Clone)]
pub struct Said {
    pub words: String,
    /// The language it is in, a BCP 47 tag.
    pub language: String,
}

/// Writes what events say in one language.
pub struct Writer<'a> {
    pub app: &'a App,
    pub locale: &'a Locale,
    pub words: &'a Words,
}

impl Writer<'_> {
    /// Everything that one event says.
    pub fn exhibit(&self, exhibit: &Exhibit) -> Result<ExhibitShown, MissingMessage> {
        let quote = |cited: &Cited| {
            let Some(said) = self.words.get(&cited.comment) else { return Ok(None) };
            let stance = self.t(&format!("framework-comment-{}", cited.stance.code()))?;
            let lang = Some(said.language.clone()).filter(|language| language != self.locale.language().as_str());
            Ok(Some(Quote { stance, words: said.words.clone(), lang }))
        };
        let quotes: Vec<Option<Quote>> = exhibit.comments.iter().map(quote).collect::<Result<_, MissingMessage>>()?;
        let gone = quotes.iter().filter(|quote| quote.is_none()).count();
        let is_answered = !exhibit.answered_back.is_empty();
        Ok(ExhibitShown {
            id: format!("event-{}", exhibit.event),
            title: exhibit.title.clone(),
            when: self.locale.date(exhibit.held),
            public: is_answered.then(|| format!("/e/{}/heard", exhibit.code)),
            facts: self.facts(exhibit)?,
            quotes: quotes.into_iter().flatten().collect(),
            gone: (gone > 0).then(|| self.locale.t("framework-comments-gone", &[("count", count(gone).into())])).transpose()?,
            answers: exhibit.answered_back.iter().map(|one| published(self.app, self.locale, one)).collect::<Result<_, _>>()?,
        })
    }

    /// The numbers in one line, for a box to tick.
    pub fn in_short(&self, exhibit: &Exhibit) -> Result<String, MissingMessage> {
        Ok(self.facts(exhibit)?.join(" "))
    }

    fn facts(&self, exhibit: &Exhibit) -> Result<Vec<String>, MissingMessage> {
        let Figures { answers, place, sense } = &exhibit.figures;
        let mut facts = vec![match answers {
            Some(answers) => self.locale.t("framework-answers", &[("answers", whole(*answers))])?,
            None => self.t("framework-answers-withheld")?,
        }];
        if let Some(place) = place {
            facts.extend(self.place(place)?);
        }
        if let Some(sense) = sense {
            facts.push(self.sense(sense)?);
        }
        let stances = &exhibit.stances;
        for (key, people) in [("framework-supports", stances.supports), ("framework-questions", stances.questions)] {
            if let Some(people) = people {
                facts.push(self.locale.t(key, &[("people", whole(people))])?);
            }
        }
        Ok(facts)
    }

    fn place(&self, place: &Place) -> Result<Vec<String>, MissingMessage> {
        let mut said = Vec::new();
        said.push(match place.first {
            Some((first, all)) => self.locale.t("framework-first", &[("first", whole(first)), ("all", whole(all))])?,
            None => self.t("framework-first-withheld")?,
        });
        if let Some(rank) = place.rank {
            let arguments = [
                ("rank", i64::from(rank.rank).into()),
                ("best", i64::from(rank.best).into()),
                ("worst", i64::from(rank.worst).into()),
                ("of", i64::from(place.of).into()),
            ];
            let key = if rank.best == rank.worst { "framework-rank-firm" } else { "framework-rank" };
            said.push(self.locale.t(key, &arguments)?);
        }
        Ok(said)
    }

    fn sense(&self, sense: &Sense) -> Result<String, MissingMessage> {
        let hidden = self.t("framework-hidden")?;
        let count = |people: Option<u64>| people.map_or_else(|| hidden.clone().into(), whole);
        self.locale.t("framework-sense", &[("yes", count(sense.yes)), ("partly", count(sense.partly)), ("no", count(sense.no))])
    }

    fn t(&self, key: &str) -> Result<String, MissingMessage> {
        self.locale.t(key, &[])
    }
}

fn whole(count: u64) -> Argument {
    i64::try_from(count).unwrap_or(i64::MAX).into()
}

fn count(many: usize) -> i64 {
    i64::try_from(many).unwrap_or(i64::MAX)
}
