//! The published rules, as data. Refuses a rule that contradicts itself: the file is read once and checked as a whole.

use std::sync::LazyLock;

use serde::Deserialize;

/// The rules that come with Saywell.
const BUILT_IN: &str = include_str!("profiles.toml");

/// Read once. The text is part of the program, and a test reads it, so that a mistake in it cannot reach anybody.
pub(super) static ALL: LazyLock<Vec<Rules>> =
    LazyLock::new(|| parse(BUILT_IN).unwrap_or_else(|mistake| panic!("disclosure profiles: {mistake}")));

/// A published disclosure rule. `profiles.toml` says what each field means.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rules {
    pub key: String,
    pub title: String,
    pub source: String,
    pub audience: Audience,
    pub guards: Guards,
    pub threshold: u64,
    pub base: u64,
    pub nought: Visibility,
    pub one_place_from: u64,
    pub mean_least: u64,
    pub alike: Visibility,
    pub pair: PairRule,
    pub dominance: Dominance,
    pub symbol: String,
    pub flag: String,
    pub reasons: ReasonCodes,
}

/// For whom figures under a rule are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Audience {
    /// Anybody.
    Outside,
    /// Those who may see the people themselves.
    Inside,
}

/// Which counts of a figure a rule guards.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Guards {
    /// Those who meet the outcome, those who do not, and all of them.
    All,
    /// All of them only.
    Base,
}

/// Whether something is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Visibility {
    Hidden,
    Shown,
}

/// What becomes of the other half of a pair, such as women and men.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum PairRule {
    Alone,
    Both,
}

/// When a sum of money would tell what one of those behind it paid or was paid: the (n, k) rule with a least number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Dominance {
    pub least: usize,
    pub largest: usize,
    pub per_cent: u64,
}

/// Codes for the reason column of a file.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReasonCodes {
    /// Hidden to protect somebody.
    pub protects: String,
    /// Nothing was counted.
    pub nothing_counted: String,
    /// The method forbids a figure.
    pub method_forbids: String,
}

/// Why a text of rules was refused.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Mistake {
    #[error("cannot be read: {0}")]
    Unreadable(String),
    #[error("two rules are called {0}")]
    Twice(String),
    #[error("{0} rounds to the nearest nought")]
    NoBase(String),
    #[error("{0} is for outside, and lets single people through")]
    Open(String),
    #[error("{0} has a reason or symbol that says nothing")]
    Blank(String),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    profile: Vec<Rules>,
}

/// Reads rules and checks each of them.
pub fn parse(text: &str) -> Result<Vec<Rules>, Mistake> {
    let file: File = toml::from_str(text).map_err(|error| Mistake::Unreadable(error.message().to_owned()))?;
    let rules = file.profile;
    for (at, one) in rules.iter().enumerate() {
        let key = || one.key.clone();
        if rules.iter().take(at).any(|other| other.key == one.key) {
            return Err(Mistake::Twice(key()));
        }
        if one.base == 0 {
            return Err(Mistake::NoBase(key()));
        }
        if one.audience == Audience::Outside && one.is_open() {
            return Err(Mistake::Open(key()));
        }
        let codes = [&one.reasons.protects, &one.reasons.nothing_counted, &one.reasons.method_forbids];
        if codes.iter().any(|code| code.is_empty()) || (one.audience == Audience::Outside && (one.symbol.is_empty() || one.flag.is_empty()))
        {
            return Err(Mistake::Blank(key()));
        }
    }
    Ok(rules)
}

impl Rules {
    /// Whether a single person could be counted by what the rule shows, or a mean could be one person's value.
    fn is_open(&self) -> bool {
        self.threshold < 3 || self.base < 2 || self.mean_least < 3 || self.alike == Visibility::Shown || self.dominance.least < 3
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_built_in_rules_are_read() {
        let keys: Vec<&str> = ALL.iter().map(|rules| rules.key.as_str()).collect();
        assert_eq!(keys, ["mhsds", "hes", "ascof-survey", "internal"]);
    }

    fn changed(from: &str, to: &str) -> Mistake {
        let (heading, rules) = BUILT_IN.split_once("[[profile]]").unwrap();
        parse(&format!("{heading}[[profile]]{}", rules.replacen(from, to, 1))).unwrap_err()
    }

    #[test]
    fn a_rule_that_contradicts_itself_is_refused() {
        assert_eq!(changed("\"hes\"", "\"mhsds\""), Mistake::Twice("mhsds".into()));
        assert_eq!(changed("base = 5", "base = 0"), Mistake::NoBase("mhsds".into()));
        assert_eq!(changed("threshold = 5", "threshold = 2"), Mistake::Open("mhsds".into()));
        assert_eq!(changed("alike = \"hidden\"", "alike = \"shown\""), Mistake::Open("mhsds".into()));
        assert_eq!(changed("symbol = \"*\"", "symbol = \"\""), Mistake::Blank("mhsds".into()));
        assert!(matches!(changed("nought", "noughts"), Mistake::Unreadable(_)));
    }
}
