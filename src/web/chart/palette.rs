//! What colours must keep: computed from the very style sheet that pages and files carry.

use std::collections::BTreeMap;

const STYLE: &str = include_str!("../../../assets/scss/marks.css");

/// The last value each class of the style sheet gives a property, by the class that is named last in its selector.
fn given(property: &str) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    let bare = STYLE.split("/*").map(|part| part.split("*/").last().unwrap()).collect::<String>();
    for rule in bare.split('}') {
        let Some((selectors, declarations)) = rule.split_once('{') else { continue };
        for (name, value) in declarations.split(';').filter_map(|line| line.split_once(':')) {
            if name.trim() == property {
                let classes = selectors.split(',').filter_map(|selector| selector.trim().rsplit('.').next());
                found.extend(classes.map(|class| (class.to_owned(), value.trim().to_owned())));
            }
        }
    }
    found
}

fn luminance(colour: &str) -> f64 {
    let channel = |at: usize| {
        let value = f64::from(u8::from_str_radix(&colour[at..at + 2], 16).unwrap()) / 255.0;
        if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5)
}

/// Contrast of two colours: WCAG 2.2, "contrast ratio".
fn contrast(one: &str, other: &str) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

const WHITE: &str = "#ffffff";

#[test]
fn contrast_is_computed_as_the_standard_has_it() {
    assert!((contrast("#000000", WHITE) - 21.0).abs() < 1e-9);
    assert!((contrast("#777777", WHITE) - 4.48).abs() < 0.01);
}

#[test]
fn every_mark_stands_out_from_the_paper() {
    // Grid and rails are no marks: the figures are read without them. Halos are of the paper's colour on purpose.
    let apart = ["chart-grid", "chart-rail", "chart-haloed", "chart-value", "chart-chosen-within"];
    let signs = |class: &String| class.ends_with("-sign");
    for (class, colour) in given("stroke").into_iter().filter(|(class, _)| !apart.contains(&class.as_str()) && !signs(class)) {
        assert!(contrast(&colour, WHITE) >= 3.0, "{class} {colour}: {}", contrast(&colour, WHITE));
    }
    for class in ["chart-common", "chart-better", "chart-worse", "chart-notable", "chart-step-full", "chart-dot"] {
        assert!(contrast(&given("fill")[class], WHITE) >= 3.0, "{class}");
    }
}

#[test]
fn every_word_can_be_read() {
    let fills = given("fill");
    for class in ["chart text", "chart-tick"] {
        assert!(contrast(&fills[class], WHITE) >= 4.5, "{class}");
    }
    for shade in 0..=super::CLASSES {
        let words = fills.get(&format!("chart-tile-{shade}-words")).unwrap_or(&fills["chart text"]);
        let ratio = contrast(words, &fills[&format!("chart-tile-{shade}")]);
        assert!(ratio >= 4.5, "shade {shade}: {ratio}");
    }
}

#[test]
fn a_sign_stands_out_from_its_frame() {
    let (fills, strokes) = (given("fill"), given("stroke"));
    for kind in ["plain", "better", "worse", "notable", "none"] {
        let frame = fills.get(&format!("chart-icon-{kind}")).unwrap_or(&fills["chart-icon-frame"]);
        assert!(contrast(&strokes[&format!("chart-icon-{kind}-sign")], frame) >= 3.0, "{kind}");
    }
}

#[test]
fn each_shade_is_darker_than_the_one_before() {
    let fills = given("fill");
    let shades: Vec<f64> = (1..=super::CLASSES).map(|shade| luminance(&fills[&format!("chart-tile-{shade}")])).collect();
    assert!(shades.windows(2).all(|pair| pair[1] < 0.8 * pair[0]), "{shades:?}");
}
