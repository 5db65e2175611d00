//! Every indicator, programme by programme, with the version in force and where its draft stands.

use actix_web::HttpResponse;
use actix_web::web::Data;

use super::month;
use super::show::draft_state;
use crate::app::App;
use crate::domain::indicator::Definition;
use crate::i18n::{Locale, MissingMessage};
use crate::store::definitions::{self, IN_FORCE, Kept};
use crate::web::pages::define::{DefinitionLine, DefinitionsPage, ProgrammeDefinitions};
use crate::web::problem::Problem;
use crate::web::reply;
use crate::web::right::SeeFramework;
use crate::web::staff::Staff;
use crate::web::visitor::Visitor;

/// Shows them.
pub async fn show(app: Data<App>, visitor: Visitor, staff: Staff<SeeFramework>) -> Result<HttpResponse, Problem> {
    let all = app.store.read("definitions", definitions::all).await?;
    let mut programmes = Vec::new();
    for programme in &app.framework.programmes {
        let own = app.framework.outcomes_of(programme).flat_map(|outcome| app.framework.indicators_of(outcome));
        let lines = own.map(|one| line(&visitor.locale, one, &all)).collect::<Result<_, MissingMessage>>()?;
        programmes.push(ProgrammeDefinitions { title: programme.title.clone(), lines });
    }
    let text_lang = (visitor.locale.language().primary() != "en").then(|| "en".to_owned());
    reply::staff_page(&app, &visitor, &DefinitionsPage { programmes, text_lang }, &staff)
}

fn line(locale: &Locale, one: &Definition, all: &[Kept]) -> Result<DefinitionLine, MissingMessage> {
    let own = || all.iter().filter(|kept| kept.indicator == one.key);
    let newest = own().rev().find(|kept| kept.status == IN_FORCE);
    let said = newest.and_then(|kept| kept.definition().ok()).unwrap_or_else(|| one.clone());
    let (version, from) = (i64::from(said.version), month(locale, said.effective_from));
    let translated = said.said.contains_key(locale.language().primary());
    Ok(DefinitionLine {
        title: said.title_in(locale.language()).to_owned(),
        lang: (!translated && locale.language().primary() != "en").then(|| "en".to_owned()),
        href: format!("/definitions/{}", one.key),
        in_force: locale.t("define-in-force-from", &[("version", version.into()), ("month", from.into())])?,
        draft: own().find(|kept| kept.is_draft()).map(|kept| draft_state(locale, kept)).transpose()?,
    })
}
