//! A small `FHIRPath` for questionnaires: the SDC expressions that calculate an answer, enable an item or name a value.
//!
//! It reads plain FHIR JSON, counts in decimals and knows the three-valued logic of the language. Choice elements are
//! read by their short name (`value`) and by the name written in the file (`valueCoding`), since real files use both.
//! It refuses whole expressions it does not fully know, when they are read and never half way through an interview:
//! no terminology server, no quantities, no times of day. A hostile expression runs out of steps, not out of memory.

mod collection;
mod environment;
mod evaluate;
mod failure;
mod functions;
mod kind;
mod lexer;
mod node;
mod operators;
mod parser;
mod path;
mod syntax;
mod words;

use std::sync::Arc;

pub use collection::Collection;
pub use environment::Environment;
pub use failure::{Failure, Unsupported};

use evaluate::{Evaluation, Scope};
use syntax::Syntax;

/// A `FHIRPath` expression that has been read and found to use only what is supported. Cheap to clone.
#[derive(Debug, Clone)]
pub struct Expression(Arc<Parsed>);

#[derive(Debug)]
struct Parsed {
    source: String,
    syntax: Syntax,
    variables: Vec<String>,
}

impl Expression {
    /// Reads an expression; anything that could not be evaluated later is refused here.
    pub fn parse(source: &str) -> Result<Self, Unsupported> {
        let (syntax, variables) = parser::parse(source)?;
        Ok(Self(Arc::new(Parsed { source: source.to_owned(), syntax, variables })))
    }

    /// The text it was read from.
    #[must_use]
    pub fn source(&self) -> &str {
        &self.0.source
    }

    /// The names of the variables it asks for, without `%`, each once, in the order they are first met.
    #[must_use]
    pub fn variables(&self) -> &[String] {
        &self.0.variables
    }

    /// What it comes to in the given surroundings.
    pub fn evaluate<'a>(&self, environment: &Environment<'a>) -> Result<Collection<'a>, Failure> {
        let root = Collection::from_json(environment.context).into_nodes();
        Evaluation::new(environment).evaluate(&self.0.syntax, &Scope::root(&root)).map(Collection::from_nodes)
    }
}

impl PartialEq for Expression {
    fn eq(&self, other: &Self) -> bool {
        self.source() == other.source()
    }
}

impl Eq for Expression {}

#[cfg(test)]
mod tests;
