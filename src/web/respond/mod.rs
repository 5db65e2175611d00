//! Answering a survey: no account, no JavaScript, one question a page. Every page posted is on disk before the next one
//! shows, and sending twice sends once.

pub mod before;
pub mod check;
pub mod decline;
pub mod done;
pub mod draft;
pub mod entering;
pub mod invited;
pub mod later;
pub mod question;
pub mod start;
pub mod stay;
pub mod urgent;
pub mod view;
pub mod watch;

use crate::domain::survey::Step;

/// The address of a step of a survey. The empty fragment keeps the browser from carrying one over from the form.
fn address(survey: &str, step: &Step) -> String {
    match step {
        Step::Page(page) => format!("/s/{survey}/q/{page}#"),
        Step::Check => format!("/s/{survey}/check#"),
    }
}
