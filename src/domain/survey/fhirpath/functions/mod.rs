//! The functions an expression may call, by name. A name that is not in the table is refused when it is read.

mod aggregate;
mod collection;
mod conversion;
mod iteration;
mod numeric;
mod textual;
mod weight;

use std::borrow::Cow;
use std::ops::RangeInclusive;

use rust_decimal::Decimal;

use super::evaluate::Evaluation;
use super::failure::Failure;
use super::node::{Node, Nodes, number, text};

pub(super) use iteration::apply as iterate;

use aggregate::Aggregate;
use collection::Selection;
use conversion::Conversion;
use iteration::Iteration;
use numeric::Numeric;
use textual::Textual;

/// A supported function, by the room that works it out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Function {
    /// Takes its arguments as expressions, to be worked out value by value.
    Iteration(Iteration),
    Selection(Selection),
    Aggregate(Aggregate),
    Textual(Textual),
    Numeric(Numeric),
    Conversion(Conversion),
    /// `ordinal()` and `weight()`: the score of an answer. Source: FHIR SDC, "`FHIRPath` supplements".
    Weight,
}

/// Name, function, least and most arguments.
const TABLE: [(&str, Function, usize, usize); 54] = [
    ("where", Function::Iteration(Iteration::Where), 1, 1),
    ("select", Function::Iteration(Iteration::Select), 1, 1),
    ("repeat", Function::Iteration(Iteration::Repeat), 1, 1),
    ("all", Function::Iteration(Iteration::All), 1, 1),
    ("exists", Function::Iteration(Iteration::Exists), 0, 1),
    ("iif", Function::Iteration(Iteration::Iif), 2, 3),
    ("aggregate", Function::Iteration(Iteration::Aggregate), 1, 2),
    ("empty", Function::Selection(Selection::Empty), 0, 0),
    ("not", Function::Selection(Selection::Not), 0, 0),
    ("count", Function::Selection(Selection::Count), 0, 0),
    ("first", Function::Selection(Selection::First), 0, 0),
    ("last", Function::Selection(Selection::Last), 0, 0),
    ("tail", Function::Selection(Selection::Tail), 0, 0),
    ("skip", Function::Selection(Selection::Skip), 1, 1),
    ("take", Function::Selection(Selection::Take), 1, 1),
    ("single", Function::Selection(Selection::Single), 0, 0),
    ("distinct", Function::Selection(Selection::Distinct), 0, 0),
    ("children", Function::Selection(Selection::Children), 0, 0),
    ("descendants", Function::Selection(Selection::Descendants), 0, 0),
    ("extension", Function::Selection(Selection::Extension), 1, 1),
    ("hasValue", Function::Selection(Selection::HasValue), 0, 0),
    ("today", Function::Selection(Selection::Today), 0, 0),
    ("sum", Function::Aggregate(Aggregate::Sum), 0, 0),
    ("avg", Function::Aggregate(Aggregate::Mean), 0, 0),
    ("min", Function::Aggregate(Aggregate::Least), 0, 0),
    ("max", Function::Aggregate(Aggregate::Greatest), 0, 0),
    ("join", Function::Textual(Textual::Join), 0, 1),
    ("startsWith", Function::Textual(Textual::StartsWith), 1, 1),
    ("endsWith", Function::Textual(Textual::EndsWith), 1, 1),
    ("contains", Function::Textual(Textual::Contains), 1, 1),
    ("matches", Function::Textual(Textual::Matches), 1, 1),
    ("replace", Function::Textual(Textual::Replace), 2, 2),
    ("substring", Function::Textual(Textual::Substring), 1, 2),
    ("length", Function::Textual(Textual::Length), 0, 0),
    ("upper", Function::Textual(Textual::Upper), 0, 0),
    ("lower", Function::Textual(Textual::Lower), 0, 0),
    ("trim", Function::Textual(Textual::Trim), 0, 0),
    ("toInteger", Function::Conversion(Conversion::Integer), 0, 0),
    ("toDecimal", Function::Conversion(Conversion::Decimal), 0, 0),
    ("toString", Function::Conversion(Conversion::Text), 0, 0),
    ("toBoolean", Function::Conversion(Conversion::Boolean), 0, 0),
    ("round", Function::Numeric(Numeric::Round), 0, 1),
    ("abs", Function::Numeric(Numeric::Absolute), 0, 0),
    ("ceiling", Function::Numeric(Numeric::Ceiling), 0, 0),
    ("floor", Function::Numeric(Numeric::Floor), 0, 0),
    ("truncate", Function::Numeric(Numeric::Truncate), 0, 0),
    ("ln", Function::Numeric(Numeric::NaturalLogarithm), 0, 0),
    ("log", Function::Numeric(Numeric::Logarithm), 1, 1),
    ("exp", Function::Numeric(Numeric::Exponential), 0, 0),
    ("power", Function::Numeric(Numeric::Power), 1, 1),
    ("sqrt", Function::Numeric(Numeric::SquareRoot), 0, 0),
    ("ordinal", Function::Weight, 0, 0),
    ("weight", Function::Weight, 0, 0),
    ("any", Function::Iteration(Iteration::Exists), 1, 1),
];

impl Function {
    /// The function of that name, with the numbers of arguments it takes.
    pub(super) fn named(name: &str) -> Option<(Self, RangeInclusive<usize>)> {
        TABLE.iter().find(|(known, ..)| *known == name).map(|(_, function, least, most)| (*function, *least..=*most))
    }

    /// True when the first argument is a regular expression.
    pub(super) fn reads_pattern(self) -> bool {
        self == Self::Textual(Textual::Matches)
    }
}

/// Arguments, worked out.
pub(super) struct Arguments<'a>(pub(super) Vec<Nodes<'a>>);

impl<'a> Arguments<'a> {
    fn nodes(&self, position: usize) -> &[Node<'a>] {
        self.0.get(position).map_or(&[], Vec::as_slice)
    }

    fn text(&self, position: usize) -> Result<Option<Cow<'_, str>>, Failure> {
        text(self.nodes(position))
    }

    fn number(&self, position: usize) -> Result<Option<Decimal>, Failure> {
        number(self.nodes(position))
    }

    /// A whole number; a fraction is an error.
    fn integer(&self, position: usize) -> Result<Option<i64>, Failure> {
        let Some(value) = self.number(position)? else { return Ok(None) };
        if value.fract().is_zero() { i64::try_from(value).map(Some).map_err(|_| Failure::WrongType) } else { Err(Failure::WrongType) }
    }
}

/// What a function makes of its input.
pub(super) fn call<'a>(
    evaluation: &mut Evaluation<'_, 'a>,
    function: Function,
    input: Nodes<'a>,
    arguments: &Arguments<'a>,
) -> Result<Nodes<'a>, Failure> {
    match function {
        Function::Selection(selection) => collection::apply(evaluation, selection, input, arguments),
        Function::Aggregate(aggregate) => aggregate::apply(aggregate, &input),
        Function::Textual(textual) => textual::apply(evaluation, textual, &input, arguments),
        Function::Numeric(numeric) => numeric::apply(numeric, &input, arguments),
        Function::Conversion(conversion) => conversion::apply(conversion, &input),
        Function::Weight => weight::apply(evaluation, &input),
        Function::Iteration(_) => Err(Failure::WrongType),
    }
}
