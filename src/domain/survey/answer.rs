//! What a person said, item by item.

use std::collections::BTreeMap;

use jiff::civil::Date;
use rust_decimal::Decimal;

use super::definition::{Coding, LinkId};

/// One value of an answer.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    Boolean(bool),
    Integer(i64),
    Decimal(Decimal),
    Date(Date),
    /// The person's own words, in a text item or as the open answer of a choice.
    Text(String),
    Coding(Coding),
}

/// What was given on one page.
#[derive(Debug, Clone, PartialEq)]
pub enum Given {
    /// One value; several where the item repeats. Never empty.
    Values(Vec<Value>),
    /// The person chose "Prefer not to say".
    Declined,
    /// The page was seen and left empty.
    Skipped,
}

impl Given {
    /// The values, none where it was declined or skipped.
    #[must_use]
    pub fn values(&self) -> &[Value] {
        match self {
            Self::Values(values) => values,
            Self::Declined | Self::Skipped => &[],
        }
    }
}

/// All that was given so far, by item.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Answers(BTreeMap<LinkId, Given>);

impl Answers {
    /// What was given to one item.
    #[must_use]
    pub fn get(&self, id: &LinkId) -> Option<&Given> {
        self.0.get(id)
    }

    /// The values given to one item; none where there are none.
    #[must_use]
    pub fn values(&self, id: &LinkId) -> &[Value] {
        self.0.get(id).map_or(&[], Given::values)
    }

    /// Puts an answer in the place of any earlier one.
    pub fn put(&mut self, id: LinkId, given: Given) {
        self.0.insert(id, given);
    }

    /// Takes an answer out.
    pub fn remove(&mut self, id: &LinkId) -> Option<Given> {
        self.0.remove(id)
    }

    /// Every answer, in the order of the names.
    pub fn iter(&self) -> impl Iterator<Item = (&LinkId, &Given)> {
        self.0.iter()
    }

    /// True when nothing has been given.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl FromIterator<(LinkId, Given)> for Answers {
    fn from_iter<I: IntoIterator<Item = (LinkId, Given)>>(all: I) -> Self {
        Self(all.into_iter().collect())
    }
}
