//! Themes: the codebook, two people who code the same comments, how far they agree, and settling where they differ.

use saywell::domain::access::{Action, Role};
use saywell::domain::disclosure::Profile;
use saywell::store::accounts::Grant;
use saywell::store::events::Event;
use saywell::store::ids::ThemeId;
use saywell::store::{codings, stances, themes};

use super::super::support::events::Said;
use super::super::support::{App, Browser};

const LIST: &str = "/engage/themes";
const WORDS: &str = "The bus stops at six, and my mother cannot walk so far.";

/// Somebody who looks after the events of the organisation that holds this one.
fn lead(app: &App, event: &Event, name: &str) -> Browser {
    app.signed_in(app.with_staff(name, &[Grant { organisation: event.organisation_id, role: Role::EngagementLead }]))
}

/// Somebody says that at an event in their own words.
async fn says(app: &App, event: &Event, words: &str) -> String {
    app.answer(event, Said { matters: Some(words), ..Said::default() }).await
}

/// An event with that many comments, and two themes of the codebook.
async fn with_comments(app: &App, many: usize) -> (Event, [ThemeId; 2]) {
    let event = app.hold().await;
    for number in 0..many {
        says(app, &event, &format!("{WORDS} {number}")).await;
    }
    let theme = |title| app.with_theme(event.organisation_id, title);
    let both = [theme("Getting there"), theme("A break")];
    (event, both)
}

fn coding(event: &Event) -> String {
    format!("/engage/{}/coding", event.id.0)
}

fn agreement(event: &Event) -> String {
    format!("/engage/{}/agreement", event.id.0)
}

/// Codes the comment on the page with these; `none` for none of them.
async fn code(desk: &mut Browser, themes: &[&str]) {
    for theme in themes {
        desk.choose_code(theme);
    }
    desk.press().await;
    assert_eq!(desk.status, 200, "{}", desk.words());
}

/// Begins coding, and codes each comment with these.
async fn code_all(desk: &mut Browser, event: &Event, all: &[&[&str]]) {
    desk.open(&coding(event)).await.click("Code the next comment").await;
    for themes in all {
        code(desk, themes).await;
    }
}

fn number(id: ThemeId) -> String {
    id.0.to_string()
}

mod codebook {
    use super::*;

    #[tokio::test]
    async fn an_empty_one_says_how_to_begin_and_a_theme_is_added_with_what_belongs_there_and_what_does_not() {
        let app = App::spawn();
        let event = app.hold().await;
        let mut desk = lead(&app, &event, "Lena Lead");
        desk.open(LIST).await;
        assert!(desk.words().contains("There are no themes yet"), "{}", desk.words());
        desk.click("Add a theme").await.press().await;
        assert_eq!((desk.status, desk.errors()), (422, vec![("#title".to_owned(), "Enter a title".to_owned())]));
        desk.fill("Title", " Getting  there ").fill("What belongs there", "Buses, parking").fill("What does not belong there", "Rooms");
        desk.press().await;
        for shown in ["The theme was added", "Getting there", "Buses, parking", "Rooms"] {
            assert!(desk.words().contains(shown), "{shown}: {}", desk.words());
        }
        assert_eq!(app.audited(Action::ThemeAdded).len(), 1);
    }

    #[tokio::test]
    async fn no_two_themes_that_are_offered_are_called_the_same() {
        let app = App::spawn();
        let event = app.hold().await;
        let first = app.with_theme(event.organisation_id, "Getting there");
        let other = app.with_theme(event.organisation_id, "A break");
        let mut desk = lead(&app, &event, "Lena Lead");
        desk.open(&format!("{LIST}/new")).await.fill("Title", "GETTING THERE").press().await;
        assert!(desk.status == 422 && desk.errors()[0].1.contains("Another theme has this title"), "{:?}", desk.errors());
        desk.open(&format!("{LIST}/{}", other.0)).await.fill("Title", "Getting there").press().await;
        assert_eq!(desk.status, 422);
        desk.open(&format!("{LIST}/{}/retire", first.0)).await.press().await;
        assert!(desk.words().contains("The theme is retired"));
        desk.open(&format!("{LIST}/new")).await.fill("Title", "Getting there").press().await;
        assert!(desk.words().contains("The theme was added"), "a retired one is in nobody's way");
        desk.open(&format!("{LIST}/{}/retire", first.0)).await.press().await;
        assert!(desk.words().contains("another theme has the same title now"), "{}", desk.words());
    }

