//! The wording of a comment as everybody would read it, and the page that shows it before it is published.

use std::collections::BTreeMap;

use actix_web::HttpResponse;

use super::Found;
use super::offers::{Chosen, Offers};
use super::shown::{question, words_lang};
use crate::app::App;
use crate::domain::engagement::redaction::{Category, Cut, apply};
use crate::domain::survey::Language;
use crate::secret::Purpose;
use crate::web::pages::comments::Preview;
use crate::web::pages::part::Hidden;
use crate::web::problem::Problem;
use crate::web::reply;
use crate::web::right::ReadComments;
use crate::web::staff::Staff;
use crate::web::visitor::Visitor;

/// A wording with what was taken out of the words.
pub struct Wording {
    pub text: String,
    pub cuts: Vec<Cut>,
    /// Shows that this very wording of this state of the comment was looked at.
    seen: String,
}

impl Wording {
    /// True where somebody looked at this very wording of this state of the comment.
    pub fn was_seen(&self, app: &App, found: &Found, seen: &str) -> bool {
        app.secret.is_ours(Purpose::Wording, &signed(found, &self.text), seen)
    }
}

/// Shows the wording as everybody would read it.
pub async fn shown(
    app: &App,
    visitor: &Visitor,
    staff: &Staff<ReadComments>,
    (found, chosen): (&Found, &Chosen),
    changed: Option<String>,
) -> Result<HttpResponse, Problem> {
    super::viewed(app, staff, found).await?;
    let wording = wording(app, found, chosen)?;
    let (question, question_lang) = question(app, visitor, found).await?;
    let mut hidden = vec![
        Hidden::new("revision", found.comment.revision.to_string()),
        Hidden::new("seen", wording.seen),
        Hidden::new("words", chosen.words.clone()),
        Hidden::new("category", chosen.category.code()),
    ];
    hidden.extend(chosen.ticked.iter().flatten().map(|value| Hidden::new("cut", value.clone())));
    let page = Preview {
        event: found.event.title.clone(),
        back: found.address(),
        question,
        question_lang,
        wording: wording.text,
        wording_lang: words_lang(visitor, found),
        taken_out: visitor.locale.t("comments-taken-out", &[("count", count(wording.cuts.len()).into())])?,
        changed,
        publish: format!("{}/publish", found.address()),
        change: format!("{}/preview", found.address()),
        hidden,
    };
    reply::staff_page(app, visitor, &page, staff)
}

/// The words without what was chosen, and in its place what it was, in the language of the words where the pages speak it.
pub fn wording(app: &App, found: &Found, chosen: &Chosen) -> Result<Wording, Problem> {
    let locale = Language::parse(&found.response.language).and_then(|language| app.locales.find(&language));
    let locale = locale.unwrap_or_else(|| app.locales.english());
    let named = |category: &Category| Ok((*category, format!("[{}]", locale.t(&format!("comments-redacted-{}", category.code()), &[])?)));
    let names = Category::ALL.iter().map(named).collect::<Result<BTreeMap<_, _>, Problem>>()?;
    let cuts = Offers::of(found).cuts(found, chosen);
    let text = apply(&found.words, &cuts, &|category| names.get(&category).cloned().unwrap_or_default());
    let seen = app.secret.sign(Purpose::Wording, &signed(found, &text));
    Ok(Wording { text, cuts, seen })
}

fn signed(found: &Found, wording: &str) -> String {
    format!("{}.{}.{wording}", found.comment.id.0, found.comment.revision)
}

/// A number as sentences take it.
pub fn count(many: usize) -> i64 {
    i64::try_from(many).unwrap_or(i64::MAX)
}
