//! The form about an episode of care: read from what was posted, and shown with what it says.

use super::faults::Faults;
use super::making::{Made, Maker, posted_date};
use super::patient::Patient;
use crate::app::App;
use crate::domain::care::registration::{About, EpisodeFields, Fault, NewEpisode};
use crate::i18n::Locale;
use crate::store::days::date;
use crate::store::episodes::Episode;
use crate::web::form::Fields;
use crate::web::pages::form::{Choice, Field, Input};

/// What was typed.
pub fn posted(typed: &Fields) -> EpisodeFields {
    EpisodeFields {
        programme: typed.first("programme").to_owned(),
        opened: posted_date(typed, "opened"),
        closed: posted_date(typed, "closed"),
        discharged: posted_date(typed, "discharged"),
        delivered: posted_date(typed, "delivered"),
        cluster: typed.first("cluster").to_owned(),
        sender_number: String::new(),
    }
}

/// What is known of an episode.
pub fn kept(episode: &Episode) -> EpisodeFields {
    let day = |kept: i32| date(kept).strftime("%-d/%-m/%Y").to_string();
    EpisodeFields {
        programme: episode.programme.clone(),
        opened: day(episode.opened_day),
        closed: episode.closed_day.map(day).unwrap_or_default(),
        discharged: episode.discharged_day.map(day).unwrap_or_default(),
        delivered: episode.delivered_day.map(day).unwrap_or_default(),
        cluster: episode.cluster.clone().unwrap_or_default(),
        sender_number: String::new(),
    }
}

/// The episode, or what is wrong with it.
pub fn read(app: &App, patient: &Patient, fields: &EpisodeFields) -> Result<NewEpisode, Vec<Fault>> {
    let programmes: Vec<&str> = app.framework.programmes.iter().map(|programme| programme.key.as_str()).collect();
    let (born, died) = (date(patient.person.birth_day), patient.person.died_day.map(date));
    fields.read(&About { today: app.clock.today(), programmes: &programmes, born, died })
}

/// The fields with what stands in them. An episode that is opened has not ended.
pub fn fields(app: &App, locale: &Locale, said: &EpisodeFields, is_open: bool, faults: Faults) -> Made<Vec<Field>> {
    let make = Maker(locale);
    let programmes = app.framework.programmes.iter().map(|programme| Choice::new(&programme.key, &programme.title)).collect();
    let mut made = vec![
        make.field("programme", Input::Radios { options: Field::options("programme", programmes, &said.programme) })?,
        make.date("opened", &said.opened)?,
        make.date("discharged", &said.discharged)?,
        make.date("delivered", &said.delivered)?,
        make.hinted("cluster", Input::Digits { value: said.cluster.clone() })?,
    ];
    if is_open {
        made.push(make.date("closed", &said.closed)?);
    }
    Ok(faults.mark(made))
}
