//! Inviting somebody: an account, a first role and a one-time link. The link goes by email; where no mail is configured it is
//! shown once, to be handed over.

use actix_web::HttpResponse;
use actix_web::web::{Data, Path};

use super::fault::{Fault, Faults};
use super::{Realm, Subject, fields, typed};
use crate::app::App;
use crate::domain::access::{Action, GrantRefused, LinkPurpose, Role, may_hold};
use crate::messages::Notice;
use crate::store::accounts::{self, Account, Grant};
use crate::store::error::Constraint;
use crate::store::ids::AccountId;
use crate::store::letters::{self, Waiting};
use crate::store::one_time_links::{self, Link};
use crate::store::organisations::Organisation;
use crate::store::{self, Conn, Error, audit};
use crate::web::form::Fields;
use crate::web::letter::{letter, one_time_link};
use crate::web::pages::admin::{Handover, May};
use crate::web::pages::form::{Back, Form};
use crate::web::posted::Posted;
use crate::web::problem::Problem;
use crate::web::reply;
use crate::web::right::ManageAccounts;
use crate::web::staff::Staff;
use crate::web::visitor::Visitor;

const HERE: &str = "/admin/accounts/new";
const DAYS: i64 = LinkPurpose::Welcome.hours() / 24;

/// A link and the letter that carries it, ready to be kept.
pub(super) struct Invitation {
    address: String,
    link: Link,
    letter: Option<Waiting>,
}

impl Invitation {
    /// A fresh one for an account.
    pub(super) fn to(app: &App, account: &Account) -> Result<Self, Problem> {
        let (address, link) = one_time_link(app, account.id, LinkPurpose::Welcome);
        let (name, hours) = (account.name.clone(), LinkPurpose::Welcome.hours());
        let notice = Notice::Link { purpose: LinkPurpose::Welcome, name, address: address.clone(), hours };
        Ok(Self { letter: letter(app, account, &notice)?, address, link })
    }

    /// Keeps it. Earlier links of the account stop working.
    pub(super) fn keep(&self, tx: &mut Conn) -> store::Result<()> {
        one_time_links::add(tx, &self.link)?;
        self.letter.iter().try_for_each(|letter| letters::add(tx, letter))
    }

    /// The link to hand over, where no letter carries it.
    pub(super) fn to_hand_over(&self, account: &Account) -> Option<Handover> {
        let shown = || Handover {
            name: account.name.clone(),
            link: self.address.clone(),
            days: DAYS,
            at: format!("/admin/accounts/{}", account.id.0),
        };
        self.letter.is_none().then(shown)
    }
}

/// Asks whom to invite.
pub async fn show(app: Data<App>, visitor: Visitor, staff: Staff<ManageAccounts>) -> Result<HttpResponse, Problem> {
    staff.fresh(&app, HERE)?;
    let realm = Realm::of(&app, &staff).await?;
    reply::staff_page(&app, &visitor, &form(&app, &visitor, &realm, &Fields::default(), &Faults::default())?, &staff)
}

/// Invites.
pub async fn invite(app: Data<App>, visitor: Visitor, staff: Staff<ManageAccounts>, typed: Posted) -> Result<HttpResponse, Problem> {
    staff.fresh(&app, HERE)?;
    let realm = Realm::of(&app, &staff).await?;
    let (account, grant) = match read(&app, &realm, &typed) {
        Ok(read) => read,
        Err(faults) => return reply::staff_again(&app, &visitor, &form(&app, &visitor, &realm, &typed, &faults)?, &staff),
    };
    match add(&app, &staff, &account, grant).await {
        Ok(Some(handover)) => reply::staff_page(&app, &visitor, &handover, &staff),
        Ok(None) => Ok(reply::see_other(&format!("/admin/accounts/{}?done=invited#", account.id.0))),
        Err(Refusal::Taken) => {
            let faults = Faults::one("email", Fault::EmailTaken);
            reply::staff_again(&app, &visitor, &form(&app, &visitor, &realm, &typed, &faults)?, &staff)
        }
        Err(Refusal::Problem(problem)) => Err(problem),
    }
}

/// Invites again somebody who has not set a password yet.
pub async fn again(
    app: Data<App>,
    visitor: Visitor,
    staff: Staff<ManageAccounts>,
    id: Path<i64>,
    _form: Posted,
) -> Result<HttpResponse, Problem> {
    let subject = Subject::load(&app, &staff, *id).await?.allowing(&app, &staff, &[May::Everything]).await?;
    staff.fresh(&app, &subject.at())?;
    if subject.entry.state() != store::staff::State::Invited {
        return Ok(reply::see_other(&subject.at()));
    }
    let account = &subject.entry.account;
    let invitation = Invitation::to(&app, account)?;
    let handover = invitation.to_hand_over(account);
    let (event, secret) = (subject.event(&app, &staff, Action::AccountInvited).with("again"), app.secret.clone());
    let work = move |tx: &mut Conn| {
        invitation.keep(tx)?;
        audit::add(tx, &secret, &event)
    };
    app.store.write("invite again", work).await?;
    match handover {
        Some(handover) => reply::staff_page(&app, &visitor, &handover, &staff),
        None => Ok(reply::see_other(&subject.done("invited"))),
    }
}

