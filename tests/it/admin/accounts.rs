//! Inviting somebody, finding and changing accounts.

use saywell::domain::access::Role;
use saywell::store::accounts::Grant;
use saywell::store::staff::State;

use super::super::support::App;
use super::{County, account, at, post};

const WHO: [(&str, &str); 3] = [("name", "Bea Example"), ("email", "Bea.Example@Example.org"), ("language", "pl")];

fn invitation<'a>(employer: &'a str, role: &'a str) -> Vec<(&'a str, &'a str)> {
    WHO.into_iter().chain([("employer", employer), ("organisation", employer), ("role", role)]).collect()
}

fn letters(county: &County) -> Vec<String> {
    use diesel::prelude::*;
    use saywell::store::schema::letters;
    let kinds = |conn: &mut _| Ok(letters::table.order(letters::id).select(letters::kind).load(conn)?);
    county.app.store().read_now("letters", kinds).unwrap()
}

#[tokio::test]
async fn somebody_who_is_invited_has_an_account_a_role_and_a_letter() {
    let county = County::new();
    let mut ada = county.ada();
    ada.open("/admin/accounts/new").await;
    assert_eq!((ada.status, ada.heading().as_str()), (200, "Invite somebody"));
    post(&mut ada, "/admin/accounts/new", &invitation(&county.partner.0.to_string(), "care-coordinator")).await;
    ada.follow().await;
    assert!(ada.words().contains("The invitation is on its way"), "{}", ada.words());
    assert!(ada.words().contains("Care coordinator, Partner House"));
    let bea = account(&county.app, "bea.example@example.org");
    assert_eq!((bea.name.as_str(), bea.language.as_str(), bea.organisation_id), ("Bea Example", "pl", county.partner));
    assert_eq!(county.grants(bea.id), [Grant { organisation: county.partner, role: Role::CareCoordinator }]);
    assert_eq!(county.entry(bea.id).state(), State::Invited);
    assert_eq!(letters(&county), ["welcome"]);
    let line = &county.trail("account-invited")[0];
    assert_eq!((line.account_id, line.organisation_id), (Some(county.ada.0), Some(county.partner.0)));
    assert_eq!(line.subject, format!("account:{}", bea.id.0));
    assert_eq!(county.trail("role-granted")[0].detail, format!("care-coordinator in organisation:{}", county.partner.0));
}

#[tokio::test]
async fn without_mail_the_link_is_shown_once_and_stands_in_no_address() {
    let county = County::new();
    let silent = county.app.without_mail();
    let mut ada = county.ada().at(silent.at);
    post(&mut ada, "/admin/accounts/new", &invitation(&county.partner.0.to_string(), "provider-manager")).await;
    assert_eq!(ada.status, 200, "{}", ada.words());
    assert!(ada.words().contains("/welcome/"), "{}", ada.words());
    assert_eq!(ada.address, "/admin/accounts/new");
    assert!(letters(&county).is_empty());
}

#[tokio::test]
async fn what_is_wrong_in_an_invitation_is_named_and_what_was_typed_is_kept() {
    let county = County::new();
    let mut ada = county.ada();
    post(&mut ada, "/admin/accounts/new", &[("name", " "), ("email", "\u{430}da@example.org")]).await;
    assert_eq!(ada.status, 422);
    let fields: Vec<_> = ada.errors().into_iter().map(|(field, _)| field).collect();
    assert_eq!(fields, ["#name", "#email", "#employer", "#role", "#organisation", "#language"]);
    assert!(ada.errors()[1].1.contains("not a plain one"), "{:?}", ada.errors());
    let employer = county.partner.0.to_string();
    post(&mut ada, "/admin/accounts/new", &invitation(&employer, "commissioner-analyst")).await;
    assert_eq!(ada.errors(), [("#role".to_owned(), "Commissioner analyst is not a role in an organisation of this type".to_owned())]);
    assert!(ada.body.contains("value=\"Bea Example\"") && ada.body.contains(&format!("<option value=\"{employer}\" selected>")));
}

#[tokio::test]
async fn an_address_is_one_persons() {
    let county = County::new();
    let mut ada = county.ada();
    let partner = county.partner.0.to_string();
    let fields = invitation(&partner, "care-coordinator");
    post(&mut ada, "/admin/accounts/new", &fields).await;
    assert_eq!(ada.status, 303);
    post(&mut ada, "/admin/accounts/new", &fields).await;
    assert_eq!((ada.status, ada.errors()[0].1.as_str()), (422, "There is an account with this email address already"));
    assert_eq!(county.trail("account-invited").len(), 1, "a refused invitation leaves no line");
}

