//! What one figure is made of: its counts, who was left out, by which version of the definition and of the survey, in which release,
//! and what disclosure control decided. Refuses to name a person, and to say why a figure is hidden.

use actix_web::HttpResponse;
use actix_web::web::{Data, Path};

use super::asked::Asked;
use super::figures::{self, Writer};
use super::indicator::Shown;
use super::names::Names;
use super::{language_of, parts, periods, ways};
use crate::app::App;
use crate::clock::Moment;
use crate::domain::disclosure::{Figure, Profile, Released};
use crate::domain::indicator::tally::Measure;
use crate::domain::indicator::{Breakdown, Definition, Period};
use crate::domain::release::Place;
use crate::released::{Leaf, Ledger};
use crate::store::surveys;
use crate::web::pages::commissioner::Lineage;
use crate::web::pages::figures::DefinitionLine;
use crate::web::problem::Problem;
use crate::web::reply;
use crate::web::right::SeeCountyFigures;
use crate::web::staff::Staff;
use crate::web::visitor::Visitor;

/// A figure: its indicator, period and place.
struct Whereabouts<'a> {
    definition: Definition,
    period: Period,
    place: Place,
    leaf: &'a Leaf,
    released: Released,
}

impl<'a> Whereabouts<'a> {
    /// [`Problem::NotFound`] for what was not released.
    fn of(app: &App, ledger: &'a Ledger, (key, period, breakdown, member): &(String, String, String, i64)) -> Result<Self, Problem> {
        let found = || {
            let period = Period::parse(period)?;
            let place = Place::of(Breakdown::from_code(breakdown)?, *member);
            let leaf = ledger.leaf(key, period)?;
            let released = *leaf.figures.find(&place).or_else(|| leaf.shares.find(&place))?;
            let definition = app.counted_by(key, (period, leaf))?;
            Some(Self { definition, period, place, leaf, released })
        };
        found().ok_or(Problem::NotFound)
    }

    fn is_share(&self) -> bool {
        matches!(self.place.breakdown, Breakdown::Change | Breakdown::Exclusion)
    }
}

/// Shows what the figure is made of.
pub async fn show(
    app: Data<App>,
    visitor: Visitor,
    staff: Staff<SeeCountyFigures>,
    at: Path<(String, String, String, i64)>,
) -> Result<HttpResponse, Problem> {
    let ledger = app.ledger().await?;
    let at = Whereabouts::of(&app, &ledger, &at)?;
    let names = Names::read(&app).await?;
    let versions = match at.definition.survey().map(str::to_owned) {
        Some(survey) => app.store.read("versions of a survey", move |conn| surveys::versions(conn, &survey)).await?,
        None => Vec::new(),
    };
    let page = page(&app, &visitor, &ledger, (&at, &names, versions.as_slice()))?;
    reply::staff_page(&app, &visitor, &page, &staff)
}

