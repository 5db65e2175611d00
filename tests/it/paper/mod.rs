//! What is printed: forms and letters, read back from the finished document.

mod forms;
mod letters;
mod posters;
pub mod reading;
mod routes;
