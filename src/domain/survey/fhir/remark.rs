//! What an import leaves unused or adds, in words for the person who loads the file.

/// What was not used as written, or what was added.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Remark {
    #[error("styling and layout in the file ({0}) are not used; Saywell lays out every survey its own way")]
    Presentation(String),
    #[error("the extension {url} is not used{}", times(*.count))]
    Extension { url: String, count: usize },
    #[error("the field {field} is not used{}", times(*.count))]
    Field { field: String, count: usize },
    #[error("it is not filled in beforehand: initial values are not used")]
    Initial,
    #[error("it has no words; its linkId is shown")]
    NoText,
    #[error("its words are given as formatted text only; they are shown without the formatting")]
    Unformatted,
    #[error("it says nothing and is left out")]
    EmptyDisplay,
    #[error("it is treated as a choice, because it lists its answers")]
    MadeChoice,
    #[error("answers outside the list (optionsOrType) are not offered")]
    ClosedChoice,
    #[error("an option is listed twice and offered once: {0}")]
    RepeatedOption(String),
    #[error("its options have no scores, but are all numbers; each scores the number it shows")]
    NumbersAsOrdinals,
    #[error(
        "the labels of {0} are Saywell's own plain words, because the published wording is not ours to ship; \
         sites with a licence can load the published list as a FHIR ValueSet file"
    )]
    PlainLabels(String),
    #[error("{0} does not apply to a question of this type and is not used")]
    NotApplicable(&'static str),
    #[error("{0} cannot be read and is not used")]
    UnreadableIgnored(&'static str),
    #[error("the condition on item {0} gives no operator; = is assumed")]
    AssumedEqual(String),
    #[error("the condition on item {0} waits for an answer that is not offered there")]
    NotOffered(String),
    #[error("the variable %{name} is not used, because {why}")]
    Variable { name: String, why: String },
    #[error("it can only be read, and nothing fills it in; it stays empty")]
    NeverFilled,
    #[error("{language} is incomplete: {missing} texts are shown in {base}")]
    PartlyTranslated { language: String, missing: usize, base: String },
    #[error("the language {0} is marked as drafted by machine, but the survey is not translated into it")]
    MachineDraftedUnused(String),
    #[error("recognised as the {0}; it is scored by Saywell and not asked")]
    Total(&'static str),
    #[error("looks like the {0}, but not all of its items are here with scores; it stays an ordinary question")]
    IncompleteTotal(&'static str),
    #[error("recognised as an item about self-harm; answers above its lowest lead to urgent help")]
    Risk,
    #[error(
        "recognised as an item about self-harm, but its answers carry no scores to tell which of them call for help; \
         mark those with urn:saywell:risk"
    )]
    RiskUnknown,
}

fn times(count: usize) -> String {
    if count > 1 { format!(" ({count} times)") } else { String::new() }
}
