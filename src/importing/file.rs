//! A file as it comes: read as text, split into lines, and sealed in parts. Nothing of it is kept that is not sealed.

use crate::app::App;
use crate::domain::access::Event;
use crate::domain::care::import::{BadHeading, Columns, Record, Status, Table, Unreadable, table};
use crate::keys::{Failure, Place};
use crate::secret::token_hash;
use crate::store::ids::{AccountId, OrganisationId};
use crate::store::imports::{self, Import, Part, SEALED};
use crate::store::{self, audit};

/// The most bytes of a file.
pub const MOST_BYTES: usize = 64 * 1024 * 1024;

/// How many lines a part holds; the last of a file holds the rest.
pub const LINES: usize = 500;

/// The most characters that are kept of a file's name.
const NAME_MOST: usize = 200;

/// A file that somebody sends.
#[derive(Debug, Clone)]
pub struct Upload {
    pub organisation: OrganisationId,
    /// Nothing at the command line.
    pub account: Option<AccountId>,
    /// What the file is called.
    pub name: String,
    pub bytes: Vec<u8>,
}

/// Why a file is not taken.
#[derive(Debug)]
pub enum Refused {
    Unreadable(Unreadable),
    Heading(BadHeading),
    /// There is nothing below the heading.
    NoLines,
    Store(store::Error),
}

impl From<store::Error> for Refused {
    fn from(why: store::Error) -> Self {
        Self::Store(why)
    }
}

/// What stands sealed in the database and cannot be opened.
pub(super) fn unopened(why: Failure) -> store::Error {
    store::Error::Corrupt(why.to_string())
}

/// Takes a file: from now on its lines are looked at. The event says who brought it; its subject is set here.
pub async fn keep(app: &App, upload: Upload, event: Event) -> Result<Import, Refused> {
    let own = app.clone();
    let read = tokio::task::spawn_blocking(move || sealed(&own, &upload)).await;
    let (import, parts) = read.map_err(|why| store::Error::Corrupt(format!("the file was not read to its end: {why}")))??;
    let (kept, secret) = (import.clone(), app.secret.clone());
    let event = event.about(format!("import:{}", import.id)).within(import.organisation_id.0).with(format!("{} lines", import.lines));
    let work = move |tx: &mut store::Conn| {
        imports::add(tx, &kept, &parts)?;
        audit::add(tx, &secret, &event)
    };
    app.store.write("keep import", work).await?;
    Ok(import)
}

/// The file and its sealed parts.
fn sealed(app: &App, upload: &Upload) -> Result<(Import, Vec<Part>), Refused> {
    let text = table::text(&upload.bytes).map_err(Refused::Unreadable)?;
    let (heading, table) = Table::open(text).map_err(Refused::Unreadable)?;
    let columns = Columns::read(&heading).map_err(Refused::Heading)?;
    let records: Vec<Record> = table.collect();
    if records.is_empty() {
        return Err(Refused::NoLines);
    }
    let id = app.random.id(&app.clock);
    let mut parts = vec![part(app, id, 0, &columns)?];
    for (number, some) in (1..).zip(records.chunks(LINES)) {
        parts.push(part(app, id, number, &some)?);
    }
    let import = Import {
        id,
        organisation_id: upload.organisation,
        account_id: upload.account,
        name: upload.name.chars().filter(|c| !c.is_control()).take(NAME_MOST).collect(),
        sha256: token_hash(text),
        choice: None,
        status: Status::Checking.code().to_owned(),
        lines: i64::try_from(records.len()).unwrap_or(i64::MAX),
        done: 0,
        added: 0,
        changed: 0,
        unchanged: 0,
        refused: 0,
        created_at: app.clock.now().micros(),
        leased_until: None,
        finished_at: None,
    };
    Ok((import, parts))
}

fn part(app: &App, import_id: i64, number: i32, holds: &impl serde::Serialize) -> store::Result<Part> {
    let id = app.random.id(&app.clock);
    let plain = serde_json::to_string(holds).map_err(|why| store::Error::Corrupt(why.to_string()))?;
    let sealed = app.keys.seal(Place { column: SEALED, row: id }, &plain, &app.random).map_err(unopened)?;
    Ok(Part { id, import_id, number, sealed })
}

/// Opens a part. Number 0 is the heading, the others are lines.
pub(super) async fn open<T: serde::de::DeserializeOwned>(app: &App, import: i64, number: i32) -> store::Result<T> {
    let part = app.store.read("import part", move |conn| imports::part(conn, import, number)).await?;
    let plain = app.keys.open(Place { column: SEALED, row: part.id }, &part.sealed).map_err(unopened)?;
    serde_json::from_str(&plain).map_err(|why| store::Error::Corrupt(why.to_string()))
}

/// The names of the columns that are left alone; none once the file is gone.
pub async fn ignored(app: &App, import: &Import) -> store::Result<Vec<String>> {
    if import.finished_at.is_some() {
        return Ok(Vec::new());
    }
    match open::<Columns>(app, import.id, 0).await {
        Ok(columns) => Ok(columns.ignored),
        Err(store::Error::NotFound) => Ok(Vec::new()),
        Err(why) => Err(why),
    }
}
