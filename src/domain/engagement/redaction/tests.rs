use super::*;

fn found(text: &str) -> Vec<(String, Category)> {
    let places = ["Fenmarch".to_owned(), "Dale Green Surgery".to_owned(), "Community Health Trust".to_owned()];
    let of = |one: Suggestion| (text.chars().skip(one.span.start).take(one.span.length).collect(), one.category);
    suggest(text, &places).into_iter().map(of).collect()
}

fn names(text: &str) -> Vec<String> {
    found(text).into_iter().filter(|(_, category)| *category == Category::Name).map(|(words, _)| words).collect()
}

fn is_found(text: &str, words: &str, category: Category) {
    let found = found(text);
    assert!(found.contains(&(words.to_owned(), category)), "{text}: {words} as {category:?}, not {found:?}");
}

#[test]
fn a_nurse_who_is_named_is_found_however_she_is_named() {
    for (text, name) in [
        ("Nurse Okafor was rude", "Okafor"),
        ("nurse okafor was rude", "okafor"),
        ("NURSE OKAFOR WAS RUDE", "OKAFOR"),
        ("the nurse called Grace", "Grace"),
        ("We met a nurse, Grace, on the ward.", "Grace"),
        ("Grace was lovely.", "Grace"),
        ("It was cold. Grace, the nurse, said so.", "Grace"),
        ("Okafor, the nurse, and Dr. J. O'Neill-Smith said so", "J. O'Neill-Smith"),
        ("pielęgniarka Kowalska była niemiła", "Kowalska"),
        ("Pani doktor Nowak", "Nowak"),
        ("Wczoraj p. Wróbel krzyczała", "Wróbel"),
        ("Dziękuję pielęgniarce Annie Kowalskiej", "Annie Kowalskiej"),
        ("медсестра Шевченко була груба", "Шевченко"),
        ("Sister Mary van der Berg", "Mary van der Berg"),
        ("mr smith shouted", "smith"),
        ("Her name was Ngozi.", "Ngozi"),
    ] {
        assert!(names(text).contains(&name.to_owned()), "{text}: {:?}", found(text));
    }
}

#[test]
fn a_relative_who_is_named_is_found() {
    for (text, name) in [
        ("my daughter Zofia helps", "Zofia"),
        ("My mum Jean can't get out", "Jean"),
        ("moja córka Zosia", "Zosia"),
        ("z mężem Stanisławem", "Stanisławem"),
        ("моя донька Оленка", "Оленка"),
        ("Zofia's care was good", "Zofia"),
    ] {
        assert!(names(text).contains(&name.to_owned()), "{text}: {:?}", found(text));
    }
}

#[test]
fn a_name_that_was_found_once_is_found_wherever_it_stands() {
    assert_eq!(names("Nurse Okafor was rude. Okafor never listened, and okafor left."), ["Okafor", "Okafor", "okafor"]);
}

#[test]
fn what_has_a_form_is_found() {
    is_found("write to zofia.nowak@example.org please", "zofia.nowak@example.org", Category::Email);
    is_found("see www.example.org/me or @zofia_n", "www.example.org/me", Category::Web);
    is_found("see www.example.org/me or @zofia_n", "@zofia_n", Category::Web);
    for number in ["07700 900123", "+44 (0)7700 900 123", "01632-960-123", "+48 600 123 456"] {
        is_found(&format!("ring {number} after five"), number, Category::Phone);
    }
    for number in ["943 476 5919", "9434765919", "943-476-5919"] {
        is_found(&format!("My number is {number}."), number, Category::NhsNumber);
    }
    is_found("I live at ox1 3dp now", "ox1 3dp", Category::Postcode);
    for day in ["3 May 2024", "May 3rd", "the".trim_start_matches("the"), "12/05/2023", "2023-05-12", "3 maja 2024 r", "3 травня"] {
        let day = day.trim_end_matches(" r");
        if !day.is_empty() {
            is_found(&format!("on {day}, I think"), day, Category::Date);
        }
    }
}

#[test]
fn places_are_found_by_name_and_by_what_they_are_called() {
    is_found("the bus from fenmarch is late", "fenmarch", Category::Place);
    is_found("Dale Green Surgery's phone line", "Dale Green Surgery", Category::Place);
    is_found("They moved her to Willow Ward at night", "Willow Ward", Category::Place);
    is_found("She was in ward 5B", "ward 5B", Category::Place);
    is_found("I live at 14 Church Street", "14 Church Street", Category::Place);
    is_found("We live in Oakham", "Oakham", Category::Place);
}

#[test]
fn a_post_that_one_person_holds_is_found() {
    is_found("I told the ward manager twice", "ward manager", Category::Role);
    is_found("Powiedziałam to pielęgniarka oddziałowa", "pielęgniarka oddziałowa", Category::Role);
}

#[test]
fn words_that_name_nobody_are_left_alone() {
    for text in [
        "The nurses were kind and the doctor listened to me.",
        "I think the NHS is great, and so is my GP. Waiting was long.",
        "Being able to get out of the house matters most to me. On Monday I see friends.",
        "In 2019-2020 we waited 12 weeks. It cost 25.50 and took 3 hours.",
        "Najważniejsze jest dla mnie wsparcie. Lekarze byli mili.",
        "My nurse helped me, and the nurse was always friendly.",
        "",
    ] {
        assert_eq!(found(text), [], "{text}");
    }
}

#[test]
fn forty_thousand_characters_are_looked_through_to_their_end() {
    let words = "Nurse Okafor told my daughter Zofia to ring 07700 900123 on 3 May 2024 at Willow Ward, OX1 3DP. ";
    for text in [words.repeat(400), "1".repeat(40_000), "A ".repeat(20_000), "a@".repeat(20_000), "1 ".repeat(20_000), "Żó".repeat(20_000)]
    {
        let found = suggest(&text, &[]);
        assert!(found.iter().all(|one| one.span.start + one.span.length <= text.chars().count()));
    }
}
