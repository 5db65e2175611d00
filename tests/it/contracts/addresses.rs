//! What stands in the place of every parameter of every address. A route with a parameter that is not here fails the
//! matrix: whoever adds one says which record is somebody's own, and which is not.

use saywell::domain::access::{Action, Role};
use saywell::store::accounts::Grant;
use saywell::store::episodes;
use saywell::store::ids::{AccountId, OrganisationId, PersonId, ResponseId};

use super::super::support::App;
use super::super::support::county::Care;

/// Two providers that have nothing to do with each other, a commissioner, and somebody in the care of each provider.
pub struct World {
    pub app: App,
    pub county: OrganisationId,
    pub home: OrganisationId,
    pub elsewhere: OrganisationId,
    person: PersonId,
    stranger: PersonId,
    /// Somebody who works at home, and somebody who works elsewhere.
    colleague: AccountId,
    outsider: AccountId,
    /// An alert of the provider at home, and one of the other.
    alert: ResponseId,
    their_alert: ResponseId,
    their_session: i64,
    their_factor: i64,
    /// A shared tablet at home, and one elsewhere.
    tablet: i64,
    their_tablet: i64,
    /// What the person and the stranger were asked.
    ask: i64,
    their_ask: i64,
    /// A file that waits at each provider.
    their_import: i64,
    other_import: i64,
    /// An event held at home, and one held elsewhere.
    meeting: i64,
    their_meeting: i64,
    /// A theme of the codebook at home, and one elsewhere.
    theme: i64,
    their_theme: i64,
}

/// What a parameter is filled with.
pub struct Values {
    own: String,
    /// A record of another organisation, where there is such a thing.
    other: Option<String>,
    /// False where there is none in these tests.
    is_there: bool,
}

/// One address, filled in.
pub struct Filled {
    /// With records of one's own.
    pub own: String,
    /// Each with one record of somebody else.
    pub others: Vec<String>,
    /// False where nothing stands at that address in these tests.
    pub is_there: bool,
}

/// For addresses that begin so, the parameter of that name.
type Parameter = (&'static str, &'static str, fn(&World) -> Values);

const PARAMETERS: &[Parameter] = &[
    ("/account/second-factors/", "id", |world| of_each(1, world.their_factor)),
    ("/account/sessions/", "id", |world| of_each(1, world.their_session)),
    ("/account/sign-in-with/", "provider", |_| nothing()),
    ("/admin/accounts/", "id", |world| of_each(world.colleague.0, world.outsider.0)),
    ("/admin/organisations/", "id", |world| of_each(world.home.0, world.elsewhere.0)),
    ("/assets/", "name", |_| any("none.css")),
    ("/commissioner/figures/", "breakdown", |_| nothing()),
    ("/commissioner/figures/", "indicator", |_| nothing()),
    ("/commissioner/figures/", "member", |_| no_row()),
    ("/commissioner/figures/", "period", |_| nothing()),
    ("/commissioner/indicators/{key}.png", "key", |_| nothing()),
    ("/commissioner/indicators/{key}.svg", "key", |_| nothing()),
    ("/commissioner/indicators/", "key", |_| any("paid-employment")),
    ("/commissioner/supplied/", "key", |_| any("crisis-response")),
    ("/commissioner/compare/", "key", |_| any("paid-employment")),
    ("/commissioner/compare/", "form", |_| Values { is_there: false, ..any("svg") }),
    ("/commissioner/consortium/", "lead", |_| nothing()),
    ("/commissioner/map/", "key", |_| any("paid-employment")),
    ("/commissioner/map/", "form", |_| Values { is_there: false, ..any("svg") }),
    ("/commissioner/pack/", "id", |_| no_row()),
    ("/engage/", "attendee", |_| no_row()),
    ("/engage/comments/", "id", |_| nothing()),
    ("/engage/themes/", "theme", |world| of_each(world.theme, world.their_theme)),
    ("/engage/", "comment", |_| no_row()),
    ("/engage/", "id", |world| of_each(world.meeting, world.their_meeting)),
    ("/engage/", "tablet", |_| no_row()),
    ("/e/", "code", |_| any("ACD347")),
    ("/engage/{id}/answers/", "answer", |_| no_row()),
    ("/definitions/", "key", |_| any("paid-employment")),
    ("/definitions/{key}/versions/", "version", |_| any("1")),
    ("/framework/decisions/", "id", |_| no_row()),
    ("/framework/indicators/", "key", |_| any("paid-employment")),
    ("/framework/outcomes/", "key", |_| any("carers")),
    ("/governance/audit/", "number", |_| of_each(1, 2)),
    ("/governance/people/", "id", |world| of_each(world.person.0, world.stranger.0)),
    ("/governance/people/", "number", |_| nothing()),
    ("/e/", "code", |_| any("none")),
    ("/e/", "token", |_| any("none")),
    ("/i/", "token", |_| any("none")),
    ("/k/", "token", |_| any("none")),
    ("/language/", "tag", |_| any("en")),
    ("/provider/alert-team/", "id", |world| of_each(world.home.0, world.elsewhere.0)),
    ("/provider/alerts/", "id", |world| of_each(world.alert.0, world.their_alert.0)),
    ("/provider/imports/", "id", |world| of_each(world.their_import, world.other_import)),
    ("/provider/indicators/", "key", |_| any("paid-employment")),
    ("/provider/people/{id}/paper/", "invitation", |_| nothing()),
    ("/provider/letters/", "batch", |_| nothing()),
    ("/provider/kiosks/", "id", |world| of_each(world.tablet, world.their_tablet)),
    ("/provider/people/", "invitation", |world| of_each(world.ask, world.their_ask)),
    ("/provider/people/", "id", |world| of_each(world.person.0, world.stranger.0)),
    ("/provider/schedules/", "key", |_| any("employment")),
    ("/provider/people/", "episode", |_| no_row()),
    ("/provider/people/", "other", |_| no_row()),
    ("/provider/people/", "stop", |_| no_row()),
    ("/s/", "page", |_| any("employment-status")),
    ("/s/", "survey", |_| any("employment")),
    ("/sign-in/with/", "provider", |_| nothing()),
    ("/surveys/", "key", |_| any("employment")),
    ("/welcome/", "token", |_| any("none")),
];

