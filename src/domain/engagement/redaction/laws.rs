//! What holds for every text, tried on many.

use proptest::collection::vec;
use proptest::prelude::*;

use super::cut::letters;
use super::*;

/// Texts with much in them that the rules look for, and any other characters between.
fn any_text() -> impl Strategy<Value = String> {
    let known = prop::sample::select(vec![
        "Nurse Okafor",
        "dr",
        "Dr. J. O'Neill",
        "called Grace",
        "Zofia",
        "+44 7700 900123",
        "943 476 5919",
        "OX1 3DP",
        "a.b@example.org",
        "example.org/x",
        "3 maja 2024",
        "12/05/2023",
        "Willow Ward",
        "ward 5B",
        "@someone",
        "'s",
        ". ",
        "\n",
        "pielęgniarka Kowalska",
        "лікар Шевченко",
        "👩‍⚕️",
        "ﬁ",
        "e\u{301}",
        "İ",
        "١٢٣٤٥٦٧",
        "护士王芳",
        "\u{200f}",
        "ẞ",
        "1",
        "-",
        "(",
        "the",
    ]);
    let part = prop_oneof![3 => known.prop_map(str::to_owned), 1 => any::<String>(), 2 => Just(" ".to_owned())];
    vec(part, 0..12).prop_map(|parts| parts.concat())
}

fn cuts() -> impl Strategy<Value = Vec<Cut>> {
    let one = (0..80_usize, 0..30_usize, prop::sample::select(Category::ALL.to_vec()));
    vec(one.prop_map(|(start, length, category)| Cut { span: Span { start, length }, category }), 0..12)
}

/// True where every character of a span is cut.
fn is_covered(span: Span, merged: &[Cut]) -> bool {
    merged.iter().any(|cut| cut.span.start <= span.start && span.end() <= cut.span.end())
}

proptest! {
    #[test]
    fn suggestions_never_overlap_and_lie_within_the_text(text in any_text(), places in vec("[A-Za-z ]{0,12}", 0..3)) {
        let (found, length) = (suggest(&text, &places), text.chars().count());
        prop_assert!(found.iter().all(|one| one.span.length > 0 && one.span.end() <= length));
        prop_assert!(found.is_sorted_by(|one, other| one.span.end() <= other.span.start));
    }

    #[test]
    fn no_character_of_a_cut_is_left_and_every_other_character_is(text in any_text(), cuts in cuts()) {
        let letters: Vec<char> = text.chars().collect();
        let is_cut = |at: usize| cuts.iter().any(|cut| (cut.span.start..cut.span.end()).contains(&at));
        let kept: String = letters.iter().enumerate().filter(|(at, _)| !is_cut(*at)).map(|(_, letter)| letter).collect();
        prop_assert_eq!(apply(&text, &cuts, &|_| String::new()), kept);
    }

    #[test]
    fn each_cut_is_read_as_one_word_that_stands_for_it(text in "[a-z ]{0,90}", cuts in cuts()) {
        let merged = merged(&cuts, text.chars().count());
        prop_assert!(merged.is_sorted_by(|one, other| one.span.end() <= other.span.start));
        prop_assert_eq!(apply(&text, &cuts, &|_| "#".to_owned()).matches('#').count(), merged.len());
        let known = |cut: &Cut| cut.span.start >= text.chars().count() || cut.span.length == 0
            || is_covered(Span { length: cut.span.length.min(text.chars().count() - cut.span.start), ..cut.span }, &merged);
        prop_assert!(cuts.iter().all(known));
    }

    #[test]
    fn words_that_are_found_are_the_words_that_were_sought(text in any_text(), words in "[a-zA-Zżó]{1,5}") {
        let said: Vec<char> = text.chars().collect();
        let plain = |text: &str| letters(text).into_iter().map(|(c, _)| c).collect::<String>();
        for span in occurrences(&text, &words) {
            let there: String = said[span.start..span.end()].iter().collect();
            prop_assert_eq!(plain(&there), plain(&words));
        }
    }
}
