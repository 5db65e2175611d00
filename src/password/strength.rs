//! How easy a password is to guess, by the patterns that people choose passwords by.

use zxcvbn::Score;
use zxcvbn::feedback::{Feedback, Suggestion, Warning};

use crate::domain::access::password::{Advice, Fault};

/// The most characters that are looked at: the work grows faster than the length.
const LOOKED_AT: usize = 128;

/// Refuses a password that could be guessed with fewer than about a hundred million tries. `own_words` are guessed first.
pub(super) fn strong(password: &str, own_words: &[String]) -> Result<(), Fault> {
    let known: Vec<&str> = own_words.iter().map(String::as_str).collect();
    let looked_at: String = password.chars().take(LOOKED_AT).collect();
    let entropy = zxcvbn::zxcvbn(&looked_at, &known);
    if entropy.score() >= Score::Three {
        return Ok(());
    }
    Err(Fault::Guessable(entropy.feedback().map_or_else(|| vec![Advice::MoreWords], advice)))
}

/// What to say, each thing once, the way out last.
fn advice(feedback: &Feedback) -> Vec<Advice> {
    let warned = feedback.warning().map(of_warning);
    let mut said: Vec<Advice> =
        feedback.suggestions().iter().copied().map(of_suggestion).chain(warned).chain([Advice::MoreWords]).collect();
    said.sort_unstable();
    said.dedup();
    said
}

const fn of_warning(warning: Warning) -> Advice {
    match warning {
        Warning::StraightRowsOfKeysAreEasyToGuess | Warning::ShortKeyboardPatternsAreEasyToGuess => Advice::Keyboard,
        Warning::RepeatsLikeAaaAreEasyToGuess | Warning::RepeatsLikeAbcAbcAreOnlySlightlyHarderToGuess => Advice::Repeats,
        Warning::ThisIsATop10Password
        | Warning::ThisIsATop100Password
        | Warning::ThisIsACommonPassword
        | Warning::ThisIsSimilarToACommonlyUsedPassword => Advice::Common,
        Warning::SequencesLikeAbcAreEasyToGuess => Advice::Sequence,
        Warning::RecentYearsAreEasyToGuess | Warning::DatesAreOftenEasyToGuess => Advice::Dates,
        Warning::AWordByItselfIsEasyToGuess => Advice::SingleWord,
        Warning::NamesAndSurnamesByThemselvesAreEasyToGuess | Warning::CommonNamesAndSurnamesAreEasyToGuess => Advice::Names,
    }
}

const fn of_suggestion(suggestion: Suggestion) -> Advice {
    match suggestion {
        Suggestion::UseAFewWordsAvoidCommonPhrases
        | Suggestion::NoNeedForSymbolsDigitsOrUppercaseLetters
        | Suggestion::AddAnotherWordOrTwo => Advice::MoreWords,
        Suggestion::CapitalizationDoesntHelpVeryMuch
        | Suggestion::AllUppercaseIsAlmostAsEasyToGuessAsAllLowercase
        | Suggestion::ReversedWordsArentMuchHarderToGuess
        | Suggestion::PredictableSubstitutionsDontHelpVeryMuch => Advice::Disguise,
        Suggestion::UseALongerKeyboardPatternWithMoreTurns => Advice::Keyboard,
        Suggestion::AvoidRepeatedWordsAndCharacters => Advice::Repeats,
        Suggestion::AvoidSequences => Advice::Sequence,
        Suggestion::AvoidRecentYears
        | Suggestion::AvoidYearsThatAreAssociatedWithYou
        | Suggestion::AvoidDatesAndYearsThatAreAssociatedWithYou => Advice::Dates,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(password: &str) -> Vec<Advice> {
        match strong(password, &["fenmarch".to_owned()]) {
            Err(Fault::Guessable(advice)) => advice,
            other => panic!("{password}: {other:?}"),
        }
    }

    #[test]
    fn what_people_choose_first_is_refused_with_a_reason() {
        for (password, reason) in [
            ("passwordpassword", Advice::Repeats),
            ("Password1234", Advice::Common),
            ("aaaaaaaaaaaaaaaa", Advice::Repeats),
            ("abcdefghijklmnop", Advice::Sequence),
            ("qwertyuiopasdf", Advice::Common),
        ] {
            assert!(said(password).contains(&reason), "{password}: {:?}", said(password));
        }
    }

    #[test]
    fn more_words_are_always_the_way_out_and_said_once() {
        for password in ["passwordpassword", "fenmarchfenmarch", "111111111111"] {
            assert_eq!(said(password).last(), Some(&Advice::MoreWords));
            assert_eq!(said(password).iter().filter(|advice| **advice == Advice::MoreWords).count(), 1);
        }
    }

    #[test]
    fn length_alone_does_not_help() {
        assert!(said(&"x1 ż".repeat(64)).contains(&Advice::Repeats));
    }

    #[test]
    fn several_words_will_do_in_any_language() {
        for password in ["correct horse battery staple", "a long pass phrase for tests", "żółta łódź płynie"] {
            assert_eq!(strong(password, &[]), Ok(()), "{password}");
        }
    }
}
