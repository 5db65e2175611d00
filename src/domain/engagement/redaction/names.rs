//! What may be somebody's name, or the name of a place: what stands behind a title, behind what somebody is to somebody, behind
//! "called"; names that people are commonly given; and whatever has a capital where a capital says something. A name that was found
//! once is found wherever it stands.

use std::collections::HashSet;

use super::lists::{ALSO_WORDS, CAPITAL, COMMON, GIVEN, Known};
use super::token::Token;
use super::{Category, Confidence, Found};

/// The most words of one name.
const LONGEST: usize = 5;

/// Words within a name that have no capital.
const PARTICLES: [&str; 22] = [
    "van", "von", "de", "der", "den", "da", "do", "dos", "das", "di", "del", "della", "la", "le", "el", "al", "bin", "bint", "ibn", "abu",
    "ter", "ten",
];

/// What somebody does, behind whose name it stands.
const DOES: [&str; 26] = [
    "was",
    "is",
    "has",
    "had",
    "said",
    "told",
    "helped",
    "came",
    "went",
    "did",
    "does",
    "never",
    "always",
    "made",
    "gave",
    "took",
    "visited",
    "called",
    "rang",
    "who",
    "był",
    "była",
    "jest",
    "powiedział",
    "powiedziała",
    "pomogła",
];

/// How it is begun to say who somebody is.
const EXPLAINS: [&str; 10] = ["the", "a", "who", "my", "our", "her", "his", "nasza", "moja", "która"];

/// What is found in one text.
struct Search<'a> {
    tokens: &'a [Token<'a>],
    /// True where most letters are capitals, and so a capital says nothing.
    is_loud: bool,
    found: Vec<Found>,
}

