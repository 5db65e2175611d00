//! What an event asks besides its survey. The names of these questions are the same at every event, so that what was said at one
//! can be laid beside what was said at another.

/// The outcomes that matter most, second and third: one choice each among the outcomes of the event.
pub const PRIORITIES: [&str; 3] = ["priority-1", "priority-2", "priority-3"];

/// What matters, and what is missing, in people's own words.
pub const MATTERS: &str = "matters";
pub const MISSING: &str = "missing";

/// Whether an indicator makes sense: this and the indicator's key. With [`WHY`] behind it, why.
pub const SENSE: &str = "sense.";
pub const WHY: &str = ".why";

/// Whether their words may be published: `yes` or `no`.
pub const MAY_PUBLISH: &str = "may-publish";

/// The groups in which an event's own questions stand.
pub const OUTCOME_GROUP: &str = "event.outcomes";
pub const WORDS_GROUP: &str = "event.words";
pub const INDICATOR_GROUP: &str = "event.indicators";

/// The code system of outcomes as answers; the codes are the keys of the framework.
pub const OUTCOME_SYSTEM: &str = "urn:saywell:outcome";
