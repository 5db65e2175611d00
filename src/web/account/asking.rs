//! A form that asks who somebody is, shown again with what is wrong in it.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::http::header::{HeaderValue, RETRY_AFTER};

use crate::web::pages::part::FieldError;
use crate::web::problem::Problem;
use crate::web::visitor::Visitor;

/// What is wrong with one field.
#[derive(Debug, Clone, Copy)]
pub struct Wrong {
    field: &'static str,
    /// The key of the sentence.
    key: &'static str,
    /// The seconds to wait, where there were too many tries.
    wait: Option<i64>,
}

impl Wrong {
    /// A field, and the key of the sentence that says what is wrong with it.
    #[must_use]
    pub const fn new(field: &'static str, key: &'static str) -> Self {
        Self { field, key, wait: None }
    }

    /// Too many tries: that many seconds have to pass first.
    #[must_use]
    pub const fn wait(field: &'static str, seconds: i64) -> Self {
        Self { field, key: "sign-in-wait", wait: Some(seconds) }
    }
}

/// The sentences, in the reader's language.
pub fn errors(visitor: &Visitor, wrong: &[Wrong]) -> Result<Vec<FieldError>, Problem> {
    let said = |one: &Wrong| match one.wait {
        Some(seconds) => visitor.locale.t(one.key, &[("seconds", seconds.into())]),
        None => visitor.locale.t(one.key, &[]),
    };
    wrong.iter().map(|one| Ok(FieldError::new(one.field, said(one)?))).collect()
}

/// The page of such a form; where there were too many tries, with the status and the header that say so to programs.
#[must_use]
pub fn again(mut page: HttpResponse, wrong: &[Wrong]) -> HttpResponse {
    if let Some(seconds) = wrong.iter().find_map(|one| one.wait) {
        *page.status_mut() = StatusCode::TOO_MANY_REQUESTS;
        page.headers_mut().insert(RETRY_AFTER, HeaderValue::from(seconds));
    }
    page
}
