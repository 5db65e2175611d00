//! The words of an expression, read one after the other.

use super::failure::Unsupported;
use super::lexer::{Lexeme, Token};
use super::syntax::{KindTest, Operator};

/// Words and how far they have been read.
pub(super) struct Words {
    lexemes: Vec<Lexeme>,
    next: usize,
}

impl Words {
    /// Words of which none has been read.
    pub(super) fn new(lexemes: Vec<Lexeme>) -> Self {
        Self { lexemes, next: 0 }
    }

    /// The next word and its place.
    pub(super) fn lexeme(&self) -> Option<&Lexeme> {
        self.lexemes.get(self.next)
    }

    /// Passes over the next word.
    pub(super) fn step(&mut self) {
        self.next += 1;
    }

    /// The `is` or `as` that comes next.
    pub(super) fn kind_test(&self) -> Option<KindTest> {
        match self.token() {
            Some(Token::Name(word)) if word == "is" => Some(KindTest::Is),
            Some(Token::Name(word)) if word == "as" => Some(KindTest::As),
            _ => None,
        }
    }

    /// The operator that comes next.
    pub(super) fn operator(&self) -> Option<Operator> {
        match self.token()? {
            Token::Name(word) => Operator::written(word),
            Token::Symbol(sign) => Operator::written(sign),
            _ => None,
        }
    }

    /// The next word.
    pub(super) fn token(&self) -> Option<&Token> {
        self.lexeme().map(|lexeme| &lexeme.token)
    }

    /// Where the next word begins, or the last one where there is none.
    pub(super) fn place(&self) -> usize {
        self.lexeme().or(self.lexemes.last()).map_or(1, |lexeme| lexeme.at)
    }

    /// True when that sign comes next.
    pub(super) fn sees(&self, sign: &str) -> bool {
        matches!(self.token(), Some(Token::Symbol(symbol)) if *symbol == sign)
    }

    /// Passes over that sign if it comes next.
    pub(super) fn skip(&mut self, sign: &str) -> bool {
        let seen = self.sees(sign);
        self.next += usize::from(seen);
        seen
    }

    /// Passes over that sign, which must come next.
    pub(super) fn expect(&mut self, sign: &str) -> Result<(), Unsupported> {
        if self.skip(sign) { Ok(()) } else { Err(self.unexpected()) }
    }

    /// The refusal of the next word.
    pub(super) fn unexpected(&self) -> Unsupported {
        match self.token() {
            None => Unsupported::Ended,
            Some(token) => Unsupported::Unexpected { found: token.to_string(), at: self.place() },
        }
    }
}
