//! Why a file or an item of it is refused, in words for the person who wrote or loads it.

/// Why a file or an item of it is refused.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Reason {
    #[error("the file is empty")]
    Empty,
    #[error("the file is larger than 2 MiB")]
    TooLarge,
    #[error("this is XML; Saywell reads FHIR in JSON")]
    Xml,
    #[error("this is not JSON: {0}")]
    NotJson(String),
    #[error("{}", not_a("Questionnaire", .0.as_deref()))]
    NotAQuestionnaire(Option<String>),
    #[error("{}", not_a("ValueSet", .0.as_deref()))]
    NotAValueSet(Option<String>),
    #[error("the answer list has no url, so no survey could name it")]
    ValueSetWithoutUrl,
    #[error("the answer list describes its options by a rule instead of listing them; give the expanded list")]
    ValueSetByRule,
    #[error("nothing in the file names the survey; give it an id, a name or a title")]
    NoName,
    #[error("it asks no questions")]
    NoQuestions,
    #[error("there are more than 2,000 items")]
    TooManyItems,
    #[error("items are nested more than 20 levels deep")]
    TooDeep,
    #[error("there are more than 500 options")]
    TooManyOptions,
    #[error("this is not an item: an object was expected")]
    NotAnItem,
    #[error("it has no linkId, so its answer could not be kept")]
    NoLinkId,
    #[error("{0} items have this linkId; each needs its own")]
    DuplicateLinkId(usize),
    #[error("it has no type")]
    NoType,
    #[error("questions of type {0} are not supported")]
    UnsupportedType(String),
    #[error("groups that repeat are not supported; ask a fixed number of times, or use a question that repeats")]
    RepeatingGroup,
    #[error("it carries a modifierExtension ({0}), which may change its meaning and is not understood")]
    ModifierExtension(String),
    #[error("it takes its items from another file (subQuestionnaire), which is not supported; assemble the file first")]
    SubQuestionnaire,
    #[error("it has no options to choose from")]
    NoOptions,
    #[error("it takes its options from {0}, which has not been supplied; load that ValueSet, or list the options")]
    UnknownValueSet(String),
    #[error("it works out its options with an expression, which is not supported; list the options")]
    ComputedOptions,
    #[error(
        "it switches options off with an expression, which is not supported; urn:saywell:differs-from leaves out what was chosen before"
    )]
    ToggledOptions,
    #[error("its options are to differ from what is chosen at item {0}, but the two are not both choices")]
    NotChoices(String),
    #[error("option number {0} has neither a code nor words")]
    EmptyOption(usize),
    #[error("option number {number} is a {kind}, which is not supported")]
    UnsupportedOption { number: usize, kind: String },
    #[error("two different options have the same code {0}")]
    DuplicateOption(String),
    #[error("{name} should be {expected}, but is {found}")]
    Unreadable { name: &'static str, expected: &'static str, found: String },
    #[error("{least} ({low}) is above {most} ({high}), so no answer would do")]
    Crossed { least: &'static str, low: String, most: &'static str, high: String },
    #[error("at least {0} answers are asked for, but there are only {1} options")]
    TooFewOptions(u32, usize),
    #[error("the pattern {0} is not a regular expression that Saywell can use")]
    Pattern(String),
    #[error("the FHIRPath expression cannot be used: {why}. The expression is: {source_text}")]
    Expression { why: String, source_text: String },
    #[error("the expression is written in {0}; only FHIRPath is supported")]
    ExpressionLanguage(String),
    #[error("it uses %{0}, which the file does not define")]
    UnknownVariable(String),
    #[error("a condition does not name the question it depends on")]
    ConditionWithoutQuestion,
    #[error("it depends on item {0}, which does not exist")]
    UnknownQuestion(String),
    #[error("it depends on item {0}, which is not a question and never has an answer")]
    NotAQuestion(String),
    #[error("the condition {0} is not one of exists, =, !=, >, <, >= and <=")]
    Operator(String),
    #[error("the condition on item {0} does not say which answer it waits for")]
    ConditionWithoutAnswer(String),
    #[error("the condition on item {question} compares with a {kind}, which is not supported")]
    ConditionKind { question: String, kind: String },
    #[error("the condition on item {0} compares with a value that item can never have")]
    NeverTrue(String),
    #[error("the condition on item {0} asks which answer is greater, but its answers have no order")]
    Unordered(String),
    #[error("enableBehavior is {0}; it must be all or any")]
    Behaviour(String),
    #[error("it has both enableWhen and an enableWhenExpression; keep one")]
    TwoConditions,
    #[error("whether it is asked depends on itself, in a circle: {}", .0.join(" → "))]
    Loop(Vec<String>),
    #[error("Saywell has no extension {0}; is it misspelt?")]
    UnknownSaywell(String),
    #[error("{0} is not self, proxy or carer")]
    Respondent(String),
    #[error("{0} is not a language tag")]
    LanguageTag(String),
    #[error("the risk answer {0} is not one of its answers")]
    UnknownRisk(String),
    #[error("score {score}: {what}")]
    Score { score: String, what: ScoreFault },
    #[error("there is no module {0} to include")]
    UnknownModule(String),
    #[error("module {0} includes another module; only a survey may include one")]
    NestedModule(String),
    #[error("module {module} has no words in {language}, a language of this survey")]
    ModuleLanguage { module: String, language: String },
}

/// What is wrong with a score that a survey declares.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ScoreFault {
    #[error("it has no key")]
    NoKey,
    #[error("another score has the same key")]
    DuplicateKey,
    #[error("the method {0} is not one of sum, mean and prorated")]
    Method(String),
    #[error("it adds up no items")]
    NoItems,
    #[error("item {0} does not exist")]
    UnknownItem(String),
    #[error("item {0} is counted twice")]
    TwiceCounted(String),
    #[error("the answers of item {0} carry no numbers to add up")]
    NoOrdinals(String),
    #[error("item {0} may have several answers at once")]
    ManyAnswers(String),
    #[error("it needs at least {least} of {items} items, which cannot be")]
    Least { least: u32, items: usize },
    #[error("{0} is not given as a number")]
    NotANumber(&'static str),
}

fn not_a(wanted: &str, found: Option<&str>) -> String {
    match found {
        Some(found) => format!("this is not a {wanted} but a FHIR {found}"),
        None => format!("this is not a {wanted}: it has no resourceType"),
    }
}
