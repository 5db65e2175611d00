//! What a session is in the middle of: sealed beside the session, so that it never travels to the browser, survives a page
//! that is loaded again, and ends with the session.

use serde::{Deserialize, Serialize};
use webauthn_rs::prelude::{PasskeyAuthentication, PasskeyRegistration};

use super::problem::Problem;
use crate::app::App;
use crate::keys::Place;
use crate::store::ids::AccountId;
use crate::store::{Conn, Error, Result, ceremonies};

/// What is under way. Several things may be, because a person may try one way and then another.
#[derive(Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Ceremony {
    /// The secret of an authenticator app that is being added, in base 32.
    pub totp: Option<String>,
    /// A passkey that is being added.
    pub registration: Option<PasskeyRegistration>,
    /// A passkey that was asked for.
    pub authentication: Option<PasskeyAuthentication>,
    /// When the password was shown again, by somebody who is to show a passkey next; in microseconds since 1970.
    pub password_at: Option<i64>,
    /// Recovery codes that the person has not yet said they have kept.
    pub codes: Vec<String>,
}

/// Whose session it is.
#[derive(Clone)]
pub struct Whose {
    pub account: AccountId,
    /// The hash of the session's token.
    pub session: String,
}

impl Whose {
    /// A session hands its ceremony on when its token changes, so the seal is tied to the account.
    const fn place(&self) -> Place {
        Place { column: ceremonies::SEALED, row: self.account.0 }
    }
}

/// What is under way in a session.
pub async fn under_way(app: &App, whose: &Whose) -> std::result::Result<Ceremony, Problem> {
    let (state, whose) = (app.clone(), whose.clone());
    Ok(app.store.read("ceremony", move |conn| read(conn, &state, &whose)).await?)
}

/// Changes what is under way in a session, and returns it as it then is.
pub async fn change(app: &App, whose: &Whose, change: impl Fn(&mut Ceremony) + Send + 'static) -> std::result::Result<Ceremony, Problem> {
    let (state, whose) = (app.clone(), whose.clone());
    let work = move |tx: &mut Conn| {
        ceremonies::hold(tx, &whose.session)?;
        let mut ceremony = read(tx, &state, &whose)?;
        change(&mut ceremony);
        write(tx, &state, &whose, &ceremony)?;
        Ok(ceremony)
    };
    Ok(app.store.write("ceremony", work).await?)
}

/// [`under_way`], inside a unit of work. What cannot be opened any more is over.
pub fn read(conn: &mut Conn, app: &App, whose: &Whose) -> Result<Ceremony> {
    let sealed = ceremonies::find(conn, &whose.session)?;
    let plain = sealed.and_then(|sealed| app.keys.open(whose.place(), &sealed).ok());
    Ok(plain.and_then(|plain| serde_json::from_str(&plain).ok()).unwrap_or_default())
}

/// Keeps what is under way, inside a transaction.
pub fn write(tx: &mut Conn, app: &App, whose: &Whose, ceremony: &Ceremony) -> Result<()> {
    let unwritten = |why: &dyn std::fmt::Display| Error::Corrupt(format!("a ceremony cannot be kept: {why}"));
    let plain = serde_json::to_string(ceremony).map_err(|why| unwritten(&why))?;
    let sealed = app.keys.seal(whose.place(), &plain, &app.random).map_err(|why| unwritten(&why))?;
    ceremonies::keep(tx, &whose.session, Some(&sealed))
}
