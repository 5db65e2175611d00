//! What a session is in the middle of, sealed: an authenticator app that is being added, a passkey that was asked for.

use diesel::prelude::*;

use super::conn::Conn;
use super::error::Result;
use super::schema::sessions;

/// Where it is kept.
pub const SEALED: &str = "sessions.ceremony";

/// What the session with that hash is in the middle of.
pub fn find(conn: &mut Conn, session: &str) -> Result<Option<String>> {
    Ok(sessions::table.find(session).select(sessions::ceremony).first(conn).optional()?.flatten())
}

/// Takes hold of a session until the transaction ends, so that what is done once is not done twice at the same time.
pub fn hold(tx: &mut Conn, session: &str) -> Result<()> {
    diesel::update(sessions::table.find(session)).set(sessions::ceremony.eq(sessions::ceremony)).execute(tx)?;
    Ok(())
}

/// Keeps what a session is in the middle of, or that it is in the middle of nothing.
pub fn keep(tx: &mut Conn, session: &str, sealed: Option<&str>) -> Result<()> {
    diesel::update(sessions::table.find(session)).set(sessions::ceremony.eq(sealed)).execute(tx)?;
    Ok(())
}

/// Hands what one session is in the middle of on to the session that takes its place.
pub fn hand_on(tx: &mut Conn, from: &str, to: &str) -> Result<()> {
    let sealed = find(tx, from)?;
    keep(tx, to, sealed.as_deref())
}
