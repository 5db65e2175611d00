//! What a provider sees of its own work: its figures, which have passed disclosure control as the commissioner's have, and
//! the people in its care: registered, imported, asked when they are due, answered for where they cannot, and looked after
//! when an answer calls for it. A provider that leads others sees their figures; their people only where they share them.

pub mod alert;
mod alert_shown;
pub mod alert_team;
mod alert_team_form;
pub mod alert_times;
pub mod alerts;
pub mod behind;
mod coming;
pub mod due;
pub mod entry;
pub mod episode_edit;
mod episode_fields;
pub mod episode_new;
mod faults;
mod figure_file;
pub mod figures;
pub mod heard;
pub mod imports;
pub mod indicator;
pub mod kiosks;
mod known;
pub mod letters;
pub mod making;
pub mod merge;
mod months;
mod outcomes;
pub mod paper;
mod patient;
pub mod people;
pub mod person;
pub mod person_edit;
pub mod person_fields;
pub mod person_new;
mod progress;
mod reach;
mod schedule_forms;
pub mod schedules;
pub mod search;
pub mod stops;
