//! A form posted by staff. Its token shows that the form came from us and goes with the session that sends it.

use std::future::Future;
use std::ops::Deref;
use std::pin::Pin;

use actix_web::dev::Payload;
use actix_web::{FromRequest, HttpRequest};

use super::form::Fields;
use super::problem::Problem;
use super::staff::SESSION;
use super::{cookie, state};
use crate::secret::token_hash;

/// The fields of a form that staff posted.
pub struct Posted(Fields);

impl Deref for Posted {
    type Target = Fields;

    fn deref(&self) -> &Fields {
        &self.0
    }
}

impl FromRequest for Posted {
    type Error = Problem;
    type Future = Pin<Box<dyn Future<Output = Result<Self, Problem>>>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let (fields, request) = (Fields::from_request(request, payload), request.clone());
        Box::pin(async move {
            let fields = fields.await?;
            let session = cookie::read(&request, SESSION).map(|token| token_hash(&token)).unwrap_or_default();
            if state(&request).secret.is_form_token(&session, fields.first("token")) {
                return Ok(Self(fields));
            }
            Err(Problem::Tampered)
        })
    }
}
