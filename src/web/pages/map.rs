//! An indicator on a map of tiles.

use serde::Serialize;

use super::Page;
use super::compare::{Compare, Compared};
use super::figures::MonthLink;
use super::form::Field;

/// One indicator in one period, locality by locality.
#[derive(Debug, Clone, Serialize)]
pub struct Map {
    pub title: String,
    pub outcome: String,
    /// The indicator's own page, and the others of it.
    pub indicator: String,
    pub ways: Vec<MonthLink>,
    /// This page.
    pub at: String,
    /// What can be chosen.
    pub filters: Vec<Field>,
    /// What the map shows, or why there is none.
    pub sentences: Vec<String>,
    /// The map as SVG from `web::chart`; empty where there is none.
    pub chart: String,
    /// Where the map is to be had as SVG and as PNG.
    pub files: Option<[String; 2]>,
    pub table: Option<Compared>,
    /// The language of the framework's own words, where it is not the page's.
    pub text_lang: Option<String>,
}

impl Page for Map {
    const TEMPLATE: &'static str = "pages/commissioner/map.html";

    fn samples() -> Vec<Self> {
        let of = |one: Compare| Self {
            title: one.title,
            outcome: one.outcome,
            indicator: one.indicator,
            ways: one.ways,
            at: "/commissioner/map/settled".into(),
            filters: one.filters,
            sentences: one.sentences,
            chart: one.chart,
            files: one.files,
            table: one.table,
            text_lang: one.text_lang,
        };
        Compare::samples().into_iter().map(of).collect()
    }
}
