//! Why an expression is refused when it is read, and why an accepted one can still come to nothing.

use thiserror::Error;

/// Why an expression is refused. Places are characters, counted from one.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum Unsupported {
    #[error("the FHIRPath function `{name}` is not supported (character {at})")]
    Function { name: String, at: usize },
    #[error("the FHIRPath function `{name}` is given the wrong number of arguments (character {at})")]
    Arguments { name: String, at: usize },
    #[error("the FHIR type `{name}` is not supported in FHIRPath (character {at})")]
    Kind { name: String, at: usize },
    #[error("`${name}` is not a FHIRPath name (character {at})")]
    Special { name: String, at: usize },
    #[error("dates with a time and times of day are not supported in FHIRPath (character {at})")]
    Time { at: usize },
    #[error("this is not a date (character {at})")]
    Date { at: usize },
    #[error("quantities with a unit are not supported in FHIRPath (character {at})")]
    Quantity { at: usize },
    #[error("this number has too many digits (character {at})")]
    Number { at: usize },
    #[error("the pattern at character {at} is not a supported regular expression")]
    Pattern { at: usize },
    #[error("`\\{letter}` is not a FHIRPath escape (character {at})")]
    Escape { letter: char, at: usize },
    #[error("a quotation or comment that begins at character {at} does not end")]
    Unfinished { at: usize },
    #[error("`{found}` was not expected at character {at}")]
    Unexpected { found: String, at: usize },
    #[error("the expression ends too early")]
    Ended,
    #[error("the expression is too long or too deeply nested")]
    TooLarge,
}

/// Why an accepted expression could not be worked out.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum Failure {
    #[error("there is no variable `%{0}`")]
    UnknownVariable(String),
    #[error("one value was expected and there are several")]
    NotSingle,
    #[error("a value is of the wrong type for what is done with it")]
    WrongType,
    #[error("a pattern is not a supported regular expression")]
    Pattern,
    #[error("the expression takes too many steps")]
    TooMuchWork,
    #[error("the expression is too deeply nested")]
    TooDeep,
}