/// Everything that may be a name.
pub fn find(text: &str, tokens: &[Token<'_>]) -> Vec<Found> {
    let (upper, lower) = text
        .chars()
        .fold((0_usize, 0_usize), |(upper, lower), c| (upper + usize::from(c.is_uppercase()), lower + usize::from(c.is_lowercase())));
    let mut search = Search { tokens, is_loud: upper > lower, found: Vec::new() };
    for at in 0..tokens.len() {
        search.announced(at);
        search.given(at);
        search.numbered(at);
    }
    search.capitals();
    search.again();
    search.found
}

impl Search<'_> {
    fn lower(&self, at: usize) -> &str {
        self.tokens.get(at).map_or("", |token| &token.lower)
    }

    /// True where that word can be part of a name behind something that announces one.
    fn is_name(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| {
            let is_word = COMMON.contains(token.lower.as_str()) || CAPITAL.contains(token.lower.as_str());
            (self.is_loud || token.is_capital()) && token.text.starts_with(char::is_alphabetic) && (!is_word || token.is_initial())
        })
    }

    /// How many words, from that one on, make one name: capitals with nothing but blanks between, and the small words of names.
    fn run(&self, from: usize) -> usize {
        let mut many = 0;
        while many < LONGEST && self.tokens.get(from + many).is_some_and(|token| many == 0 || is_joined(self.tokens, from + many, token)) {
            let at = from + many;
            let is_small = |at: usize| PARTICLES.contains(&self.lower(at));
            let is_within = many > 0 && is_small(at) && (self.is_name(at + 1) || is_small(at + 1) && self.is_name(at + 2));
            if !self.is_name(at) && !is_within {
                break;
            }
            many += 1;
        }
        many
    }

    fn add(&mut self, (from, many): (usize, usize), category: Category, confidence: Confidence) {
        let words = self.tokens.get(from..from + many).unwrap_or_default();
        if let (Some(first), Some(last)) = (words.first(), words.last()) {
            self.found.push(Found::new(first.bytes.start..last.bytes.end, category, confidence));
        }
    }

    /// A name behind a title, behind what somebody is to somebody, or behind "called".
    fn announced(&mut self, at: usize) {
        let word = self.lower(at);
        let (is_title, is_called) = (Known::Title.has(word), Known::Called.has(word));
        if !is_title && !is_called && !Known::Relation.has(word) {
            return;
        }
        let mut from = at + 1;
        let passed = |word: &str| Known::Called.has(word) || Known::Title.has(word) || (is_called && Known::Between.has(word));
        while from <= at + 3 && self.is_behind(from) && passed(self.lower(from)) && !self.is_surname(from) {
            from += 1;
        }
        if !self.is_behind(from) {
            return;
        }
        match self.run(from) {
            0 if is_title && from == at + 1 => self.small(at, from),
            0 => {}
            many => self.add((from, many), Category::Name, Confidence::Sure),
        }
    }

    /// True where only blanks stand before that word, or a comma, a quotation mark or a bracket.
    fn is_behind(&self, at: usize) -> bool {
        let near =
            |gap: &str| gap.chars().count() <= 4 && gap.chars().all(|c| c.is_whitespace() || ".,(\"'\u{201c}\u{201e}\u{2018}:".contains(c));
        self.tokens.get(at).is_some_and(|token| near(token.gap) && !token.gap.contains('\n'))
    }

    /// True for a title that is somebody's name as well: a capital, and nothing with a capital behind it.
    fn is_surname(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| token.is_capital() && !token.is_acronym()) && self.run(at + 1) == 0 && !self.is_loud
    }

    /// A name without a capital behind a title.
    fn small(&mut self, title: usize, at: usize) {
        let word = self.lower(at);
        let is_word = COMMON.contains(word) || word.chars().count() < 3 || !word.starts_with(char::is_alphabetic);
        let is_form = ["ed", "ing", "s", "ly"].into_iter().any(|end| word.ends_with(end));
        match self.lower(title) {
            _ if is_word => {}
            "mr" | "mrs" | "ms" | "mx" | "dr" | "prof" => self.add((at, 1), Category::Name, Confidence::Likely),
            "nurse" | "doctor" | "midwife" if !is_form => self.add((at, 1), Category::Name, Confidence::Possible),
            _ => {}
        }
    }

    /// A name that people are commonly given, with the name behind it.
    fn given(&mut self, at: usize) {
        let Some(token) = self.tokens.get(at).filter(|token| GIVEN.contains(token.lower.as_str())) else { return };
        let is_word = ALSO_WORDS.contains(token.lower.as_str());
        if !token.is_capital() {
            if !is_word && token.lower.chars().count() > 3 {
                self.add((at, 1), Category::Name, Confidence::Possible);
            }
            return;
        }
        let many = self.run(at).max(1);
        let is_place = (at + 1..at + many).any(|word| Known::Place.has(self.lower(word)));
        let category = if is_place { Category::Place } else { Category::Name };
        let says_nothing = is_word && (token.begins || self.is_loud);
        if !says_nothing || many > 1 && !self.is_loud {
            self.add((at, many), category, Confidence::Likely);
        } else if DOES.contains(&self.lower(at + 1)) || self.is_explained(at) {
            self.add((at, 1), Category::Name, Confidence::Possible);
        }
    }

    /// True for a word behind which it is said who that is: ", the nurse".
    fn is_explained(&self, at: usize) -> bool {
        let next = self.tokens.get(at + 1).filter(|token| token.gap.trim_end() == ",");
        next.is_some_and(|token| EXPLAINS.contains(&token.lower.as_str()))
    }

    /// A ward, room or flat with its number or letter, and a house in its street.
    fn numbered(&mut self, at: usize) {
        let Some(token) = self.tokens.get(at + 1).filter(|token| token.is_next() && Known::Numbered.has(self.lower(at))) else { return };
        if token.text.starts_with(|c: char| c.is_ascii_digit()) || token.is_initial() {
            self.add((at, 2), Category::Place, Confidence::Likely);
        }
    }

    /// Words with a capital where a capital says something.
    fn capitals(&mut self) {
        if self.is_loud {
            return;
        }
        let mut at = 0;
        while at < self.tokens.len() {
            let many = self.run(at).max(1);
            self.capital(at, many);
            at += many;
        }
    }

    fn capital(&mut self, at: usize, many: usize) {
        let is_before = |at: &usize| Known::Title.has(self.lower(*at)) || Known::Relation.has(self.lower(*at));
        let before = (at..at + many).take_while(is_before).count();
        let (at, many) = (at + before, many - before);
        let Some(token) = self.tokens.get(at).filter(|_| self.is_name(at)) else { return };
        if many == 0 || many == 1 && (token.begins || token.is_acronym() || token.is_initial()) {
            return;
        }
        let is_place = (at..at + many).any(|word| Known::Place.has(self.lower(word)));
        if is_place && many > 1 {
            let house = at.checked_sub(1).filter(|_| token.is_next() && starts_with_digit(self.lower(at - 1)));
            let from = house.unwrap_or(at);
            self.add((from, at + many - from), Category::Place, Confidence::Likely);
        } else if !is_place {
            let is_in = at.checked_sub(1).is_some_and(|before| Known::In.has(self.lower(before)));
            self.add((at, many), if is_in { Category::Place } else { Category::Name }, Confidence::Possible);
        }
    }

    /// Every other place where a word stands that was found as a name.
    fn again(&mut self) {
        let names = |found: &&Found| found.category == Category::Name && found.confidence > Confidence::Possible;
        let tokens = self.tokens;
        let spans: Vec<_> = self.found.iter().filter(names).map(|found| found.bytes.clone()).collect();
        let mut known: HashSet<&str> = HashSet::new();
        for span in spans {
            let first = tokens.partition_point(|token| token.bytes.start < span.start);
            let words = tokens.get(first..).unwrap_or_default().iter().take_while(|token| token.bytes.end <= span.end);
            let words = words.map(|token| token.lower.as_str());
            known.extend(words.filter(|word| word.chars().count() > 2 && !COMMON.contains(word)));
        }
        let is_again = |token: &&Token<'_>| {
            let is_sure = token.is_capital() || (token.lower.chars().count() > 3 && !ALSO_WORDS.contains(token.lower.as_str()));
            is_sure && known.contains(token.lower.as_str())
        };
        let again = tokens.iter().filter(is_again).map(|token| token.bytes.clone());
        let again: Vec<Found> = again.map(|bytes| Found::new(bytes, Category::Name, Confidence::Likely)).collect();
        self.found.extend(again);
    }
}

/// True where that word goes on with the one before: blanks between, or the full stop of an initial.
fn is_joined(tokens: &[Token<'_>], at: usize, token: &Token<'_>) -> bool {
    let before = at.checked_sub(1).and_then(|before| tokens.get(before));
    token.is_next() || (token.is_near() && before.is_some_and(Token::is_initial))
}

fn starts_with_digit(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_digit())
}
