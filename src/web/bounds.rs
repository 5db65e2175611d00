//! How much one request may bring in its head. What it may bring in its body, and how long that may take, is held where the
//! body is read.

use actix_web::HttpRequest;

use super::problem::Problem;

/// The longest address, in bytes, the query with it.
const ADDRESS_BYTES: usize = 8 * 1024;

/// The most bytes of all headers together, cookies among them. The server itself reads no more than 128 KiB, nor more than
/// 96 headers.
const HEAD_BYTES: usize = 32 * 1024;

/// Refuses an address or headers that nobody's browser makes here.
pub fn hold(request: &HttpRequest) -> Result<(), Problem> {
    if request.uri().path_and_query().is_some_and(|address| address.as_str().len() > ADDRESS_BYTES) {
        return Err(Problem::AddressTooLong);
    }
    let head: usize = request.headers().iter().map(|(name, value)| name.as_str().len() + value.len()).sum();
    if head > HEAD_BYTES { Err(Problem::HeadTooLarge) } else { Ok(()) }
}
