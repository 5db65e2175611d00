//! The page that shows how far two people agree about the comments of an event: theme by theme, comment by comment, and what
//! was heard of it all.

use std::collections::BTreeSet;

use super::desk::{Desk, count};
use crate::domain::engagement::coding::{Choices, Tally, seen, whole};
use crate::domain::statistics::kappa::Kappa;
use crate::domain::statistics::{Confidence, real};
use crate::i18n::{Argument, Locale, MissingMessage};
use crate::store::codings::Standing;
use crate::store::ids::{AccountId, CommentId, ThemeId};
use crate::store::themes::Heard;
use crate::web::pages::agreement::{Agreement, AgreementRow, Differing, HeardRow, Pair};

/// The result of putting sentences together.
type Made<T> = Result<T, MissingMessage>;

/// A comment that was coded twice.
pub struct Twice {
    pub standing: Standing,
    pub first: AccountId,
    pub second: AccountId,
    pub choices: Choices,
}

/// The names of those who coded, what was settled, and what was heard of it all.
type Around<'a> = (&'a [(AccountId, String)], &'a [(CommentId, ThemeId)], &'a [Heard]);

/// The page.
pub fn page(locale: &Locale, desk: &Desk, twice: &[Twice], (names, settled, heard): Around<'_>, done: Option<&str>) -> Made<Agreement> {
    let writer = Writer { locale, desk, names };
    let apart = |one: &&Twice| !one.choices.alike();
    let open = |one: &&Twice| one.standing.themed_at.is_none();
    let differing = twice.iter().filter(apart).filter(open);
    let by_somebody = twice.iter().filter(apart).filter(|one| !open(one));
    let done_with = count(twice.iter().filter(|one| !open(one)));
    let counts = [
        ("total", count(desk.all.iter()).into()),
        ("twice", count(twice.iter()).into()),
        ("settled", done_with.into()),
        ("differing", count(differing.clone()).into()),
    ];
    let row =
        |one: &Heard| HeardRow { theme: one.theme.title.clone(), comments: locale.whole(one.comments), people: locale.whole(one.people) };
    let themes = |id: CommentId| settled.iter().filter(|(comment, _)| *comment == id).map(|(_, theme)| theme.0).collect();
    Ok(Agreement {
        event: desk.event.title.clone(),
        back: desk.at(),
        sentences: vec![locale.t(if twice.is_empty() { "agreement-none" } else { "agreement-progress" }, &counts)?],
        pairs: pairs(twice).into_iter().map(|pair| writer.pair(pair, twice)).collect::<Made<_>>()?,
        differing: differing.map(|one| writer.differing(one)).collect::<Made<_>>()?,
        settled: by_somebody.map(|one| writer.settled(one, &themes(one.standing.id))).collect::<Made<_>>()?,
        heard: heard.iter().map(row).collect(),
        done: done.map(|key| locale.t(key, &[])).transpose()?,
    })
}

/// Everybody who coded the same comments as somebody else, two by two.
fn pairs(twice: &[Twice]) -> BTreeSet<(AccountId, AccountId)> {
    twice.iter().map(|one| (one.first, one.second)).collect()
}

/// Writes what was counted.
struct Writer<'a> {
    locale: &'a Locale,
    desk: &'a Desk,
    names: &'a [(AccountId, String)],
}

