//! What is printed: forms and letters, read back from the finished document.

mod forms;
mod letters;
pub mod reading;
mod routes;
