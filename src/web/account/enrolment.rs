//! Adding a second factor, whatever its kind: one transaction, a letter, recovery codes with the first one, and for somebody
//! on their way in the session that opens the door.

use actix_web::HttpResponse;

use crate::app::App;
use crate::domain::access::{Action, Event, Factor};
use crate::keys::Place;
use crate::messages::Change;
use crate::recovery;
use crate::store::ids::AccountId;
use crate::store::letters::Waiting;
use crate::store::second_factors::{self, PASSKEY, SEALED, SecondFactor, TOTP};
use crate::store::{Conn, Result, audit, ceremonies, letters, recovery_codes};
use crate::web::ceremony::{self, Ceremony};
use crate::web::enrolling::Enrolling;
use crate::web::letter::{changed, posted};
use crate::web::problem::Problem;
use crate::web::reply;
use crate::web::session::{self, Beginning, event_of};
use crate::web::visitor::Visitor;

/// The most second factors of one account: more than anybody has devices.
pub const MOST: usize = 10;
/// The most characters of a name that somebody gives a thing of theirs.
pub const NAME: usize = 40;

/// A second factor that was shown to work.
#[derive(Clone)]
pub struct New {
    pub factor: Factor,
    pub name: String,
    /// The shared secret, or the passkey as JSON.
    pub plain: String,
    /// The time step of the code that showed it.
    pub last_step: Option<i64>,
}

impl New {
    fn is_under_way(&self, ceremony: &Ceremony) -> bool {
        match self.factor {
            Factor::Totp => ceremony.totp.as_deref() == Some(&self.plain),
            _ => ceremony.registration.is_some(),
        }
    }
}

/// What the transaction needs.
#[derive(Clone)]
struct Work {
    app: App,
    whose: ceremony::Whose,
    is_half: bool,
    row: SecondFactor,
    new: New,
    codes: Vec<String>,
    event: Event,
    letter: Option<Waiting>,
}

/// What became of it.
enum Outcome {
    /// It was done before, or they have enough.
    Nothing,
    Added,
    /// Added, with recovery codes to show.
    WithCodes,
}

/// Adds a second factor, and leads on: to the recovery codes when there are new ones, else to where they came from.
pub async fn complete(app: &App, visitor: &Visitor, enrolling: &Enrolling, new: New) -> std::result::Result<HttpResponse, Problem> {
    let factor = new.factor;
    let work = prepared(app, enrolling, new)?;
    let outcome = app.store.write("add second factor", move |tx| work.run(tx)).await?;
    posted(app);
    let to = match outcome {
        Outcome::Nothing => return Ok(reply::see_other("/account")),
        Outcome::WithCodes => "/account/recovery-codes",
        Outcome::Added if enrolling.is_half => "/staff",
        Outcome::Added => "/account?done=factor-added",
    };
    if !enrolling.is_half {
        return Ok(reply::see_other(&format!("{to}#")));
    }
    let replaces = Some(enrolling.whose.session.clone());
    let beginning = Beginning { account: enrolling.account.id, factor: Some(factor), is_enrolling: false, replaces };
    session::enter(app, visitor, beginning, to).await
}

fn prepared(app: &App, enrolling: &Enrolling, new: New) -> std::result::Result<Work, Problem> {
    let (id, now) = (app.random.id(&app.clock), app.clock.now().micros());
    let sealed = app.keys.seal(Place { column: SEALED, row: id }, &new.plain, &app.random);
    let row = SecondFactor {
        id,
        account_id: enrolling.account.id,
        kind: if new.factor == Factor::Totp { TOTP } else { PASSKEY }.to_owned(),
        name: new.name.clone(),
        sealed: sealed.map_err(|why| Problem::Internal(why.to_string()))?,
        last_step: new.last_step,
        created_at: now,
        used_at: None,
    };
    Ok(Work {
        app: app.clone(),
        whose: enrolling.whose.clone(),
        is_half: enrolling.is_half,
        codes: recovery::fresh(&app.random).iter().map(ToString::to_string).collect(),
        event: event_of(&enrolling.account, Action::FactorAdded, now, &enrolling.network).with(row.kind.as_str()),
        letter: changed(app, &enrolling.account, Change::FactorAdded)?,
        row,
        new,
    })
}

impl Work {
    fn run(&self, tx: &mut Conn) -> Result<Outcome> {
        ceremonies::hold(tx, &self.whose.session)?;
        let mut ceremony = ceremony::read(tx, &self.app, &self.whose)?;
        let before = second_factors::of(tx, self.whose.account)?;
        let is_taken = self.is_half && !before.is_empty();
        if !self.new.is_under_way(&ceremony) || is_taken || before.len() >= MOST {
            return Ok(Outcome::Nothing);
        }
        second_factors::add(tx, &self.row)?;
        (ceremony.totp, ceremony.registration) = (None, None);
        let needs_codes = recovery_codes::left(tx, self.whose.account)? == 0;
        if needs_codes {
            keep_codes(tx, &self.app, self.whose.account, &self.codes)?;
            ceremony.codes.clone_from(&self.codes);
        }
        ceremony::write(tx, &self.app, &self.whose, &ceremony)?;
        if let Some(letter) = self.letter.as_ref().filter(|_| !before.is_empty()) {
            letters::add(tx, letter)?;
        }
        audit::add(tx, &self.app.secret, &self.event)?;
        Ok(if needs_codes { Outcome::WithCodes } else { Outcome::Added })
    }
}

/// Keeps the hashes of recovery codes; the earlier ones no longer work.
pub fn keep_codes(tx: &mut Conn, app: &App, account: AccountId, codes: &[String]) -> Result<()> {
    let hashes: Vec<String> = codes.iter().filter_map(|code| recovery::hash(&app.secret, account, code)).collect();
    recovery_codes::replace(tx, account, &hashes)
}
