//! A posted form, read strictly: what is not UTF-8 is refused, never replaced by question marks. So is the character NUL,
//! which PostgreSQL keeps in no text. More fields than any of our forms has, and a sender who takes too long, are refused too.

use std::future::Future;
use std::pin::Pin;
use std::time::Duration;

use actix_web::dev::Payload;
use actix_web::http::header;
use actix_web::{FromRequest, HttpMessage, HttpRequest, web};
use percent_encoding::percent_decode_str;

use super::problem::Problem;
use super::state;

/// The most fields of one form: no page of ours asks for as many.
const FIELDS: usize = 400;

/// The longest name of a field, in bytes.
const NAME_BYTES: usize = 200;

/// The fields of a posted form, in the order they were posted.
#[derive(Debug, Clone, Default)]
pub struct Fields(Vec<(String, String)>);

impl Fields {
    /// The first value of that name, or nothing.
    #[must_use]
    pub fn first(&self, name: &str) -> &str {
        self.0.iter().find(|(field, _)| field == name).map_or("", |(_, value)| value)
    }

    /// Every value of that name.
    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.0.iter().filter(move |(field, _)| field == name).map(|(_, value)| value.as_str())
    }

    /// The fields but for those of that name.
    #[must_use]
    pub fn without(&self, name: &str) -> Self {
        Self(self.0.iter().filter(|(field, _)| field != name).cloned().collect())
    }

    /// Fields that came in another way than as one body.
    #[must_use]
    pub(super) const fn of(fields: Vec<(String, String)>) -> Self {
        Self(fields)
    }

    fn parse(body: &str) -> Result<Self, Problem> {
        let decode = |text: &str| {
            let spaced = text.replace('+', " ");
            let text = percent_decode_str(&spaced).decode_utf8().map_err(|_| Problem::Unreadable)?;
            if text.contains('\0') { Err(Problem::Unreadable) } else { Ok(text.into_owned()) }
        };
        let pair = |pair: &str| {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            if name.len() > NAME_BYTES { Err(Problem::TooLarge) } else { Ok((decode(name)?, decode(value)?)) }
        };
        let pairs = || body.split('&').filter(|pair| !pair.is_empty());
        if pairs().nth(FIELDS).is_some() {
            return Err(Problem::TooLarge);
        }
        pairs().map(pair).collect::<Result<_, _>>().map(Self)
    }
}

/// What was sent, all of it: no more than any form of ours has, and not more slowly than anybody sends one.
pub fn body(request: &HttpRequest, payload: &mut Payload) -> impl Future<Output = Result<web::Bytes, Problem>> + use<> {
    let patience = Duration::from_secs(state(request).settings.form_seconds);
    let body = tokio::time::timeout(patience, web::Bytes::from_request(request, payload));
    async move {
        body.await.map_err(|_| Problem::TooSlow)?.map_err(|why| match why.as_response_error().status_code().as_u16() {
            413 => Problem::TooLarge,
            _ => Problem::Unreadable,
        })
    }
}

impl FromRequest for Fields {
    type Error = Problem;
    type Future = Pin<Box<dyn Future<Output = Result<Self, Problem>>>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let is_form = request.content_type().eq_ignore_ascii_case("application/x-www-form-urlencoded");
        let is_empty = request.headers().get(header::CONTENT_LENGTH).is_some_and(|length| length == "0");
        let body = body(request, payload);
        Box::pin(async move {
            let body = body.await?;
            if !is_form && !is_empty && !body.is_empty() {
                return Err(Problem::NotAForm);
            }
            Self::parse(std::str::from_utf8(&body).map_err(|_| Problem::Unreadable)?)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_are_read_as_they_were_typed() {
        let fields = Fields::parse("answer=a&answer=b%20c&other=Zo%C3%AB+%2B+1&empty=").unwrap();
        assert_eq!(fields.all("answer").collect::<Vec<_>>(), ["a", "b c"]);
        assert_eq!(fields.first("other"), "Zoë + 1");
        assert_eq!(fields.first("nothing"), "");
    }

    #[test]
    fn more_than_any_form_of_ours_has_is_refused() {
        assert_eq!(Fields::parse(&"a=b&".repeat(FIELDS)).unwrap().all("a").count(), FIELDS);
        assert!(matches!(Fields::parse(&"a=b&".repeat(FIELDS + 1)), Err(Problem::TooLarge)));
        assert!(matches!(Fields::parse(&format!("{}=b", "a".repeat(NAME_BYTES + 1))), Err(Problem::TooLarge)));
    }

    #[test]
    fn what_is_not_text_is_refused() {
        for body in ["answer=%ff%fe", "answer=a%00b", "%00=a"] {
            assert!(matches!(Fields::parse(body), Err(Problem::Unreadable)), "{body}");
        }
    }
}
