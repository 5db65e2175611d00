//! Where two passes of a paper differ: both are shown, and neither is called right. Whoever looks at the paper chooses.

use actix_web::HttpResponse;
use actix_web::web::{Data, Path};

use super::Entry;
use super::paper::{paper_of, sent};
use super::sending::prepare;
use super::sheet::Sheet;
use crate::app::App;
use crate::domain::care::transcript::{Part, Transcript};
use crate::domain::survey::{Given, Language, LinkId, Respondent};
use crate::i18n::Locale;
use crate::store::responses;
use crate::store::transcriptions::Paper;
use crate::web::form::Fields;
use crate::web::pages::form::{Back, Choice, Field, Form, Input};
use crate::web::pages::part::FieldError;
use crate::web::posted::Posted;
use crate::web::problem::Problem;
use crate::web::reply;
use crate::web::respond::view;
use crate::web::right::EnterAnswers;
use crate::web::staff::Staff;
use crate::web::visitor::Visitor;

/// What stands for "neither".
const NEITHER: &str = "neither";

/// Where the differences of a paper are.
pub fn address(entry: &Entry) -> String {
    format!("{}/differences", entry.address("transcribe"))
}

/// Two passes, and the sheet they were typed from.
struct Compared<'a> {
    sheet: Sheet<'a>,
    paper: Paper,
    one: Transcript,
    other: Transcript,
    parts: Vec<Part>,
}

/// The passes of a paper that was typed twice; nothing of any other.
async fn compared<'a>(app: &App, visitor: &'a Visitor, entry: &'a Entry) -> Result<Option<Compared<'a>>, Problem> {
    let paper = if entry.over().is_some() { None } else { paper_of(app, entry).await? };
    let Some(paper) = paper else { return Ok(None) };
    let [one, other] = paper.passes.as_slice() else { return Ok(None) };
    let (one, other) = (one.transcript.clone(), other.transcript.clone());
    let sheet = Sheet::of(app, visitor, entry, paper.response.version_id).await?;
    let parts = one.differences(&other, &sheet.journey);
    Ok(Some(Compared { sheet, paper, one, other, parts }))
}

/// Shows where the passes differ.
pub async fn show(app: Data<App>, visitor: Visitor, staff: Staff<EnterAnswers>, ids: Path<(i64, i64)>) -> Result<HttpResponse, Problem> {
    let entry = Entry::load(&app, &visitor.locale, &staff, *ids).await?;
    match compared(&app, &visitor, &entry).await? {
        Some(compared) => reply::staff_page(&app, &visitor, &compared.form(&visitor.locale, &Fields::default(), None)?, &staff),
        None => Ok(reply::see_other(&entry.address("transcribe"))),
    }
}

/// Sends what was chosen. Where neither is right, the paper is typed again from the beginning.
pub async fn settle(
    app: Data<App>,
    visitor: Visitor,
    staff: Staff<EnterAnswers>,
    ids: Path<(i64, i64)>,
    typed: Posted,
) -> Result<HttpResponse, Problem> {
    let entry = Entry::load(&app, &visitor.locale, &staff, *ids).await?;
    let Some(compared) = compared(&app, &visitor, &entry).await? else { return Ok(reply::see_other(&entry.address("transcribe"))) };
    let picks: Vec<&str> = (0..compared.parts.len()).map(|place| typed.first(&field(place))).collect();
    if picks.contains(&NEITHER) {
        let (survey, id) = (compared.paper.response.survey_id, compared.paper.response.id);
        app.store.write("drop paper", move |tx| responses::drop_draft(tx, survey, id)).await?;
        return Ok(reply::see_other(&format!("{}#", entry.address("transcribe"))));
    }
    let again = |key| reply::staff_again(&app, &visitor, &compared.form(&visitor.locale, &typed, Some(key))?, &staff);
    if picks.iter().any(|pick| !matches!(*pick, "1" | "2")) {
        return again("differences-empty");
    }
    let agreed = compared.agreed(&picks);
    let walk = compared.sheet.journey.walk(&agreed.answers, agreed.answered);
    let is_kept =
        |id: &LinkId, given: &Given| walk.reachable().iter().all(|page| page.item.link_id != *id || walk.given(page) == Some(given));
    if walk.missing_required().is_some() || !agreed.answers.iter().all(|(id, given)| is_kept(id, given)) {
        return again("differences-broken");
    }
    let sending = prepare(&app, &staff, &compared.sheet, &compared.paper, &agreed)?;
    Ok(reply::see_other(&format!("{}#", sent(&app, &staff, &entry, sending, 2).await?)))
}