fn page(
    app: &App,
    visitor: &Visitor,
    ledger: &Ledger,
    (at, names, versions): (&Whereabouts<'_>, &Names, &[surveys::Version]),
) -> Result<Lineage, Problem> {
    let (definition, locale) = (&at.definition, &visitor.locale);
    let measure = if at.is_share() { Measure::Proportion } else { figures::measure(definition) };
    let writer = Writer { locale, measure };
    let key = &definition.key;
    let shown = Shown::of(app, ledger, key, &Asked::of(at.period))?;
    let tables = parts::Tables { app, writer: &writer, names, shown: &shown };
    let is_whole = at.place == Place::WHOLE;
    Ok(Lineage {
        title: definition.title_in(locale.language()).to_owned(),
        text_lang: language_of(definition, locale),
        about: names.name(locale, at.place)?,
        period: periods::label(locale, definition.grid_months(), at.period)?,
        back: ways::Seen::Alone.at(key, Some(at.period)),
        figure: numbers(&writer, at)?,
        left_out: if is_whole { tables.shares(Breakdown::Exclusion)? } else { Vec::new() },
        whole: (!is_whole).then(|| parts::lineage(key, at.period, Place::WHOLE)),
        made_by: made_by(app, visitor, ledger, at, versions)?,
        disclosure: disclosure(visitor, ledger, at)?,
    })
}

type Lines = Result<Vec<DefinitionLine>, Problem>;

/// A list of what is called so and what it is.
fn lines(visitor: &Visitor, said: Vec<(&str, String)>) -> Lines {
    said.into_iter().map(|(key, text)| Ok(DefinitionLine { label: visitor.locale.t(key, &[])?, text })).collect()
}

fn numbers(writer: &Writer<'_>, at: &Whereabouts<'_>) -> Lines {
    let locale = writer.locale;
    let hidden = || writer.withheld();
    let figure = at.released.figure();
    let none = locale.t("lineage-no-numerator", &[])?;
    let numerator = match figure.map(Figure::numerator) {
        None => hidden()?,
        Some(count) => count.map_or(none, |count| writer.count(count)),
    };
    let count = |count: Option<u64>| count.map_or_else(hidden, |count| Ok(writer.count(count)));
    let interval = figure.and_then(|figure| figure.interval().map(|interval| writer.interval(&interval, figure.places())));
    let said = [
        ("figure-value", figure.map_or_else(hidden, |figure| Ok(writer.value(figure.value(), figure.places())))?),
        ("figure-interval", interval.transpose()?.unwrap_or_else(|| "–".to_owned())),
        ("figure-numerator", numerator),
        ("figure-denominator", count(figure.map(Figure::denominator))?),
        ("lineage-recorded", count(figure.and_then(Figure::recorded))?),
    ];
    said.into_iter().map(|(key, text)| Ok(DefinitionLine { label: locale.t(key, &[])?, text })).collect()
}

/// By which versions, and in which release.
fn made_by(app: &App, visitor: &Visitor, ledger: &Ledger, at: &Whereabouts<'_>, versions: &[surveys::Version]) -> Lines {
    let locale = &visitor.locale;
    let release = ledger.release(at.leaf.release);
    let made = release.map(|release| Moment::from_micros(release.made_at).date(app.clock.zone()));
    let version = locale.t("lineage-version", &[("version", i64::from(at.leaf.version).into())])?;
    let number = locale.t(
        "lineage-release-number",
        &[("number", at.leaf.release.into()), ("made", made.map(|day| locale.date(day)).unwrap_or_default().into())],
    )?;
    let mut said = vec![
        ("lineage-definition", version),
        ("lineage-definition-hash", at.leaf.definition_sha256.clone()),
        ("lineage-framework", release.map(|release| release.framework.clone()).unwrap_or_default()),
        ("lineage-release", number),
    ];
    let by_then = |one: &&surveys::Version| release.is_some_and(|release| one.imported_at <= release.made_at);
    let known: Vec<String> =
        versions.iter().filter(by_then).map(|one| format!("{} {} (SHA-256 {})", one.title, one.version, one.sha256)).collect();
    if !known.is_empty() {
        said.push(("lineage-surveys", known.join("; ")));
    }
    if let Some(score) = at.definition.measure.as_ref().and_then(|measure| measure.score.clone()) {
        said.push(("lineage-score", locale.t("lineage-score-by", &[("score", score.into())])?));
    }
    if let Some(source) = &at.definition.source {
        said.push(("lineage-source", source.clone()));
    }
    lines(visitor, said)
}

/// What disclosure control decided, and the mark of its proof.
fn disclosure(visitor: &Visitor, ledger: &Ledger, at: &Whereabouts<'_>) -> Lines {
    let profile = ledger.release(at.leaf.release).and_then(|release| Profile::find(&release.profile));
    let rule = profile.map(|profile| format!("{} ({})", profile.rules().title, profile.key())).unwrap_or_default();
    let decision = visitor.locale.t(if at.released.figure().is_some() { "lineage-shown" } else { "lineage-hidden" }, &[])?;
    lines(visitor, vec![("lineage-rule", rule), ("lineage-decision", decision), ("lineage-certificate", at.leaf.public.clone())])
}
