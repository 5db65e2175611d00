//! Giving and taking roles.

use saywell::domain::access::Role;
use saywell::store::accounts::Grant;

use super::{County, at, post};

#[tokio::test]
async fn a_role_is_given_and_taken_and_each_is_recorded() {
    let county = County::new();
    let sam = county.somebody("Sam Staff", Role::CareCoordinator, county.partner);
    let mut ada = county.ada();
    let partner = county.partner.0.to_string();
    ada.open(&format!("{}/roles", at(sam))).await;
    assert_eq!(ada.status, 200);
    for _ in 0..2 {
        post(&mut ada, &format!("{}/roles", at(sam)), &[("role", "provider-manager"), ("organisation", &partner)]).await;
        ada.follow().await;
        assert!(ada.words().contains("The role was given."), "giving it twice is no fault: {}", ada.words());
    }
    assert_eq!(county.grants(sam).len(), 2);
    assert_eq!(county.trail("role-granted").len(), 1);
    post(&mut ada, &format!("{}/roles/revoke", at(sam)), &[("role", "care-coordinator"), ("organisation", &partner)]).await;
    assert_eq!(ada.location(), Some(at(sam) + "?done=revoked"));
    assert_eq!(county.grants(sam), [Grant { organisation: county.partner, role: Role::ProviderManager }]);
    let line = &county.trail("role-revoked")[0];
    assert_eq!(
        (line.detail.as_str(), line.organisation_id),
        (format!("care-coordinator in organisation:{partner}").as_str(), Some(county.partner.0))
    );
}

#[tokio::test]
async fn roles_that_conflict_or_do_not_fit_are_refused_by_name() {
    let county = County::new();
    let sam = county.somebody("Sam Staff", Role::CareCoordinator, county.partner);
    let mut ada = county.ada();
    let (partner, commissioner) = (county.partner.0.to_string(), county.commissioner.0.to_string());
    let roles = format!("{}/roles", at(sam));
    post(&mut ada, &roles, &[("role", "commissioner-approver"), ("organisation", &commissioner)]).await;
    let said = "Nobody may be both Commissioner approver and Care coordinator, and they are Care coordinator already";
    assert_eq!((ada.status, ada.errors()), (422, vec![("#role".to_owned(), said.to_owned())]));
    post(&mut ada, &roles, &[("role", "commissioner-approver"), ("organisation", &partner)]).await;
    assert_eq!(ada.errors()[0].1, "Commissioner approver is not a role in an organisation of this type");
    post(&mut ada, &roles, &[("role", "king"), ("organisation", "1")]).await;
    assert_eq!(ada.errors().into_iter().map(|(field, _)| field).collect::<Vec<_>>(), ["#role", "#organisation"]);
    assert_eq!(county.grants(sam).len(), 1);
    assert!(county.trail("role-granted").is_empty());
}

#[tokio::test]
async fn nobody_changes_their_own_roles_or_deactivates_themselves() {
    let county = County::new();
    let mut ada = county.ada();
    ada.open(&at(county.ada)).await;
    assert!(ada.words().contains("Another administrator must change your roles"), "{}", ada.words());
    assert!(ada.texts_of("main form").is_empty());
    let commissioner = county.commissioner.0.to_string();
    let own = [("role", "information-governance"), ("organisation", commissioner.as_str()), ("reason", "x")];
    for what in ["roles", "roles/revoke", "deactivate", "factors", "invite", "activate"] {
        post(&mut ada, &format!("{}/{what}", at(county.ada)), &own).await;
        assert_eq!(ada.status, 404, "{what}");
    }
    assert_eq!(county.trail("refused").len(), 6);
    post(&mut ada, &format!("{}/details", at(county.ada)), &[("name", "Ada New"), ("email", "ada@example.org"), ("language", "pl")]).await;
    assert_eq!(ada.status, 303, "their own name is theirs: {}", ada.words());
    assert_eq!(county.entry(county.ada).account.name, "Ada New");
}

#[tokio::test]
async fn an_administrator_of_a_provider_makes_nobody_administrator_of_a_commissioner() {
    let county = County::new();
    let sam = county.somebody("Sam Staff", Role::EngagementLead, county.lead);
    let mut lead = county.app.signed_in(county.somebody("Lee Lead", Role::Administrator, county.lead));
    let commissioner = county.commissioner.0.to_string();
    post(&mut lead, &format!("{}/roles", at(sam)), &[("role", "administrator"), ("organisation", &commissioner)]).await;
    assert_eq!((lead.status, lead.errors()[0].0.as_str()), (422, "#organisation"));
    let rows = lead.texts_of("select[name=organisation] option");
    assert_eq!(rows, ["Choose one", "Lead Trust (RX1)", "Partner House (RX2)"]);
}

#[tokio::test]
async fn two_administrators_who_remove_each_other_at_once_leave_one() {
    let county = County::new();
    let bea = county.somebody("Bea Example", Role::Administrator, county.commissioner);
    let (mut first, mut second) = (county.ada(), county.app.signed_in(bea));
    let commissioner = county.commissioner.0.to_string();
    let role = [("role", "administrator"), ("organisation", commissioner.as_str())];
    let (of_bea, of_ada) = (format!("{}/roles/revoke", at(bea)), format!("{}/roles/revoke", at(county.ada)));
    tokio::join!(post(&mut first, &of_bea, &role), post(&mut second, &of_ada, &role));
    let left = county.grants(bea).len() + county.grants(county.ada).len();
    assert_eq!(left, 1, "{} and {}", first.status, second.status);
}
