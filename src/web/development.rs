//! What is there only while Saywell is tried out: the messages to people that were kept instead of sent, each as it would have
//! arrived. Anybody who reaches this computer can read them; where real people answer, there is no such page.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Data;

use super::pages::outbox::{Kept, Outbox};
use super::problem::Problem;
use super::reply;
use super::visitor::Visitor;
use crate::app::App;
use crate::messages::gateway::Item;

/// How many messages are shown.
const MOST: usize = 50;

/// Shows the newest messages first.
pub async fn outbox(app: Data<App>, visitor: Visitor) -> Result<HttpResponse, Problem> {
    let kept = app.gateways.outbox.as_ref().filter(|_| app.settings.development).ok_or(Problem::NotFound)?;
    let origin = app.settings.origin();
    let newest = kept.items().into_iter().rev().take(MOST);
    let page = Outbox { messages: newest.map(|item| message(item, &origin)).collect() };
    reply::page(&app, &visitor, &page, StatusCode::OK)
}

fn message(item: Item, origin: &str) -> Kept {
    let (to, language, subject, text) = match item {
        Item::Mail(mail) => (mail.to, mail.language, Some(mail.subject), mail.text),
        Item::Text(text) => (text.to, text.language, None, text.body),
    };
    let link = text.split_whitespace().find_map(|word| word.strip_prefix(origin)).map(str::to_owned);
    Kept { to, language, subject, text, link }
}
