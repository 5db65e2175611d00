//! Works a tree out. Counts its steps and its depth, so that every expression ends.

use super::environment::Environment;
use super::failure::Failure;
use super::functions::{self, Arguments, Function};
use super::node::{Node, Nodes, number, only};
use super::operators;
use super::syntax::{KindTest, Operator, Step, Syntax};

/// Most values met in one evaluation. A long questionnaire's score needs a few thousand.
const MOST_STEPS: usize = 200_000;
/// Deepest evaluation within evaluation, whatever the brackets.
const DEEPEST: usize = 160;

/// What `$this`, `$index` and `$total` are at some place of an expression.
#[derive(Debug, Clone, Copy)]
pub(super) struct Scope<'s, 'a> {
    pub(super) this: &'s [Node<'a>],
    pub(super) position: Option<usize>,
    pub(super) total: &'s [Node<'a>],
}

impl<'s, 'a> Scope<'s, 'a> {
    /// The scope of a whole expression.
    pub(super) fn root(this: &'s [Node<'a>]) -> Self {
        Self { this, position: None, total: &[] }
    }
}

/// One evaluation, with the steps it has left.
pub(super) struct Evaluation<'e, 'a> {
    pub(super) environment: &'e Environment<'a>,
    steps_left: usize,
    depth: usize,
}

impl<'e, 'a> Evaluation<'e, 'a> {
    pub(super) fn new(environment: &'e Environment<'a>) -> Self {
        Self { environment, steps_left: MOST_STEPS, depth: 0 }
    }

    /// Takes steps off what is left.
    pub(super) fn spend(&mut self, steps: usize) -> Result<(), Failure> {
        self.steps_left = self.steps_left.checked_sub(steps).ok_or(Failure::TooMuchWork)?;
        Ok(())
    }

    pub(super) fn evaluate(&mut self, syntax: &Syntax, scope: &Scope<'_, 'a>) -> Result<Nodes<'a>, Failure> {
        self.spend(1)?;
        self.depth += 1;
        if self.depth > DEEPEST {
            return Err(Failure::TooDeep);
        }
        let nodes = match syntax {
            Syntax::Path { root, steps } => self.path(root.as_deref(), steps, scope)?,
            Syntax::Chain { first, rest } => self.chain(first, rest, scope)?,
            Syntax::Signed { negative, of } => {
                let value = number(&self.evaluate(of, scope)?)?;
                value.map(|value| Node::Number(if *negative { -value } else { value })).into_iter().collect()
            }
            plain => self.plain(plain, scope)?,
        };
        self.depth -= 1;
        Ok(nodes)
    }

    fn plain(&mut self, syntax: &Syntax, scope: &Scope<'_, 'a>) -> Result<Nodes<'a>, Failure> {
        Ok(match syntax {
            Syntax::Boolean(value) => vec![Node::Boolean(*value)],
            Syntax::Number(value) => vec![Node::Number(*value)],
            Syntax::Text(value) => vec![Node::Text(value.clone())],
            Syntax::Date(value) => vec![Node::Date(value.clone())],
            Syntax::This => self.copied(scope.this)?,
            Syntax::Total => self.copied(scope.total)?,
            Syntax::Position => scope.position.map(|position| Node::Number(position.into())).into_iter().collect(),
            Syntax::Variable(name) => {
                let found = self.environment.variable(name).ok_or_else(|| Failure::UnknownVariable(name.clone()))?;
                self.spend(found.len())?;
                found.into_nodes()
            }
            Syntax::Nothing | Syntax::Path { .. } | Syntax::Chain { .. } | Syntax::Signed { .. } => Vec::new(),
        })
    }

    fn copied(&mut self, nodes: &[Node<'a>]) -> Result<Nodes<'a>, Failure> {
        self.spend(nodes.len())?;
        Ok(nodes.to_vec())
    }

    fn path(&mut self, root: Option<&Syntax>, steps: &[Step], scope: &Scope<'_, 'a>) -> Result<Nodes<'a>, Failure> {
        let mut nodes = match root {
            Some(root) => self.evaluate(root, scope)?,
            None => self.copied(scope.this)?,
        };
        let mut steps = steps.iter();
        if let (None, Some(Step::Member(name))) = (root, steps.as_slice().first())
            && nodes.iter().any(|node| node.element().is_some_and(|element| element.is_resource(name)))
        {
            steps.next();
        }
        for step in steps {
            nodes = self.step(nodes, step, scope)?;
        }
        Ok(nodes)
    }

    fn step(&mut self, nodes: Nodes<'a>, step: &Step, scope: &Scope<'_, 'a>) -> Result<Nodes<'a>, Failure> {
        match step {
            Step::Member(name) => self.members(&nodes, name),
            Step::At(position) => {
                let wanted = number(&self.evaluate(position, scope)?)?;
                let wanted = wanted.and_then(|value| usize::try_from(value).ok());
                Ok(wanted.and_then(|position| nodes.into_iter().nth(position)).into_iter().collect())
            }
            Step::Call { function: Function::Iteration(iteration), arguments } => {
                functions::iterate(self, *iteration, nodes, arguments, scope)
            }
            Step::Call { function, arguments } => {
                let given = arguments.iter().map(|argument| self.evaluate(argument, scope)).collect::<Result<Vec<_>, _>>()?;
                self.spend(nodes.len())?;
                functions::call(self, *function, nodes, &Arguments(given))
            }
            Step::Kind { test: KindTest::As, kind } => Ok(nodes.into_iter().filter(|node| node.is_kind(*kind)).collect()),
            Step::Kind { test: KindTest::Is, kind } => {
                Ok(only(&nodes)?.map(|node| Node::Boolean(node.is_kind(*kind))).into_iter().collect())
            }
        }
    }

    /// The elements of one name below each node.
    pub(super) fn members(&mut self, nodes: &[Node<'a>], name: &str) -> Result<Nodes<'a>, Failure> {
        let mut found = Vec::new();
        for element in nodes.iter().filter_map(Node::element) {
            element.members(name, &mut found);
        }
        self.spend(nodes.len() + found.len())?;
        Ok(found)
    }

    fn chain(&mut self, first: &Syntax, rest: &[(Operator, Syntax)], scope: &Scope<'_, 'a>) -> Result<Nodes<'a>, Failure> {
        let mut left = self.evaluate(first, scope)?;
        for (operator, right) in rest {
            if let Some(settled) = operators::settled(*operator, &left)? {
                left = vec![Node::Boolean(settled)];
                continue;
            }
            let right = self.evaluate(right, scope)?;
            left = operators::apply(self, *operator, left, right)?;
        }
        Ok(left)
    }
}
