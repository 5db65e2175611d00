//! What holds for every chart: it is read out once, nothing leaves its sheet, nothing withheld leaves a trace, and the same figures
//! give the same bytes.

use std::env;
use std::fs;

use proptest::prelude::*;
use resvg::usvg::{Group as Drawing, Node};

use super::picture::read;
use super::samples;
use super::{Compared, Place, Reading, Tile, Width, file, on_page, png};

/// Every value that a class attribute names, and whether the markup is well formed as far as brackets go.
fn attribute<'a>(svg: &'a str, name: &str) -> Vec<&'a str> {
    svg.split(&format!(" {name}=\"")).skip(1).map(|rest| rest.split('"').next().unwrap()).collect()
}

#[test]
fn a_page_reads_each_chart_out_once_by_its_title_and_description() {
    for (name, (page, _)) in samples::all() {
        assert_eq!(attribute(&page, "role"), ["img"], "{name}");
        assert_eq!(attribute(&page, "aria-hidden"), ["true", "true"], "{name}: both drawings are hidden");
        let (title, named) = ("<title id=\"c1-title\">Settled &lt;home&gt; &amp; work</title>", attribute(&page, "aria-labelledby"));
        assert!(page.contains(title) && page.contains("<desc id=\"c1-desc\">Rose from &quot;41%&quot; to 62%.</desc>"), "{name}");
        assert_eq!(named, ["c1-title c1-desc"], "{name}");
        let mut ids = attribute(&page, "id");
        ids.sort_unstable();
        assert_eq!(ids, ["c1-desc", "c1-title"], "{name}: no two of a page are the same");
    }
}

#[test]
fn a_page_holds_a_wide_and_a_narrow_drawing_that_carry_nothing_but_classes() {
    for (name, (page, _)) in samples::all() {
        let boxes = attribute(&page, "viewBox");
        assert!(boxes.len() == 2 && boxes[0].starts_with("0 0 880 ") && boxes[1].starts_with("0 0 340 "), "{name}: {boxes:?}");
        for carried in ["style", "fill=", "stroke", "script", "onload", "http", "url("] {
            assert!(!page.contains(carried), "{name} carries {carried}");
        }
    }
}

#[test]
fn every_class_that_is_drawn_is_in_the_style_sheet() {
    let style = include_str!("../../../assets/scss/marks.css");
    let plain = ["chart", "chart-wide", "chart-narrow", "chart-pair", "chart-label", "chart-key", "chart-figure"];
    let icons = super::icon_shapes().replace("chart-icons", "chart");
    for (name, page) in samples::all().into_iter().map(|(name, (page, _))| (name, page)).chain([("icons", icons)]) {
        for class in attribute(&page, "class").into_iter().flat_map(|classes| classes.split(' ')) {
            let words = class.starts_with("chart-tile-") && class.ends_with("-words");
            assert!(plain.contains(&class) || words || style.contains(&format!(".{class}")), "{name}: {class}");
        }
    }
}

/// What lies furthest outside the sheet, as the typeface really sets it.
fn outside(drawing: &Drawing, (wide, high): (f32, f32)) -> Option<String> {
    drawing.children().iter().find_map(|node| match node {
        Node::Group(group) => outside(group, (wide, high)),
        node => {
            // The halo of a word has the colour of the paper, and may lie beyond it.
            let bounds = if matches!(node, Node::Text(_)) { node.abs_bounding_box() } else { node.abs_stroke_bounding_box() };
            let inside = bounds.left() >= -2.0 && bounds.top() >= -2.0 && bounds.right() <= wide + 2.0 && bounds.bottom() <= high + 2.0;
            (!inside).then(|| format!("{bounds:?} of {wide} by {high}"))
        }
    })
}

#[test]
fn every_mark_and_word_lies_on_its_sheet() {
    for (name, (_, files)) in samples::all() {
        for (width, file) in Width::BOTH.into_iter().zip(files) {
            assert!(!file.contains("NaN") && !file.contains("inf"), "{name}");
            let tree = read(&file).unwrap();
            let found = outside(tree.root(), (tree.size().width(), tree.size().height()));
            assert_eq!(found, None, "{name} {width:?}");
        }
    }
}

#[test]
fn a_file_stands_by_itself() {
    for (name, (_, files)) in samples::all() {
        for file in files {
            assert!(
                file.contains("xmlns=\"http://www.w3.org/2000/svg\"") && file.contains("<style>") && file.contains("role=\"img\""),
                "{name}"
            );
            assert!(file.contains("<title id=\"chart-title\">") && file.contains("sans-serif"), "{name}");
            assert!(!file.contains("url(") && !file.contains("@import") && !file.contains("<script"), "{name}");
        }
    }
}

#[test]
fn the_same_figures_give_the_same_bytes() {
    assert_eq!(samples::all(), samples::all());
    let (_, (_, files)) = samples::controls().remove(0);
    assert_eq!(png(&files[1]).unwrap(), png(&files[1]).unwrap());
}

#[test]
fn a_picture_is_twice_as_large_as_its_file() {
    let (_, (_, files)) = samples::controls().remove(0);
    let picture = png(&files[0]).unwrap();
    assert_eq!(picture.get(..8), Some(&b"\x89PNG\r\n\x1a\n"[..]));
    let wide = u32::from_be_bytes(picture.get(16..20).unwrap().try_into().unwrap());
    assert_eq!(wide, 1760);
}

#[test]
fn what_is_no_drawing_gives_no_picture() {
    assert!(png("<p>").is_err());
    assert!(png("").is_err());
}