#[tokio::test]
async fn names_are_searched_for_in_any_case_and_stand_in_no_address() {
    let county = County::new();
    county.somebody("Łucja Example", Role::CareCoordinator, county.partner);
    county.somebody("Zoë Example", Role::CareCoordinator, county.lead);
    let mut ada = county.ada();
    ada.open("/admin/accounts").await;
    assert_eq!(ada.texts_of("tbody th a"), ["Ada Example", "Zoë Example", "Łucja Example"]);
    post(&mut ada, "/admin/accounts", &[("words", " łUCJA")]).await;
    assert_eq!((ada.status, ada.texts_of("tbody th a")), (200, vec!["Łucja Example".to_owned()]));
    assert_eq!(ada.address, "/admin/accounts");
    post(&mut ada, "/admin/accounts", &[("words", "nobody of that name")]).await;
    assert!(ada.words().contains("There are no such accounts."));
}

#[tokio::test]
async fn a_long_list_is_shown_page_by_page_and_nobody_is_left_out() {
    let county = County::new();
    for number in 0..104 {
        county.app.with_staff(&format!("Person {:03}", number / 2), &[Grant { organisation: county.lead, role: Role::EngagementLead }]);
    }
    let mut ada = county.ada();
    let mut seen = Vec::new();
    ada.open("/admin/accounts").await;
    loop {
        seen.extend(ada.attributes("tbody th a", "href"));
        if !ada.texts_of("main a").contains(&"Next page".to_owned()) {
            break;
        }
        ada.click("Next page").await;
    }
    let all: std::collections::BTreeSet<_> = seen.iter().collect();
    assert_eq!((seen.len(), all.len()), (105, 105));
    post(&mut ada, "/admin/accounts", &[("words", "person")]).await;
    assert_eq!(ada.texts_of("tbody tr").len(), 50);
    let after = ada.attributes("main form input[name=after]", "value")[0].clone();
    post(&mut ada, "/admin/accounts", &[("words", "person"), ("after", &after)]).await;
    assert_eq!(ada.texts_of("tbody tr").len(), 50);
}

#[tokio::test]
async fn a_new_address_is_told_to_the_old_one_and_ends_the_links_sent_there() {
    let county = County::new();
    let sam = county.somebody("Sam Staff", Role::CareCoordinator, county.partner);
    let before = county.entry(sam).account.email;
    let mut ada = county.ada();
    let (partner, details) = (county.partner.0.to_string(), format!("{}/details", at(sam)));
    let fields = [("name", "Sam Staff"), ("email", "New@example.org"), ("employer", &partner), ("language", "en")];
    post(&mut ada, &details, &fields).await;
    assert_eq!(ada.location(), Some(at(sam) + "?done=changed"));
    assert_eq!(county.entry(sam).account.email, "new@example.org");
    assert_eq!(letters(&county), ["changed", "changed"]);
    assert_eq!(county.trail("account-changed")[0].detail, format!("email {before} → new@example.org"));
    let adas = county.entry(county.ada).account.email;
    let taken = [("name", "Sam Staff"), ("email", adas.as_str()), ("employer", &partner), ("language", "en")];
    post(&mut ada, &details, &taken).await;
    assert_eq!((ada.status, ada.errors()[0].0.as_str()), (422, "#email"));
}

#[tokio::test]
async fn an_administrator_of_a_provider_sees_its_own_people_and_those_below_it() {
    let county = County::new();
    let partners = county.somebody("Pat Partner", Role::CareCoordinator, county.partner);
    let mut lead = county.app.signed_in(county.somebody("Lee Lead", Role::Administrator, county.lead));
    lead.open("/admin/accounts").await;
    assert_eq!(lead.texts_of("tbody th a"), ["Lee Lead", "Pat Partner"]);
    lead.open(&at(partners)).await;
    assert_eq!(lead.status, 200);
    lead.open(&at(county.ada)).await;
    assert_eq!(lead.status, 404);
    let line = &county.trail("refused")[0];
    assert_eq!(line.subject, format!("account:{}", county.ada.0));
    post(&mut lead, "/admin/accounts/new", &invitation(&county.commissioner.0.to_string(), "administrator")).await;
    assert_eq!(lead.status, 422, "a commissioner is not on their list");
}

