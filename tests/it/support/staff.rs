//! Staff with a password and an app, the codes that the app shows, and what is kept of what they do.

use diesel::prelude::*;
use saywell::clock::Moment;
use saywell::domain::access::Role;
use saywell::keys::Place;
use saywell::messages::Letter;
use saywell::store::accounts::{self, Grant};
use saywell::store::audit::Line;
use saywell::store::ids::AccountId;
use saywell::store::schema::{audit_events, letters};
use saywell::store::second_factors::{self, SecondFactor};
use saywell::store::{self, Conn, letters as outbox};
use saywell::{password, recovery};
use totp_rs::{Builder, Secret};

use super::county::PASSWORD;
use super::{App, Browser, NOW};

/// What the app of everybody in these tests shares with Saywell.
const SHARED: &str = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

/// A member of staff.
pub struct Someone {
    pub id: AccountId,
    pub email: &'static str,
}

impl App {
    /// A commissioner's analyst with [`PASSWORD`] and no second factor.
    pub fn with_someone(&self, email: &'static str) -> Someone {
        let organisation = self.with_organisation("Example County", "commissioner");
        let id = self.with_staff("Ada Example", &[Grant { organisation, role: Role::CommissionerAnalyst }]);
        let hash = password::hash(PASSWORD).unwrap();
        let own = move |conn: &mut Conn| {
            let row = saywell::store::schema::accounts::table.find(id);
            diesel::update(row).set(saywell::store::schema::accounts::email.eq(email)).execute(conn)?;
            accounts::set_password(conn, id, &hash)
        };
        self.store().write_now("someone", own).unwrap();
        Someone { id, email }
    }

    /// The same, with an app that shows codes.
    pub fn with_app_holder(&self, email: &'static str) -> Someone {
        let someone = self.with_someone(email);
        self.with_app(someone.id);
        someone
    }

    /// Gives an account an app that shows codes.
    pub fn with_app(&self, account: AccountId) {
        let id = self.state.random.id(&self.state.clock);
        let place = Place { column: second_factors::SEALED, row: id };
        let row = SecondFactor {
            id,
            account_id: account,
            kind: second_factors::TOTP.to_owned(),
            name: "Phone".to_owned(),
            sealed: self.state.keys.seal(place, SHARED, &self.state.random).unwrap(),
            last_step: None,
            created_at: NOW.micros(),
            used_at: None,
        };
        self.store().write_now("app", |tx| second_factors::add(tx, &row)).unwrap();
    }

    /// Gives an account a recovery code.
    pub fn with_recovery_code(&self, account: AccountId) -> String {
        let code = recovery::fresh(&self.state.random).remove(0).to_string();
        let hash = recovery::hash(&self.state.secret, account, &code).unwrap();
        self.store().write_now("code", |tx| store::recovery_codes::replace(tx, account, std::slice::from_ref(&hash))).unwrap();
        code
    }

    /// What the app shows so many steps of half a minute from now.
    pub fn code(&self, steps: i64) -> String {
        code_at(self.state.clock.now().plus_seconds(steps * 30))
    }

    /// A new browser in which somebody typed their password, and nothing else yet.
    pub async fn half(&self, someone: &Someone) -> Browser {
        let mut browser = self.patient();
        self.type_password(&mut browser, someone.email, PASSWORD).await;
        assert_eq!(browser.path(), "/sign-in/second", "{}", browser.words());
        browser
    }

    pub async fn type_password(&self, browser: &mut Browser, email: &str, password: &str) {
        browser.open("/sign-in").await.fill("Email address", email).fill("Password", password).press().await;
    }

    /// A browser in which somebody signed in with password and the code of so many steps from now.
    pub async fn entered(&self, someone: &Someone, steps: i64) -> Browser {
        let mut browser = self.half(someone).await;
        browser.fill("Code", &self.code(steps)).press().await;
        assert_eq!(browser.path(), "/staff", "{}", browser.words());
        browser
    }

    /// The audit trail, oldest first.
    pub fn trail(&self) -> Vec<Line> {
        let all = |conn: &mut Conn| Ok(audit_events::table.order(audit_events::number).load(conn)?);
        self.database.store(1).read_now("trail", all).unwrap()
    }

    /// Actions and details of the audit trail, oldest first.
    pub fn told(&self) -> Vec<(String, String)> {
        self.trail().into_iter().map(|line| (line.action, line.detail)).collect()
    }

    /// The letters to staff that wait, opened, oldest first.
    pub fn waiting(&self) -> Vec<(String, Letter)> {
        let all = |conn: &mut Conn| {
            let waiting = letters::table.filter(letters::sealed.is_not_null()).order(letters::id);
            Ok(waiting.load::<outbox::Waiting>(conn)?)
        };
        let open = |letter: outbox::Waiting| {
            let place = Place { column: outbox::SEALED, row: letter.id };
            let plain = self.state.keys.open(place, &letter.sealed.unwrap()).unwrap();
            (letter.kind, serde_json::from_str(&plain).unwrap())
        };
        self.database.store(1).read_now("letters", all).unwrap().into_iter().map(open).collect()
    }
}

/// What the app shows at that moment.
pub fn code_at(at: Moment) -> String {
    let app = Builder::new().with_secret(Secret::try_from_base32(SHARED).unwrap()).build().unwrap();
    app.generate(u64::try_from(at.seconds()).unwrap()).to_string()
}
