//! One indicator in one period on a map of tiles: every locality is a square of one size, where the localities' file puts it, so that
//! nothing is fetched from anywhere and no small place is overlooked.

use std::collections::BTreeMap;

use actix_web::HttpResponse;
use actix_web::web::{Data, Path, Query};

use super::asked::{self, Asked};
use super::beside::Beside;
use super::beside_words::Said;
use super::charts::{self, Form, Wanted};
use super::figures::{self, Writer};
use super::indicator::Shown;
use super::names::Names;
use super::ways::{self, Seen};
use super::{language_of, periods};
use crate::app::App;
use crate::domain::access::Action;
use crate::domain::disclosure::{Figure, Released};
use crate::domain::indicator::Breakdown;
use crate::domain::release::Place;
use crate::domain::tile_grid::laid_out;
use crate::i18n::{Locale, MissingMessage};
use crate::released::Leaf;
use crate::store::{self, Conn, organisations};
use crate::web::chart::{Caption, Tile, TileMap, TileWords};
use crate::web::pages::compare::{Compared, ComparedRow};
use crate::web::pages::map::Map;
use crate::web::problem::Problem;
use crate::web::reply;
use crate::web::right::SeeCountyFigures;
use crate::web::staff::Staff;
use crate::web::visitor::Visitor;

/// The localities: what they are called, and where they lie.
struct Ground {
    names: Names,
    cells: BTreeMap<i64, (u16, u16)>,
}

impl Ground {
    async fn read(app: &App) -> store::Result<Self> {
        Ok(Self { names: Names::read(app).await?, cells: app.store.read("localities", cells).await? })
    }
}

/// The row and the column of every locality.
fn cells(conn: &mut Conn) -> store::Result<BTreeMap<i64, (u16, u16)>> {
    let from_nought = |number: i32| u16::try_from(number - 1).ok();
    let known: BTreeMap<i64, (u16, u16)> = organisations::tiles(conn)?
        .into_iter()
        .filter_map(|(id, row, column)| Some((id.0, from_nought(row).zip(from_nought(column))?)))
        .collect();
    let localities = organisations::localities(conn)?;
    let places: Vec<_> = localities.iter().map(|one| (one.code.as_str(), known.get(&one.id.0).copied())).collect();
    Ok(localities.iter().map(|one| one.id.0).zip(laid_out(&places)).collect())
}

/// Shows the map.
pub async fn show(
    app: Data<App>,
    visitor: Visitor,
    staff: Staff<SeeCountyFigures>,
    key: Path<String>,
    asked: Query<Asked>,
) -> Result<HttpResponse, Problem> {
    let (ledger, locale) = (app.ledger().await?, &visitor.locale);
    let shown = Shown::of(&app, &ledger, &key, &asked)?;
    let mapped = mapped(locale, &Ground::read(&app).await?, &shown, Wanted::Page("map"))?;
    let (own, period) = (&shown.definition, shown.now.map(|(period, _)| period));
    let at = Seen::OnMap.at(&own.key, None);
    let file = |form: &str| period.map(|period| format!("{at}/chart.{form}?period={period}"));
    let outcome = app.framework.outcome(&own.outcome);
    let page = Map {
        title: own.title_in(locale.language()).to_owned(),
        outcome: outcome.map(|outcome| outcome.title_in(locale.language()).to_owned()).unwrap_or_default(),
        indicator: Seen::Alone.at(&own.key, period),
        ways: ways::of_indicator(locale, &own.key, Seen::OnMap, period)?,
        filters: vec![asked::period_field(locale, &periods::of_indicator(&app, &ledger, &own.key), period)?],
        sentences: mapped.sentences,
        files: file("svg").zip(file("png")).filter(|_| !mapped.chart.is_empty()).map(|(svg, png)| [svg, png]),
        chart: mapped.chart,
        table: mapped.table,
        at,
        text_lang: language_of(own, locale),
    };
    reply::staff_page(&app, &visitor, &page, &staff)
}

/// The map as a file.
pub async fn chart(
    app: Data<App>,
    visitor: Visitor,
    staff: Staff<SeeCountyFigures>,
    path: Path<(String, Form)>,
    asked: Query<Asked>,
) -> Result<HttpResponse, Problem> {
    let (key, form) = path.into_inner();
    let ledger = app.ledger().await?;
    let shown = Shown::of(&app, &ledger, &key, &asked)?;
    let (period, _) = shown.now.ok_or(Problem::NotFound)?;
    let drawn = mapped(&visitor.locale, &Ground::read(&app).await?, &shown, Wanted::File)?.chart;
    let file = charts::download(drawn, form, &format!("{key}-map-{period}")).await?;
    let event = staff.event(&app, Action::FiguresExported).about(format!("indicator:{key}"));
    staff.record(&app, event.with(format!("map, period {period}"))).await?;
    Ok(file)
}

/// What a map came to.
#[derive(Default)]
struct Mapped {
    sentences: Vec<String>,
    chart: String,
    table: Option<Compared>,
}

