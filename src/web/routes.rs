//! Every address of Saywell on one screen: who may ask for it, how, and which handler answers. The permission stands in the
//! handler's arguments too; a test walks this table with every role and fails where the two do not agree.

use actix_web::web::{ServiceConfig, get, post, resource};

use super::{
    account, admin, answered, assets, brand, callbacks, commissioner, define, development, engage, framework, governance, health, home,
    join, kiosk, language, printing, provider, receipt, respond, resume, statements, supply, surveys,
};
use crate::domain::access::Permission;

/// Who may ask for an address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Who {
    /// Everybody.
    Anyone,
    /// Staff on the way from password to second factor.
    HalfSignedIn,
    /// Staff who showed lately who they are, and those who came by a link and have no second factor yet.
    Enrolling,
    /// Staff.
    SignedIn,
    /// Staff with a role that permits it.
    May(Permission),
}

/// One address and who may ask for it.
#[derive(Debug, Clone, Copy)]
pub struct Route {
    pub who: Who,
    /// With parameters in braces.
    pub address: &'static str,
    /// `get`, `post`, or both.
    pub methods: &'static [&'static str],
}

/// The methods that an address of [`TABLE`] takes, as the header `Allow` says them.
pub(super) fn methods(address: &str) -> String {
    let methods = TABLE.iter().filter(|route| route.address == address).flat_map(|route| route.methods);
    let named = methods.map(|method| if *method == "get" { "GET, HEAD".to_owned() } else { method.to_uppercase() });
    named.collect::<Vec<_>>().join(", ")
}

macro_rules! routes {
    ($($who:expr => { $($address:literal $($method:ident $handler:path),+;)+ })+) => {
        /// Puts every address in its place.
        pub(super) fn all(at: &mut ServiceConfig) {
            $($(at.service(resource($address)$(.route($method().to($handler)))+);)+)+
        }

        /// Every address of Saywell.
        pub const TABLE: &[Route] = &[$($(Route { who: $who, address: $address, methods: &[$(stringify!($method)),+] }),+),+];
    };
}