    #[tokio::test]
    async fn what_somebody_else_changed_meanwhile_is_not_undone_unseen() {
        let app = App::spawn();
        let event = app.hold().await;
        let page = format!("{LIST}/{}", app.with_theme(event.organisation_id, "Buses").0);
        let (mut one, mut other) = (lead(&app, &event, "Lena Lead"), lead(&app, &event, "Olga Other"));
        one.open(&page).await.fill("Title", "Getting there");
        other.open(&page).await.fill("Title", "Transport").press().await;
        one.press().await;
        assert!(one.status == 422 && one.errors()[0].1.contains("now called “Transport”"), "{:?}", one.errors());
        one.press().await;
        assert!(one.words().contains("The theme was changed") && one.words().contains("Getting there"));
        assert_eq!(app.audited(Action::ThemeChanged).len(), 2);
    }

    #[tokio::test]
    async fn nobody_sees_or_changes_that_of_another_organisation() {
        let app = App::spawn();
        let event = app.hold().await;
        let elsewhere = app.with_theme(app.with_organisation("Elsewhere", "commissioner"), "Theirs");
        let mut desk = lead(&app, &event, "Lena Lead");
        desk.open(LIST).await;
        assert!(!desk.words().contains("Theirs"));
        for page in ["", "/retire", "/merge"] {
            assert_eq!(desk.open(&format!("{LIST}/{}{page}", elsewhere.0)).await.status, 404, "{page}");
        }
        assert_eq!(app.audited(Action::Refused).len(), 3);
    }

    #[tokio::test]
    async fn two_themes_made_one_settle_what_two_coders_called_differently() {
        let app = App::spawn();
        let (event, [getting, rest]) = with_comments(&app, 2).await;
        let (mut one, mut other) = (lead(&app, &event, "Lena Lead"), lead(&app, &event, "Olga Other"));
        let (getting_there, a_break) = (number(getting), number(rest));
        code_all(&mut one, &event, &[&[&getting_there], &[&getting_there, &a_break]]).await;
        code_all(&mut other, &event, &[&[&a_break], &[&a_break]]).await;
        assert!(app.comments_of(&event).iter().all(|comment| comment.themed_at.is_none()));
        one.open(&format!("{LIST}/{}/merge", getting.0)).await.press().await;
        assert_eq!(one.errors()[0].1, "Choose the theme to merge it into");
        one.choose("A break").press().await;
        assert!(one.words().contains("The two themes are one now"), "{}", one.words());
        assert!(app.comments_of(&event).iter().all(|comment| comment.themed_at.is_some()));
        let heard = app.store().read_now("heard", |conn| themes::heard_at(conn, event.id)).unwrap();
        assert_eq!(heard.iter().map(|one| (one.theme.id, one.comments)).collect::<Vec<_>>(), [(rest, 2)]);
        assert_eq!(app.audited(Action::ThemesMerged).len(), 1);
    }
}

mod coding_comments {
    use super::*;

    #[tokio::test]
    async fn one_comment_after_the_other_is_coded_and_it_is_said_how_many_are_left() {
        let app = App::spawn();
        let (event, [getting, _]) = with_comments(&app, 2).await;
        let mut desk = lead(&app, &event, "Lena Lead");
        desk.open(&coding(&event)).await;
        assert!(desk.words().contains("There are 2 comments. You have coded 0; 2 are left for you."), "{}", desk.words());
        desk.click("Code the next comment").await;
        assert_eq!(desk.heading(), "Carers in the hall Comment 1; 2 of 2 left for you");
        assert!(desk.words().contains(WORDS), "{}", desk.words());
        assert_eq!(app.audited(Action::CommentViewed).len(), 1);
        desk.press().await;
        assert_eq!(desk.errors(), [("#themes".to_owned(), "Choose the themes that fit, or “None of these”".to_owned())]);
        code(&mut desk, &[&number(getting)]).await;
        assert_eq!(desk.heading(), "Carers in the hall Comment 2; 1 of 2 left for you");
        code(&mut desk, &["none"]).await;
        assert!(desk.words().contains("That was the last one for you"), "{}", desk.words());
        assert_eq!(app.audited(Action::CommentCoded).len(), 2);
        desk.open(&agreement(&event)).await;
        assert!(desk.words().contains("No comment has been coded by two people yet"), "{}", desk.words());
    }