#[tokio::test]
async fn a_lead_provider_finds_no_way_to_the_people_of_its_partner() {
    let county = County::new();
    let (pat, lou) = (
        county.somebody("Pat Partner", Role::CareCoordinator, county.partner),
        county.somebody("Lou Lead", Role::EngagementLead, county.lead),
    );
    let mut lead = county.app.signed_in(county.somebody("Lee Lead", Role::Administrator, county.lead));
    let partner = county.partner.0.to_string();
    for role in ["care-coordinator", "administrator"] {
        post(&mut lead, &format!("{}/roles", at(lou)), &[("role", role), ("organisation", &partner)]).await;
        assert_eq!((lead.status, lead.errors()[0].0.as_str()), (422, "#role"), "{role}");
        post(&mut lead, "/admin/accounts/new", &invitation(&partner, role)).await;
        assert_eq!((lead.status, lead.errors()[0].0.as_str()), (422, "#role"), "{role}");
    }
    assert_eq!(county.grants(lou).len(), 1);
    let mine = [("name", "Pat"), ("email", "mine@example.org"), ("employer", partner.as_str()), ("language", "en"), ("reason", "x")];
    for what in ["details", "factors", "invite"] {
        post(&mut lead, &format!("{}/{what}", at(pat)), &mine).await;
        assert_eq!(lead.status, 404, "{what}");
    }
    post(&mut lead, &format!("{}/roles", at(lou)), &[("role", "provider-manager"), ("organisation", &partner)]).await;
    assert_eq!(lead.status, 303, "the partner's figures are theirs to see");
    let mut own = county.app.signed_in(county.somebody("Ola Own", Role::Administrator, county.partner));
    post(&mut own, &format!("{}/roles", at(pat)), &[("role", "administrator"), ("organisation", &partner)]).await;
    assert_eq!(own.status, 303);
}

#[tokio::test]
async fn whoever_holds_a_role_beyond_reach_cannot_be_taken_over() {
    let county = County::new();
    let grants = [
        Grant { organisation: county.lead, role: Role::EngagementLead },
        Grant { organisation: county.commissioner, role: Role::Administrator },
    ];
    let both = super::with_password(&county.app, "Bo Both", &grants);
    let mut lead = county.app.signed_in(county.somebody("Lee Lead", Role::Administrator, county.lead));
    lead.open(&at(both)).await;
    assert!(lead.words().contains("roles in organisations that you do not look after"), "{}", lead.words());
    let lead_id = county.lead.0.to_string();
    let theirs = [("name", "Bo Both"), ("email", "mine@example.org"), ("employer", lead_id.as_str()), ("language", "en"), ("reason", "x")];
    for what in ["details", "factors", "deactivate", "activate", "invite"] {
        post(&mut lead, &format!("{}/{what}", at(both)), &theirs).await;
        assert_eq!(lead.status, 404, "{what}");
    }
    assert_eq!(county.trail("refused").len(), 5);
    post(
        &mut lead,
        &format!("{}/roles/revoke", at(both)),
        &[("role", "administrator"), ("organisation", &county.commissioner.0.to_string())],
    )
    .await;
    assert_eq!(lead.status, 404);
    post(&mut lead, &format!("{}/roles/revoke", at(both)), &[("role", "engagement-lead"), ("organisation", &lead_id)]).await;
    assert_eq!(lead.status, 303);
    assert_eq!(county.grants(both).len(), 1);
}

#[tokio::test]
async fn what_is_dangerous_asks_again_who_it_is() {
    let county = County::new();
    let sam = county.somebody("Sam Staff", Role::CareCoordinator, county.partner);
    let ada = county.ada();
    let later = county.app.minutes_later(11);
    let mut ada = ada.at(later.at);
    for what in ["details", "roles", "factors", "deactivate"] {
        ada.get(&format!("{}/{what}", at(sam))).await;
        let confirm = format!("/account/confirm?next={}/{what}", at(sam));
        assert_eq!(ada.location(), Some(confirm.clone()));
        post(&mut ada, &format!("{}/{what}", at(sam)), &[("reason", "x")]).await;
        assert_eq!(ada.location(), Some(confirm));
    }
    ada.get("/admin/accounts/new").await;
    assert_eq!(ada.location().as_deref(), Some("/account/confirm?next=/admin/accounts/new"));
    ada.get(&at(sam)).await;
    assert_eq!(ada.status, 200, "looking is not dangerous");
}

#[tokio::test]
async fn no_number_in_an_address_is_a_fault_of_ours() {
    let county = County::on(App::spawn());
    let mut ada = county.ada();
    for id in ["0", "-1", "x", "99999999999999999999999", "%00"] {
        ada.get(&format!("/admin/accounts/{id}")).await;
        assert!(matches!(ada.status, 400 | 404), "{id}: {}", ada.status);
        ada.get(&format!("/admin/organisations/{id}")).await;
        assert!(matches!(ada.status, 400 | 404), "{id}: {}", ada.status);
    }
    ada.get("/admin/accounts?after=1").await;
    assert_eq!(ada.status, 404, "no such account to begin after");
}
