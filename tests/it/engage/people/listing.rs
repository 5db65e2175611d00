//! Who is expected: entered one by one or from a file, and ticked at the door.

use diesel::prelude::*;
use saywell::domain::access::Action;
use saywell::store::Conn;
use saywell::store::events::Event;
use saywell::store::ids::EventId;
use saywell::store::schema::people;

use super::super::super::support::NOW;
use super::World;

const ANN: [(&str, &str); 4] = [("name", "Ann Ash"), ("email", "ann@example.org"), ("may-email", "yes"), ("language", "en")];

#[tokio::test]
async fn somebody_is_added_put_right_and_taken_off() {
    let mut world = World::new();
    let at = world.at();
    world.lead.open(&format!("{at}/new")).await;
    assert_eq!(world.lead.status, 200, "{}", world.lead.words());
    world.post("/new", &[&ANN[..], &[("needs", "large-print"), ("other-needs", "A seat by the door")]].concat()).await;
    assert_eq!(world.lead.location().unwrap(), format!("{at}?done=added"));
    let rows = world.rows().await;
    assert!(rows.len() == 1 && rows[0].contains("Ann Ash") && rows[0].contains("Not invited yet"), "{rows:?}");
    assert!(world.lead.words().contains("Large print") && world.lead.words().contains("A seat by the door"));
    let one = world.app.attendees_of(&world.event).remove(0);
    assert!(!format!("{one:?}").contains("Ash") && !format!("{one:?}").contains("example.org"), "it is sealed");
    let edit = format!("/{}", one.id.0);
    world.lead.open(&format!("{at}{edit}")).await;
    assert!(world.lead.body.contains("value=\"ann@example.org\""));
    world.post(&edit, &[("name", "Ann Oak"), ("email", ""), ("may-email", "no")]).await;
    let rows = world.rows().await;
    assert!(rows[0].contains("Ann Oak") && rows[0].contains("No address"), "{rows:?}");
    world.lead.open(&format!("{at}{edit}/remove")).await;
    assert!(world.lead.words().contains("Ann Oak"));
    world.post(&format!("{edit}/remove"), &[]).await;
    assert_eq!(world.app.attendees_of(&world.event), []);
    for action in [Action::AttendeeAdded, Action::AttendeeChanged, Action::AttendeeRemoved] {
        let told = world.app.audited(action);
        assert_eq!((told.len(), told[0].organisation_id), (1, Some(world.county.0)), "{action:?}");
        assert!(!told[0].detail.contains("Ann") && told[0].detail.contains(&one.id.0.to_string()));
    }
}

#[tokio::test]
async fn what_is_wrong_is_told_at_its_field_and_what_was_typed_is_kept() {
    let mut world = World::new();
    world.post("/new", &[("name", ""), ("email", "ann"), ("may-email", "yes"), ("other-needs", "tea")]).await;
    let fields: Vec<String> = world.lead.errors().into_iter().map(|(field, _)| field).collect();
    assert_eq!((world.lead.status, fields), (422, vec!["#name".to_owned(), "#email".to_owned()]));
    assert!(world.lead.body.contains("value=\"ann\"") && world.lead.body.contains("value=\"tea\""));
    world.post("/new", &ANN).await;
    world.post("/new", &[("name", "Another"), ("email", "ANN@Example.org")]).await;
    assert_eq!((world.lead.status, world.lead.errors()[0].0.as_str()), (422, "#email"));
    assert!(world.lead.errors()[0].1.contains("on the list already"));
    assert_eq!(world.app.attendees_of(&world.event).len(), 1);
}