    #[tokio::test]
    async fn one_can_go_back_and_change_it_until_somebody_else_has_coded_it() {
        let app = App::spawn();
        let (event, [getting, rest]) = with_comments(&app, 2).await;
        let (mut one, mut other) = (lead(&app, &event, "Lena Lead"), lead(&app, &event, "Olga Other"));
        code_all(&mut one, &event, &[&["none"]]).await;
        one.click("Back to the one before").await;
        let ticked = |desk: &Browser| {
            let all = desk.controls().into_iter().filter(|control| control.name == "themes" && control.chosen);
            all.map(|control| control.value).collect::<Vec<_>>()
        };
        assert_eq!(ticked(&one), ["none"]);
        let page = one.path().to_owned();
        one.post(&page, &[("token", &one.attributes("main form input[name=token]", "value")[0]), ("themes", &number(getting))]).await;
        assert_eq!(one.open(&page).await.status, 200);
        assert_eq!(ticked(&one), [number(getting)]);
        other.open(&page).await;
        assert!(ticked(&other).is_empty(), "neither sees what the other chose");
        code(&mut other, &[&number(rest)]).await;
        one.press().await;
        assert_eq!(one.status, 422);
        assert!(one.words().contains("what you chose stays as it is"), "{}", one.words());
        one.click("See what was chosen, and settle it").await;
        assert!(one.words().contains("Lena Lead Getting there") && one.words().contains("Olga Other A break"), "{}", one.words());
    }

    #[tokio::test]
    async fn a_third_is_told_that_two_have_coded_it() {
        let app = App::spawn();
        let (event, [getting, _]) = with_comments(&app, 1).await;
        let mut third = lead(&app, &event, "Tessa Third");
        third.open(&coding(&event)).await.click("Code the next comment").await.choose_code(&number(getting));
        for name in ["Lena Lead", "Olga Other"] {
            code_all(&mut lead(&app, &event, name), &event, &[&["none"]]).await;
        }
        third.press().await;
        assert_eq!(third.status, 422);
        assert!(third.words().contains("Two others have coded this comment"), "{}", third.words());
        third.open(&coding(&event)).await;
        assert!(third.words().contains("none is left for you. Two others have coded one of them."), "{}", third.words());
        assert_eq!(app.comments_of(&event)[0].coders.len(), 2);
    }

    #[tokio::test]
    async fn two_who_finish_at_the_same_moment_leave_no_place_for_a_third() {
        let app = App::spawn();
        let (event, _) = with_comments(&app, 1).await;
        let mut desks = Vec::new();
        for name in ["Ada", "Bea", "Cleo", "Dot"] {
            let mut desk = lead(&app, &event, name);
            desk.open(&coding(&event)).await.click("Code the next comment").await.choose_code("none");
            desks.push(desk);
        }
        let [one, two, three, four] = desks.as_mut_slice() else { unreachable!() };
        tokio::join!(one.send(), two.send(), three.send(), four.send());
        let statuses = desks.iter().map(|desk| desk.status).collect::<Vec<_>>();
        assert_eq!(statuses.iter().filter(|status| **status == 303).count(), 2, "{statuses:?}");
        let comment = &app.comments_of(&event)[0];
        assert!(comment.coders.len() == 2 && comment.themed_at.is_some(), "{comment:?}");
    }

