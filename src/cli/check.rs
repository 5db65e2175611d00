//! `saywell check`: everything that can be known to be wrong before anybody meets it.

use std::io::Write;

use anyhow::bail;

use super::setup;
use crate::catalogue;
use crate::config::Settings;
use crate::domain::framework::Framework;
use crate::domain::indicator::Definition as Indicator;
use crate::domain::survey::Definition as Survey;
use crate::i18n::Locales;
use crate::messages::{Mailer, Texter, Words};
use crate::web::pages::Pages;

/// Checks, prints what was found, and fails when anything was.
pub fn run(settings: &Settings, out: &mut dyn Write) -> anyhow::Result<()> {
    let mut found: Vec<String> = settings.problems().iter().map(ToString::to_string).collect();
    if let Some(mail) = &settings.mail {
        found.extend(Mailer::new(&mail.transport, &mail.from).err().map(|why| format!("configuration: {why}")));
    }
    found.extend(settings.text.as_ref().and_then(|text| Texter::new(text).err()).map(|why| format!("configuration: {why}")));
    found.extend(check_words(settings));
    let surveys = check_surveys(&mut found);
    match setup::framework(settings) {
        Ok(framework) => {
            found.extend(check_framework(&framework, &surveys));
            found.extend(check_schedules(settings, &framework));
            found.extend(check_retention(settings, &framework));
        }
        Err(why) => found.push(format!("{why:#}")),
    }
    for problem in &found {
        writeln!(out, "{problem}")?;
    }
    if let Err(why) = settings.servable() {
        writeln!(out, "advice: {why}")?;
    }
    if settings.help_line.is_none() {
        writeln!(out, "advice: `help_line` is not set: people in distress are shown the national lines only")?;
    }
    if settings.mail.is_none() {
        writeln!(out, "advice: `mail` is not set: nobody is told of alerts")?;
    }
    match found.len() {
        0 => Ok(writeln!(
            out,
            "Configuration, templates, locales, {} surveys, the framework, the schedules and the rules of retention are sound.",
            surveys.len()
        )?),
        1 => bail!("1 problem was found"),
        more => bail!("{more} problems were found"),
    }
}

fn check_words(settings: &Settings) -> Vec<String> {
    let locales = match Locales::load() {
        Ok(locales) => locales,
        Err(why) => return vec![why.to_string()],
    };
    let mut found = match Pages::load(&locales) {
        Ok(pages) => pages.problems(&locales),
        Err(why) => vec![why.to_string()],
    };
    match Words::load(&locales) {
        Ok(words) => found.extend(words.problems(&locales)),
        Err(why) => found.push(why.to_string()),
    }
    if settings.default_language().is_ok_and(|language| locales.find(&language).is_none()) {
        found.push(format!("configuration: language: Saywell does not speak `{}`", settings.language));
    }
    found
}

fn check_surveys(found: &mut Vec<String>) -> Vec<Survey> {
    let mut sound = Vec::new();
    for (name, source) in catalogue::built_in() {
        match catalogue::parse(&source) {
            Ok(imported) => sound.push(imported.definition),
            Err(why) => found.push(format!("surveys/{name}: {why}")),
        }
    }
    sound
}

/// Indicators read built-in surveys by name: the names must be there. Surveys of one's own cannot be looked at here.
fn check_framework(framework: &Framework, surveys: &[Survey]) -> Vec<String> {
    framework.indicators.iter().filter_map(|indicator| misread(indicator, surveys)).collect()
}

/// Schedules follow the episodes of a programme: it must be one of the framework's. Their surveys may be of one's own.
fn check_schedules(settings: &Settings, framework: &Framework) -> Vec<String> {
    let all = match setup::schedules(settings) {
        Ok(all) => all,
        Err(why) => return vec![format!("{why:#}")],
    };
    let is_known = |key: &str| framework.programmes.iter().any(|programme| programme.key == key);
    let lost = all.iter().filter(|schedule| !is_known(&schedule.programme));
    lost.map(|schedule| format!("schedule `{}` names the unknown programme `{}`", schedule.key, schedule.programme)).collect()
}

fn check_retention(settings: &Settings, framework: &Framework) -> Vec<String> {
    let rules = match setup::retention(settings) {
        Ok(rules) => rules,
        Err(why) => return vec![format!("{why:#}")],
    };
    let is_known = |key: &str| framework.programmes.iter().any(|programme| programme.key == key);
    let lost = rules.records.iter().filter(|rule| !is_known(&rule.programme));
    let mut found: Vec<String> =
        lost.map(|rule| format!("the rules of retention name the unknown programme `{}`", rule.programme)).collect();
    let has_rule = |key: &str| rules.records.iter().any(|rule| rule.programme == key);
    let kept = framework.programmes.iter().filter(|programme| !has_rule(&programme.key));
    found.extend(kept.map(|programme| format!("no rule of retention says how long records of `{}` are kept", programme.key)));
    found
}

fn misread(indicator: &Indicator, surveys: &[Survey]) -> Option<String> {
    let measure = indicator.measure.as_ref()?;
    let survey = surveys.iter().find(|survey| survey.key.as_str() == measure.survey)?;
    let lacks =
        |what: &str, name: &str| Some(format!("indicator `{}`: the survey `{}` has no {what} `{name}`", indicator.key, measure.survey));
    match (&measure.item, &measure.score) {
        (Some(item), _) if !survey.walk().any(|known| known.link_id.as_str() == item) => lacks("item", item),
        (_, Some(score)) if !survey.scores.iter().any(|known| known.key == *score) => lacks("score", score),
        _ => None,
    }
}
