//! What administrators do, and what they may not.

mod accounts;
mod organisations;
mod roles;
mod standing;

use saywell::domain::access::Role;
use saywell::store::accounts::{self as rows, Account, Grant};
use saywell::store::audit::Line;
use saywell::store::ids::{AccountId, OrganisationId};
use saywell::store::organisations::Organisation;
use saywell::store::staff::{self, Entry};

use super::support::{App, Browser};

/// A county: its commissioner with an administrator, and a lead provider with a partner.
struct County {
    app: App,
    commissioner: OrganisationId,
    lead: OrganisationId,
    partner: OrganisationId,
    ada: AccountId,
}

impl County {
    fn new() -> Self {
        Self::on(App::spawn())
    }

    fn on(app: App) -> Self {
        let commissioner = with_organisation(&app, "Example County", "QX1", "commissioner", None);
        let lead = with_organisation(&app, "Lead Trust", "RX1", "lead-provider", None);
        let partner = with_organisation(&app, "Partner House", "RX2", "partner", Some(lead));
        let ada = with_password(&app, "Ada Example", &[Grant { organisation: commissioner, role: Role::Administrator }]);
        Self { app, commissioner, lead, partner, ada }
    }

    /// The administrator of the whole county.
    fn ada(&self) -> Browser {
        self.app.signed_in(self.ada)
    }

    /// Somebody with a role, and a password.
    fn somebody(&self, name: &str, role: Role, organisation: OrganisationId) -> AccountId {
        with_password(&self.app, name, &[Grant { organisation, role }])
    }

    fn entry(&self, id: AccountId) -> Entry {
        self.app.store().read_now("entry", |conn| staff::find(conn, id)).unwrap()
    }

    fn grants(&self, id: AccountId) -> Vec<Grant> {
        self.app.store().read_now("grants", |conn| rows::grants(conn, id)).unwrap()
    }

    /// The lines of the audit trail with that action, oldest first.
    fn trail(&self, action: &str) -> Vec<Line> {
        let all = self.app.store().read_now("trail", lines).unwrap();
        all.into_iter().filter(|line| line.action == action).collect()
    }
}

fn lines(conn: &mut saywell::store::Conn) -> saywell::store::Result<Vec<Line>> {
    use diesel::prelude::*;
    use saywell::store::schema::audit_events;
    Ok(audit_events::table.order(audit_events::number).load(conn)?)
}

fn with_organisation(app: &App, name: &str, ods_code: &str, kind: &str, parent_id: Option<OrganisationId>) -> OrganisationId {
    let id = OrganisationId(app.state.random.id(&app.state.clock));
    let row = Organisation { id, ods_code: ods_code.to_owned(), name: name.to_owned(), kind: kind.to_owned(), parent_id };
    app.store().write_now("add", |tx| saywell::store::organisations::add(tx, std::slice::from_ref(&row))).unwrap();
    id
}

fn with_password(app: &App, name: &str, grants: &[Grant]) -> AccountId {
    let id = app.with_staff(name, grants);
    app.store().write_now("password", |tx| rows::set_password(tx, id, "not a hash that anything matches")).unwrap();
    id
}

fn account(app: &App, email: &str) -> Account {
    app.store().read_now("account", |conn| rows::find(conn, email)).unwrap()
}

/// Posts a form with the session's token, and goes no further.
async fn post(browser: &mut Browser, address: &str, fields: &[(&str, &str)]) {
    browser.open("/staff").await;
    let token = browser.attributes("header form input[name=token]", "value")[0].clone();
    let fields: Vec<(&str, &str)> = [("token", token.as_str())].into_iter().chain(fields.iter().copied()).collect();
    browser.post(address, &fields).await;
}

fn at(id: AccountId) -> String {
    format!("/admin/accounts/{}", id.0)
}
