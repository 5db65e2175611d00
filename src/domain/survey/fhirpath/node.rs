//! What an expression works on: elements of a resource and values it made itself, always several at a time.

use std::borrow::Cow;

use rust_decimal::Decimal;
use serde_json::Value;

use super::failure::Failure;
use super::kind::Kind;

/// Values in order, in the making.
pub(super) type Nodes<'a> = Vec<Node<'a>>;

/// One value.
#[derive(Debug, Clone)]
pub(super) enum Node<'a> {
    Element(Element<'a>),
    Boolean(bool),
    Number(Decimal),
    Text(String),
    /// A date, perhaps only its year or month.
    Date(String),
}

/// An element of a resource, with what is known about where it was found.
#[derive(Debug, Clone, Copy)]
pub(super) struct Element<'a> {
    pub(super) value: &'a Value,
    /// The `_name` that FHIR writes beside a primitive, for its extensions.
    pub(super) beside: Option<&'a Value>,
    /// The type, where the name of a choice element tells it.
    pub(super) kind: Option<Kind>,
    /// The `linkId` of the item it lies in.
    pub(super) item: Option<&'a str>,
}

/// A primitive, whether found or made.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Scalar<'n> {
    Boolean(bool),
    Number(Decimal),
    Text(Cow<'n, str>),
    Moment(Cow<'n, str>),
}

impl<'a> Node<'a> {
    pub(super) fn from_json(value: &'a Value) -> Self {
        Self::Element(Element { value, beside: None, kind: None, item: None })
    }

    pub(super) fn element(&self) -> Option<&Element<'a>> {
        match self {
            Self::Element(element) => Some(element),
            _ => None,
        }
    }

    /// The primitive it is or holds.
    pub(super) fn scalar(&self) -> Option<Scalar<'_>> {
        match self {
            Self::Boolean(value) => Some(Scalar::Boolean(*value)),
            Self::Number(value) => Some(Scalar::Number(*value)),
            Self::Text(value) => Some(Scalar::Text(Cow::Borrowed(value))),
            Self::Date(value) => Some(Scalar::Moment(Cow::Borrowed(value))),
            Self::Element(element) => element.scalar(),
        }
    }

    /// True for a value of that type. Where the file does not tell the type, its JSON decides.
    pub(super) fn is_kind(&self, kind: Kind) -> bool {
        if let Self::Element(Element { kind: Some(known), .. }) = self {
            return *known == kind;
        }
        match self.scalar() {
            Some(Scalar::Boolean(_)) => kind == Kind::BOOLEAN,
            Some(Scalar::Number(number)) if number.scale() == 0 => kind == Kind::INTEGER,
            Some(Scalar::Number(_)) => kind == Kind::DECIMAL,
            Some(Scalar::Text(_)) => kind == Kind::STRING,
            Some(Scalar::Moment(_)) => kind == Kind::DATE,
            None => self.element().and_then(|e| e.value.get("resourceType")?.as_str()) == Some(kind.name()),
        }
    }

    pub(super) fn to_json(&self) -> Value {
        match self {
            Self::Element(element) => element.value.clone(),
            Self::Boolean(value) => Value::Bool(*value),
            Self::Number(value) => number_to_json(*value),
            Self::Text(value) | Self::Date(value) => Value::String(value.clone()),
        }
    }
}

impl<'a> Element<'a> {
    fn scalar(&self) -> Option<Scalar<'a>> {
        match self.value {
            Value::Bool(value) => Some(Scalar::Boolean(*value)),
            Value::Number(number) => number_from_json(number).map(Scalar::Number),
            Value::String(text) if self.kind.is_some_and(Kind::is_moment) => Some(Scalar::Moment(Cow::Borrowed(text))),
            Value::String(text) => Some(Scalar::Text(Cow::Borrowed(text))),
            Value::Null | Value::Array(_) | Value::Object(_) => None,
        }
    }
}

impl Scalar<'_> {
    /// The primitive as `toString()` writes it; numbers without closing zeros.
    pub(super) fn to_text(&self) -> String {
        match self {
            Self::Boolean(value) => value.to_string(),
            Self::Number(value) => value.normalize().to_string(),
            Self::Text(value) | Self::Moment(value) => value.to_string(),
        }
    }
}

/// The only value, none if there is none; several are an error.
pub(super) fn only<'n, 'a>(nodes: &'n [Node<'a>]) -> Result<Option<&'n Node<'a>>, Failure> {
    match nodes {
        [] => Ok(None),
        [node] => Ok(Some(node)),
        _ => Err(Failure::NotSingle),
    }
}

/// Yes, no or unknown. `FHIRPath` N1, "Singleton Evaluation of Collections".
pub(super) fn truth(nodes: &[Node<'_>]) -> Result<Option<bool>, Failure> {
    let Some(node) = only(nodes)? else { return Ok(None) };
    match node.scalar() {
        Some(Scalar::Boolean(value)) => Ok(Some(value)),
        _ => Ok(Some(true)),
    }
}

/// The only number, none if there is none.
pub(super) fn number(nodes: &[Node<'_>]) -> Result<Option<Decimal>, Failure> {
    match only(nodes)?.map(Node::scalar) {
        None => Ok(None),
        Some(Some(Scalar::Number(value))) => Ok(Some(value)),
        Some(_) => Err(Failure::WrongType),
    }
}

/// The only text, none if there is none. A date is read as it is written.
pub(super) fn text<'n>(nodes: &'n [Node<'_>]) -> Result<Option<Cow<'n, str>>, Failure> {
    match only(nodes)?.map(Node::scalar) {
        None => Ok(None),
        Some(Some(Scalar::Text(value) | Scalar::Moment(value))) => Ok(Some(value)),
        Some(_) => Err(Failure::WrongType),
    }
}

/// A JSON number as the decimal it is written as. `None` beyond what a decimal holds.
pub(super) fn number_from_json(number: &serde_json::Number) -> Option<Decimal> {
    let written = number.to_string();
    written.parse().or_else(|_| Decimal::from_scientific(&written)).ok()
}

fn number_to_json(number: Decimal) -> Value {
    let written = number.normalize().to_string();
    serde_json::from_str(&written).unwrap_or(Value::String(written))
}