/// Why nobody was invited.
enum Refusal {
    Taken,
    Problem(Problem),
}

/// The account and the role that were typed.
fn read(app: &App, realm: &Realm, typed: &Fields) -> Result<(Account, Grant), Faults> {
    let mut faults = Faults::default();
    let name = faults.take("name", typed::name(typed.first("name")));
    let email = faults.take("email", typed::email(typed.first("email")));
    let employer = faults.take("employer", realm.chosen(typed.first("employer")).ok_or(Fault::Employer));
    let role = faults.take("role", typed::role(typed.first("role")));
    let at = faults.take("organisation", realm.chosen(typed.first("organisation")).ok_or(Fault::Organisation));
    let grant = role.zip(at).and_then(|(role, at)| faults.take("role", given(realm, role, at)));
    let language = faults.take("language", typed::language(app, typed.first("language")));
    let (Some(name), Some(email), Some(employer), Some(grant), Some(language)) = (name, email, employer, grant, language) else {
        return Err(faults);
    };
    let account = Account {
        id: AccountId(app.random.id(&app.clock)),
        email,
        name,
        language,
        organisation_id: employer.id,
        password_hash: None,
        created_at: app.clock.now().micros(),
        deactivated_at: None,
    };
    Ok((account, grant))
}

/// The first role of somebody, if it may be given there by whoever has that realm.
fn given(realm: &Realm, role: Role, organisation: &Organisation) -> Result<Grant, Fault> {
    if realm.decides(role, organisation.id) { granted(role, organisation, &[]) } else { Err(Fault::Theirs(role)) }
}

/// The role in that organisation, if somebody who holds `held` may have it.
pub(super) fn granted(role: Role, organisation: &Organisation, held: &[Role]) -> Result<Grant, Fault> {
    let refused = |why| match why {
        GrantRefused::Unfit => Fault::Unfit(role),
        GrantRefused::Conflict(held) => Fault::Conflict { role, held },
    };
    may_hold(role, &organisation.kind, held.iter().copied()).map_err(refused)?;
    Ok(Grant { organisation: organisation.id, role })
}

async fn add(app: &App, staff: &Staff<ManageAccounts>, account: &Account, grant: Grant) -> Result<Option<Handover>, Refusal> {
    let invitation = Invitation::to(app, account).map_err(Refusal::Problem)?;
    let handover = invitation.to_hand_over(account);
    let about = |action| staff.event(app, action).about(format!("account:{}", account.id.0));
    let invited = about(Action::AccountInvited).within(account.organisation_id.0);
    let given = about(Action::RoleGranted).within(grant.organisation.0).with(super::roles::words(grant));
    let (account, secret, now) = (account.clone(), app.secret.clone(), app.clock.now().micros());
    let work = move |tx: &mut Conn| {
        accounts::add(tx, &account)?;
        accounts::grant(tx, account.id, grant, now)?;
        invitation.keep(tx)?;
        audit::add(tx, &secret, &invited)?;
        audit::add(tx, &secret, &given)
    };
    match app.store.write("invite", work).await {
        Ok(()) => Ok(handover),
        Err(Error::Taken(Constraint::AccountEmail)) => Err(Refusal::Taken),
        Err(why) => Err(Refusal::Problem(why.into())),
    }
}

fn form(app: &App, visitor: &Visitor, realm: &Realm, typed: &Fields, faults: &Faults) -> Result<Form, Problem> {
    let locale = &visitor.locale;
    let language = Some(typed.first("language")).filter(|typed| !typed.is_empty()).unwrap_or(&app.settings.language);
    let made = vec![
        fields::text(locale, "name", "name", typed.first("name"))?.hinted(locale.t("admin-field-name-hint", &[])?),
        fields::email(locale, typed.first("email"))?,
        fields::organisation(locale, "employer", realm, typed.first("employer"))?,
        fields::role(locale, typed.first("role"))?,
        fields::organisation(locale, "organisation", realm, typed.first("organisation"))?,
        fields::language(app, locale, language)?,
    ];
    let intro = app.mailer.is_some().then(|| locale.t("admin-form-invite-intro", &[("days", DAYS.into())])).transpose()?;
    Ok(Form {
        heading: locale.t("admin-form-invite", &[])?,
        caption: None,
        intro: intro.into_iter().collect(),
        back: Back { href: "/admin/accounts".to_owned(), text: locale.t("admin-accounts-heading", &[])? },
        action: HERE.to_owned(),
        hidden: Vec::new(),
        fields: fields::marked(locale, made, faults)?,
        button: locale.t("admin-form-invite-button", &[])?,
        warning: false,
    })
}
