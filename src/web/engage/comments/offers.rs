//! What is offered to be taken out of a comment, and what was chosen of it. The same words stand in one line of the form, however
//! often they are said; a form can list only so many, and what it cannot list is always taken out.

use super::Found;
use crate::domain::engagement::redaction::{self, Category, Confidence, Cut, MOST_WORDS, Span, Suggestion};
use crate::web::form::Fields;

/// The most lines of a form: with the other fields below what any form may have.
const MOST: usize = 300;

/// Words that may be taken out, wherever they are said.
pub struct Offer {
    pub words: String,
    pub category: Category,
    pub confidence: Confidence,
    pub spans: Vec<Span>,
}

/// Everything that is offered.
pub struct Offers {
    pub listed: Vec<Offer>,
    /// What the form cannot list.
    pub rest: Vec<Offer>,
}

/// What somebody chose.
pub struct Chosen {
    /// The values of the lines that were ticked; nothing where the form was not sent yet, and every line is.
    pub ticked: Option<Vec<String>>,
    /// Further words, as they were typed.
    pub words: String,
    pub category: Category,
}

impl Offer {
    /// What stands for it in the form.
    pub fn value(&self) -> String {
        let first = self.spans.first().copied().unwrap_or(Span { start: 0, length: 0 });
        format!("{}:{}+{}", self.category.code(), first.start, first.length)
    }

    fn cuts(&self) -> impl Iterator<Item = Cut> {
        self.spans.iter().map(|span| Cut { span: *span, category: self.category })
    }
}

impl Offers {
    /// What may be taken out of a comment: what the rules find, and what was taken out before.
    pub fn of(found: &Found) -> Self {
        let letters: Vec<char> = found.words.chars().collect();
        let mut all = redaction::suggest(&found.words, &found.places);
        all.extend(before(found, &all));
        all.sort_by_key(|one| one.span);
        let mut listed: Vec<Offer> = Vec::new();
        let mut places = std::collections::HashMap::new();
        for Suggestion { span, category, confidence } in all {
            let words: String = letters.iter().skip(span.start).take(span.length).collect();
            let place = *places.entry((words.clone(), category.code())).or_insert(listed.len());
            match listed.get_mut(place) {
                Some(offer) => offer.spans.push(span),
                None => listed.push(Offer { words, category, confidence, spans: vec![span] }),
            }
        }
        let rest = listed.split_off(listed.len().min(MOST));
        Self { listed, rest }
    }

    /// The characters that are taken out.
    pub fn cuts(&self, found: &Found, chosen: &Chosen) -> Vec<Cut> {
        let listed = self.listed.iter().filter(|offer| chosen.has(offer));
        let cuts = listed.chain(&self.rest).flat_map(Offer::cuts);
        let named = chosen.lines().flat_map(|words| redaction::occurrences(&found.words, words));
        let named = named.map(|span| Cut { span, category: chosen.category });
        // What a person named comes first: it is what they say it is.
        redaction::merged(&named.chain(cuts).collect::<Vec<_>>(), found.words.chars().count())
    }
}

/// What was taken out when the comment was last published and is not found by the rules.
fn before(found: &Found, suggested: &[Suggestion]) -> Vec<Suggestion> {
    let length = found.words.chars().count();
    let one = |(start, many, category): &(i32, i32, String)| {
        let span = Span { start: usize::try_from(*start).ok()?, length: usize::try_from(*many).ok()? };
        let is_known = suggested.iter().any(|one| one.span == span) || span.end() > length;
        (!is_known).then_some(Suggestion { span, category: Category::from_code(category)?, confidence: Confidence::Sure })
    };
    found.redactions.iter().filter_map(one).collect()
}

impl Chosen {
    /// Everything is taken out that is offered.
    pub const fn everything() -> Self {
        Self { ticked: None, words: String::new(), category: Category::Name }
    }

    /// What a form sent.
    pub fn read(typed: &Fields) -> Self {
        let category = Category::from_code(typed.first("category")).unwrap_or(Category::Other);
        let words = typed.first("words").replace("\r\n", "\n");
        Self { ticked: Some(typed.all("cut").map(str::to_owned).collect()), words, category }
    }

    /// True where that line is ticked.
    pub fn has(&self, offer: &Offer) -> bool {
        self.ticked.as_ref().is_none_or(|ticked| ticked.contains(&offer.value()))
    }

    /// The further words, one line each.
    fn lines(&self) -> impl Iterator<Item = &str> {
        self.words.lines().map(str::trim).filter(|line| !line.is_empty())
    }

    /// Those further words that are not in the comment.
    pub fn unknown<'a>(&'a self, found: &Found) -> Vec<&'a str> {
        self.lines().filter(|words| redaction::occurrences(&found.words, words).is_empty()).collect()
    }

    /// True where there are more further words than anybody types.
    pub fn is_too_long(&self) -> bool {
        self.words.chars().count() > MOST_WORDS
    }
}
