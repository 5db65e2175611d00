//! The pages of somebody who codes comments: where they stand, and one comment with what there is to choose.

use std::collections::BTreeSet;

use super::coding_typed::{Fault, NONE, Topic};
use super::desk::{Desk, count};
use super::said;
use crate::app::App;
use crate::domain::engagement::{Stance, Subject};
use crate::i18n::{Locale, MissingMessage};
use crate::store::Conn;
use crate::store::codings::{self, Standing};
use crate::store::ids::{CommentId, ThemeId};
use crate::store::stances::{self, Row};
use crate::store::themes::Theme;
use crate::web::form::Fields;
use crate::web::pages::coding::{Coding, OneComment};
use crate::web::pages::form::{Choice, Field, Input};
use crate::web::pages::part::{FieldError, Hidden};
use crate::web::problem::Problem;
use crate::web::right::ReadComments;
use crate::web::staff::Staff;
use crate::web::visitor::Visitor;

/// What was typed, and what is wrong with it.
pub type Typed<'a> = Option<(&'a Fields, &'a [Fault])>;

/// Where somebody stands with the comments of an event.
pub fn overview(visitor: &Visitor, staff: &Staff<ReadComments>, desk: &Desk, done: Option<&str>) -> Result<Coding, Problem> {
    let (locale, me) = (&visitor.locale, staff.account);
    let mine = count(desk.all.iter().filter(|one| one.coders.contains(&me)));
    let (left, total) = (desk.left(me), count(desk.all.iter()));
    let others = count(desk.all.iter().filter(|one| one.is_coded_twice() && !one.coders.contains(&me)));
    let mut sentences = vec![if total == 0 {
        locale.t("coding-empty", &[])?
    } else {
        locale.t("coding-progress", &[("total", total.into()), ("mine", mine.into()), ("left", left.into())])?
    }];
    if others > 0 {
        sentences.push(locale.t("coding-by-others", &[("count", others.into())])?);
    }
    let page = |id: CommentId| format!("{}/{}", desk.at(), id.0);
    Ok(Coding {
        event: desk.event.title.clone(),
        back: format!("/engage/{}", desk.event.id.0),
        sentences,
        next: desk.next(me, None).map(page),
        last: desk.before(me, None).map(page),
        agreement: desk.all.iter().any(Standing::is_coded_twice).then(|| desk.agreement()),
        no_themes: desk.themes.iter().all(|theme| theme.retired_at.is_some()),
        done: match done {
            Some("last") if left == 0 => Some(locale.t("coding-done", &[])?),
            Some("gone") => Some(locale.t("coding-gone", &[])?),
            _ => None,
        },
    })
}

/// One comment with what there is to choose.
pub async fn page(
    app: &App,
    visitor: &Visitor,
    staff: &Staff<ReadComments>,
    (desk, standing): (&Desk, &Standing),
    typed: Typed<'_>,
) -> Result<OneComment, Problem> {
    let (locale, me, id) = (&visitor.locale, staff.account, standing.id);
    let comment = said::open(app, visitor, staff, &desk.event, id).await?;
    let read = move |conn: &mut Conn| Ok((codings::choices(conn, id)?, stances::of_comment(conn, id)?));
    let (choices, noted) = app.store.read("coding of a comment", read).await?;
    let own = choices.into_iter().find(|choice| choice.account == me).map(|choice| choice.themes);
    let closed = standing.is_coded_twice().then(|| {
        let key = if own.is_some() { "coding-fixed" } else { "coding-coded-twice" };
        locale.t(key, &[])
    });
    let ticks: Vec<String> = match typed {
        Some((typed, _)) => typed.all("themes").map(str::to_owned).collect(),
        None => ticks(own.as_ref()),
    };
    let is_offered = |theme: &&Theme| theme.retired_at.is_none() || own.iter().flatten().any(|id| *id == theme.id);
    let offered: Vec<&Theme> = desk.themes.iter().filter(is_offered).collect();
    let topics = Topic::of(app, &desk.event, locale.language());
    let note = |topic: &Topic| topic.noted(&noted).map(|row| row.stance.clone()).unwrap_or_default();
    let chosen = |topic: &Topic| typed.map_or_else(|| note(topic), |(typed, _)| typed.first(&topic.field()).to_owned());
    let position = [("number", desk.number(id).into()), ("total", count(desk.all.iter()).into()), ("left", desk.left(me).into())];
    Ok(OneComment {
        event: desk.event.title.clone(),
        back: desk.at(),
        position: locale.t("coding-position", &position)?,
        comment,
        before: desk.before(me, Some(id)).map(|before| format!("{}/{}", desk.at(), before.0)),
        closed: closed.transpose()?,
        settle: standing.is_coded_twice().then(|| format!("{}/{}", desk.agreement(), id.0)),
        action: format!("{}/{}", desk.at(), id.0),
        themes: marked(locale, theme_field(locale, &offered, &ticks)?, typed)?,
        new_theme: marked(locale, new_theme(locale, typed)?, typed)?,
        stances: topics.iter().map(|topic| stance(locale, topic, &chosen(topic), topic.noted(&noted))).collect::<Result<_, _>>()?,
        stances_open: topics.iter().any(|topic| !chosen(topic).is_empty()),
        hidden: topics.iter().map(|topic| Hidden::new(topic.seen_field(), note(topic))).collect(),
    })
}