/// The name of the field of the difference at that place.
fn field(place: usize) -> String {
    format!("d{}", place + 1)
}

impl Compared<'_> {
    /// The passes with the parts as they were chosen.
    fn agreed(&self, picks: &[&str]) -> Transcript {
        let others = self.parts.iter().zip(picks).filter(|(_, pick)| **pick == "2").map(|(part, _)| part);
        let mut agreed = others.fold(self.one.clone(), |agreed, part| agreed.taking(part, &self.other));
        if agreed.respondent != Respondent::Proxy {
            agreed.relationship = None;
        }
        agreed.answers = self.sheet.journey.recall(&agreed.answers);
        agreed
    }

    /// The form, with `fault` at every part that was not chosen; at the first one where all were.
    fn form(&self, locale: &Locale, typed: &Fields, fault: Option<&str>) -> Result<Form, Problem> {
        let entry = self.sheet.entry;
        let mut fields = Vec::new();
        for (place, part) in self.parts.iter().enumerate() {
            let id = field(place);
            let choice = |value: &str, label: String| Choice::new(value, label);
            let options = vec![
                choice("1", self.words(locale, part, &self.one)?),
                choice("2", self.words(locale, part, &self.other)?),
                choice(NEITHER, locale.t("differences-neither", &[])?),
            ];
            let input = Input::Radios { options: Field::options(&id, options, typed.first(&id)) };
            fields.push(Field::new(&id, self.label(locale, part)?, input));
        }
        let nothing_chosen = |field: &Field| typed.first(&field.id).is_empty();
        if let Some(key) = fault {
            let said = locale.t(key, &[])?;
            let all_chosen = !fields.iter().any(nothing_chosen);
            let wrong = fields.iter_mut().enumerate().filter(|(place, field)| nothing_chosen(field) || (all_chosen && *place == 0));
            wrong.for_each(|(_, field)| field.errors.push(FieldError::new(field.id.clone(), said.clone())));
        }
        Ok(Form {
            heading: locale.t("differences-heading", &[])?,
            caption: Some(entry.name.clone()),
            intro: vec![locale.t("differences-explain", &[])?],
            back: Back { href: entry.person_address(), text: entry.name.clone() },
            action: address(entry),
            hidden: Vec::new(),
            fields,
            button: locale.t("differences-button", &[])?,
            warning: false,
        })
    }

    fn label(&self, locale: &Locale, part: &Part) -> Result<String, Problem> {
        Ok(match part {
            Part::Answered => locale.t("sheet-date", &[])?,
            Part::Respondent => locale.t("sheet-who", &[])?,
            Part::Relationship => locale.t("sheet-relationship", &[])?,
            Part::Item(id) => {
                let pages = self.sheet.journey.pages().iter().enumerate();
                let asked = pages.filter(|(_, page)| page.item.link_id == *id);
                let mut words = asked.map(|(place, page)| format!("{}. {}", place + 1, page.item.text.in_language(self.language())));
                words.next_back().unwrap_or_default()
            }
        })
    }

    /// What was typed of a part, in words.
    fn words(&self, locale: &Locale, part: &Part, typed: &Transcript) -> Result<String, Problem> {
        Ok(match part {
            Part::Answered => locale.date(typed.answered),
            Part::Respondent => locale.t(&format!("question-who-{}", typed.respondent.code()), &[])?,
            Part::Relationship => match typed.relationship {
                Some(one) => locale.t(&format!("question-relationship-{}", one.code()), &[])?,
                None => locale.t("differences-nothing", &[])?,
            },
            Part::Item(id) => match (typed.answers.get(id), self.sheet.journey.definition().item(id)) {
                (Some(Given::Declined), _) => locale.t("check-declined", &[])?,
                (Some(given @ Given::Values(_)), Some(item)) => view::lines(item, given, self.language(), locale)?.join("; "),
                _ => locale.t("differences-nothing", &[])?,
            },
        })
    }

    fn language(&self) -> &Language {
        self.sheet.language()
    }
}