#[tokio::test]
async fn a_file_is_looked_at_before_anything_is_written_and_then_its_people_are_added() {
    let mut world = World::new();
    world.app.expect(&world.event, "Eve", "eve@example.org");
    let file = "Name;E-mail;Part;Communication needs;May email\n\
        Ann Ash;ann@example.org;patient;bsl|large-print;yes\n\
        Ben Beech;;carer;;\n\
        Carl;carl;;;\n\
        Anna;ANN@example.org;;;\n\
        Eve;eve@example.org;;;yes\n";
    world.upload(file.as_bytes()).await;
    let words = world.lead.words();
    assert!(words.contains("2 people would be put on the list") && words.contains("3 lines are refused"), "{words}");
    assert!(words.contains("1 of them can be invited") && !words.contains("do not want"), "{words}");
    assert_eq!(world.lead.texts_of("tbody tr").len(), 3);
    assert!(!words.contains("carl@") && !words.contains("Beech"), "a refused line is named by its number");
    assert_eq!(world.app.attendees_of(&world.event).len(), 1, "nothing is written yet");
    world.lead.press().await;
    assert!(world.lead.words().contains("The people of the file are on the list"), "{}", world.lead.words());
    let rows = world.rows().await;
    assert_eq!(rows.len(), 3, "{rows:?}");
    assert_eq!(world.app.audited(Action::AttendeesImported)[0].detail, "added:2 refused:3");
    world.lead.get(&format!("{}/template.csv", world.at())).await;
    assert!(world.lead.body.contains("name,email,part,language,communication-needs,other-needs,may-email"));
}

#[tokio::test]
async fn somebody_who_was_entered_meanwhile_is_shown_before_anything_is_written() {
    let mut world = World::new();
    world.upload(b"name,email,may-email\nAnn,ann@example.org,yes\nBen,ben@example.org,yes\n").await;
    world.app.expect(&world.event, "Ann", "ann@example.org");
    world.lead.press().await;
    assert_eq!(world.lead.status, 422);
    assert!(world.lead.words().contains("1 person would be put on the list"), "{}", world.lead.words());
    assert_eq!(world.app.attendees_of(&world.event).len(), 1);
    world.lead.press().await;
    assert_eq!(world.app.attendees_of(&world.event).len(), 2);
}

#[tokio::test]
async fn a_file_that_is_none_is_told_at_its_field() {
    let mut world = World::new();
    let most = world.app.state.settings.form_bytes / 2;
    let (long, said) = (format!("name\n{}", "Ann\n".repeat(most / 4)).into_bytes(), format!("more than {} KB", most / 1024));
    let cases: [(&[u8], &str); 6] = [
        (b"", "must name the columns"),
        (b"email\na@example.org\n", "name"),
        (b"name,full name\na,b\n", "twice"),
        (b"name\n", "nothing below"),
        (b"name\nZo\xeb\n", "not UTF-8"),
        (&long, &said),
    ];
    for (file, said) in cases {
        world.upload(file).await;
        let errors = world.lead.errors();
        assert!(world.lead.status == 422 && errors[0].0 == "#file" && errors[0].1.contains(said), "{said}: {errors:?}");
    }
}

/// The register of a provider knows somebody who must not be written to; the county expects them.
#[tokio::test]
async fn who_does_not_want_email_is_expected_gets_none_and_the_list_does_not_say_why() {
    let mut world = World::new();
    let provider = world.app.with_provider("North Team");
    let opted_out = world.app.with_zofia(provider, "out@example.org").await;
    let other = world.app.with_provider("South Team");
    let died = world.app.with_zofia(other, "died@example.org").await;
    let know = |tx: &mut Conn| {
        diesel::update(people::table.find((provider, opted_out))).set(people::may_contact.eq(false)).execute(tx)?;
        Ok(diesel::update(people::table.find((other, died))).set(people::died_day.eq(20_000)).execute(tx)?)
    };
    world.app.store().write_now("know", know).unwrap();
    world.upload(b"name,email,may-email\nOut,Out@example.org,yes\nDied,died@example.org,yes\nAnn,ann@example.org,yes\n").await;
    assert!(world.lead.words().contains("1 of them can be invited by email. 2 do not want email"), "{}", world.lead.words());
    world.lead.press().await;
    let rows = world.rows().await;
    let unwanted = rows.iter().filter(|row| row.contains("Does not want email")).count();
    assert_eq!((rows.len(), unwanted), (3, 2), "{rows:?}");
    let kept: Vec<Option<String>> = world.app.attendees_of(&world.event).into_iter().map(|one| one.not_asked).collect();
    assert_eq!(kept.iter().flatten().collect::<Vec<_>>(), ["not-wanted", "not-wanted"], "why is not kept");
    world.post("/invite", &[]).await;
    world.app.turn().await;
    assert_eq!(world.app.written_to(), ["ann@example.org"]);
}