fn mapped(locale: &Locale, ground: &Ground, shown: &Shown<'_>, wanted: Wanted<'_>) -> Result<Mapped, Problem> {
    let only = |said: &str| Ok(Mapped { sentences: vec![locale.t(said, &[])?], ..Mapped::default() });
    let Some((period, leaf)) = shown.now else { return only("compare-none-yet") };
    let definition = &shown.definition;
    let beside = match Beside::of(definition, Breakdown::Locality, leaf, |place| ground.names.name(locale, place))? {
        Ok(beside) => beside,
        Err(nothing) => return only(&format!("compare-nothing-{}", nothing.code())),
    };
    let writer = Writer { locale, measure: figures::measure(definition) };
    let (by, spelt) = (locale.t("figure-by-locality", &[])?, periods::label(locale, definition.grid_months(), period)?);
    let said = Said { writer: &writer, definition, by: &by, period: &spelt };
    let sentences = sentences(&writer, &beside)?;
    let chart = draw(&said, leaf, ground, (&sentences.join(" "), wanted))?;
    let table = Compared {
        caption: locale.t("compare-caption", &[("by", by.as_str().into()), ("period", spelt.as_str().into())])?,
        with_letters: true,
        with_outcomes: false,
        with_counts: beside.lines.iter().any(|line| line.unit().is_some()),
        first: locale.t("figure-member-locality", &[])?,
        rows: said.rows(&beside)?.into_iter().map(lettered).collect(),
    };
    Ok(Mapped { sentences, chart, table: Some(table) })
}

/// The highest and the lowest of those shown.
fn sentences(writer: &Writer<'_>, beside: &Beside) -> Result<Vec<String>, MissingMessage> {
    let shown = || beside.lines.iter().filter_map(|line| Some((line, line.released.figure()?)));
    let ends = [
        ("map-highest", shown().map(|(_, figure)| figure.value()).reduce(f64::max)),
        ("map-lowest", shown().map(|(_, figure)| figure.value()).reduce(f64::min)),
    ];
    let mut all = Vec::new();
    for (key, value) in ends {
        let Some(value) = value else { continue };
        let those: Vec<_> = shown().filter(|(_, figure)| figure.value().total_cmp(&value).is_eq()).collect();
        let names: Vec<&str> = those.iter().map(|(line, _)| line.name.as_str()).collect();
        let places = those.first().map_or(0, |(_, figure)| figure.places());
        all.push(writer.locale.t(key, &[("value", writer.value(value, places).into()), ("names", names.join(", ").into())])?);
    }
    if all.is_empty() {
        all.push(writer.locale.t("map-nothing-shown", &[])?);
    }
    Ok(all)
}

fn draw(said: &Said<'_>, leaf: &Leaf, ground: &Ground, (description, wanted): (&str, Wanted<'_>)) -> Result<String, MissingMessage> {
    let writer = said.writer;
    let locale = writer.locale;
    let rows: Vec<(&Place, &Released)> = leaf
        .figures
        .rows()
        .filter(|(place, _)| place.breakdown == Breakdown::Locality && ground.cells.contains_key(&place.member))
        .collect();
    let mut tiles = Vec::new();
    for (place, released) in &rows {
        let (row, column) = ground.cells.get(&place.member).copied().unwrap_or_default();
        let name = ground.names.name(locale, **place)?;
        tiles.push(Tile { code: short(&name), name, row, column, value: released.value(), selected: false });
    }
    tiles.sort_by_key(|tile| (tile.row, tile.column));
    let breaks = charts::breaks(rows.iter().map(|(_, released)| *released));
    let places = rows.iter().filter_map(|(_, released)| released.figure()).map(Figure::places).max().unwrap_or(0);
    let fine = if breaks.windows(2).any(|pair| matches!(pair, [one, next] if next - one < 1.0)) { places.max(1) } else { places };
    let classes = classes(writer, &breaks, fine)?;
    let title =
        locale.t("map-chart-title", &[("title", said.definition.title_in(locale.language()).into()), ("period", said.period.into())])?;
    let withheld = locale.t("withheld-hidden", &[])?;
    let number = |value: f64| writer.value(value, places);
    let map = TileMap {
        caption: Caption { title: &title, description },
        tiles: &tiles,
        breaks: &breaks,
        words: TileWords { classes: &classes, withheld: &withheld },
        number: &number,
    };
    Ok(wanted.of(&map))
}

/// A row with the letters that stand for its name on the map, and no word of a funnel.
fn lettered(row: ComparedRow) -> ComparedRow {
    ComparedRow { letter: short(&row.name), outcome: None, ..row }
}

/// Up to three letters for a name: the first ones of its words, or of its only word.
fn short(name: &str) -> String {
    let words: Vec<&str> = name.split_whitespace().collect();
    let letters: String = match words.as_slice() {
        [only] => only.chars().take(3).collect(),
        several => several.iter().filter_map(|word| word.chars().next()).take(3).collect(),
    };
    letters.to_uppercase()
}

/// What the classes are, the lowest first.
fn classes(writer: &Writer<'_>, breaks: &[f64], places: u8) -> Result<Vec<String>, MissingMessage> {
    let value = |at: f64| writer.value(at, places);
    let (Some(first), Some(last)) = (breaks.first(), breaks.last()) else {
        return Ok(vec![writer.locale.t("map-class-all", &[])?]);
    };
    let mut all = vec![writer.locale.t("map-class-under", &[("high", value(*first).into())])?];
    for pair in breaks.windows(2) {
        if let [low, high] = pair {
            all.push(writer.locale.t("map-class-between", &[("low", value(*low).into()), ("high", value(*high).into())])?);
        }
    }
    all.push(writer.locale.t("map-class-over", &[("low", value(*last).into())])?);
    Ok(all)
}
