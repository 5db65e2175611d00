//! Reads words into a tree by precedence climbing, and refuses what could not be evaluated.

use regex_lite::Regex;

use super::failure::Unsupported;
use super::functions::Function;
use super::kind::Kind;
use super::lexer::{Lexeme, Token, lexemes};
use super::syntax::{KindTest, Operator, Step, Syntax};
use super::words::Words;

/// Deepest nesting of brackets and arguments.
const DEEPEST: usize = 80;
/// Most changes of precedence without a bracket; there are ten levels.
const MOST_LEVELS: usize = 12;

/// The tree of an expression and the variables it names.
pub(super) fn parse(source: &str) -> Result<(Syntax, Vec<String>), Unsupported> {
    let mut parser = Parser { words: Words::new(lexemes(source)?), depth: 0, variables: Vec::new() };
    let syntax = parser.expression(0)?;
    match parser.words.lexeme() {
        None => Ok((syntax, parser.variables)),
        Some(_) => Err(parser.words.unexpected()),
    }
}

struct Parser {
    words: Words,
    depth: usize,
    variables: Vec<String>,
}

impl Parser {
    fn expression(&mut self, least: u8) -> Result<Syntax, Unsupported> {
        self.depth += 1;
        if self.depth > DEEPEST {
            return Err(Unsupported::TooLarge);
        }
        let mut left = self.signed()?;
        let mut levels = 0;
        loop {
            let deeper = if let Some(test) = self.words.kind_test().filter(|_| least <= Operator::KIND_TEST) {
                self.words.step();
                let kind = self.kind()?;
                left = stepped(left, Step::Kind { test, kind });
                true
            } else if let Some(operator) = self.words.operator().filter(|o| least <= o.precedence()) {
                self.words.step();
                let right = self.expression(operator.precedence() + 1)?;
                let (longer, deeper) = chained(left, operator, right);
                left = longer;
                deeper
            } else {
                break;
            };
            levels += usize::from(deeper);
            if levels > MOST_LEVELS {
                return Err(Unsupported::TooLarge);
            }
        }
        self.depth -= 1;
        Ok(left)
    }

    fn signed(&mut self) -> Result<Syntax, Unsupported> {
        let negative = self.words.sees("-");
        if !negative && !self.words.sees("+") {
            return self.path();
        }
        self.words.step();
        Ok(Syntax::Signed { negative, of: Box::new(self.path()?) })
    }

    fn path(&mut self) -> Result<Syntax, Unsupported> {
        let mut steps = Vec::new();
        let root = self.root(&mut steps)?;
        loop {
            if self.words.skip(".") {
                steps.push(self.invocation()?);
            } else if self.words.skip("[") {
                steps.push(Step::At(self.expression(0)?));
                self.words.expect("]")?;
            } else {
                break;
            }
        }
        match root {
            Some(root) if steps.is_empty() => Ok(root),
            root => Ok(Syntax::Path { root: root.map(Box::new), steps }),
        }
    }

    /// What a path starts from; `None` where it starts with a step from `$this`, which is then read as well.
    fn root(&mut self, steps: &mut Vec<Step>) -> Result<Option<Syntax>, Unsupported> {
        let Some(Lexeme { token, at }) = self.words.lexeme().cloned() else { return Err(Unsupported::Ended) };
        let literal = match token {
            Token::Name(word) if word == "true" || word == "false" => Syntax::Boolean(word == "true"),
            Token::Name(word) if Operator::written(&word).is_some_and(|o| !matches!(o, Operator::In | Operator::Contains)) => {
                return Err(self.words.unexpected());
            }
            Token::Name(_) | Token::Quoted(_) => {
                steps.push(self.invocation()?);
                return Ok(None);
            }
            Token::Symbol("(") => return self.bracketed().map(Some),
            Token::Symbol("{") => return self.braces().map(Some),
            Token::Symbol(_) => return Err(self.words.unexpected()),
            Token::Text(text) => Syntax::Text(text),
            Token::Date(date) => Syntax::Date(date),
            Token::Number(number) => Syntax::Number(number),
            Token::Variable(name) => self.variable(name),
            Token::Special(name) => special(name, at)?,
        };
        self.words.step();
        let measured = matches!(literal, Syntax::Number(_)) && matches!(self.words.token(), Some(Token::Text(_)));
        if measured { Err(Unsupported::Quantity { at }) } else { Ok(Some(literal)) }
    }