#[tokio::test]
async fn who_stopped_the_emails_of_an_earlier_event_gets_none_from_the_same_organisation() {
    let mut world = World::new();
    let before = Event { id: EventId(1), join_code: "ACDEFG".to_owned(), survey_id: None, ..world.event.clone() };
    world.app.planned(&before);
    let ann = world.app.expect(&before, "Ann", "ann@example.org");
    let after = Event { id: EventId(3), join_code: "ACDEFJ".to_owned(), survey_id: None, ..world.event.clone() };
    world.app.planned(&after);
    let again = world.app.expect(&after, "Ann", "ann@example.org");
    let mut anybody = world.app.patient();
    let at = format!("/e/acdefg/stop/{}", world.app.state.attendees().token(ann.id));
    anybody.open(&at).await;
    assert!(anybody.status == 200 && anybody.words().contains("Stop emails"), "{}", anybody.words());
    assert_eq!(world.app.attendee(&ann).stopped_at, None, "looking stops nothing");
    for _ in 0..2 {
        anybody.post(&at, &[("List-Unsubscribe", "One-Click")]).await;
        assert!(anybody.status == 200 && anybody.words().contains("no more email"), "{}", anybody.words());
    }
    let stopped = [&ann, &again].map(|one| world.app.attendee(one).stopped_at);
    assert_eq!(stopped, [Some(NOW.micros()); 2], "on every list of that organisation");
    assert_eq!(world.app.audited(Action::EventEmailStopped).len(), 1);
    world.post("/new", &ANN).await;
    assert!(world.rows().await[0].contains("Does not want email"));
    let elsewhere = world.app.with_organisation("Another County", "commissioner");
    let theirs = Event { id: EventId(2), join_code: "ACDEFH".to_owned(), survey_id: None, ..world.app.event_of(elsewhere) };
    world.app.planned(&theirs);
    let mut lead = world.app.lead(elsewhere);
    let token = world.app.token(&lead);
    lead.post("/engage/2/people/new", &[&[("token", token.as_str())], &ANN[..]].concat()).await;
    assert_eq!(world.app.attendees_of(&theirs)[0].not_asked, None);
    for wrong in ["/e/acdefg/stop/none", "/e/%00/stop/none", &at.replace("acdefg", "acdefh")] {
        anybody.post(wrong, &[]).await;
        assert_eq!(anybody.status, 410, "{wrong}");
    }
}

#[tokio::test]
async fn that_somebody_wants_no_more_email_holds_when_they_are_taken_off_the_list_or_put_right() {
    let mut world = World::new();
    let ann = world.app.expect(&world.event, "Ann", "ann@example.org");
    let ben = world.app.expect(&world.event, "Ben", "ben@example.org");
    for one in [&ann, &ben] {
        let at = format!("/e/{}/stop/{}", world.event.join_code, world.app.state.attendees().token(one.id));
        assert_eq!(world.app.patient().post(&at, &[]).await.status, 200);
    }
    world.post(&format!("/{}/remove", ann.id.0), &[]).await;
    world.post("/new", &ANN).await;
    let own = format!("/{}", ben.id.0);
    world.post(&own, &[("name", "Ben"), ("email", "benn@example.org"), ("may-email", "no")]).await;
    world.post(&own, &[("name", "Ben"), ("email", "ben@example.org"), ("may-email", "yes")]).await;
    let rows = world.rows().await;
    assert_eq!(rows.iter().filter(|row| row.contains("Does not want email")).count(), 2, "{rows:?}");
    world.post("/invite", &[]).await;
    world.app.turn().await;
    assert_eq!(world.app.written_to(), Vec::<String>::new());
}

