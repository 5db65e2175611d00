//! Messages to people that were kept instead of sent, while Saywell is tried out.

use serde::Serialize;

use super::Page;

/// The newest of them first.
#[derive(Debug, Clone, Serialize)]
pub struct Outbox {
    pub messages: Vec<Kept>,
}

/// One message, as it would have arrived.
#[derive(Debug, Clone, Serialize)]
pub struct Kept {
    pub to: String,
    /// The language of the words, as a tag.
    pub language: String,
    /// Nothing for a text message.
    pub subject: Option<String>,
    pub text: String,
    /// The page that the personal link leads to.
    pub link: Option<String>,
}

impl Page for Outbox {
    const TEMPLATE: &'static str = "pages/development/outbox.html";

    fn samples() -> Vec<Self> {
        let mail = Kept {
            to: "somebody@example.org".into(),
            language: "pl".into(),
            subject: Some("Fenmarch & Dale: kilka pytań do Ciebie".into()),
            text: format!("Dzień dobry!\n\nhttps://answers.example.org/i/{}", "x".repeat(43)),
            link: Some(format!("/i/{}", "x".repeat(43))),
        };
        let text = Kept { to: "+447700900123".into(), language: "en".into(), subject: None, link: None, ..mail.clone() };
        vec![Self { messages: Vec::new() }, Self { messages: vec![mail, text] }]
    }
}
