//! What a browser says it is, in a few words that its owner recognises, and the cookie that staff's browsers are known by.

/// The cookie of a browser in which staff have signed in.
pub const COOKIE: &str = "device";

/// Browsers by the word that tells them apart, the telling ones first: Edge and Opera also say that they are Chrome, and
/// Chrome that it is Safari.
const BROWSERS: [(&str, &str); 7] = [
    ("Edg", "Edge"),
    ("OPR/", "Opera"),
    ("SamsungBrowser", "Samsung Internet"),
    ("Firefox", "Firefox"),
    ("FxiOS", "Firefox"),
    ("Chrome", "Chrome"),
    ("Safari", "Safari"),
];

/// Systems by the word that tells them apart.
const SYSTEMS: [(&str, &str); 7] = [
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Android", "Android"),
    ("CrOS", "ChromeOS"),
    ("Windows", "Windows"),
    ("Macintosh", "Mac"),
    ("Linux", "Linux"),
];

/// The browser and its system, such as `Firefox, Windows`; empty where neither is known.
#[must_use]
pub fn words(user_agent: &str) -> String {
    let known = |all: &[(&str, &'static str)]| all.iter().find(|(word, _)| user_agent.contains(word)).map(|(_, name)| *name);
    let words: Vec<&str> = [known(&BROWSERS), known(&SYSTEMS)].into_iter().flatten().collect();
    words.join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_browser_is_known_by_its_own_word() {
        let edge = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36 Edg/140.0";
        assert_eq!(words(edge), "Edge, Windows");
        assert_eq!(
            words("Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Mobile/15E148 Safari/604.1"),
            "Safari, iPhone"
        );
        assert_eq!(words("curl/8"), "");
    }
}
