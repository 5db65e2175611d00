//! Words that may mean somebody is at risk. A comment with such words is brought to people's attention at once; what it means, a
//! person decides. The lists are our own, in English and Polish. They are short on purpose: they hold what people say of themselves
//! or of somebody they know, and leave out what is mostly said of illness ("the pain is killing me"). What they do not find is no
//! sign that nobody is at risk.

use crate::domain::care::demographics::folded;

/// What people say who think of ending their life or of hurting themselves, or who cannot go on. Of all the lists this one is the
/// widest: a comment that was read for nothing costs a minute.
const SELF_HARM: &[&str] = &[
    "suicid*",
    "kill* myself|himself|herself|themselves",
    "end|ending|ended my|his|her|their|own life",
    "end|ending it all",
    "take|taking|took my|his|her|their own life",
    "self harm*",
    "selfharm*",
    "harm*|hurt*|cut|cutting|cuts myself|himself|herself|themselves",
    "overdos*",
    "want|wants|wanted to die",
    "wish|wished i was|were dead",
    "better off dead|without me",
    "dont|not want to live|wake",
    "no reason|point to|in live|living",
    "cant|cannot|couldnt go on",
    "cant|cannot take it any|anymore",
    "samoboj*",
    "zabic|zabije|zabilbym|zabilabym sie",
    "odebrac|odbiore|odebral|odebrala sobie zycie",
    "skonczyc ze soba|zyciem",
    "okalecz*",
    "pociac|potne|tne|ciela|cial sie",
    "skrzywdzic|skrzywdze sie|siebie",
    "przedawkow*",
    "chce|chcialbym|chcialabym umrzec",
    "nie chce zyc",
    "nie mam juz sily zyc",
    "nie daje juz rady",
];

/// Abuse: of the body, of trust, of money. The words themselves, and the ways it is told without them.
const ABUSE: &[&str] = &[
    "abus*",
    "rape",
    "raped",
    "raping",
    "molest*",
    "grope*",
    "groping",
    "assault*",
    "touched|touches|touching me|him|her|them inappropriately",
    "afraid|scared|frightened|terrified of my|him|her",
    "afraid|scared|frightened to go home",
    "not|isnt|never|dont safe at home",
    "feel|feels|feeling unsafe",
    "dont|not feel safe",
    "stole|steals|stealing|takes|took my|his|her|their money|pension|savings|card",
    "forced|forcing me|him|her to",
    "forced marriage",
    "fgm",
    "coerci*",
    "znec*",
    "zgwalc*",
    "gwalt",
    "gwalci*",
    "wykorzyst* seksualnie",
    "dotykal|dotykala|dotyka mnie|ja|go",
    "boje|balam|balem sie go|jej|meza|zony|syna|corki|partnera|domu",
    "nie czuje sie bezpiecznie",
    "nie jestem bezpieczny|bezpieczna",
    "kradnie|ukradl|ukradla|zabiera|zabral|zabrala mi|jej|jemu|mu pieniadze|emeryture",
];

/// Neglect: people who are left without food, water, care or a way out.
const NEGLECT: &[&str] = &[
    "neglect*",
    "starv*",
    "left|leaves|leave without food|water|heating|medication",
    "not|never|nobody fed|washed|changed for",
    "no food|water for days",
    "own urine|faeces|excrement|vomit",
    "soaked in urine",
    "locked|locks|lock me|him|her|them in|up",
    "tied|ties me|him|her|them to|up",
    "zaniedb*",
    "glodz*",
    "zaglodz*",
    "bez jedzenia|wody|lekow",
    "we wlasnym moczu|kale",
    "zamyka|zamykal|zamykala|zamknal|zamknela mnie|ja|go",
    "przywiaz*",
];