    fn bracketed(&mut self) -> Result<Syntax, Unsupported> {
        self.words.step();
        let inner = self.expression(0)?;
        self.words.expect(")")?;
        Ok(inner)
    }

    fn braces(&mut self) -> Result<Syntax, Unsupported> {
        self.words.step();
        self.words.expect("}")?;
        Ok(Syntax::Nothing)
    }

    fn variable(&mut self, name: String) -> Syntax {
        if !self.variables.contains(&name) {
            self.variables.push(name.clone());
        }
        Syntax::Variable(name)
    }

    /// A member, or a function with its arguments.
    fn invocation(&mut self) -> Result<Step, Unsupported> {
        let at = self.words.place();
        match self.words.token().cloned() {
            Some(Token::Name(name)) => {
                self.words.step();
                if self.words.skip("(") { self.call(name, at) } else { Ok(Step::Member(name)) }
            }
            Some(Token::Quoted(name)) => {
                self.words.step();
                Ok(Step::Member(name))
            }
            _ => Err(self.words.unexpected()),
        }
    }

    fn call(&mut self, name: String, at: usize) -> Result<Step, Unsupported> {
        if matches!(name.as_str(), "is" | "as" | "ofType") {
            let kind = self.kind()?;
            self.words.expect(")")?;
            let test = if name == "is" { KindTest::Is } else { KindTest::As };
            return Ok(Step::Kind { test, kind });
        }
        let Some((function, takes)) = Function::named(&name) else { return Err(Unsupported::Function { name, at }) };
        let pattern_at = self.words.place();
        let arguments = self.arguments()?;
        if !takes.contains(&arguments.len()) {
            return Err(Unsupported::Arguments { name, at });
        }
        if let (true, Some(Syntax::Text(pattern))) = (function.reads_pattern(), arguments.first()) {
            Regex::new(pattern).map_err(|_| Unsupported::Pattern { at: pattern_at })?;
        }
        Ok(Step::Call { function, arguments })
    }

    fn arguments(&mut self) -> Result<Vec<Syntax>, Unsupported> {
        let mut arguments = Vec::new();
        if self.words.skip(")") {
            return Ok(arguments);
        }
        loop {
            arguments.push(self.expression(0)?);
            if !self.words.skip(",") {
                self.words.expect(")")?;
                return Ok(arguments);
            }
        }
    }

    /// A type, perhaps with the name of its model before it.
    fn kind(&mut self) -> Result<Kind, Unsupported> {
        let at = self.words.place();
        let mut name = self.plain_name()?;
        if matches!(name.as_str(), "FHIR" | "System") && self.words.skip(".") {
            name = self.plain_name()?;
        }
        Kind::named(&name).ok_or(Unsupported::Kind { name, at })
    }

    fn plain_name(&mut self) -> Result<String, Unsupported> {
        let Some(Token::Name(name) | Token::Quoted(name)) = self.words.token().cloned() else { return Err(self.words.unexpected()) };
        self.words.step();
        Ok(name)
    }
}

fn special(name: String, at: usize) -> Result<Syntax, Unsupported> {
    match name.as_str() {
        "this" => Ok(Syntax::This),
        "index" => Ok(Syntax::Position),
        "total" => Ok(Syntax::Total),
        _ => Err(Unsupported::Special { name, at }),
    }
}

/// One more step after a path, or after anything else made the root of one.
fn stepped(left: Syntax, step: Step) -> Syntax {
    match left {
        Syntax::Path { root, mut steps } => {
            steps.push(step);
            Syntax::Path { root, steps }
        }
        other => Syntax::Path { root: Some(Box::new(other)), steps: vec![step] },
    }
}

/// One more operand, in the same list while the precedence stays, and whether the tree grew deeper.
fn chained(left: Syntax, operator: Operator, right: Syntax) -> (Syntax, bool) {
    match left {
        Syntax::Chain { first, mut rest } if rest.first().is_some_and(|(o, _)| o.precedence() == operator.precedence()) => {
            rest.push((operator, right));
            (Syntax::Chain { first, rest }, false)
        }
        other => (Syntax::Chain { first: Box::new(other), rest: vec![(operator, right)] }, true),
    }
}
