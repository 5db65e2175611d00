//! Writing a draft: in a form with every rule, or as TOML. What is wrong is said at the rule it is about, and nothing that was
//! typed is lost.

use actix_web::HttpResponse;
use actix_web::web::{Data, Path};

use super::About;
use super::fields::Drawer;
use super::surveys::Surveys;
use super::typed::{fields, read};
use crate::app::App;
use crate::domain::access::Action;
use crate::domain::indicator::Definition;
use crate::domain::indicator::faults::{Fault, faults};
use crate::i18n::Locale;
use crate::store::definitions::{Kept, sha256};
use crate::store::drafts::{self, By, Seen};
use crate::store::{Conn, audit};
use crate::web::form::Fields;
use crate::web::pages::form::{Back, Field, Form, Input};
use crate::web::pages::part::{FieldError, Hidden};
use crate::web::posted::Posted;
use crate::web::problem::Problem;
use crate::web::reply;
use crate::web::right::DraftDefinitions;
use crate::web::staff::{Member, Staff};
use crate::web::visitor::Visitor;

/// The longest definition that is read, in bytes.
const TOML_MOST: usize = 40_000;

/// Shows the form.
pub async fn ask(app: Data<App>, visitor: Visitor, staff: Staff<DraftDefinitions>, key: Path<String>) -> Result<HttpResponse, Problem> {
    let desk = Desk::open(&app, &visitor.locale, &key).await?;
    reply::staff_page(&app, &visitor, &desk.form(&fields(&desk.base), &[])?, &staff)
}

/// Keeps what was typed into the form.
pub async fn keep(
    app: Data<App>,
    visitor: Visitor,
    staff: Staff<DraftDefinitions>,
    key: Path<String>,
    typed: Posted,
) -> Result<HttpResponse, Problem> {
    let desk = Desk::open(&app, &visitor.locale, &key).await?;
    let wrong = match read(&typed, &desk.base) {
        Ok(definition) => match desk.keep(&staff, &definition, &typed).await? {
            Ok(done) => return Ok(done),
            Err(wrong) => wrong,
        },
        Err(wrong) => wrong,
    };
    reply::staff_again(&app, &visitor, &desk.form(&typed, &wrong)?, &staff)
}

/// Shows the definition as TOML.
pub async fn ask_toml(
    app: Data<App>,
    visitor: Visitor,
    staff: Staff<DraftDefinitions>,
    key: Path<String>,
) -> Result<HttpResponse, Problem> {
    let desk = Desk::open(&app, &visitor.locale, &key).await?;
    let typed = Fields::of(vec![("toml".to_owned(), desk.base.to_full_toml())]);
    reply::staff_page(&app, &visitor, &desk.toml_form(&typed, &[])?, &staff)
}

/// Keeps what was typed, or put in, as TOML.
pub async fn keep_toml(
    app: Data<App>,
    visitor: Visitor,
    staff: Staff<DraftDefinitions>,
    key: Path<String>,
    typed: Posted,
) -> Result<HttpResponse, Problem> {
    let desk = Desk::open(&app, &visitor.locale, &key).await?;
    let wrong = match desk.read_toml(typed.first("toml")) {
        Ok(definition) => match desk.keep(&staff, &definition, &typed).await? {
            Ok(done) => return Ok(done),
            Err(wrong) => wrong,
        },
        Err(wrong) => wrong,
    };
    reply::staff_again(&app, &visitor, &desk.toml_form(&typed, &wrong)?, &staff)
}

/// What is written on.
struct Desk<'a> {
    app: &'a App,
    locale: &'a Locale,
    surveys: Surveys,
    about: About,
    /// The draft as it is, or what a new one begins as.
    base: Definition,
}

impl<'a> Desk<'a> {
    async fn open(app: &'a App, locale: &'a Locale, key: &str) -> Result<Self, Problem> {
        let about = About::load(app, key).await?;
        let newest = about.versions.iter().map(|one| one.version).max().unwrap_or_default();
        let fresh = || Ok(Definition { version: newest.unsigned_abs() + 1, ..about.current.clone() });
        let base = about.draft().map_or_else(fresh, Kept::definition)?;
        Ok(Self { app, locale, surveys: Surveys::load(app).await?, about, base })
    }

    /// Reads TOML. The indicator and its kind stay what they are; the number, and the month from which it holds, are given later.
    fn read_toml(&self, source: &str) -> Result<Definition, Vec<Fault>> {
        if source.len() > TOML_MOST {
            return Err(vec![Fault::new("toml", "long", TOML_MOST.to_string())]);
        }
        let read = Definition::parse(source).map_err(|why| vec![Fault::new("toml", "toml", why)])?;
        let mut wrong = Vec::new();
        if read.key != self.base.key {
            wrong.push(Fault::new("toml", "key", self.base.key.clone()));
        }
        if read.kind != self.base.kind {
            wrong.push(Fault::new("toml", "kind", read.key.clone()));
        }
        if read.outcome != self.base.outcome {
            wrong.push(Fault::new("toml", "outcome", self.base.outcome.clone()));
        }
        let (version, effective_from) = (self.base.version, self.base.effective_from);
        if wrong.is_empty() { Ok(Definition { version, effective_from, ..read }) } else { Err(wrong) }
    }

