//! The languages that people in care speak and read, as they can be noted: those a county of England knows.

/// BCP 47 tags, English first and then in the order of the tags.
pub const LANGUAGES: &[&str] = &[
    "en", "ar", "bn", "cs", "de", "es", "fa", "fr", "gu", "hi", "hu", "it", "lt", "ne", "pa", "pl", "pt", "ro", "so", "ta", "tr", "uk",
    "ur", "vi", "zh-Hans",
];

/// The tag as it is kept, of one that was typed in any case. `None` for what is not on the list.
#[must_use]
pub fn language(typed: &str) -> Option<&'static str> {
    let typed = typed.trim().replace('_', "-");
    LANGUAGES.iter().copied().find(|known| known.eq_ignore_ascii_case(&typed))
}
