//! Functions of whole collections: parts of them, questions about them, and walks below them.

use super::super::evaluate::Evaluation;
use super::super::failure::Failure;
use super::super::node::{Node, Nodes, only, truth};
use super::super::operators::unique;
use super::Arguments;

/// A function of a collection.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in super::super) enum Selection {
    Empty,
    Not,
    Count,
    First,
    Last,
    Tail,
    Skip,
    Take,
    Single,
    Distinct,
    Children,
    Descendants,
    /// The extensions of one URL.
    Extension,
    HasValue,
    Today,
}

/// What the function makes of its input.
pub(super) fn apply<'a>(
    evaluation: &mut Evaluation<'_, 'a>,
    selection: Selection,
    mut input: Nodes<'a>,
    arguments: &Arguments<'a>,
) -> Result<Nodes<'a>, Failure> {
    Ok(match selection {
        Selection::Empty => vec![Node::Boolean(input.is_empty())],
        Selection::Not => truth(&input)?.map(|value| Node::Boolean(!value)).into_iter().collect(),
        Selection::Count => vec![Node::Number(input.len().into())],
        Selection::First => input.into_iter().take(1).collect(),
        Selection::Last => input.pop().into_iter().collect(),
        Selection::Tail => input.into_iter().skip(1).collect(),
        Selection::Skip => input.into_iter().skip(whole(arguments)?.unwrap_or_default()).collect(),
        Selection::Take => input.into_iter().take(whole(arguments)?.unwrap_or_default()).collect(),
        Selection::Single => only(&input)?.cloned().into_iter().collect(),
        Selection::Distinct => unique(evaluation, input)?,
        Selection::Children => children(evaluation, &input)?,
        Selection::Descendants => descendants(evaluation, input)?,
        Selection::Extension => extensions(evaluation, &input, arguments)?,
        Selection::HasValue => vec![Node::Boolean(matches!(input.as_slice(), [node] if node.scalar().is_some()))],
        Selection::Today => vec![Node::Date(evaluation.environment.today.to_string())],
    })
}

/// How many; less than none is none.
fn whole(arguments: &Arguments<'_>) -> Result<Option<usize>, Failure> {
    Ok(arguments.integer(0)?.map(|value| usize::try_from(value).unwrap_or(0)))
}

fn children<'a>(evaluation: &mut Evaluation<'_, 'a>, input: &[Node<'a>]) -> Result<Nodes<'a>, Failure> {
    let mut found = Vec::new();
    input.iter().filter_map(Node::element).for_each(|element| element.children(&mut found));
    evaluation.spend(found.len())?;
    Ok(found)
}

fn descendants<'a>(evaluation: &mut Evaluation<'_, 'a>, input: Nodes<'a>) -> Result<Nodes<'a>, Failure> {
    let mut found = Vec::new();
    let mut level = input;
    while !level.is_empty() {
        level = children(evaluation, &level)?;
        found.extend(level.iter().cloned());
    }
    Ok(found)
}

fn extensions<'a>(evaluation: &mut Evaluation<'_, 'a>, input: &[Node<'a>], arguments: &Arguments<'a>) -> Result<Nodes<'a>, Failure> {
    let Some(url) = arguments.text(0)? else { return Ok(Vec::new()) };
    let found: Nodes<'a> = input.iter().filter_map(Node::element).flat_map(|element| element.extensions(&url)).collect();
    evaluation.spend(found.len())?;
    Ok(found)
}
