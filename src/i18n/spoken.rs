//! Sentences as templates ask for them. What is not understood is refused, so that a mistake in a template is a failed check
//! and not a blank.

use tera::{Error, Kwargs, TeraResult};

use super::{Argument, Locale};

/// The function `t` of every template: the sentence of `key`, with the other arguments put in. Text and whole numbers are
/// arguments.
pub fn spoken(locale: &Locale, kwargs: &Kwargs) -> TeraResult<String> {
    let key = kwargs.must_get::<&str>("key")?;
    let mut arguments = Vec::new();
    for (name, value) in kwargs.iter() {
        let name = name.as_str().filter(|name| *name != "key");
        let Some(name) = name else { continue };
        let argument = match (value.as_str(), value.as_i64()) {
            (Some(text), _) => Argument::from(text),
            (None, Some(count)) => Argument::from(count),
            (None, None) => return Err(Error::message(format!("t(key=\"{key}\"): `{name}` is neither text nor a whole number"))),
        };
        arguments.push((name.to_owned(), argument));
    }
    let given: Vec<(&str, Argument)> = arguments.iter().map(|(name, argument)| (name.as_str(), argument.clone())).collect();
    locale.t(key, &given).map_err(|error| Error::message(error.to_string()))
}
