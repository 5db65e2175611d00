//! What people say in their own words, sealed: each response has a key of its own, kept sealed by the key ring. Destroying that
//! key destroys the words, wherever the files of the database still have their bytes. Choices, numbers and dates stay open, because they are counted.

use crate::app::App;
use crate::domain::survey::{Answers, Given, Value};
use crate::keys::{Failure, KeyRing, Place};
use crate::random::Random;
use crate::store::answers::{Row, SEALED, TEXT};
use crate::store::comments::{Published, SEALED as WORDING};
use crate::store::ids::{CommentId, ResponseId};
use crate::store::responses::{Response, SEALED_KEY};

/// What the words of responses are sealed and opened with.
#[derive(Clone)]
pub struct Words {
    keys: KeyRing,
    random: Random,
}

/// The words of one response, as long as its key is there.
pub struct Own {
    id: ResponseId,
    /// Nothing for a response that was begun before words were sealed: those stand open.
    key: Option<KeyRing>,
    random: Random,
}

impl Words {
    /// The words of this installation.
    #[must_use]
    pub const fn new(keys: KeyRing, random: Random) -> Self {
        Self { keys, random }
    }

    /// A key for a new response, sealed.
    pub fn fresh_key(&self, id: ResponseId) -> Result<String, Failure> {
        self.keys.seal(Place { column: SEALED_KEY, row: id.0 }, &KeyRing::fresh(&self.random), &self.random)
    }

    /// The words of that response.
    pub fn of(&self, response: &Response) -> Result<Own, Failure> {
        self.with(response.id, response.sealed_key.as_deref())
    }

    /// The wording in which everybody may read a comment; nothing where it is not published.
    pub fn published(&self, row: &Published) -> Result<Option<String>, Failure> {
        let own = self.with(row.comment.response_id, row.sealed_key.as_deref())?;
        row.comment.sealed.as_deref().map(|sealed| own.open_wording(row.comment.id, sealed)).transpose()
    }

    /// The words of the response whose sealed key that is.
    pub fn with(&self, id: ResponseId, sealed_key: Option<&str>) -> Result<Own, Failure> {
        let open = |sealed: &str| KeyRing::parse(&self.keys.open(Place { column: SEALED_KEY, row: id.0 }, sealed)?);
        Ok(Own { id, key: sealed_key.map(open).transpose()?, random: self.random.clone() })
    }
}

impl Own {
    /// An answer as it is kept.
    pub fn sealed(&self, given: &Given) -> Result<Given, Failure> {
        changed(given, &|text| self.seal(text))
    }

    /// Answers as they are kept.
    pub fn all_sealed(&self, answers: &Answers) -> Result<Answers, Failure> {
        answers.iter().map(|(id, given)| Ok((id.clone(), self.sealed(given)?))).collect()
    }

    /// Answers as they were given.
    pub fn opened(&self, answers: &Answers) -> Result<Answers, Failure> {
        answers.iter().map(|(id, given)| Ok((id.clone(), changed(given, &|text| self.open(text))?))).collect()
    }

    /// Seals a row of an answer that is on its way to the database. What was derived is no person's own words.
    pub fn seal_row(&self, row: &mut Row) -> Result<(), Failure> {
        if row.kind == TEXT && !row.derived {
            row.value = self.seal(&row.value)?;
        }
        Ok(())
    }

    /// The wording of a comment that may be published, as it is kept: destroyed with the words it was made of.
    pub fn seal_wording(&self, comment: CommentId, wording: &str) -> Result<String, Failure> {
        let place = Place { column: WORDING, row: comment.0 };
        self.key.as_ref().map_or_else(|| Ok(wording.to_owned()), |key| key.seal(place, wording, &self.random))
    }

    /// The wording of a comment, as everybody may read it.
    pub fn open_wording(&self, comment: CommentId, sealed: &str) -> Result<String, Failure> {
        let place = Place { column: WORDING, row: comment.0 };
        self.key.as_ref().map_or_else(|| Ok(sealed.to_owned()), |key| key.open(place, sealed))
    }

    fn place(&self) -> Place {
        Place { column: SEALED, row: self.id.0 }
    }

    fn seal(&self, text: &str) -> Result<String, Failure> {
        self.key.as_ref().map_or_else(|| Ok(text.to_owned()), |key| key.seal(self.place(), text, &self.random))
    }

    fn open(&self, text: &str) -> Result<String, Failure> {
        self.key.as_ref().map_or_else(|| Ok(text.to_owned()), |key| key.open(self.place(), text))
    }
}

fn changed(given: &Given, text: &dyn Fn(&str) -> Result<String, Failure>) -> Result<Given, Failure> {
    let one = |value: &Value| match value {
        Value::Text(words) => text(words).map(Value::Text),
        other => Ok(other.clone()),
    };
    match given {
        Given::Values(values) => values.iter().map(one).collect::<Result<_, _>>().map(Given::Values),
        Given::Declined | Given::Skipped => Ok(given.clone()),
    }
}

impl App {
    /// What the words of responses are sealed and opened with.
    #[must_use]
    pub fn words(&self) -> Words {
        Words::new(self.keys.clone(), self.random.clone())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::survey::LinkId;

    fn words() -> Words {
        let random = Random::seeded(5);
        Words::new(KeyRing::parse(&KeyRing::fresh(&random)).unwrap(), random)
    }

    fn said() -> Answers {
        let words = Given::Values(vec![Value::Text("My sister Zofia helps".to_owned()), Value::Integer(3)]);
        [(LinkId::parse("1").unwrap(), words), (LinkId::parse("2").unwrap(), Given::Declined)].into_iter().collect()
    }

    #[test]
    fn words_are_opened_again_and_say_nothing_while_they_are_sealed() {
        let words = words();
        let own = words.with(ResponseId(7), Some(&words.fresh_key(ResponseId(7)).unwrap())).unwrap();
        let kept = own.all_sealed(&said()).unwrap();
        assert!(!format!("{kept:?}").contains("Zofia"));
        assert_eq!(kept.values(&LinkId::parse("1").unwrap()).last(), Some(&Value::Integer(3)));
        assert_eq!(own.opened(&kept).unwrap(), said());
    }

    #[test]
    fn words_of_one_response_are_not_opened_as_those_of_another() {
        let words = words();
        let key = words.fresh_key(ResponseId(7)).unwrap();
        assert!(words.with(ResponseId(8), Some(&key)).is_err());
        let kept = words.with(ResponseId(7), Some(&key)).unwrap().all_sealed(&said()).unwrap();
        let other = words.with(ResponseId(8), Some(&words.fresh_key(ResponseId(8)).unwrap())).unwrap();
        assert_eq!(other.opened(&kept), Err(Failure::Altered));
    }

    #[test]
    fn the_wording_of_a_comment_is_opened_with_the_key_of_its_response_and_as_no_other_comment() {
        let words = words();
        let key = words.fresh_key(ResponseId(7)).unwrap();
        let own = words.with(ResponseId(7), Some(&key)).unwrap();
        let sealed = own.seal_wording(CommentId(1), "[name] helps").unwrap();
        assert!(!sealed.contains("helps"));
        assert_eq!(own.open_wording(CommentId(1), &sealed).unwrap(), "[name] helps");
        assert_eq!(own.open_wording(CommentId(2), &sealed), Err(Failure::Altered));
    }

    #[test]
    fn words_from_before_there_were_keys_stand_as_they_are() {
        let own = words().with(ResponseId(7), None).unwrap();
        assert_eq!(own.opened(&own.all_sealed(&said()).unwrap()).unwrap(), said());
    }
}
