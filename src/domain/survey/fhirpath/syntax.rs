//! An expression as a tree. Chains and paths are lists, so that only brackets make it deep.

use rust_decimal::Decimal;

use super::functions::Function;
use super::kind::Kind;

/// One expression.
#[derive(Debug)]
pub(super) enum Syntax {
    /// `{}`
    Nothing,
    Boolean(bool),
    Number(Decimal),
    Text(String),
    /// A date, perhaps only its year or month.
    Date(String),
    Variable(String),
    /// `$this`
    This,
    /// `$index`
    Position,
    /// `$total`
    Total,
    /// Steps from a root, or from what `$this` is.
    Path {
        root: Option<Box<Syntax>>,
        steps: Vec<Step>,
    },
    /// `-x`, and `+x` when not `negative`.
    Signed {
        negative: bool,
        of: Box<Syntax>,
    },
    /// Operators of one precedence, from left to right.
    Chain {
        first: Box<Syntax>,
        rest: Vec<(Operator, Syntax)>,
    },
}

/// One step of a path.
#[derive(Debug)]
pub(super) enum Step {
    Member(String),
    At(Syntax),
    Call { function: Function, arguments: Vec<Syntax> },
    Kind { test: KindTest, kind: Kind },
}

/// What is done with a type.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum KindTest {
    /// Is the one value of that type?
    Is,
    /// The values of that type.
    As,
}

/// An operator between two expressions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Operator {
    Implies,
    Or,
    Xor,
    And,
    In,
    Contains,
    Equal,
    NotEqual,
    Equivalent,
    NotEquivalent,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    Union,
    Add,
    Subtract,
    Join,
    Multiply,
    Divide,
    WholeDivide,
    Remainder,
}

impl Operator {
    /// The operator written so.
    pub(super) fn written(sign: &str) -> Option<Self> {
        Some(match sign {
            "implies" => Self::Implies,
            "or" => Self::Or,
            "xor" => Self::Xor,
            "and" => Self::And,
            "in" => Self::In,
            "contains" => Self::Contains,
            "=" => Self::Equal,
            "!=" => Self::NotEqual,
            "~" => Self::Equivalent,
            "!~" => Self::NotEquivalent,
            "<" => Self::Less,
            "<=" => Self::LessOrEqual,
            ">" => Self::Greater,
            ">=" => Self::GreaterOrEqual,
            "|" => Self::Union,
            "+" => Self::Add,
            "-" => Self::Subtract,
            "&" => Self::Join,
            "*" => Self::Multiply,
            "/" => Self::Divide,
            "div" => Self::WholeDivide,
            "mod" => Self::Remainder,
            _ => return None,
        })
    }

    /// How tightly it binds; `FHIRPath` N1, "Operator Precedence". `is` and `as` bind at [`Self::KIND_TEST`].
    pub(super) fn precedence(self) -> u8 {
        match self {
            Self::Implies => 1,
            Self::Or | Self::Xor => 2,
            Self::And => 3,
            Self::In | Self::Contains => 4,
            Self::Equal | Self::NotEqual | Self::Equivalent | Self::NotEquivalent => 5,
            Self::Less | Self::LessOrEqual | Self::Greater | Self::GreaterOrEqual => 6,
            Self::Union => 7,
            Self::Add | Self::Subtract | Self::Join => 9,
            Self::Multiply | Self::Divide | Self::WholeDivide | Self::Remainder => 10,
        }
    }

    /// The precedence of `is` and `as`.
    pub(super) const KIND_TEST: u8 = 8;
}