#[tokio::test]
async fn a_form_about_somebody_without_an_address_that_is_sent_twice_adds_them_once() {
    let mut world = World::new();
    let at = world.at();
    for below in ["new", "door"] {
        world.lead.open(&format!("{at}/{below}")).await;
        let form = world.lead.attributes(&format!("form[action^='{at}/{below}'] input[name=once]"), "value").remove(0);
        for _ in 0..2 {
            world.post(&format!("/{below}"), &[("once", form.as_str()), ("name", "Ann Ash")]).await;
            assert_eq!(world.lead.status, 303, "{}", world.lead.words());
        }
    }
    assert_eq!(world.app.attendees_of(&world.event).len(), 2);
    world.upload(b"name\nBen\nCarl\n").await;
    let mut again = world.lead.clone();
    world.lead.press().await;
    again.press().await;
    assert_eq!((again.status, world.app.attendees_of(&world.event).len()), (200, 4), "{}", again.words());
}

#[tokio::test]
async fn somebody_who_left_an_address_can_be_put_on_the_list_like_anybody() {
    let mut world = World::new();
    let left = world.app.expect(&world.event, "", "ann@example.org");
    let left = saywell::store::attendees::Attendee { source: "left".to_owned(), wants_news: true, answered_at: Some(NOW.micros()), ..left };
    world.app.set_attendee(&left);
    world.post("/new", &ANN).await;
    assert_eq!(world.lead.location().unwrap(), format!("{}?done=added", world.at()), "nobody learns who left an address");
    let one = world.app.attendees_of(&world.event).remove(0);
    assert_eq!((one.id, one.source.as_str(), one.wants_news, one.answered_at), (left.id, "expected", true, left.answered_at));
    assert!(world.rows().await[0].contains("Ann Ash"));
}

#[tokio::test]
async fn at_the_door_one_press_says_that_somebody_came_and_nobody_has_to_say_who_they_are() {
    let mut world = World::new();
    let ann = world.app.expect(&world.event, "Ann Ash", "ann@example.org");
    let at = format!("{}/door", world.at());
    world.lead.open(&at).await;
    assert!(world.lead.words().contains("Ann Ash") && world.lead.words().contains("0 of 1 came"), "{}", world.lead.words());
    assert!(!world.lead.body.contains("ann@example.org"), "the page stands open where people pass by");
    let tick = format!("/{}/came", ann.id.0);
    for _ in 0..2 {
        world.post(&tick, &[("came", "yes")]).await;
    }
    assert_eq!(world.app.attendee(&ann).came_at, Some(NOW.micros()));
    world.post("/door", &[("name", ""), ("part", "carer")]).await;
    world.post("/door", &[("name", "Ben Beech")]).await;
    world.lead.open(&at).await;
    assert!(world.lead.words().contains("3 of 3 came") && world.lead.words().contains("No name given"), "{}", world.lead.words());
    world.post("/door", &[("name", "123")]).await;
    assert_eq!((world.lead.status, world.lead.errors()[0].0.as_str()), (422, "#name"));
    world.post(&tick, &[("came", "no")]).await;
    assert_eq!(world.app.attendee(&ann).came_at, None);
}

#[tokio::test]
async fn those_who_left_an_address_themselves_are_counted_and_not_shown() {
    let mut world = World::new();
    let left = world.app.expect(&world.event, "", "left@example.org");
    world.app.set_attendee(&saywell::store::attendees::Attendee { source: "left".to_owned(), ..left.clone() });
    let at = world.at();
    world.lead.open(&at).await;
    assert!(!world.lead.body.contains("left@example.org") && world.lead.words().contains("Left an address themselves 1"));
    world.lead.open(&format!("{at}/{}", left.id.0)).await;
    assert_eq!(world.lead.status, 404);
}
