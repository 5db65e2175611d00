//! Every address × everybody who may ask for it × records of their own and of others.

use saywell::domain::access::{Action, Permission, Role};
use saywell::secret::token_hash;
use saywell::store::accounts::Grant;
use saywell::web::{Route, TABLE, Who};

use super::super::support::Browser;
use super::addresses::{Filled, World};

const SESSION: &str = "__Host-saywell-session";

/// Who asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Asker {
    Nobody,
    /// After the password, before the second factor.
    Half,
    Deactivated,
    WithoutRole,
    /// With a role in a provider's organisation.
    As(Role),
    /// With a role in a commissioner's organisation. What looks after organisations reaches every one of them from there.
    InCounty(Role),
}

/// What they find.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Finds {
    Opened,
    /// The way to this page.
    Elsewhere(&'static str),
    /// No such page, and a line in the audit trail.
    Nothing,
}

/// Where a role in a provider's organisation is not enough: only who reaches every organisation adds one.
const COUNTY_ONLY: [&str; 1] = ["/admin/organisations/new"];

const fn finds(who: Who, asker: Asker) -> Finds {
    match (who, asker) {
        (Who::Anyone, _) | (Who::HalfSignedIn, Asker::Half) => Finds::Opened,
        (_, Asker::Nobody | Asker::Deactivated) => Finds::Elsewhere("/sign-in"),
        (_, Asker::Half) => Finds::Elsewhere("/sign-in/second"),
        (Who::HalfSignedIn, _) => Finds::Elsewhere("/staff"),
        (Who::SignedIn | Who::Enrolling, _) => Finds::Opened,
        (Who::May(permission), Asker::As(role) | Asker::InCounty(role)) if role.permits(permission) => Finds::Opened,
        (Who::May(_), _) => Finds::Nothing,
    }
}

fn everybody(world: &World) -> Vec<(Asker, Browser)> {
    let app = &world.app;
    let (half, gone) = (app.with_staff("Hal Half", &[]), app.with_staff("Gus Gone", &[]));
    let mut all = vec![
        (Asker::Nobody, app.patient()),
        (Asker::Half, app.half_signed_in(half)),
        (Asker::Deactivated, app.signed_in(gone)),
        (Asker::WithoutRole, app.signed_in(app.with_staff("Ned None", &[]))),
    ];
    app.deactivate(gone);
    let holding = |role: Role, organisation| app.signed_in(app.with_staff(role.code(), &[Grant { organisation, role }]));
    let in_provider = Role::ALL.into_iter().filter(|role| role.fits("partner"));
    all.extend(in_provider.map(|role| (Asker::As(role), holding(role, world.home))));
    let in_county = Role::ALL.into_iter().filter(|role| role.fits("commissioner"));
    all.extend(in_county.map(|role| (Asker::InCounty(role), holding(role, world.county))));
    all
}

/// Somebody on the way through the table.
struct Walk<'a> {
    world: &'a World,
    asker: Asker,
    browser: Browser,
    /// What was not as it should be, one line each.
    faults: Vec<String>,
}

impl Walk<'_> {
    /// Notes a fault unless it holds.
    fn hold(&mut self, holds: bool, method: &str, address: &str, found: &str) {
        if !holds {
            self.faults.push(format!("{method} {address} as {:?}: {} {found}", self.asker, self.browser.status));
        }
    }

    /// Asks, with the token that belongs into a form of this session.
    async fn ask(&mut self, method: &str, address: &str) {
        if method == "get" {
            self.browser.get(address).await;
            return;
        }
        let state = &self.world.app.state;
        let token = match self.asker {
            Asker::Nobody => "none".to_owned(),
            _ => state.secret.form_token(&token_hash(&self.browser.cookie(SESSION)), state.random.bytes()),
        };
        self.browser.post(address, &[("token", &token)]).await;
    }

    /// Asks for something that is not theirs: they find nothing, and it is recorded.
    async fn refused(&mut self, method: &str, address: &str) {
        let before = self.world.app.audited(Action::Refused).len();
        self.ask(method, address).await;
        self.hold(self.browser.status == 404, method, address, "and not 404");
        let lines = self.world.app.audited(Action::Refused);
        let told = lines.get(before..).unwrap_or_default();
        let is_told = matches!(told, [line] if line.account_id.is_some() && !line.subject.is_empty());
        self.hold(is_told, method, address, "left no line in the audit trail");
    }

    /// Asks for what is theirs.
    async fn opened(&mut self, who: Who, method: &str, at: &Filled) {
        if who != Who::Anyone && method == "post" {
            self.browser.post(&at.own, &[]).await;
            self.hold(self.browser.status == 400, method, &at.own, "without the token of a form");
            return;
        }
        self.ask(method, &at.own).await;
        self.hold(self.browser.status < 500, method, &at.own, "is a fault of ours");
        if !matches!(who, Who::Anyone | Who::HalfSignedIn) {
            self.hold(self.browser.status != 404 || !at.is_there, method, &at.own, "and is theirs");
            let is_door = self.browser.location().is_some_and(|to| to.starts_with("/sign-in"));
            self.hold(!is_door, method, &at.own, "leads to the door");
        }
    }

    async fn elsewhere(&mut self, to: &str, method: &str, address: &str) {
        self.ask(method, address).await;
        let at = self.browser.location().unwrap_or_default();
        self.hold(at.starts_with(to), method, address, &format!("leads to `{at}` and not to {to}"));
    }

    async fn through(&mut self, route: &Route) {
        let at = self.world.addresses(route.address);
        let is_short = COUNTY_ONLY.contains(&route.address) && matches!(self.asker, Asker::As(_));
        // Whoever answers for the county's data answers for no provider's people: they are their provider's.
        let is_short = is_short || (route.address.starts_with("/governance/people/{id}") && matches!(self.asker, Asker::InCounty(_)));
        // The same goes for the events that a provider holds.
        let holds = matches!(route.who, Who::May(Permission::ManageEvents | Permission::ReadComments));
        let is_short = is_short || (holds && route.address.contains('{') && matches!(self.asker, Asker::InCounty(_)));
        // Nothing of anybody in the county is out of reach for those who look after it.
        let reaches_all = matches!((route.who, self.asker), (Who::May(_), Asker::InCounty(_)));
        for method in route.methods {
            match finds(route.who, self.asker) {
                Finds::Opened if !is_short => {
                    self.opened(route.who, method, &at).await;
                    for other in at.others.iter().filter(|_| !reaches_all) {
                        self.refused(method, other).await;
                    }
                }
                Finds::Opened | Finds::Nothing => {
                    for address in std::iter::once(&at.own).chain(&at.others) {
                        self.refused(method, address).await;
                    }
                }
                Finds::Elsewhere(to) => self.elsewhere(to, method, &at.own).await,
            }
        }
    }
}

#[tokio::test]
async fn every_address_opens_to_those_who_may_and_to_nobody_else() {
    let world = World::new();
    let addresses: std::collections::BTreeSet<&str> = TABLE.iter().map(|route| route.address).collect();
    assert!(addresses.len() > 25 && addresses.len() == TABLE.len(), "an address stands twice");
    let mut faults = Vec::new();
    for (asker, browser) in everybody(&world) {
        let mut walk = Walk { world: &world, asker, browser, faults: Vec::new() };
        for route in TABLE {
            walk.through(route).await;
        }
        faults.extend(walk.faults);
    }
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
}
