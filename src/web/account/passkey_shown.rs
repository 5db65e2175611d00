//! A passkey that somebody shows: asked of the browser with a challenge of its own, which counts once.

use webauthn_rs::prelude::{AuthenticationResult, Passkey, PasskeyAuthentication, PublicKeyCredential};

use super::passkey::{json, party, passkeys};
use crate::app::App;
use crate::domain::access::{Action, truncated};
use crate::keys::Place;
use crate::store::ids::AccountId;
use crate::store::second_factors::{self, SEALED, SecondFactor};
use crate::store::{Conn, accounts, audit, ceremonies};
use crate::web::ceremony::{self, Whose};
use crate::web::problem::Problem;
use crate::web::session::event_of;
use crate::web::visitor::Visitor;

/// What the browser is asked, as JSON, with a fresh challenge; nothing for somebody who has no passkey.
pub(super) async fn challenge(app: &App, whose: &Whose) -> Result<Option<String>, Problem> {
    let known: Vec<Passkey> = passkeys(app, whose.account).await?.into_iter().map(|(_, passkey)| passkey).collect();
    if known.is_empty() {
        return Ok(None);
    }
    let started = party(app)?.start_passkey_authentication(&known);
    let (options, state) = started.map_err(|why| Problem::Internal(format!("passkey: {why}")))?;
    ceremony::change(app, whose, move |ceremony| ceremony.authentication = Some(state.clone())).await?;
    json(&options).map(Some)
}

/// True when the browser's answer is that of a passkey of theirs to the challenge. The passkey's counter is kept; a wrong
/// answer is recorded.
pub(super) async fn is_shown(app: &App, visitor: &Visitor, whose: &Whose, answer: &str) -> Result<bool, Problem> {
    let known = passkeys(app, whose.account).await?;
    let state = spent(app, whose).await?;
    let said: Option<PublicKeyCredential> = serde_json::from_str(answer).ok();
    let shown = state.zip(said).and_then(|(state, said)| party(app).ok()?.finish_passkey_authentication(&said, &state).ok());
    let Some((row, passkey)) = shown.as_ref().and_then(|shown| shown_of(known, shown)) else {
        refused(app, visitor, whose.account).await?;
        return Ok(false);
    };
    let sealed = app.keys.seal(Place { column: SEALED, row: row.id }, &json(&passkey)?, &app.random);
    let sealed = sealed.map_err(|why| Problem::Internal(why.to_string()))?;
    let now = app.clock.now().micros();
    app.store.write("passkey used", move |tx| second_factors::update_passkey(tx, row.id, &sealed, now)).await?;
    Ok(true)
}

/// The passkey that was shown, with what it said of itself: its counter, and whether it is backed up.
fn shown_of(known: Vec<(SecondFactor, Passkey)>, shown: &AuthenticationResult) -> Option<(SecondFactor, Passkey)> {
    known.into_iter().find_map(|(row, mut passkey)| passkey.update_credential(shown).map(|_| (row, passkey)))
}

/// What was asked of the browser; it counts once.
async fn spent(app: &App, whose: &Whose) -> Result<Option<PasskeyAuthentication>, Problem> {
    let (state, whose) = (app.clone(), whose.clone());
    let work = move |tx: &mut Conn| {
        ceremonies::hold(tx, &whose.session)?;
        let mut ceremony = ceremony::read(tx, &state, &whose)?;
        let asked = ceremony.authentication.take();
        ceremony::write(tx, &state, &whose, &ceremony)?;
        Ok(asked)
    };
    Ok(app.store.write("passkey asked for", work).await?)
}

async fn refused(app: &App, visitor: &Visitor, id: AccountId) -> Result<(), Problem> {
    let (network, now, secret) = (truncated(visitor.address), app.clock.now().micros(), app.secret.clone());
    let work = move |tx: &mut Conn| {
        let account = accounts::get(tx, id)?;
        audit::add(tx, &secret, &event_of(&account, Action::SignInRefused, now, &network).with("passkey"))
    };
    Ok(app.store.write("passkey refused", work).await?)
}
