//! Pages as types: one struct for each template, holding exactly what the template shows, with samples from which every page is
//! rendered in every language before the app serves anybody. The room writes no sentence (those are in `locales/`) and decides
//! nothing about a request.

pub mod account;
pub mod admin;
pub mod agreement;
pub mod alerts;
pub mod answered;
pub mod answers_back;
pub mod attendees;
pub mod behind;
pub mod coding;
pub mod comments;
pub mod commissioner;
pub mod compare;
pub mod consortium;
pub mod define;
pub mod done;
pub mod door;
pub mod due;
pub mod engage;
mod engine;
pub mod entry;
pub mod errors;
pub mod factors;
pub mod figures;
pub mod form;
pub mod framework;
pub mod governance;
pub mod heard;
pub mod home;
pub mod identities;
pub mod imports;
pub mod invited;
pub mod join;
pub mod kiosk;
pub mod letters;
pub mod map;
pub mod organisations;
pub mod outbox;
pub mod own_account;
pub mod own_answers;
pub mod pack;
pub mod papers;
pub mod part;
pub mod password;
pub mod person;
pub mod provider;
pub mod question;
pub mod receipt;
pub mod register;
pub mod respond;
pub mod results;
pub mod resume;
pub mod rights;
mod samples;
pub mod schedules;
pub mod statements;
pub mod supply;
pub mod surveys;
pub mod tablets;
pub mod themes;
pub mod transcribe;

use std::collections::HashMap;
use std::sync::Arc;

use rust_embed::RustEmbed;
use serde::Serialize;
use tera::{Context, Tera};

use crate::domain::survey::text::Language;
use crate::i18n::{Locale, Locales, MissingMessage};
use part::{Hidden, LanguageLink};

/// The templates, by path.
#[derive(RustEmbed)]
#[folder = "templates/"]
struct Templates;

/// A page and what it shows.
pub trait Page: Serialize + Sized {
    /// Its template, below `templates/`.
    const TEMPLATE: &'static str;

    /// True where the page shows a form again with what is wrong in it; its title then says so.
    fn has_errors(&self) -> bool {
        false
    }

    /// What the template is given, under the names of the struct's fields.
    ///
    /// # Errors
    /// Where a sentence is missing or the page cannot be serialised.
    fn context(&self, _locale: &Locale) -> Result<Context, Unrendered> {
        Ok(Context::from_serialize(self)?)
    }

    /// Invented pages that show every branch of the template.
    fn samples() -> Vec<Self>;
}

/// What stands around every page.
#[derive(Debug, Clone)]
pub struct Chrome {
    /// The language the page is in.
    pub locale: Arc<Locale>,
    /// The deploying organisation.
    pub organisation: String,
    /// The languages the same page can be had in; the switch is shown where there are two or more.
    pub languages: Vec<LanguageLink>,
    /// Who is signed in, on staff pages.
    pub signed_in: Option<SignedIn>,
    /// Whose answers staff enter, on the pages of a survey.
    pub entering: Option<Banner>,
}

/// Says on the pages of a survey that staff enter somebody's answers.
#[derive(Debug, Clone, Serialize)]
pub struct Banner {
    /// The person's name.
    pub name: String,
    /// Where the form that leaves is sent.
    pub leave: String,
    /// The hidden fields of that form.
    pub hidden: Vec<Hidden>,
}

/// Who is signed in.
#[derive(Debug, Clone, Serialize)]
pub struct SignedIn {
    /// The name to show.
    pub name: String,
    /// The hidden fields of the form that signs out.
    pub hidden: Vec<Hidden>,
}

/// The chrome as the layout sees it.
#[derive(Serialize)]
struct Around<'a> {
    lang: &'a str,
    dir: &'static str,
    organisation: &'a str,
    languages: &'a [LanguageLink],
    signed_in: Option<&'a SignedIn>,
    entering: Option<&'a Banner>,
}