/// For exactly that address, a query that names a record.
type Query = (&'static str, fn(&World) -> Values);

const QUERIES: &[Query] = &[
    ("/provider", |world| world.organisation()),
    ("/provider/figures.csv", |world| world.organisation()),
    ("/provider/indicators/{key}", |world| world.organisation()),
    ("/provider/schedules", |world| world.organisation()),
    ("/provider/schedules/{key}", |world| world.organisation()),
];

fn any(value: &str) -> Values {
    Values { own: value.to_owned(), other: None, is_there: true }
}

/// What no test here has: other tests show it.
fn nothing() -> Values {
    Values { is_there: false, ..any("none") }
}

/// The number of a row that no test here has.
fn no_row() -> Values {
    Values { is_there: false, ..any("1") }
}

fn of_each(own: i64, other: i64) -> Values {
    Values { other: Some(other.to_string()), ..any(&own.to_string()) }
}

impl World {
    pub fn new() -> Self {
        let app = App::with(|settings| settings.public_origin = Some("https://saywell.example.org".to_owned()));
        let county = app.with_organisation("Example County", "commissioner");
        let (home, elsewhere) = (app.with_provider("North Team"), app.with_provider("South Team"));
        let patient = |provider| {
            let episode = app.with_episode(&Care::with(provider));
            app.with_invitation(episode, "employment");
            let ask = app.invitation_of(episode).id.0;
            (app.store().read_now("episode", |conn| episodes::find(conn, episode)).unwrap().person_id, ask)
        };
        let ((person, ask), (stranger, their_ask)) = (patient(home), patient(elsewhere));
        let works = |organisation| app.with_staff("Wanda Works", &[Grant { organisation, role: Role::EngagementLead }]);
        let (colleague, outsider) = (works(home), works(elsewhere));
        app.signed_in(outsider);
        let (their_session, their_factor) = (app.session_of(outsider), app.with_factor(outsider));
        let (tablet, their_tablet) = (app.with_kiosk(home, "employment").0, app.with_kiosk(elsewhere, "employment").0);
        // The first two lines of the audit trail.
        for organisation in [home, elsewhere] {
            app.with_event(Action::SignedIn, organisation);
        }
        let (alert, their_alert) = (app.with_alert(Some(home), 5), app.with_alert(Some(elsewhere), 5));
        let (their_import, other_import) = (app.with_import(home), app.with_import(elsewhere));
        let (meeting, their_meeting) = (app.with_meeting(home).0, app.with_meeting(elsewhere).0);
        let (theme, their_theme) = (app.with_theme(home, "Getting there").0, app.with_theme(elsewhere, "Getting there").0);
        Self {
            app,
            county,
            home,
            elsewhere,
            person,
            stranger,
            colleague,
            outsider,
            alert,
            their_alert,
            their_session,
            their_factor,
            tablet,
            their_tablet,
            ask,
            their_ask,
            their_import,
            other_import,
            meeting,
            their_meeting,
            theme,
            their_theme,
        }
    }

    fn organisation(&self) -> Values {
        let named = |id: OrganisationId| format!("organisation=X{}", id.0);
        Values { other: Some(named(self.elsewhere)), ..any(&named(self.home)) }
    }

    /// The address with records of one's own in it, and every address that differs from it in one record of somebody else's.
    pub fn addresses(&self, address: &str) -> Filled {
        let mut values: Vec<(String, Values)> = parameters(address)
            .into_iter()
            .map(|name| {
                let known = PARAMETERS.iter().find(|(begins, of, _)| address.starts_with(begins) && *of == name);
                let (_, _, value) = known.unwrap_or_else(|| panic!("the matrix does not know {{{name}}} of {address}"));
                (format!("{{{name}}}"), value(self))
            })
            .collect();
        let mut whole = address.to_owned();
        if let Some((_, value)) = QUERIES.iter().find(|(of, _)| *of == address) {
            whole.push_str("?{query}");
            values.push(("{query}".to_owned(), value(self)));
        }
        let own = values.iter().fold(whole.clone(), |address, (name, value)| address.replace(name, &value.own));
        let others = values.iter().filter_map(|(name, value)| Some((name, value.other.as_ref()?)));
        let with = |(name, other): (&String, &String)| {
            let begun = whole.replace(name, other);
            values.iter().fold(begun, |address, (name, value)| address.replace(name, &value.own))
        };
        Filled { own, others: others.map(with).collect(), is_there: values.iter().all(|(_, value)| value.is_there) }
    }
}

/// The names of an address's parameters.
fn parameters(address: &str) -> Vec<&str> {
    address.split('{').skip(1).map(|rest| rest.split('}').next().unwrap()).collect()
}