/// What is ticked for a choice that was made before.
pub fn ticks(own: Option<&BTreeSet<ThemeId>>) -> Vec<String> {
    match own {
        Some(own) if own.is_empty() => vec![NONE.to_owned()],
        own => own.into_iter().flatten().map(|id| id.0.to_string()).collect(),
    }
}

/// The themes to choose from, each with what belongs there and what does not; and none of them.
pub fn theme_field(locale: &Locale, offered: &[&Theme], ticks: &[String]) -> Result<Field, MissingMessage> {
    let choice = |theme: &&Theme| {
        let not = (!theme.leaves_out.is_empty()).then(|| locale.t("coding-theme-not", &[("what", theme.leaves_out.as_str().into())]));
        let hint: Vec<String> = Some(theme.description.clone()).filter(|one| !one.is_empty()).into_iter().chain(not.transpose()?).collect();
        let choice = Choice::new(theme.id.0.to_string(), &theme.title);
        Ok(if hint.is_empty() { choice } else { choice.hinted(hint.join(" ")) })
    };
    let mut choices = offered.iter().map(choice).collect::<Result<Vec<_>, MissingMessage>>()?;
    choices.push(Choice::new(NONE, locale.t("coding-none", &[])?));
    let ticks: Vec<&str> = ticks.iter().map(String::as_str).collect();
    let options = Field::several("themes", choices, &ticks);
    Ok(Field::new("themes", locale.t("coding-themes", &[])?, Input::Checkboxes { options }).hinted(locale.t("coding-themes-hint", &[])?))
}

fn new_theme(locale: &Locale, typed: Typed<'_>) -> Result<Field, MissingMessage> {
    let value = typed.map(|(typed, _)| typed.first("new-theme").to_owned()).unwrap_or_default();
    let field = Field::new("new-theme", locale.t("coding-new-theme", &[])?, Input::Text { value });
    Ok(field.hinted(locale.t("coding-new-theme-hint", &[])?))
}

fn stance(locale: &Locale, topic: &Topic, chosen: &str, noted: Option<&Row>) -> Result<Field, MissingMessage> {
    let mut choices = vec![Choice::new("", locale.t("coding-stance-nothing", &[])?)];
    for stance in Stance::ALL {
        choices.push(Choice::new(stance.code(), locale.t(&format!("coding-stance-{}", stance.code()), &[])?));
    }
    let kind = if topic.subject == Subject::Outcome { "coding-stance-outcome" } else { "coding-stance-indicator" };
    let id = topic.field();
    let input = Input::Select { options: Field::options(&id, choices, chosen) };
    let field = Field::new(&id, locale.t(kind, &[("title", topic.title.as_str().into())])?, input);
    Ok(if noted.is_some() { field.hinted(locale.t("coding-stance-noted", &[])?) } else { field })
}

fn marked(locale: &Locale, mut field: Field, typed: Typed<'_>) -> Result<Field, MissingMessage> {
    for fault in typed.iter().flat_map(|(_, faults)| faults.iter()).filter(|fault| fault.field() == field.id) {
        field.errors.push(FieldError::new(field.id.clone(), fault.sentence(locale)?));
    }
    Ok(field)
}
