//! Cuts the text of an expression into words. Grammar: `FHIRPath` N1, appendix B. It decides no meaning.

use std::fmt;

use rust_decimal::Decimal;

use super::failure::Unsupported;

/// Longest expression read, in characters.
const LONGEST: usize = 20_000;

/// Signs, longest first, so that `<=` is not read as `<`.
const SYMBOLS: [&str; 22] =
    ["!=", "!~", "<=", ">=", "(", ")", "[", "]", "{", "}", ".", ",", "+", "-", "*", "/", "|", "&", "=", "~", "<", ">"];

/// One word of an expression.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Token {
    /// A name or a keyword.
    Name(String),
    /// A name in back-ticks, never a keyword.
    Quoted(String),
    Text(String),
    Number(Decimal),
    /// A date, perhaps only its year or month, as written after `@`.
    Date(String),
    Variable(String),
    /// `$this`, `$index`, `$total`.
    Special(String),
    Symbol(&'static str),
}

impl fmt::Display for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Name(word) | Self::Quoted(word) | Self::Text(word) => f.write_str(word),
            Self::Number(number) => write!(f, "{number}"),
            Self::Date(date) => write!(f, "@{date}"),
            Self::Variable(name) => write!(f, "%{name}"),
            Self::Special(name) => write!(f, "${name}"),
            Self::Symbol(symbol) => f.write_str(symbol),
        }
    }
}

/// A word and the character it begins at, counted from one.
#[derive(Debug, Clone)]
pub(super) struct Lexeme {
    pub(super) token: Token,
    pub(super) at: usize,
}

/// All the words of an expression.
pub(super) fn lexemes(source: &str) -> Result<Vec<Lexeme>, Unsupported> {
    let letters: Vec<char> = source.chars().take(LONGEST + 1).collect();
    if letters.len() > LONGEST {
        return Err(Unsupported::TooLarge);
    }
    let mut lexer = Lexer { letters: &letters, next: 0 };
    let mut found = Vec::new();
    while let Some(lexeme) = lexer.lexeme()? {
        found.push(lexeme);
    }
    Ok(found)
}

struct Lexer<'s> {
    letters: &'s [char],
    next: usize,
}

impl Lexer<'_> {
    fn lexeme(&mut self) -> Result<Option<Lexeme>, Unsupported> {
        self.skip_blanks()?;
        let at = self.next + 1;
        let Some(letter) = self.peek(0) else { return Ok(None) };
        let token = match letter {
            '\'' => Token::Text(self.quotation('\'')?),
            '`' => Token::Quoted(self.quotation('`')?),
            '0'..='9' => self.number()?,
            '@' => self.date()?,
            '%' => self.variable()?,
            '$' => {
                self.next += 1;
                Token::Special(self.name())
            }
            _ if letter.is_ascii_alphabetic() || letter == '_' => Token::Name(self.name()),
            _ => self.symbol().ok_or(Unsupported::Unexpected { found: letter.to_string(), at })?,
        };
        Ok(Some(Lexeme { token, at }))
    }

    fn peek(&self, ahead: usize) -> Option<char> {
        self.letters.get(self.next + ahead).copied()
    }

    fn take_while(&mut self, holds: impl Fn(char) -> bool) -> String {
        let taken: String = self.letters.iter().skip(self.next).copied().take_while(|c| holds(*c)).collect();
        self.next += taken.chars().count();
        taken
    }

    fn name(&mut self) -> String {
        self.take_while(|c| c.is_ascii_alphanumeric() || c == '_')
    }

    fn skip_blanks(&mut self) -> Result<(), Unsupported> {
        loop {
            self.take_while(char::is_whitespace);
            match (self.peek(0), self.peek(1)) {
                (Some('/'), Some('/')) => drop(self.take_while(|c| c != '\n' && c != '\r')),
                (Some('/'), Some('*')) => self.skip_comment()?,
                _ => return Ok(()),
            }
        }
    }

    fn skip_comment(&mut self) -> Result<(), Unsupported> {
        let at = self.next + 1;
        self.next += 2;
        while self.peek(0).is_some() {
            if (self.peek(0), self.peek(1)) == (Some('*'), Some('/')) {
                self.next += 2;
                return Ok(());
            }
            self.next += 1;
        }
        Err(Unsupported::Unfinished { at })
    }

    fn symbol(&mut self) -> Option<Token> {
        let follows = |symbol: &&&str| symbol.chars().enumerate().all(|(i, c)| self.peek(i) == Some(c));
        let symbol = SYMBOLS.iter().find(follows)?;
        self.next += symbol.len();
        Some(Token::Symbol(symbol))
    }

    fn quotation(&mut self, close: char) -> Result<String, Unsupported> {
        let at = self.next + 1;
        let mut text = String::new();
        self.next += 1;
        loop {
            let letter = self.peek(0).ok_or(Unsupported::Unfinished { at })?;
            self.next += 1;
            match letter {
                '\\' => text.push(self.escape()?),
                _ if letter == close => return Ok(text),
                _ => text.push(letter),
            }
        }
    }

    fn escape(&mut self) -> Result<char, Unsupported> {
        let at = self.next;
        let letter = self.peek(0).ok_or(Unsupported::Unfinished { at })?;
        self.next += 1;
        match letter {
            'n' => Ok('\n'),
            'r' => Ok('\r'),
            't' => Ok('\t'),
            'f' => Ok('\u{c}'),
            '\\' | '/' | '\'' | '"' | '`' => Ok(letter),
            'u' => self.code_point().ok_or(Unsupported::Escape { letter, at }),
            _ => Err(Unsupported::Escape { letter, at }),
        }
    }

    fn code_point(&mut self) -> Option<char> {
        let digits: String = self.letters.get(self.next..self.next + 4)?.iter().collect();
        self.next += 4;
        char::from_u32(u32::from_str_radix(&digits, 16).ok()?)
    }

    fn number(&mut self) -> Result<Token, Unsupported> {
        let at = self.next + 1;
        let mut digits = self.take_while(|c| c.is_ascii_digit());
        if self.peek(0) == Some('.') && self.peek(1).is_some_and(|c| c.is_ascii_digit()) {
            self.next += 1;
            digits.push('.');
            digits.push_str(&self.take_while(|c| c.is_ascii_digit()));
        }
        Decimal::from_str_exact(&digits).map(Token::Number).map_err(|_| Unsupported::Number { at })
    }

    fn date(&mut self) -> Result<Token, Unsupported> {
        let at = self.next + 1;
        self.next += 1;
        let text = self.take_while(|c| c.is_ascii_digit() || matches!(c, '-' | 'T' | ':'));
        if text.contains('T') {
            return Err(Unsupported::Time { at });
        }
        let whole = match text.len() {
            4 => format!("{text}-01-01"),
            7 => format!("{text}-01"),
            _ => text.clone(),
        };
        if whole.len() == 10 && whole.parse::<jiff::civil::Date>().is_ok() { Ok(Token::Date(text)) } else { Err(Unsupported::Date { at }) }
    }

    fn variable(&mut self) -> Result<Token, Unsupported> {
        let at = self.next + 1;
        self.next += 1;
        let name = match self.peek(0) {
            Some(quote @ ('`' | '\'')) => self.quotation(quote)?,
            _ => self.name(),
        };
        if name.is_empty() { Err(Unsupported::Unexpected { found: "%".to_owned(), at }) } else { Ok(Token::Variable(name)) }
    }
}