    #[tokio::test]
    async fn a_theme_that_is_missing_is_added_on_the_way_once() {
        let app = App::spawn();
        let (event, [getting, _]) = with_comments(&app, 2).await;
        let mut desk = lead(&app, &event, "Lena Lead");
        desk.open(&coding(&event)).await.click("Code the next comment").await;
        desk.fill("A theme that is missing", "Being listened to").choose_code(&number(getting)).press().await;
        desk.fill("A theme that is missing", "being LISTENED to").press().await;
        let all = app.store().read_now("codebook", |conn| themes::of_organisation(conn, event.organisation_id)).unwrap();
        assert_eq!(all.iter().map(|theme| theme.title.as_str()).collect::<Vec<_>>(), ["A break", "Being listened to", "Getting there"]);
        let comments = app.comments_of(&event);
        let first = app.store().read_now("choices", |conn| codings::choices(conn, comments[0].id)).unwrap();
        assert_eq!(first[0].themes.len(), 2);
        assert_eq!(app.audited(Action::ThemeAdded).len(), 1);
    }

    #[tokio::test]
    async fn what_a_comment_says_about_the_framework_is_noted_and_stays_when_the_next_says_nothing() {
        let app = App::spawn();
        let (event, _) = with_comments(&app, 1).await;
        let (mut one, mut other) = (lead(&app, &event, "Lena Lead"), lead(&app, &event, "Olga Other"));
        other.open(&coding(&event)).await.click("Code the next comment").await.choose_code("none");
        one.open(&coding(&event)).await.click("Code the next comment").await.choose_code("none");
        one.fill("stance-outcome-settled", "questions").fill("stance-indicator-settled-accommodation", "supports").press().await;
        let noted = |app: &App| {
            let comment = app.comments_of(&event)[0].id;
            let rows = app.store().read_now("stances", |conn| stances::of_comment(conn, comment)).unwrap();
            rows.into_iter().map(|row| (row.subject_key, row.stance)).collect::<Vec<_>>()
        };
        let both = [("settled-accommodation", "supports"), ("settled", "questions")];
        let both = both.map(|(key, stance)| (key.to_owned(), stance.to_owned()));
        assert_eq!(noted(&app), both);
        // The page of the other was made before: what it does not say is not taken back.
        other.press().await;
        assert_eq!(noted(&app), both);
    }

    #[tokio::test]
    async fn a_comment_that_was_taken_back_is_gone_with_what_was_made_of_it() {
        let app = App::spawn();
        let event = app.hold().await;
        let receipt = says(&app, &event, WORDS).await;
        let getting = app.with_theme(event.organisation_id, "Getting there");
        let (mut one, mut other) = (lead(&app, &event, "Lena Lead"), lead(&app, &event, "Olga Other"));
        other.open(&coding(&event)).await.click("Code the next comment").await.choose_code("none");
        code_all(&mut one, &event, &[&[&number(getting)]]).await;
        let mut phone = app.patient();
        phone.post("/receipt/withdraw", &[("code", &receipt)]).await.press().await;
        assert_eq!(phone.path(), "/receipt/withdrawn", "{}", phone.words());
        assert!(app.comments_of(&event).is_empty());
        other.press().await;
        assert!(other.words().contains("That comment is not here any more"), "{}", other.words());
        assert!(other.words().contains("There are no comments yet"), "{}", other.words());
        one.open(LIST).await;
        assert!(one.words().contains("Getting there"));
    }

    #[tokio::test]
    async fn nobody_codes_what_was_said_at_an_event_of_somebody_else() {
        let app = App::spawn();
        let (event, _) = with_comments(&app, 1).await;
        let (theirs, _) = with_comments(&app, 1).await;
        let mut desk = lead(&app, &event, "Lena Lead");
        let comment = app.comments_of(&theirs)[0].id.0;
        for page in [coding(&theirs), format!("{}/{comment}", coding(&theirs)), format!("{}/{comment}", coding(&event)), agreement(&theirs)]
        {
            assert_eq!(desk.open(&page).await.status, 404, "{page}");
        }
        assert_eq!((app.audited(Action::Refused).len(), app.audited(Action::CommentViewed).len()), (4, 0));
    }
}

mod agreeing {
    use super::*;

