//! What is wrong in the forms about people and episodes, each with its sentence, at the fields it is in.

use crate::domain::care::registration::Fault;
use crate::i18n::{Locale, MissingMessage};
use crate::web::pages::form::{Back, Field};
use crate::web::pages::part::FieldError;

/// Everything wrong in a form: the id of the field, and the sentence.
#[derive(Debug, Default)]
pub struct Faults {
    said: Vec<(String, String)>,
    /// Where somebody may rather go, and from which field.
    way: Option<(&'static str, Back)>,
}

impl Faults {
    /// What was found when the fields were read.
    pub fn read(locale: &Locale, faults: &[Fault]) -> Result<Self, MissingMessage> {
        let sentence = |fault: &Fault| {
            let said = locale.t(&format!("register-fault-{}", fault.code()), &[])?;
            Ok((fault.field().code().to_owned(), said))
        };
        Ok(Self { said: faults.iter().map(sentence).collect::<Result<_, _>>()?, way: None })
    }

    /// One sentence at one field: `register-fault-<key>`.
    pub fn one(locale: &Locale, field: &str, key: &str) -> Result<Self, MissingMessage> {
        Ok(Self::said(field, locale.t(&format!("register-fault-{key}"), &[])?))
    }

    /// One sentence at one field.
    pub fn said(field: &str, sentence: String) -> Self {
        Self { said: vec![(field.to_owned(), sentence)], way: None }
    }

    /// The same, with another way for whoever is at that field.
    pub fn with_way(mut self, field: &'static str, way: Back) -> Self {
        self.way = Some((field, way));
        self
    }

    /// The fields with what is wrong in them.
    pub fn mark(self, mut fields: Vec<Field>) -> Vec<Field> {
        for (at, sentence) in self.said {
            if let Some(field) = fields.iter_mut().find(|field| field.id == at) {
                field.errors.push(FieldError::new(at, sentence));
            }
        }
        if let Some((at, way)) = self.way
            && let Some(field) = fields.iter_mut().find(|field| field.id == at)
        {
            field.way = Some(way);
        }
        fields
    }
}
