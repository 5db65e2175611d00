//! Letters that are ready to be printed: as rows of a file that an address merge reads, and for whoever prints them.

use serde::Serialize;

use super::{Outgoing, Stopped, look};
use crate::app::App;
use crate::domain::care::need::Need;
use crate::keys;
use crate::sheet::guarded;
use crate::store::ids::OrganisationId;
use crate::store::messages::{Message, Parts};
use crate::store::{self, Conn, letter_post, messages};

/// How many lines of an address stand in columns of their own; further ones go into the last.
const LINES: usize = 5;

/// One letter to one person, checked just now.
pub struct LetterRow {
    pub message: Message,
    pub outgoing: Outgoing,
    /// What the person needs to read it.
    pub needs: Vec<Need>,
}

/// Why letters cannot be had.
#[derive(Debug, thiserror::Error)]
pub enum Unready {
    #[error(transparent)]
    Store(#[from] store::Error),
    #[error(transparent)]
    Sealed(#[from] keys::Failure),
}

/// The letters of a batch of these organisations that may still go out; nothing where there is no such batch. Those that may not
/// are given up, and those whose survey is closed wait for another batch.
pub async fn letter_rows(app: &App, organisations: Vec<OrganisationId>, batch: &str) -> Result<Option<Vec<LetterRow>>, Unready> {
    let number = batch.to_owned();
    let all = move |conn: &mut Conn| -> store::Result<Vec<Parts>> {
        let letters = letter_post::of_batch(conn, &organisations, &number)?;
        letters.into_iter().map(|letter| messages::parts(conn, letter)).collect()
    };
    let all = app.store.read("letters of a batch", all).await?;
    if all.is_empty() {
        return Ok(None);
    }
    let mut rows = Vec::new();
    for parts in all {
        let has_no_address = |outgoing: &Outgoing| outgoing.record.address.is_empty();
        let stopped = match look(app, &parts)? {
            Ok(outgoing) if has_no_address(&outgoing) => Stopped::NoAddress,
            Ok(outgoing) => {
                let needs = Need::list(parts.person.needs.as_deref().unwrap_or_default());
                rows.push(LetterRow { outgoing, needs, message: parts.message });
                continue;
            }
            Err(stopped) => stopped,
        };
        let (message, now) = (parts.message, app.clock.now().micros());
        let leave_out = move |tx: &mut Conn| match stopped.ending() {
            Some(ending) => messages::fail(tx, &message, &stopped.code(), ending, now).map(drop),
            None => letter_post::put_back(tx, &message),
        };
        app.store.write("letter left out", leave_out).await?;
    }
    Ok(Some(rows))
}

/// One row of the file; the header has the same names.
#[derive(Serialize)]
struct Columns {
    reference: String,
    kind: String,
    name: String,
    address_1: String,
    address_2: String,
    address_3: String,
    address_4: String,
    address_5: String,
    postcode: String,
    language: String,
    large_print: &'static str,
    easy_read: &'static str,
    braille: &'static str,
    greeting_name: String,
    organisation: String,
    link: String,
    code: String,
    until: String,
    contact: String,
}

/// The letters as a CSV file.
pub fn file(rows: &[LetterRow]) -> csv::Result<Vec<u8>> {
    let mut file = csv::Writer::from_writer(Vec::new());
    rows.iter().try_for_each(|row| file.serialize(columns(row)))?;
    file.into_inner().map_err(|why| csv::Error::from(why.into_error()))
}

fn columns(row: &LetterRow) -> Columns {
    let (record, asking) = (&row.outgoing.record, &row.outgoing.asking);
    let line = |number: usize| guarded(record.address.get(number).map_or("", String::as_str));
    let last: Vec<&str> = record.address.iter().skip(LINES - 1).map(String::as_str).collect();
    let needs = |need| if row.needs.contains(&need) { "yes" } else { "no" };
    Columns {
        reference: row.message.reference.clone(),
        kind: row.message.kind.clone(),
        name: guarded(&record.name()),
        address_1: line(0),
        address_2: line(1),
        address_3: line(2),
        address_4: line(3),
        address_5: guarded(&last.join(", ")),
        postcode: guarded(record.postcode.as_deref().unwrap_or_default()),
        language: row.outgoing.locale.language().to_string(),
        large_print: needs(Need::LargePrint),
        easy_read: needs(Need::EasyRead),
        braille: needs(Need::Braille),
        greeting_name: guarded(asking.name.as_deref().unwrap_or_default()),
        organisation: guarded(&asking.organisation),
        link: asking.link.clone(),
        code: asking.code.clone(),
        until: asking.until.clone(),
        contact: guarded(asking.contact.as_deref().unwrap_or_default()),
    }
}
