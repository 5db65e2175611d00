//! Every outcome and indicator, programme by programme, and where it stands.

use actix_web::HttpResponse;
use actix_web::web::Data;

use super::{Topic, standing};
use crate::app::App;
use crate::domain::engagement::Subject;
use crate::domain::framework::standing::{Decision, Standing};
use crate::domain::framework::{Outcome, Programme};
use crate::i18n::Locale;
use crate::store::validations;
use crate::web::pages::framework::{FrameworkPage, Line, OutcomeLines, ProgrammeLines};
use crate::web::problem::Problem;
use crate::web::reply;
use crate::web::right::SeeFramework;
use crate::web::staff::Staff;
use crate::web::visitor::Visitor;

/// Shows it.
pub async fn show(app: Data<App>, visitor: Visitor, staff: Staff<SeeFramework>) -> Result<HttpResponse, Problem> {
    let decisions = app.store.read("validations", validations::all).await?;
    let writer = Writer { app: &app, locale: &visitor.locale, decisions };
    let page = FrameworkPage {
        title: app.framework.title.clone(),
        programmes: app.framework.programmes.iter().map(|one| writer.programme(one)).collect::<Result<_, _>>()?,
        text_lang: (visitor.locale.language().primary() != "en").then(|| "en".to_owned()),
    };
    reply::staff_page(&app, &visitor, &page, &staff)
}

struct Writer<'a> {
    app: &'a App,
    locale: &'a Locale,
    /// Every decision, the newest first: subject, key and decision.
    decisions: Vec<(String, String, Decision)>,
}

impl Writer<'_> {
    fn programme(&self, programme: &Programme) -> Result<ProgrammeLines, Problem> {
        let outcomes = self.app.framework.outcomes_of(programme).map(|outcome| self.outcome(outcome));
        Ok(ProgrammeLines { title: programme.title.clone(), outcomes: outcomes.collect::<Result<_, _>>()? })
    }

    fn outcome(&self, outcome: &Outcome) -> Result<OutcomeLines, Problem> {
        let indicators = self.app.framework.indicators_of(outcome).map(|one| self.line(Subject::Indicator, &one.key));
        Ok(OutcomeLines { outcome: self.line(Subject::Outcome, &outcome.key)?, indicators: indicators.collect::<Result<_, _>>()? })
    }

    fn line(&self, subject: Subject, key: &str) -> Result<Line, Problem> {
        let topic = Topic::of(self.app, self.locale, subject, key).ok_or(Problem::NotFound)?;
        let own = self.decisions.iter().filter(|(of, one, _)| of == subject.code() && one == key);
        let own: Vec<Decision> = own.map(|(.., decision)| *decision).collect();
        let state = standing(self.app, self.locale, Standing::of(&own, topic.version), topic.version)?;
        Ok(Line { href: topic.at(), title: topic.title, state, lang: topic.lang })
    }
}