/// Writes every sample as SVG and PNG where SHOTS says, for a person to look at.
#[test]
fn every_sample_can_be_painted() {
    let folder = env::var("SHOTS").ok();
    for (name, (page, files)) in samples::all() {
        for (width, file) in ["wide", "narrow"].into_iter().zip(files) {
            // All of them take a while: without a folder, the narrow one of each kind will do.
            if folder.is_none() && (name.contains('-') || width == "wide") {
                continue;
            }
            let picture = png(&file).unwrap();
            if let Some(folder) = &folder {
                fs::write(format!("{folder}/{name}-{width}.svg"), file).unwrap();
                fs::write(format!("{folder}/{name}-{width}.png"), picture).unwrap();
                fs::write(format!("{folder}/{name}.html"), &page).unwrap();
            }
        }
    }
}

/// Both drawings and both files of a chart, in one string.
fn everything(chart: &impl super::Chart) -> String {
    [on_page(chart, "c1"), file(chart, Width::Wide), file(chart, Width::Narrow)].concat()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 16, failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever a withheld point has beside its value, the drawing is the same: nothing of it can be read back.
    #[test]
    fn nothing_of_a_withheld_reading_is_drawn(hidden in 0usize..24, far in -1e6..1e6f64) {
        let mut readings = samples::months(24, 60.0);
        readings[hidden].value = None;
        let before = everything(&samples::control(&readings, &[], &samples::per_cent));
        let lent = Reading { centre: Some(far), limits: Some((far - 1.0, far + 1.0)), signal: super::Signal::Concern, provisional: true, ..readings[hidden].clone() };
        readings[hidden] = lent;
        prop_assert_eq!(before, everything(&samples::control(&readings, &[], &samples::per_cent)));
    }

    #[test]
    fn nothing_of_a_withheld_place_is_drawn(hidden in 0usize..12, size in 0.0..1e7f64) {
        let mut places = samples::places(12);
        places[hidden].value = None;
        let limits = samples::rungs(62.0, 420);
        let before = everything(&samples::funnel(&places, &limits));
        places[hidden] = Place { size, zone: super::Zone::Beyond, selected: false, letter: "ZZZ".to_owned(), ..places[hidden].clone() };
        prop_assume!(hidden != 3);
        prop_assert_eq!(before, everything(&samples::funnel(&places, &limits)));
    }

    /// A curve that reaches further than the largest shown place is cut off there: the axis says nothing of a larger one.
    #[test]
    fn the_limits_of_a_funnel_end_with_what_is_shown(largest in 1000u32..1_000_000) {
        let places = samples::places(12);
        let mut limits = samples::rungs(62.0, 420);
        limits.retain(|rung| rung.size <= 500.0);
        let mut longer = limits.clone();
        longer.push(super::Rung { size: f64::from(largest), inner: (61.0, 63.0), outer: (60.0, 64.0) });
        let axis = |limits: &[super::Rung]| {
            let page = everything(&samples::funnel(&places, limits));
            page.split("<text").skip(1).map(|rest| rest.split("</text>").next().unwrap().to_owned()).collect::<Vec<_>>()
        };
        prop_assert_eq!(axis(&limits), axis(&longer));
    }

    #[test]
    fn nothing_of_a_withheld_row_or_tile_is_drawn(hidden in 0usize..8, far in -1e6..1e6f64) {
        let mut rows = samples::compared(8, 60.0);
        rows[hidden].value = None;
        let before = everything(&samples::comparison(&rows));
        rows[hidden] = Compared { limits: Some((far, far + 1.0)), verdict: super::Verdict::Worse, ..rows[hidden].clone() };
        prop_assert_eq!(before, everything(&samples::comparison(&rows)));
    }

    /// Any figures at all stay on the sheet, and none of the withheld ones is written.
    #[test]
    fn any_figures_stay_on_the_sheet(values in prop::collection::vec(prop::option::of(-1e9..1e9f64), 1..40)) {
        let reading = |value: &Option<f64>| Reading {
            label: "Q1".to_owned(), value: *value, signal: super::Signal::Common, centre: Some(1.0), limits: None, provisional: false,
        };
        let readings: Vec<Reading> = values.iter().map(reading).collect();
        let control = super::Control { target: None, bounds: super::Bounds::default(), ..samples::control(&readings, &[], &samples::plain) };
        let tiles: Vec<Tile> = (0u16..).zip(&values).map(|(place, value)| Tile {
            code: "AB".to_owned(), name: "A place".to_owned(), row: place / 7, column: place % 7, value: *value, selected: false,
        }).collect();
        let map = samples::tile_map(&tiles, &[0.0], &[]);
        for width in Width::BOTH {
            for drawn in [file(&control, width), file(&map, width)] {
                let tree = read(&drawn).unwrap();
                prop_assert_eq!(outside(tree.root(), (tree.size().width(), tree.size().height())), None);
            }
        }
        let shown = values.iter().filter(|value| value.is_some()).count();
        prop_assert_eq!(file(&control, Width::Wide).matches("<circle").count(), shown);
    }
}

#[test]
fn no_figures_at_all_draw_nothing() {
    assert_eq!(on_page(&samples::control(&[], &[], &samples::per_cent), "c1"), "");
    assert_eq!(file(&samples::funnel(&[], &[]), Width::Wide), "");
    assert_eq!(on_page(&samples::comparison(&[]), "c1"), "");
    assert_eq!(on_page(&samples::tile_map(&[], &[], &[]), "c1"), "");
    assert_eq!(on_page(&samples::shares(&[]), "c1"), "");
}