/// Why a page cannot be shown. Always a fault of ours.
#[derive(Debug, thiserror::Error)]
pub enum Unrendered {
    /// A template is wrong, or wants what the page does not have.
    #[error("template: {}", chain(.0))]
    Template(#[from] tera::Error),
    /// A sentence is missing.
    #[error(transparent)]
    Sentence(#[from] MissingMessage),
    /// The templates were loaded without that language.
    #[error("no templates were loaded for the language `{0}`")]
    Language(Language),
}

/// Tera's errors carry their reason in the sources.
fn chain(error: &tera::Error) -> String {
    let mut said = error.to_string();
    let mut source = std::error::Error::source(error);
    while let Some(cause) = source {
        said.push_str(": ");
        said.push_str(&cause.to_string());
        source = cause.source();
    }
    said
}

/// Every template, ready for every language. Cheap to clone.
#[derive(Clone)]
pub struct Pages(Arc<HashMap<Language, Tera>>);

/// Renders the samples of one kind of page.
type Render = fn(&Pages, &Chrome, &mut Vec<(&'static str, Result<String, Unrendered>)>);

macro_rules! every {
    ($($page:path),+ $(,)?) => {
        /// Every kind of page.
        const EVERY: &[Render] = &[$(|pages, chrome, all| pages.samples_of::<$page>(chrome, all)),+];
    };
}

every![
    themes::Codebook,
    coding::Coding,
    coding::OneComment,
    agreement::Agreement,
    agreement::Settle,
    home::Home,
    respond::Start,
    question::Question,
    respond::Check,
    done::Done,
    respond::Urgent,
    invited::CarryOn,
    invited::Decline,
    invited::Ended,
    join::Join,
    join::TooMany,
    join::NotOpen,
    join::Answered,
    join::LinkAnswered,
    join::NoCookies,
    tablets::Tablets,
    resume::Later,
    resume::Resume,
    receipt::Receipt,
    receipt::Found,
    receipt::Withdraw,
    receipt::Withdrawn,
    own_answers::Copy,
    own_answers::OverTime,
    errors::ErrorPage,
    statements::Help,
    statements::Privacy,
    statements::Accessibility,
    statements::Cookies,
    account::SignIn,
    account::Home,
    identities::Identities,
    identities::Tie,
    identities::Going,
    door::Second,
    door::LinkSent,
    door::Confirm,
    door::ConfirmPasskey,
    own_account::OwnAccount,
    factors::SecondFactor,
    factors::NewPasskey,
    factors::PasskeySignIn,
    factors::RecoveryCodes,
    password::ChoosePassword,
    password::EnrolLink,
    password::Forgotten,
    password::LinkAsked,
    password::ChangePassword,
    governance::Trail,
    governance::LinePage,
    rights::Find,
    rights::Record,
    rights::Copy,
    rights::Retention,
    form::Form,
    admin::Accounts,
    admin::Account,
    admin::Handover,
    organisations::Organisations,
    organisations::Organisation,
    commissioner::Overview,
    commissioner::Indicator,
    commissioner::Lineage,
    compare::Compare,
    map::Map,
    consortium::Consortium,
    pack::Packs,
    behind::BehindFigure,
    provider::Figures,
    provider::Indicator,
    provider::People,
    person::Person,
    register::Search,
    register::Duplicates,
    register::Merge,
    due::Due,
    schedules::Schedules,
    alerts::Alerts,
    alerts::Alert,
    alerts::Times,
    alerts::Teams,
    attendees::List,
    attendees::Door,
    attendees::Upload,
    attendees::Check,
    attendees::Stop,
    comments::Comments,
    comments::Comment,
    comments::Preview,
    heard::Heard,
    results::EventsOver,
    results::EventResults,
    framework::FrameworkPage,
    framework::TopicPage,
    framework::DecisionPage,
    define::DefinitionsPage,
    define::DefinitionPage,
    answers_back::Answers,
    answers_back::Preview,
    answered::Answered,
    answered::Public,
    imports::Imports,
    imports::ImportPage,
    supply::Supply,
    supply::History,
    surveys::Surveys,
    letters::Letters,
    outbox::Outbox,
    entry::Over,
    entry::Sent,
    transcribe::Sheet,
    papers::Papers,
    papers::NoPapers,
    kiosk::Start,
    kiosk::Still,
    kiosk::Thanks,
    kiosk::Ended,
    kiosk::Kiosks,
    engage::Events,
    engage::Meeting,
    engage::Live,
];

impl Pages {
    /// Reads the templates that are built into the binary, once for each language.
    ///
    /// # Errors
    /// Where a template cannot be parsed, or uses a function or component that does not exist.
    pub fn load(locales: &Locales) -> Result<Self, Unrendered> {
        let loaded = locales.iter().map(|locale| Ok((locale.language().clone(), engine::engine(locale)?)));
        Ok(Self(Arc::new(loaded.collect::<Result<_, Unrendered>>()?)))
    }

    /// The page as HTML.
    ///
    /// # Errors
    /// Where the template wants what the page does not have, or a sentence is missing.
    pub fn render<P: Page>(&self, page: &P, chrome: &Chrome) -> Result<String, Unrendered> {
        let locale = &chrome.locale;
        let tera = self.0.get(locale.language()).ok_or_else(|| Unrendered::Language(locale.language().clone()))?;
        let mut context = page.context(locale)?;
        context.insert("has_errors", &page.has_errors());
        context.insert(
            "chrome",
            &Around {
                lang: locale.language().as_str(),
                dir: locale.direction().as_str(),
                organisation: &chrome.organisation,
                languages: &chrome.languages,
                signed_in: chrome.signed_in.as_ref(),
                entering: chrome.entering.as_ref(),
            },
        );
        Ok(tera.render(P::TEMPLATE, &context)?)
    }

    /// Renders every sample of every page in every language, and answers what went wrong, one sentence each.
    #[must_use]
    pub fn problems(&self, locales: &Locales) -> Vec<String> {
        let mut found = locales.problems();
        for locale in locales.iter() {
            let chrome = Chrome::sample(locale);
            found.extend(self.rendered(&chrome).into_iter().filter_map(|(template, page)| {
                let why = page.err()?;
                Some(format!("{template} in {}: {why}", locale.language()))
            }));
        }
        found
    }

    /// Every sample of every page in one language, with the template it goes by.
    #[must_use]
    pub fn rendered(&self, chrome: &Chrome) -> Vec<(&'static str, Result<String, Unrendered>)> {
        let mut all = Vec::new();
        for render in EVERY {
            render(self, chrome, &mut all);
        }
        all
    }

    fn samples_of<P: Page>(&self, chrome: &Chrome, into: &mut Vec<(&'static str, Result<String, Unrendered>)>) {
        into.extend(P::samples().iter().map(|page| (P::TEMPLATE, self.render(page, chrome))));
    }
}

impl Chrome {
    /// An invented organisation, with somebody signed in.
    #[must_use]
    pub fn sample(locale: &Arc<Locale>) -> Self {
        let switch =
            |tag: &str, name: &str, current| LanguageLink { tag: tag.into(), name: name.into(), href: "/language".into(), current };
        Self {
            locale: Arc::clone(locale),
            organisation: "Fenmarch & Dale Partnership".to_owned(),
            languages: vec![switch("en", "English", true), switch("pl", "polski", false)],
            signed_in: Some(SignedIn { name: "A Person".to_owned(), hidden: Vec::new() }),
            entering: Some(Banner { name: "Another Person".to_owned(), leave: "/s/sample/leave".to_owned(), hidden: Vec::new() }),
        }
    }
}

#[cfg(test)]
mod tests;
