//! Email to people: plain text and HTML in one message. Its Message-ID is made of the reference of the message in the outbox,
//! so that the same message handed over twice is the same message, and a mailbox shows it once.

use lettre::Message;
use lettre::address::AddressError;
use lettre::message::header::{ContentType, HeaderName, HeaderValue};
use lettre::message::{Attachment, Mailbox, MultiPart, SinglePart};
use lettre::transport::smtp::{self, response::Severity};

use super::gateway::Refusal;
use super::{Calendar, Mailer};

/// One email to one person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mail {
    pub to: String,
    pub subject: String,
    pub text: String,
    pub html: String,
    /// The language of the words, as a tag.
    pub language: String,
    /// Says nothing about anybody, and no two messages share one.
    pub reference: String,
    /// Where one press of the mail program ends all asking (RFC 8058).
    pub decline: String,
    /// An entry for the calendar, where there is one.
    pub calendar: Option<Calendar>,
}

impl Mail {
    /// The message as it goes out.
    pub(super) fn message(&self, from: &Mailbox) -> Result<Message, Refusal> {
        let to: Mailbox = self.to.parse().map_err(|_: AddressError| Refusal::Address("address".to_owned()))?;
        let id = format!("<{}@{}>", self.reference, from.email.domain());
        let header = |name: &'static str, value: &str| HeaderValue::new(HeaderName::new_from_ascii_str(name), value.to_owned());
        let built = Message::builder()
            .from(from.clone())
            .to(to)
            .subject(&self.subject)
            .message_id(Some(id))
            .raw_header(header("Auto-Submitted", "auto-generated"))
            .raw_header(header("X-Auto-Response-Suppress", "All"))
            .raw_header(header("Content-Language", &self.language))
            .raw_header(header("List-Unsubscribe", &format!("<{}>", self.decline)))
            .raw_header(header("List-Unsubscribe-Post", "List-Unsubscribe=One-Click"))
            .multipart(self.body(from));
        built.map_err(|_| Refusal::Never("unwritable".to_owned()))
    }

    fn body(&self, from: &Mailbox) -> MultiPart {
        let words = MultiPart::alternative_plain_html(self.text.clone(), self.html.clone());
        match self.calendar.as_ref().and_then(|calendar| attachment(calendar, from)) {
            Some(entry) => MultiPart::mixed().multipart(words).singlepart(entry),
            None => words,
        }
    }
}

/// The entry for the calendar as an attachment that says what it is (RFC 6047).
fn attachment(calendar: &Calendar, from: &Mailbox) -> Option<SinglePart> {
    let kind = ContentType::parse(&format!("text/calendar; method={}; charset=utf-8", calendar.method.name())).ok()?;
    Some(Attachment::new("event.ics".to_owned()).body(calendar.text(from.email.as_ref()), kind))
}

impl Mailer {
    /// Hands one email to a person over.
    pub async fn hand_over(&self, mail: &Mail) -> Result<(), Refusal> {
        let message = mail.message(self.sender())?;
        self.pass_on(message, mail).await
    }
}

/// What the refusal of a mail server means.
pub(super) fn refusal(why: &smtp::Error) -> Refusal {
    let Some(code) = why.status() else {
        // Without an answer nobody knows how far it came, unless there was no connection.
        let why = why.to_string();
        return if why.starts_with("Connection error") { Refusal::Away(why) } else { Refusal::Later { why, seconds: None } };
    };
    let (name, said) = (format!("smtp-{code}"), why.to_string());
    match u16::from(code) {
        // The service is closing or does not let us in: that says nothing about any one message.
        421 | 530..=538 => Refusal::Away(name),
        // RFC 3463: X.7 is about policy, which is about us and not about the address.
        550 | 551 | 553 | 556 if !said.contains("5.7.") => Refusal::Address(name),
        _ if code.severity == Severity::PermanentNegativeCompletion => Refusal::Never(name),
        _ => Refusal::Later { why: name, seconds: None },
    }
}
