//! How providers are spoken to: no redirect is followed, nothing takes longer than ten seconds, and no answer is read beyond
//! what any honest one needs.

use std::time::Duration;

use openidconnect::{HttpRequest, HttpResponse, http};

/// The longest that one request may take.
const PATIENCE: Duration = Duration::from_secs(10);

/// The most bytes of an answer.
const MOST: usize = 512 * 1024;

/// Why there was no answer.
#[derive(Debug, thiserror::Error)]
pub enum Unanswered {
    #[error("{0}")]
    Request(reqwest::Error),
    #[error("the answer is longer than {MOST} bytes")]
    TooLong,
    #[error("the answer cannot be read: {0}")]
    Unreadable(http::Error),
}

impl From<reqwest::Error> for Unanswered {
    fn from(why: reqwest::Error) -> Self {
        // The address is known, and may hold what belongs into no log.
        Self::Request(why.without_url())
    }
}

/// A client for all providers.
pub fn client() -> Result<reqwest::Client, reqwest::Error> {
    crate::tls::provide();
    reqwest::Client::builder().redirect(reqwest::redirect::Policy::none()).timeout(PATIENCE).build()
}

/// Sends a request and reads the answer.
pub async fn send(client: reqwest::Client, request: HttpRequest) -> Result<HttpResponse, Unanswered> {
    let mut response = client.execute(reqwest::Request::try_from(request)?).await?;
    let mut answer = http::Response::builder().status(response.status());
    for (name, value) in response.headers() {
        answer = answer.header(name, value);
    }
    let mut body = Vec::new();
    while let Some(chunk) = response.chunk().await? {
        if body.len() + chunk.len() > MOST {
            return Err(Unanswered::TooLong);
        }
        body.extend_from_slice(&chunk);
    }
    answer.body(body).map_err(Unanswered::Unreadable)
}