    /// Both see the same in the first comment, and not in the second.
    async fn differing(app: &App) -> (Event, [ThemeId; 2], Browser, Browser) {
        let (event, both) = with_comments(app, 3).await;
        let (mut one, mut other) = (lead(app, &event, "Lena Lead"), lead(app, &event, "Olga Other"));
        let (getting, rest) = (number(both[0]), number(both[1]));
        code_all(&mut one, &event, &[&[&getting], &[&getting, &rest], &["none"]]).await;
        code_all(&mut other, &event, &[&[&getting], &[&rest], &["none"]]).await;
        (event, both, one, other)
    }

    #[tokio::test]
    async fn it_is_shown_theme_by_theme_and_over_all_with_where_they_differ() {
        let app = App::spawn();
        let (event, _, mut one, _) = differing(&app).await;
        one.open(&agreement(&event)).await;
        let words = one.words();
        for shown in [
            "3 of 3 comments were coded by two people. 2 of them are settled; about 1 the two differ.",
            "They chose exactly the same themes for 2 of 3 comments (67%).",
            "Comment 2 Lena Lead: A break, Getting there Olga Other: A break",
            "A break Both 1 Only Lena Lead 0 Only Olga Other 0 Neither 2 Decided alike 100% Cohen’s kappa 1.00",
            "Getting there Both 1 Only Lena Lead 1 Only Olga Other 0 Neither 1 Decided alike 67% Cohen’s kappa 0.40",
        ] {
            assert!(words.contains(shown), "{shown}: {words}");
        }
    }

    #[tokio::test]
    async fn where_both_agree_it_is_settled_by_itself_and_where_they_differ_somebody_settles_it() {
        let app = App::spawn();
        let (event, [getting, rest], mut one, _) = differing(&app).await;
        let mut third = lead(&app, &event, "Tessa Third");
        third.open(&agreement(&event)).await.click("Comment 2").await;
        let ticked: Vec<_> = third.controls().into_iter().filter(|control| control.chosen).map(|control| control.label).collect();
        assert_eq!(ticked, ["A break"], "what both saw is ticked");
        one.open(&agreement(&event)).await.click("Comment 2").await.choose("Getting there").press().await;
        assert!(one.words().contains("It is settled.") && one.words().contains("Settled by somebody"), "{}", one.words());
        let heard = app.store().read_now("heard", |conn| themes::heard_at(conn, event.id)).unwrap();
        let counted: Vec<_> = heard.iter().map(|one| (one.theme.id, one.comments, one.people)).collect();
        assert_eq!(counted, [(getting, 2, 2), (rest, 1, 1)]);
        assert!(heard.iter().all(|one| one.shown(&Profile::mhsds()).is_none()), "too few people to say how many");
        third.press().await;
        assert!(third.status == 422 && third.errors()[0].1.contains("Somebody else has settled this meanwhile"), "{:?}", third.errors());
        assert!(third.words().contains("Settled by Lena Lead."), "{}", third.words());
        assert_eq!(app.audited(Action::CommentSettled).len(), 1);
    }

    #[tokio::test]
    async fn nobody_sees_what_one_alone_has_chosen() {
        let app = App::spawn();
        let (event, [getting, _]) = with_comments(&app, 1).await;
        let (mut one, mut other) = (lead(&app, &event, "Lena Lead"), lead(&app, &event, "Olga Other"));
        code_all(&mut one, &event, &[&[&number(getting)]]).await;
        let comment = app.comments_of(&event)[0].id.0;
        other.open(&format!("{}/{comment}", agreement(&event))).await;
        assert_eq!(other.path(), format!("{}/{comment}", coding(&event)), "{}", other.words());
    }

    #[tokio::test]
    async fn people_are_counted_once_however_much_they_said() {
        let app = App::spawn();
        let event = app.hold().await;
        let said = Said { matters: Some("Buses"), missing: Some("Trains"), ..Said::default() };
        app.answer(&event, said).await;
        let getting = number(app.with_theme(event.organisation_id, "Getting there"));
        for name in ["Lena Lead", "Olga Other"] {
            code_all(&mut lead(&app, &event, name), &event, &[&[&getting], &[&getting]]).await;
        }
        let heard = app.store().read_now("heard", |conn| themes::heard_at(conn, event.id)).unwrap();
        assert_eq!((heard[0].comments, heard[0].people), (2, 1));
    }
}
