//! Letters to staff: written in their language, sealed, and put beside the decision that causes them. A job sends them.

use super::problem::Problem;
use crate::app::App;
use crate::domain::access::LinkPurpose;
use crate::domain::survey::text::Language;
use crate::messages::{Change, Notice};
use crate::store::accounts::Account;
use crate::store::ids::AccountId;
use crate::store::letters::Waiting;
use crate::store::one_time_links::Link;

/// A letter about `notice`, ready for [`crate::store::letters::add`]; nothing where no mail is configured.
pub fn letter(app: &App, account: &Account, notice: &Notice) -> Result<Option<Waiting>, Problem> {
    if app.mailer.is_none() {
        return Ok(None);
    }
    let known = Language::parse(&account.language).and_then(|language| app.locales.find(&language));
    let locale = known.unwrap_or_else(|| app.locales.english());
    let letter = notice.letter(locale, &account.email)?;
    app.sealed(notice.kind(), &letter).map(Some).map_err(|why| Problem::Internal(why.to_string()))
}

/// A fresh one-time link: the address to send, and the row to keep.
#[must_use]
pub fn one_time_link(app: &App, account: AccountId, purpose: LinkPurpose) -> (String, Link) {
    let token = app.random.token();
    let link = Link::new(&token, account, purpose, app.clock.now());
    (format!("{}/welcome/{token}", app.settings.origin()), link)
}

/// Rings for the job that sends letters; after the transaction that added one.
pub fn posted(app: &App) {
    app.post.notify_one();
}

/// The letter about something that was changed just now.
pub fn changed(app: &App, account: &Account, what: Change) -> Result<Option<Waiting>, Problem> {
    letter(app, account, &Notice::Changed { name: account.name.clone(), what, at: moment(app) })
}

/// The moment now, in the words of letters.
#[must_use]
pub fn moment(app: &App) -> String {
    app.clock.now().zoned(app.clock.zone()).strftime("%-d %B %Y, %H:%M").to_string()
}
