//! A form with a file that staff send. The token that shows that the form came from us stands before the file, and is looked
//! at before a byte of the file is read. A form without a file is read as any other.

use std::future::Future;
use std::ops::Deref;
use std::pin::Pin;
use std::time::Duration;

use actix_multipart::{Field, Multipart, MultipartError};
use actix_web::dev::Payload;
use actix_web::{FromRequest, HttpMessage, HttpRequest};
use futures_util::StreamExt;

use super::form::Fields;
use super::posted::Posted;
use super::problem::Problem;
use super::staff::SESSION;
use super::{cookie, state};
use crate::importing::MOST_BYTES;
use crate::secret::token_hash;

/// How long a file may take to arrive.
const PATIENCE: Duration = Duration::from_mins(10);

/// The most bytes of a field that is no file, and the most fields.
const FIELD_BYTES: usize = 2_000;
const FIELDS: usize = 20;

/// A form with a file.
pub struct Uploaded {
    fields: Fields,
    /// Nothing where none was chosen.
    pub file: Option<File>,
}

/// A file as it was sent.
pub struct File {
    pub name: String,
    pub bytes: Vec<u8>,
}

impl Deref for Uploaded {
    type Target = Fields;

    fn deref(&self) -> &Fields {
        &self.fields
    }
}

impl FromRequest for Uploaded {
    type Error = Problem;
    type Future = Pin<Box<dyn Future<Output = Result<Self, Problem>>>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        if !request.content_type().eq_ignore_ascii_case("multipart/form-data") {
            let posted = Posted::from_request(request, payload);
            return Box::pin(async move { Ok(Self { fields: (*posted.await?).clone(), file: None }) });
        }
        let (form, request) = (Multipart::new(request.headers(), payload.take()), request.clone());
        Box::pin(async move { tokio::time::timeout(PATIENCE, read(&request, form)).await.map_err(|_| Problem::TooSlow)? })
    }
}

async fn read(request: &HttpRequest, mut form: Multipart) -> Result<Uploaded, Problem> {
    let session = cookie::read(request, SESSION).map(|token| token_hash(&token)).unwrap_or_default();
    let (mut fields, mut file, mut is_ours) = (Vec::new(), None, false);
    while let Some(field) = form.next().await {
        let field = field.map_err(unreadable)?;
        let name = field.name().unwrap_or_default().to_owned();
        if let Some(called) = field.content_disposition().and_then(|of| of.get_filename()).map(str::to_owned) {
            if !is_ours {
                return Err(Problem::Tampered);
            }
            let bytes = bytes(field, MOST_BYTES).await?;
            file = (!called.is_empty() || !bytes.is_empty()).then_some(File { name: called, bytes });
            continue;
        }
        let value = String::from_utf8(bytes(field, FIELD_BYTES).await?).map_err(|_| Problem::Unreadable)?;
        if value.contains('\0') || fields.len() == FIELDS {
            return Err(Problem::Unreadable);
        }
        is_ours |= name == "token" && state(request).secret.is_form_token(&session, &value);
        fields.push((name, value));
    }
    if is_ours { Ok(Uploaded { fields: Fields::of(fields), file }) } else { Err(Problem::Tampered) }
}

/// The bytes of a field, up to so many.
async fn bytes(mut field: Field, most: usize) -> Result<Vec<u8>, Problem> {
    let mut all = Vec::new();
    while let Some(some) = field.next().await {
        let some = some.map_err(unreadable)?;
        if all.len() + some.len() > most {
            return Err(Problem::TooLarge);
        }
        all.extend_from_slice(&some);
    }
    Ok(all)
}

fn unreadable(_: MultipartError) -> Problem {
    Problem::Unreadable
}