routes! {
    Who::Anyone => {
        "/" get home::show;
        "/language/{tag}" get language::choose;
        "/help" get statements::help;
        "/privacy" get statements::privacy;
        "/accessibility" get statements::accessibility;
        "/cookies" get statements::cookies;
        "/s/{survey}" get respond::start::show, post respond::start::begin;
        "/join" get join::code::show, post join::code::join;
        "/e/{code}" get join::start::show, post join::start::begin;
        "/e/{code}/i/{token}" get join::link::show, post join::link::begin;
        "/i/{token}" get respond::invited::show, post respond::invited::begin;
        "/i/{token}/carry-on" get respond::invited::back, post respond::invited::carry_on;
        "/i/{token}/decline" get respond::decline::show, post respond::decline::decline;
        "/s/{survey}/who" get respond::before::who, post respond::before::say_who;
        "/s/{survey}/relationship" get respond::before::relationship, post respond::before::say_relationship;
        "/s/{survey}/service" get respond::before::service, post respond::before::say_service;
        "/s/{survey}/q/{page}" get respond::question::show, post respond::question::answer;
        "/s/{survey}/urgent/{page}" get respond::urgent::show;
        "/s/{survey}/check" get respond::check::show, post respond::check::submit;
        "/s/{survey}/leave" post respond::entering::leave;
        "/s/{survey}/done" get respond::done::show;
        "/s/{survey}/stay-in-touch" get respond::done::show, post respond::stay::stay;
        "/s/{survey}/later" get respond::later::show;
        "/k/{token}" get kiosk::pages::show, post kiosk::pages::begin;
        "/k/{token}/still" get kiosk::pages::still;
        "/k/{token}/thanks" get kiosk::pages::thanks;
        "/k/{token}/reset" get kiosk::pages::reset;
        "/e/{code}/stop/{token}" get engage::stop::show, post engage::stop::stop;
        "/resume" get resume::show, post resume::open;
        "/receipt" get receipt::check::show, post receipt::check::check;
        "/receipt/copy" get receipt::check::show, post receipt::copy::show;
        "/receipt/over-time" get receipt::check::show, post receipt::over_time::show;
        "/receipt/withdraw" get receipt::check::show, post receipt::withdraw::withdraw;
        "/receipt/withdrawn" get receipt::withdraw::withdrawn;
        "/heard" get answered::list;
        "/e/{code}/heard" get answered::show;
        "/health/live" get health::live;
        "/health/ready" get health::ready;
        "/assets/brand.css" get brand::sheet;
        "/assets/{name}" get assets::asset;
        "/development/outbox" get development::outbox;
        "/callbacks/notify" post callbacks::notify;
        "/welcome/{token}" get account::welcome::show, post account::welcome::choose;
        "/forgotten" get account::forgotten::show, post account::forgotten::ask;
        "/forgotten/sent" get account::forgotten::sent;
        "/sign-in" get account::sign_in::show, post account::sign_in::sign_in;
        "/sign-in/with/{provider}" post account::single_sign_on::leave;
        "/sign-in/with/{provider}/back" get account::single_sign_on::back;
    }
    Who::HalfSignedIn => {
        "/sign-in/second" get account::second::show, post account::second::check;
        "/sign-in/passkey" get account::passkey_sign_in::show, post account::passkey_sign_in::sign_in;
    }
    Who::Enrolling => {
        "/account/second-factor" get account::second_factor::show, post account::second_factor::add;
        "/account/passkey" get account::passkey::show, post account::passkey::add;
    }
    Who::SignedIn => {
        "/account" get account::own::show;
        "/account/second-factors/{id}/remove" post account::own_changes::remove_factor;
        "/account/recovery-codes" get account::recovery_codes::show, post account::recovery_codes::make;
        "/account/recovery-codes/kept" post account::recovery_codes::kept;
        "/account/sessions/end-others" post account::own_changes::end_other_sessions;
        "/account/sessions/{id}/name" post account::own_changes::name_session;
        "/account/sessions/{id}/end" post account::own_changes::end_session;
        "/staff" get account::home::show;
        "/account/confirm" get account::confirm::show, post account::confirm::check;
        "/account/confirm/passkey" get account::confirm_passkey::show, post account::confirm_passkey::check;
        "/account/password" get account::password::show, post account::password::change;
        "/sign-out" post account::sign_out::sign_out;
        "/account/sign-in-with" get account::identities::show;
        "/account/sign-in-with/{provider}" post account::identities::leave;
        "/account/sign-in-with/{provider}/confirm" get account::identities::confirm, post account::identities::tie;
        "/account/sign-in-with/{provider}/remove" post account::identities::untie;
    }
    Who::May(Permission::ReadAudit) => {
        "/governance/audit" get governance::trail::show, post governance::trail::search;
        "/governance/audit.csv" post governance::export::csv;
        "/governance/audit/{number}" get governance::line::show;
    }
    Who::May(Permission::ManageRights) => {
        "/governance/people" get governance::rights::find::show, post governance::rights::find::search;
        "/governance/people/{id}" get governance::rights::person::show;
        "/governance/people/{id}/request" get governance::rights::request::show, post governance::rights::request::add;
        "/governance/people/{id}/request/{number}" post governance::rights::request::close;
        "/governance/people/{id}/hold" get governance::rights::hold::show, post governance::rights::hold::place;
        "/governance/people/{id}/hold/{number}" post governance::rights::hold::lift;
        "/governance/people/{id}/copy" post governance::rights::copy::make;
        "/governance/people/{id}/figures" post governance::rights::leave_out::change;
        "/governance/people/{id}/erase" get governance::rights::erase::show, post governance::rights::erase::erase;
        "/governance/retention" get governance::rights::retention::show, post governance::rights::retention::try_out;
    }
    Who::May(Permission::ManageAccounts) => {
        "/admin/accounts" get admin::accounts::show, post admin::accounts::search;
        "/admin/accounts/new" get admin::invite::show, post admin::invite::invite;
        "/admin/accounts/{id}" get admin::account::show;
        "/admin/accounts/{id}/details" get admin::details::show, post admin::details::change;
        "/admin/accounts/{id}/roles" get admin::roles::show, post admin::roles::grant;
        "/admin/accounts/{id}/roles/revoke" post admin::roles::revoke;
        "/admin/accounts/{id}/invite" post admin::invite::again;
        "/admin/accounts/{id}/factors" get admin::factors::show, post admin::factors::reset;
        "/admin/accounts/{id}/deactivate" get admin::standing::show, post admin::standing::deactivate;
        "/admin/accounts/{id}/activate" post admin::standing::activate;
    }
    Who::May(Permission::ManageOrganisations) => {
        "/admin/organisations" get admin::organisations::show;
        "/admin/organisations/new" get admin::organisation::ask, post admin::organisation::add;
        "/admin/organisations/{id}" get admin::organisations::one;
        "/admin/organisations/{id}/details" get admin::organisation::show, post admin::organisation::change;
        "/admin/organisations/{id}/sharing" get admin::sharing::show, post admin::sharing::change;
    }
    Who::May(Permission::SeeCountyFigures) => {
        "/commissioner" get commissioner::overview::show;
        "/commissioner/overview.csv" get commissioner::overview::csv;
        "/commissioner/heard" get commissioner::heard::show;
        "/commissioner/heard.csv" get commissioner::heard::csv;
        "/commissioner/indicators/{key}.csv" get commissioner::indicator::csv;
        "/commissioner/indicators/{key}.svg" get commissioner::trend::svg;
        "/commissioner/indicators/{key}.png" get commissioner::trend::png;
        "/commissioner/indicators/{key}" get commissioner::indicator::show;
        "/commissioner/figures/{indicator}/{period}/{breakdown}/{member}" get commissioner::lineage::show;
        "/commissioner/compare/{key}" get commissioner::compare::show;
        "/commissioner/compare/{key}/chart.{form}" get commissioner::compare::chart;
        "/commissioner/map/{key}" get commissioner::map::show;
        "/commissioner/map/{key}/chart.{form}" get commissioner::map::chart;
        "/commissioner/consortium/{lead}" get commissioner::consortium::show;
        "/commissioner/pack" get commissioner::pack::show, post commissioner::pack::ask;
        "/commissioner/pack/{id}.pdf" get commissioner::pack::file;
    }
    Who::May(Permission::SupplyValues) => {
        "/commissioner/supplied" get supply::file::show, post supply::file::take;
        "/commissioner/supplied/template.csv" get supply::file::template;
        "/commissioner/supplied/{key}" get supply::history::show;
    }
    Who::May(Permission::SeeEventFigures) => {
        "/engage/results" get engage::results::list;
        "/engage/{id}/results" get engage::results::show;
        "/engage/{id}/results.csv" get engage::results::csv;
    }
    Who::May(Permission::SeeProviderFigures) => {
        "/provider" get provider::figures::show;
        "/provider/figures.csv" get provider::figures::csv;
        "/provider/indicators/{key}" get provider::indicator::show;
        "/provider/heard" get provider::heard::show;
    }
    Who::May(Permission::ManagePeople) => {
        "/provider/people/new" get provider::person_new::ask, post provider::person_new::add;
        "/provider/people/{id}/edit" get provider::person_edit::ask, post provider::person_edit::change;
        "/provider/people/{id}/stops" get provider::stops::ask, post provider::stops::note;
        "/provider/people/{id}/stops/{stop}/lift" post provider::stops::lift;
        "/provider/people/{id}/episodes/new" get provider::episode_new::ask, post provider::episode_new::open;
        "/provider/people/{id}/episodes/{episode}" get provider::episode_edit::ask, post provider::episode_edit::change;
        "/provider/people/{id}/merge" get provider::merge::list;
        "/provider/people/{id}/merge/{other}" get provider::merge::ask, post provider::merge::merge;
        "/provider/letters" get provider::letters::show, post provider::letters::gather;
        "/provider/letters/{batch}/file" post provider::letters::take;
        "/provider/letters/{batch}/print" post provider::letters::print;
        "/provider/letters/{batch}/posted" post provider::letters::post;
        "/provider/imports" get provider::imports::list::show, post provider::imports::list::take;
        "/provider/imports/template.csv" get provider::imports::files::template;
        "/provider/imports/{id}" get provider::imports::one::show;
        "/provider/imports/{id}/begin" post provider::imports::one::begin;
        "/provider/imports/{id}/drop" post provider::imports::one::remove;
        "/provider/imports/{id}/refused.csv" get provider::imports::files::refused;
    }
    Who::May(Permission::SeePeople) => {
        "/provider/people" get provider::people::show;
        "/provider/behind" get provider::behind::show;
        "/provider/people/search" get provider::search::ask, post provider::search::find;
        "/provider/people/{id}" get provider::person::show;
        "/provider/due" get provider::due::show;
    }
    Who::May(Permission::ManageSchedules) => {
        "/provider/schedules" get provider::schedules::show;
        "/provider/schedules/{key}" get provider::schedules::one, post provider::schedules::change;
        "/provider/alert-team" get provider::alert_team::list;
        "/provider/alert-team/times" get provider::alert_times::of_teams;
        "/provider/alert-team/{id}" get provider::alert_team::show, post provider::alert_team::change;
    }
    Who::May(Permission::EnterAnswers) => {
        "/provider/people/{id}/paper/{invitation}.pdf" get provider::paper::show;
        "/provider/people/{id}/answer/{invitation}" get provider::entry::assisted::show, post provider::entry::assisted::begin;
        "/provider/people/{id}/transcribe/{invitation}" get provider::entry::paper::show, post provider::entry::paper::keep;
        "/provider/people/{id}/transcribe/{invitation}/differences" get provider::entry::differences::show, post provider::entry::differences::settle;
        "/provider/people/{id}/transcribe/{invitation}/sent" get provider::entry::paper::receipt;
        "/provider/paper" get provider::entry::paper::ask, post provider::entry::paper::find;
        "/provider/kiosks" get provider::kiosks::show;
        "/provider/kiosks/new" get provider::kiosks::ask, post provider::kiosks::add;
        "/provider/kiosks/{id}/end" post provider::kiosks::end;
    }
    Who::May(Permission::ActOnAlerts) => {
        "/provider/alerts" get provider::alerts::show;
        "/provider/alerts/times" get provider::alert_times::show;
        "/provider/alerts/{id}" get provider::alert::show;
        "/provider/alerts/{id}/acknowledge" post provider::alert::acknowledge;
        "/provider/alerts/{id}/notes" post provider::alert::note;
    }
    // Before the events: `comments` and `themes` are no event's numbers.
    Who::May(Permission::ReadComments) => {
        "/engage/comments" get engage::comments::list::show;
        "/engage/comments/{id}" get engage::comments::shown::show;
        "/engage/comments/{id}/preview" get engage::comments::shown::show, post engage::comments::decide::preview;
        "/engage/comments/{id}/publish" post engage::comments::decide::publish;
        "/engage/comments/{id}/keep-back" post engage::comments::decide::keep_back;
        "/engage/comments/{id}/concern" post engage::comments::decide::concern;
        "/engage/themes" get engage::themes::show;
        "/engage/themes/new" get engage::themes::ask, post engage::themes::add;
        "/engage/themes/{theme}" get engage::themes::one, post engage::themes::change;
        "/engage/themes/{theme}/retire" get engage::theme_ends::ask, post engage::theme_ends::turn;
        "/engage/themes/{theme}/merge" get engage::theme_ends::choose, post engage::theme_ends::merge;
        "/engage/{id}/coding" get engage::coding::show;
        "/engage/{id}/coding/{comment}" get engage::coding::one, post engage::coding::keep;
        "/engage/{id}/agreement" get engage::agreement::show;
        "/engage/{id}/agreement/{comment}" get engage::settle::show, post engage::settle::settle;
    }
    Who::May(Permission::ManageEvents) => {
        "/engage" get engage::list::show;
        "/engage/new" get engage::new::ask, post engage::new::add;
        "/engage/{id}" get engage::one::show;
        "/engage/{id}/edit" get engage::edit::ask, post engage::edit::change;
        "/engage/{id}/live" get engage::live::show;
        "/engage/{id}/open" get engage::hand::ask_open, post engage::hand::open;
        "/engage/{id}/close" get engage::hand::ask_close, post engage::hand::close;
        "/engage/{id}/call-off" get engage::hand::ask_call_off, post engage::hand::call_off;
        "/engage/{id}/poster.pdf" get engage::print::wall;
        "/engage/{id}/card.pdf" get engage::print::card;
        "/engage/{id}/people" get engage::people::list::show;
        "/engage/{id}/people/new" get engage::people::new::ask, post engage::people::new::add;
        "/engage/{id}/people/door" get engage::people::door::show, post engage::people::door::walk_in;
        "/engage/{id}/people/import" get engage::people::import::ask, post engage::people::import::check;
        "/engage/{id}/people/import/add" post engage::people::import::add;
        "/engage/{id}/people/template.csv" get engage::people::import::template;
        "/engage/{id}/people/invite" post engage::people::invite::send;
        "/engage/{id}/people/{attendee}" get engage::people::one::ask, post engage::people::one::change;
        "/engage/{id}/people/{attendee}/remove" get engage::people::one::confirm, post engage::people::one::remove;
        "/engage/{id}/people/{attendee}/came" post engage::people::door::tick;
        "/engage/{id}/paper" get engage::papers::show, post engage::papers::keep;
        "/engage/{id}/paper/back" post engage::papers::take_back;
        "/engage/{id}/form.pdf" get engage::print_form::show;
        "/engage/{id}/tablets" get engage::tablets::show, post engage::tablets::add;
        "/engage/{id}/tablets/{tablet}/end" post engage::tablets::end;
        "/engage/{id}/answers" get engage::answers::list::show;
        "/engage/{id}/answers/new" get engage::answers::form::ask, post engage::answers::form::add;
        "/engage/{id}/answers/publish" get engage::answers::publish::look, post engage::answers::publish::publish_all;
        "/engage/{id}/answers/unpublish" post engage::answers::publish::end;
        "/engage/{id}/answers/{answer}" get engage::answers::form::show, post engage::answers::form::change;
        "/engage/{id}/answers/{answer}/move" post engage::answers::order::shift;
        "/engage/{id}/answers/{answer}/remove" get engage::answers::order::ask, post engage::answers::order::remove;
    }
    Who::May(Permission::SeeFramework) => {
        "/framework" get framework::list::show;
        "/framework/outcomes/{key}" get framework::topic::outcome;
        "/framework/indicators/{key}" get framework::topic::indicator;
        "/framework/decisions/{id}" get framework::decision::show;
        "/definitions" get define::list::show;
        "/definitions/{key}" get define::show::current;
        "/definitions/{key}/versions/{version}" get define::show::version;
        "/definitions/{key}/versions/{version}/toml" get define::show::toml;
    }
    Who::May(Permission::DraftDefinitions) => {
        "/definitions/{key}/draft" get define::write::ask, post define::write::keep;
        "/definitions/{key}/draft/toml" get define::write::ask_toml, post define::write::keep_toml;
        "/definitions/{key}/draft/propose" get define::steps::ask_propose, post define::steps::propose;
        "/definitions/{key}/draft/drop" get define::steps::ask_drop, post define::steps::drop;
    }
    Who::May(Permission::ApproveDefinitions) => {
        "/definitions/{key}/draft/decide" get define::decide::ask, post define::decide::decide;
    }
    Who::May(Permission::ValidateFramework) => {
        "/framework/outcomes/{key}/decide" get framework::decide::ask_outcome, post framework::decide::decide_outcome;
        "/framework/indicators/{key}/decide" get framework::decide::ask_indicator, post framework::decide::decide_indicator;
    }
    Who::May(Permission::SeeSurveys) => {
        "/surveys" get surveys::show;
        "/surveys/{key}.pdf" get printing::blank;
    }
    Who::May(Permission::ManageSurveys) => {
        "/surveys/{key}/open" post surveys::open;
        "/surveys/{key}/close" post surveys::close;
    }
}
