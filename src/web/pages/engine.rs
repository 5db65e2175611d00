//! The template engine of one language: its templates, and the functions they call. A function refuses what it does not
//! understand, so that a mistake in a template is a failed check and not a blank on a page.

use std::sync::Arc;

use jiff::civil::Date;
use tera::{Error, Kwargs, State, Tera, TeraResult};

use super::{Templates, Unrendered};
use crate::i18n::{Locale, spoken};
use crate::web::assets;

/// Loads every template, speaking one language.
pub(super) fn engine(locale: &Arc<Locale>) -> Result<Tera, Unrendered> {
    let mut tera = Tera::new();
    tera.autoescape_on([".html"]);
    // `t(key="..", name=..)`: the sentence of that key. Text and whole numbers are arguments.
    let speaker = Arc::clone(locale);
    tera.register_function("t", move |kwargs: Kwargs, _: &State| spoken(&speaker, &kwargs));
    // `date(on=..)`: a day in full.
    let speaker = Arc::clone(locale);
    tera.register_function("date", move |kwargs: Kwargs, _: &State| -> TeraResult<String> {
        let day = kwargs.must_get::<&str>("on")?;
        day.parse::<Date>().map(|day| speaker.date(day)).map_err(|error| Error::message(format!("date(on=\"{day}\"): {error}")))
    });
    // `asset(name="survey.css")`: where the build put the file.
    tera.register_function("asset", |kwargs: Kwargs, _: &State| -> TeraResult<String> {
        let name = kwargs.must_get::<&str>("name")?;
        assets::url(name).map(str::to_owned).ok_or_else(|| Error::message(format!("asset(name=\"{name}\"): the build made no such file")))
    });
    let mut sources = Vec::new();
    for name in Templates::iter().filter(|name| name.ends_with(".html") && !name.starts_with("emails/")) {
        let file = Templates::get(&name).map(|file| file.data.into_owned()).unwrap_or_default();
        let source = String::from_utf8(file).map_err(|_| Error::message(format!("{name} is not UTF-8")))?;
        sources.push((name.into_owned(), source));
    }
    tera.add_raw_templates(sources)?;
    Ok(tera)
}