    /// Keeps a draft, or says what is wrong with it.
    async fn keep(&self, staff: &Member, definition: &Definition, typed: &Fields) -> Result<Result<HttpResponse, Vec<Fault>>, Problem> {
        let mut wrong = faults(definition, &self.surveys.known());
        let before = Definition { version: definition.version, effective_from: definition.effective_from, ..self.about.current.clone() };
        if wrong.is_empty() && before.to_full_toml() == definition.to_full_toml() {
            wrong.push(Fault::new("title", "same", ""));
        }
        let revision: i32 = typed.first("revision").parse().map_err(|_| Problem::Tampered)?;
        if wrong.is_empty() && !self.write(staff, definition, revision).await? {
            wrong.push(Fault::new("title", "elsewhere", ""));
        }
        if !wrong.is_empty() {
            return Ok(Err(wrong));
        }
        let done = if revision == 0 { "drafted" } else { "changed" };
        Ok(Ok(reply::see_other(&format!("{}/versions/{}?done={done}", self.about.at(), definition.version))))
    }

    /// `false` where somebody else wrote since the form was shown.
    async fn write(&self, staff: &Member, definition: &Definition, revision: i32) -> Result<bool, Problem> {
        let (app, by) = (self.app, By { account: staff.account.0, now: self.app.clock.now() });
        let action = if revision == 0 { Action::DefinitionDrafted } else { Action::DefinitionChanged };
        let event = staff.event(app, action).about(format!("definition:{}", definition.counted_as()));
        let event = event.with(format!("revision {}, {}", revision + 1, sha256(definition)));
        let (secret, definition) = (app.secret.clone(), definition.clone());
        let seen = Seen { indicator: definition.key.clone(), version: i32::try_from(definition.version).unwrap_or(i32::MAX), revision };
        let work = move |tx: &mut Conn| {
            audit::turn(tx)?;
            let is_kept = match revision {
                0 => drafts::begin(tx, &Kept::draft(&definition, by.account, by.now))?,
                _ => drafts::change(tx, &seen, &definition, by)?,
            };
            if is_kept {
                audit::add(tx, &secret, &event)?;
            }
            Ok(is_kept)
        };
        Ok(app.store.write("write a draft", work).await?)
    }

    fn drawer<'b>(&'b self, typed: &'b Fields) -> Drawer<'b> {
        Drawer { app: self.app, locale: self.locale, surveys: &self.surveys, typed }
    }

    fn form(&self, typed: &Fields, wrong: &[Fault]) -> Result<Form, Problem> {
        let fields = self.drawer(typed).fields(self.base.kind, wrong)?;
        self.page("form", (fields, typed), wrong)
    }

    fn toml_form(&self, typed: &Fields, wrong: &[Fault]) -> Result<Form, Problem> {
        let label = self.locale.t("define-field-toml", &[])?;
        let mut field = Field::new("toml", label, Input::Lines { value: typed.first("toml").to_owned() });
        field.hint = self.locale.t("define-hint-toml", &[])?;
        for fault in wrong {
            field.errors.push(FieldError::new("toml", self.drawer(typed).fault(fault)?));
        }
        self.page("toml", (vec![field], typed), wrong)
    }

    fn page(&self, name: &str, (fields, typed): (Vec<Field>, &Fields), wrong: &[Fault]) -> Result<Form, Problem> {
        let at = if name == "toml" { "/draft/toml" } else { "/draft" };
        // What the form was filled from: until somebody was told that there is something newer, and then that.
        let newest = self.about.draft().map_or(0, |draft| draft.revision).to_string();
        let is_told = wrong.iter().any(|fault| fault.why == "elsewhere");
        let revision = if is_told || typed.first("revision").is_empty() { newest } else { typed.first("revision").to_owned() };
        let version = i64::from(self.base.version);
        Ok(Form {
            heading: self.locale.t("define-write", &[("version", version.into())])?,
            caption: Some(self.base.title_in(self.locale.language()).to_owned()),
            intro: vec![self.locale.t(&format!("define-write-{name}"), &[])?],
            back: Back { href: self.about.at(), text: self.locale.t("define-back", &[])? },
            action: format!("{}{at}", self.about.at()),
            hidden: vec![Hidden::new("revision", revision)],
            fields,
            button: self.locale.t("define-save", &[])?,
            warning: false,
        })
    }
}
