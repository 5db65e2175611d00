//! Functions that work an expression out for each value. `FHIRPath` N1, "Filtering and projection".

use std::collections::BTreeSet;

use super::super::evaluate::{Evaluation, Scope};
use super::super::failure::Failure;
use super::super::node::{Node, Nodes, truth};
use super::super::operators::key;
use super::super::syntax::Syntax;

/// A function of expressions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in super::super) enum Iteration {
    Where,
    Select,
    Repeat,
    All,
    Exists,
    Iif,
    Aggregate,
}

/// What the function makes of its input. `scope` is where it is called.
pub(in super::super) fn apply<'a>(
    evaluation: &mut Evaluation<'_, 'a>,
    iteration: Iteration,
    input: Nodes<'a>,
    arguments: &[Syntax],
    scope: &Scope<'_, 'a>,
) -> Result<Nodes<'a>, Failure> {
    match (iteration, arguments) {
        (Iteration::Where, [criteria]) => filtered(evaluation, input, criteria, scope),
        (Iteration::Exists, [criteria]) => Ok(vec![Node::Boolean(!filtered(evaluation, input, criteria, scope)?.is_empty())]),
        (Iteration::Exists, _) => Ok(vec![Node::Boolean(!input.is_empty())]),
        (Iteration::All, [criteria]) => {
            let count = input.len();
            Ok(vec![Node::Boolean(filtered(evaluation, input, criteria, scope)?.len() == count)])
        }
        (Iteration::Select, [projection]) => selected(evaluation, &input, projection, scope),
        (Iteration::Repeat, [projection]) => repeated(evaluation, input, projection, scope),
        (Iteration::Iif, [criterion, then, otherwise @ ..]) => {
            let scope = Scope { this: &input, ..*scope };
            match (truth(&evaluation.evaluate(criterion, &scope)?)?, otherwise) {
                (Some(true), _) => evaluation.evaluate(then, &scope),
                (_, [otherwise]) => evaluation.evaluate(otherwise, &scope),
                _ => Ok(Vec::new()),
            }
        }
        (Iteration::Aggregate, [step, start @ ..]) => {
            let start = start.first().map_or(Ok(Vec::new()), |start| evaluation.evaluate(start, scope))?;
            input.iter().enumerate().try_fold(start, |total, (position, node)| {
                let this = std::slice::from_ref(node);
                evaluation.evaluate(step, &Scope { this, position: Some(position), total: &total })
            })
        }
        _ => Err(Failure::WrongType),
    }
}

fn for_each<'a>(
    evaluation: &mut Evaluation<'_, 'a>,
    expression: &Syntax,
    (position, node): (usize, &Node<'a>),
    scope: &Scope<'_, 'a>,
) -> Result<Nodes<'a>, Failure> {
    evaluation.evaluate(expression, &Scope { this: std::slice::from_ref(node), position: Some(position), ..*scope })
}

fn filtered<'a>(
    evaluation: &mut Evaluation<'_, 'a>,
    input: Nodes<'a>,
    criteria: &Syntax,
    scope: &Scope<'_, 'a>,
) -> Result<Nodes<'a>, Failure> {
    let mut kept = Vec::new();
    for (position, node) in input.into_iter().enumerate() {
        if truth(&for_each(evaluation, criteria, (position, &node), scope)?)? == Some(true) {
            kept.push(node);
        }
    }
    Ok(kept)
}

fn selected<'a>(
    evaluation: &mut Evaluation<'_, 'a>,
    input: &[Node<'a>],
    projection: &Syntax,
    scope: &Scope<'_, 'a>,
) -> Result<Nodes<'a>, Failure> {
    let mut found = Vec::new();
    for numbered in input.iter().enumerate() {
        found.extend(for_each(evaluation, projection, numbered, scope)?);
    }
    Ok(found)
}

/// Level by level, each value once, until nothing new is found.
fn repeated<'a>(
    evaluation: &mut Evaluation<'_, 'a>,
    input: Nodes<'a>,
    projection: &Syntax,
    scope: &Scope<'_, 'a>,
) -> Result<Nodes<'a>, Failure> {
    let mut seen = BTreeSet::new();
    let mut found = Vec::new();
    let mut level = input;
    while !level.is_empty() {
        let mut fresh = Vec::new();
        for node in selected(evaluation, &level, projection, scope)? {
            if seen.insert(key(evaluation, &node)?) {
                fresh.push(node);
            }
        }
        found.extend(fresh.iter().cloned());
        level = fresh;
    }
    Ok(found)
}