/// Violence, done or threatened.
const VIOLENCE: &[&str] = &[
    "violen*",
    "threaten*",
    "hit|hits|hitting me|him|her|them|us|mum|dad",
    "punch* me|him|her|them|us|mum|dad",
    "slap* me|him|her|them|us|mum|dad",
    "kick* me|him|her|them|us|mum|dad",
    "beat|beats|beating|beaten me|him|her|them|us|mum|dad|up",
    "hit|hits|punched|slapped|kicked|beat|beats|hurts my mum|mother|dad|father|son|daughter|wife|husband|sister|brother|child",
    "push|pushed|pushes|shoved|dragged me|him|her|them|mum|dad",
    "hurt|hurts|hurting me|him|her|them|mum|dad",
    "chok*|strangl* me|him|her|them",
    "kill me|him|her|them|you|us",
    "with a knife|gun|weapon",
    "przemoc*",
    "grozi|grozil|grozila mi|jej|mu|nam",
    "bije|bil|bila|bili mnie|ja|go|nas|mame|tate",
    "pobil|pobila|pobili|pobity|pobita",
    "uderzyl|uderzyla|uderza mnie|ja|go|mame|tate",
    "kopnal|kopnela|kopal|kopala mnie|ja|go",
    "dusil|dusila|dusi mnie|ja|go",
    "popchnal|popchnela|szarpal|szarpala|szarpie mnie|ja|go",
    "zabic|zabije mnie|ja|go|nas|cie",
];

/// True where the words may mean that somebody is at risk.
#[must_use]
pub fn is_suggested(text: &str) -> bool {
    let said = words(text);
    let lists = [SELF_HARM, ABUSE, NEGLECT, VIOLENCE];
    let phrases: Vec<Vec<&str>> = lists.into_iter().flatten().map(|phrase| phrase.split(' ').collect()).collect();
    (0..said.len()).any(|start| phrases.iter().any(|phrase| is_said(phrase, said.get(start..).unwrap_or_default())))
}

/// True where the words begin with the phrase: each of its words is one of those between the bars, or begins as the star says.
fn is_said(phrase: &[&str], words: &[String]) -> bool {
    let fits = |one: &str, word: &str| one.strip_suffix('*').map_or(one == word, |stem| word.starts_with(stem));
    phrase.len() <= words.len() && phrase.iter().zip(words).all(|(any, word)| any.split('|').any(|one| fits(one, word)))
}

/// The words of a text as they are compared: lower case, without the marks of letters and without apostrophes.
fn words(text: &str) -> Vec<String> {
    let mut all = vec![String::new()];
    // Apostrophes of every kind, marks that follow their letter, and what is there but not seen.
    let is_passed =
        |c: &char| matches!(c, '\'' | '\u{2019}' | '\u{2bc}' | '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{300}'..='\u{36f}' | '\u{feff}');
    for c in text.chars().filter(|c| !is_passed(c)) {
        match all.last_mut() {
            Some(word) if c.is_alphanumeric() => word.push_str(&folded(c)),
            Some(word) if word.is_empty() => {}
            _ => all.push(String::new()),
        }
    }
    all.retain(|word| !word.is_empty());
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_may_mean_danger_are_noticed_however_they_are_written() {
        for text in [
            "Some days I want to die.",
            "I've thought about SUICIDE",
            "mum was left in her own urine all night",
            "He hits me when he has been drinking",
            "My son takes my money, and I don’t feel safe",
            "she self-harms",
            "Czasem myślę, że nie chcę żyć",
            "syn bije mnie",
            "mysle o samobojstwie",
            "To jest znęcanie się nad starszymi",
            "zaniedbana i głodna",
            "nie chce\u{328} z\u{307}yc\u{301}",
            "I don\u{2bc}t feel safe, and I want to d\u{200b}ie",
        ] {
            assert!(is_suggested(text), "{text}");
        }
    }

    #[test]
    fn what_is_said_of_illness_or_in_passing_is_not() {
        for text in [
            "",
            "The pain in my hip was killing me and the wait made it worse.",
            "I hit a wall with the phone line.",
            "Gwałtowny ból pleców",
            "The care was safe and kind at home.",
            "We end the week with a club.",
            "My life is better now.",
        ] {
            assert!(!is_suggested(text), "{text}");
        }
    }

    #[test]
    fn a_long_text_is_read_to_its_end() {
        assert!(is_suggested(&format!("{} I want to die", "All was well. ".repeat(2900))));
    }

    #[test]
    fn the_lists_are_written_as_words_are_compared() {
        for phrase in [SELF_HARM, ABUSE, NEGLECT, VIOLENCE].into_iter().flatten() {
            let plain = phrase.replace(['*', '|'], " ");
            assert_eq!(words(&plain).join(" "), plain.split_whitespace().collect::<Vec<_>>().join(" "), "{phrase}");
        }
    }
}
