//! Functions of texts. Positions and lengths count Unicode characters. `FHIRPath` N1, "String manipulation".

use regex_lite::RegexBuilder;

use super::super::evaluate::Evaluation;
use super::super::failure::Failure;
use super::super::node::{Node, Nodes, Scalar, text};
use super::Arguments;

/// A function of texts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in super::super) enum Textual {
    Join,
    StartsWith,
    EndsWith,
    Contains,
    Matches,
    Replace,
    Substring,
    Length,
    Upper,
    Lower,
    Trim,
}

/// What the function makes of its input; nothing of nothing, and nothing where an argument is empty.
pub(super) fn apply<'a>(
    evaluation: &mut Evaluation<'_, 'a>,
    textual: Textual,
    input: &[Node<'a>],
    arguments: &Arguments<'a>,
) -> Result<Nodes<'a>, Failure> {
    let outcome = if textual == Textual::Join { joined(input, arguments)? } else { of_one(evaluation, textual, input, arguments)? };
    if let Some(Node::Text(long)) = &outcome {
        // A text that doubles itself again and again must run out of steps before it runs out of memory.
        evaluation.spend(long.len())?;
    }
    Ok(outcome.into_iter().collect())
}

fn joined<'a>(input: &[Node<'a>], arguments: &Arguments<'a>) -> Result<Option<Node<'a>>, Failure> {
    let separator = arguments.text(0)?.unwrap_or_default();
    let mut all = Vec::new();
    for node in input {
        match node.scalar() {
            Some(Scalar::Text(part) | Scalar::Moment(part)) => all.push(part),
            _ => return Err(Failure::WrongType),
        }
    }
    Ok((!all.is_empty()).then(|| Node::Text(all.join(&*separator))))
}

fn of_one<'a>(
    evaluation: &mut Evaluation<'_, 'a>,
    textual: Textual,
    input: &[Node<'a>],
    arguments: &Arguments<'a>,
) -> Result<Option<Node<'a>>, Failure> {
    let Some(subject) = text(input)? else { return Ok(None) };
    evaluation.spend(subject.len() / 64)?;
    let given = || arguments.text(0);
    Ok(match textual {
        Textual::StartsWith => given()?.map(|start| Node::Boolean(subject.starts_with(&*start))),
        Textual::EndsWith => given()?.map(|end| Node::Boolean(subject.ends_with(&*end))),
        Textual::Contains => given()?.map(|part| Node::Boolean(subject.contains(&*part))),
        Textual::Matches => given()?.map(|pattern| matched(evaluation, &subject, &pattern)).transpose()?,
        Textual::Replace => given()?.zip(arguments.text(1)?).and_then(|(old, new)| replaced(&subject, &old, &new)).map(Node::Text),
        Textual::Substring => substring(&subject, arguments)?.map(Node::Text),
        Textual::Length => Some(Node::Number(subject.chars().count().into())),
        Textual::Upper => Some(Node::Text(subject.to_uppercase())),
        Textual::Lower => Some(Node::Text(subject.to_lowercase())),
        Textual::Trim => Some(Node::Text(subject.trim().to_owned())),
        Textual::Join => None,
    })
}

fn matched<'a>(evaluation: &mut Evaluation<'_, 'a>, subject: &str, pattern: &str) -> Result<Node<'a>, Failure> {
    evaluation.spend(subject.len() + pattern.len())?;
    let pattern = RegexBuilder::new(pattern).dot_matches_new_line(true).build().map_err(|_| Failure::Pattern)?;
    Ok(Node::Boolean(pattern.is_match(subject)))
}

/// None where the outcome would be longer than any answer.
fn replaced(subject: &str, old: &str, new: &str) -> Option<String> {
    const LONGEST: usize = 1_000_000;
    let longest = (subject.len() + 1).checked_mul(new.len() + 1)?;
    (longest <= LONGEST).then(|| subject.replace(old, new))
}

/// From a place counted from zero, to the end or for a length. Nothing where the place is outside.
fn substring(subject: &str, arguments: &Arguments<'_>) -> Result<Option<String>, Failure> {
    let Some(start) = arguments.integer(0)? else { return Ok(None) };
    let length = match arguments.0.len() {
        2 => arguments.integer(1)?.unwrap_or(i64::MAX),
        _ => i64::MAX,
    };
    let Some(start) = usize::try_from(start).ok().filter(|start| *start < subject.chars().count()) else { return Ok(None) };
    Ok(Some(subject.chars().skip(start).take(usize::try_from(length).unwrap_or(0)).collect()))
}
