//! Reading what somebody made of a comment: the themes they chose, one they added, and what the comment says about the framework.

use std::collections::BTreeSet;

use crate::app::App;
use crate::domain::engagement::wording::{self, Fault as Wording};
use crate::domain::engagement::{Stance, Subject};
use crate::domain::survey::Language;
use crate::i18n::{Locale, MissingMessage};
use crate::store::events::{Event, listed};
use crate::store::ids::ThemeId;
use crate::store::stances::Row;
use crate::web::form::Fields;

/// What stands for no theme at all.
pub const NONE: &str = "none";

/// What is wrong with what was chosen, each at its field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// No theme was chosen, and not "none of these" either.
    Nothing,
    /// Themes were chosen, and "none of these" as well.
    NoneAndSome,
    /// A theme that was chosen is not offered any more.
    Gone,
    NewTheme(Wording),
}

impl Fault {
    /// The field it is at.
    pub const fn field(self) -> &'static str {
        if matches!(self, Self::NewTheme(_)) { "new-theme" } else { "themes" }
    }

    /// The sentence that says so.
    pub fn sentence(self, locale: &Locale) -> Result<String, MissingMessage> {
        let key = match self {
            Self::Nothing => "coding-fault-nothing",
            Self::NoneAndSome => "coding-fault-none-and-some",
            Self::Gone => "coding-fault-gone",
            Self::NewTheme(_) => "themes-fault-title-long",
        };
        locale.t(key, &[])
    }
}

/// Something of the framework that an event asks about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Topic {
    pub subject: Subject,
    pub key: String,
    pub title: String,
}

impl Topic {
    /// The outcomes and indicators of an event that the framework has, in that language.
    pub fn of(app: &App, event: &Event, language: &Language) -> Vec<Self> {
        let outcomes = &app.framework.outcomes;
        let outcome = |key: &str| outcomes.iter().find(|one| one.key == key).map(|one| one.title_in(language).to_owned());
        let indicator = |key: &str| app.framework.indicator(key).map(|one| one.title_in(language).to_owned());
        let topic = |subject: Subject, key: &str, title: Option<String>| Some(Self { subject, key: key.to_owned(), title: title? });
        let outcomes = listed(&event.outcomes).filter_map(|key| topic(Subject::Outcome, key, outcome(key)));
        outcomes.chain(listed(&event.indicators).filter_map(|key| topic(Subject::Indicator, key, indicator(key)))).collect()
    }

    /// The field of what the comment does to it.
    pub fn field(&self) -> String {
        format!("stance-{}-{}", self.subject.code(), self.key)
    }

    /// The field of what was noted when the page was made.
    pub fn seen_field(&self) -> String {
        format!("seen-{}-{}", self.subject.code(), self.key)
    }

    /// What is noted about it.
    pub fn noted<'a>(&self, rows: &'a [Row]) -> Option<&'a Row> {
        rows.iter().find(|row| row.subject == self.subject.code() && row.subject_key == self.key)
    }
}

/// Something that is to be noted differently than before: nothing where a note is taken back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    pub topic: Topic,
    pub to: Option<Stance>,
}

/// What somebody made of a comment.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Made {
    pub themes: BTreeSet<ThemeId>,
    /// The title of a theme that is added with it.
    pub new: Option<String>,
    /// Only what was changed on the page: what somebody else noted meanwhile stays.
    pub changes: Vec<Change>,
}

/// The themes that are ticked.
pub fn ticked(typed: &Fields) -> BTreeSet<ThemeId> {
    typed.all("themes").filter_map(|value| value.parse().ok()).map(ThemeId).collect()
}

/// Reads a choice of themes that must not be empty unless it says so.
pub fn themes(typed: &Fields, has_new: bool) -> Result<BTreeSet<ThemeId>, Fault> {
    let themes = ticked(typed);
    let (some, none) = (has_new || !themes.is_empty(), typed.all("themes").any(|value| value == NONE));
    match (some, none) {
        (false, false) => Err(Fault::Nothing),
        (true, true) => Err(Fault::NoneAndSome),
        _ => Ok(themes),
    }
}

/// Reads everything that was chosen for a comment.
pub fn read(typed: &Fields, topics: &[Topic]) -> Result<Made, Vec<Fault>> {
    let new = match wording::title(typed.first("new-theme")) {
        Ok(title) => Ok(Some(title)),
        Err(Wording::TitleEmpty) => Ok(None),
        Err(fault) => Err(Fault::NewTheme(fault)),
    };
    let change = |topic: &Topic| {
        let (seen, to) = (typed.first(&topic.seen_field()), typed.first(&topic.field()));
        let (is_changed, to) = (seen != to && (to.is_empty() || Stance::from_code(to).is_some()), Stance::from_code(to));
        is_changed.then(|| Change { topic: topic.clone(), to })
    };
    match (themes(typed, !matches!(new, Ok(None))), new) {
        (Ok(themes), Ok(new)) => Ok(Made { themes, new, changes: topics.iter().filter_map(change).collect() }),
        (themes, new) => Err(themes.err().into_iter().chain(new.err()).collect()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fields(pairs: &[(&str, &str)]) -> Fields {
        Fields::of(pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect())
    }

    fn topic() -> Topic {
        Topic { subject: Subject::Outcome, key: "settled".to_owned(), title: "A settled home".to_owned() }
    }

    #[test]
    fn a_theme_or_none_of_them_must_be_chosen_but_not_both() {
        assert_eq!(read(&fields(&[]), &[]), Err(vec![Fault::Nothing]));
        assert_eq!(read(&fields(&[("themes", "1"), ("themes", "none")]), &[]), Err(vec![Fault::NoneAndSome]));
        assert_eq!(read(&fields(&[("themes", "none"), ("new-theme", "Buses")]), &[]), Err(vec![Fault::NoneAndSome]));
        assert_eq!(read(&fields(&[("themes", "none")]), &[]), Ok(Made::default()));
        let both = read(&fields(&[("themes", "2"), ("themes", "1")]), &[]).unwrap();
        assert_eq!(both.themes.into_iter().collect::<Vec<_>>(), [ThemeId(1), ThemeId(2)]);
    }

    #[test]
    fn a_theme_may_be_added_on_the_way() {
        assert_eq!(read(&fields(&[("new-theme", " Getting  there ")]), &[]).unwrap().new.as_deref(), Some("Getting there"));
        let long = "a".repeat(81);
        assert_eq!(read(&fields(&[("new-theme", &long)]), &[]), Err(vec![Fault::NewTheme(Wording::TitleLong)]));
    }

    #[test]
    fn only_what_was_changed_on_the_page_is_noted() {
        let made = |seen: &str, to: &str| {
            let typed = fields(&[("themes", "none"), ("seen-outcome-settled", seen), ("stance-outcome-settled", to)]);
            read(&typed, &[topic()]).unwrap().changes
        };
        assert!(made("supports", "supports").is_empty() && made("", "").is_empty());
        assert_eq!(made("", "questions"), [Change { topic: topic(), to: Some(Stance::Questions) }]);
        assert_eq!(made("supports", ""), [Change { topic: topic(), to: None }]);
        assert!(made("supports", "forged").is_empty());
    }
}