impl Writer<'_> {
    fn name(&self, account: AccountId) -> String {
        self.names.iter().find(|(id, _)| *id == account).map(|(_, name)| name.clone()).unwrap_or_default()
    }

    fn whole(&self, count: u64) -> String {
        self.locale.whole(i64::try_from(count).unwrap_or(i64::MAX))
    }

    fn per_cent(&self, part: u64, all: u64) -> String {
        if all == 0 { "–".to_owned() } else { format!("{}%", self.locale.number(100.0 * real(part) / real(all), 0)) }
    }

    /// The titles of themes, or that there are none.
    fn titles(&self, themes: &BTreeSet<i64>) -> Made<String> {
        let titles = self.desk.titles(themes.iter().copied());
        if titles.is_empty() { self.locale.t("coding-none", &[]) } else { Ok(titles.join(", ")) }
    }

    fn label(&self, one: &Twice) -> Made<String> {
        self.locale.t("agreement-comment", &[("number", self.desk.number(one.standing.id).into())])
    }

    fn href(&self, one: &Twice) -> String {
        format!("{}/{}", self.desk.agreement(), one.standing.id.0)
    }

    fn differing(&self, one: &Twice) -> Made<Differing> {
        let line = |account: AccountId, themes: &BTreeSet<i64>| {
            self.locale.t("agreement-saw", &[("name", self.name(account).into()), ("themes", self.titles(themes)?.into())])
        };
        let lines = vec![line(one.first, &one.choices.first)?, line(one.second, &one.choices.second)?];
        Ok(Differing { label: self.label(one)?, href: self.href(one), lines })
    }

    fn settled(&self, one: &Twice, themes: &BTreeSet<i64>) -> Made<Differing> {
        Ok(Differing { label: self.label(one)?, href: self.href(one), lines: vec![self.titles(themes)?] })
    }

    fn pair(&self, (first, second): (AccountId, AccountId), twice: &[Twice]) -> Made<Pair> {
        let both = twice.iter().filter(|one| (one.first, one.second) == (first, second));
        let choices: Vec<Choices> = both.map(|one| one.choices.clone()).collect();
        let mut rows = Vec::new();
        let mut all = Tally::default();
        for theme in seen(&choices) {
            let tally = Tally::of(&choices, theme);
            all = all + tally;
            rows.push(self.row(self.desk.title(theme), &tally, tally.agreement().and_then(|agreement| agreement.kappa))?);
        }
        rows.sort_by(|a, b| a.theme.cmp(&b.theme));
        if rows.len() > 1 {
            // No kappa of single decisions: those about one comment hang together.
            rows.push(self.row(self.locale.t("agreement-all-themes", &[])?, &all, None)?);
        }
        Ok(Pair { first: self.name(first), second: self.name(second), sentences: self.sentences(&choices)?, rows })
    }

    fn row(&self, theme: String, tally: &Tally, kappa: Option<Kappa>) -> Made<AgreementRow> {
        let (alike, of) = tally.alike();
        Ok(AgreementRow {
            theme,
            both: self.whole(tally.both),
            first: self.whole(tally.first),
            second: self.whole(tally.second),
            neither: self.whole(tally.neither),
            alike: self.per_cent(alike, of),
            kappa: kappa.map(|kappa| self.locale.number(kappa.value, 2)),
            interval: kappa.and_then(|kappa| self.interval(&kappa)).transpose()?,
        })
    }

    fn interval(&self, kappa: &Kappa) -> Option<Made<String>> {
        let interval = kappa.interval(Confidence::P95)?;
        let limit = |limit: f64| Argument::from(self.locale.number(limit, 2));
        Some(self.locale.t("figure-range", &[("low", limit(interval.lower)), ("high", limit(interval.upper))]))
    }

    /// How far they agree about whole comments.
    fn sentences(&self, choices: &[Choices]) -> Made<Vec<String>> {
        let Some(agreement) = whole(choices) else { return Ok(Vec::new()) };
        let counts = [
            ("total", i64::try_from(agreement.n).unwrap_or(i64::MAX).into()),
            ("alike", i64::try_from(agreement.alike).unwrap_or(i64::MAX).into()),
            ("share", self.per_cent(agreement.alike, agreement.n).into()),
        ];
        let mut sentences = vec![self.locale.t("agreement-whole", &counts)?];
        let Some(kappa) = agreement.kappa else {
            sentences.push(self.locale.t("agreement-whole-undefined", &[])?);
            return Ok(sentences);
        };
        let value = self.locale.number(kappa.value, 2);
        sentences.push(match self.interval(&kappa).transpose()? {
            Some(interval) => self.locale.t("agreement-whole-kappa", &[("kappa", value.into()), ("interval", interval.into())])?,
            None => self.locale.t("agreement-whole-kappa-bare", &[("kappa", value.into())])?,
        });
        sentences.push(self.locale.t(&format!("agreement-strength-{}", kappa.strength().code()), &[])?);
        Ok(sentences)
    }
}
