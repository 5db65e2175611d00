//! What is published at one time, with the day each answer was first published and the day it was last changed.

use serde::{Deserialize, Serialize};

use super::Told;

/// An answer as it was published.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Published {
    pub told: Told,
    /// When it was first published, in microseconds since 1970.
    pub first_at: i64,
    /// When it was last published in other words than before; nothing where it never was.
    pub changed_at: Option<i64>,
}

/// A theme that was heard, as it may be named to everybody.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Theme {
    pub title: String,
    /// How many people it was heard from, rounded; nothing where they are too few to say.
    pub people: Option<u64>,
}

/// Everything that is looked at before it is published.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draft {
    pub answers: Vec<Told>,
    pub themes: Vec<Theme>,
}

/// What is published at one time.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Content {
    pub answers: Vec<Published>,
    pub themes: Vec<Theme>,
}

impl Content {
    /// True where it says just what the draft says.
    #[must_use]
    pub fn says(&self, draft: &Draft) -> bool {
        self.themes == draft.themes && self.answers.iter().map(|one| &one.told).eq(&draft.answers)
    }

    /// The next publication: what the draft says, each answer with its days taken from this one.
    #[must_use]
    pub fn followed_by(&self, draft: Draft, at: i64) -> Self {
        Self { answers: publish(&self.answers, draft.answers, at), themes: draft.themes }
    }
}

fn publish(before: &[Published], answers: Vec<Told>, at: i64) -> Vec<Published> {
    let dated = |told: Told| match before.iter().find(|known| known.told.id == told.id) {
        None => Published { told, first_at: at, changed_at: None },
        Some(known) if known.told == told => known.clone(),
        Some(known) => Published { told, first_at: known.first_at, changed_at: Some(at) },
    };
    answers.into_iter().map(dated).collect()
}

#[cfg(test)]
mod tests {
    use super::super::{AnswerBack, Status};
    use super::*;

    fn told(id: i64, heard: &str) -> Told {
        let answer = AnswerBack {
            heard: heard.to_owned(),
            status: Status::Done,
            doing: "Something".to_owned(),
            responsible: "The team".to_owned(),
            due: None,
            reason: None,
        };
        Told { id, theme: None, answer }
    }

    #[test]
    fn each_answer_keeps_the_day_it_was_first_published() {
        let first = publish(&[], vec![told(1, "a"), told(2, "b")], 10);
        assert!(first.iter().all(|one| one.first_at == 10 && one.changed_at.is_none()));
        let second = publish(&first, vec![told(2, "b"), told(1, "other"), told(3, "c")], 20);
        let days: Vec<_> = second.iter().map(|one| (one.told.id, one.first_at, one.changed_at)).collect();
        assert_eq!(days, [(2, 10, None), (1, 10, Some(20)), (3, 20, None)]);
    }

    #[test]
    fn a_publication_is_read_back_as_it_was() {
        let themes = vec![Theme { title: "Letters".to_owned(), people: None }];
        let draft = Draft { answers: vec![told(1, "a \"quoted\" word")], themes };
        let content = Content::default().followed_by(draft.clone(), 10);
        let kept = serde_json::to_string(&content).unwrap();
        let read: Content = serde_json::from_str(&kept).unwrap();
        assert!(read == content && read.says(&draft) && !read.says(&Draft::default()));
    }
}
