//! A file of people and episodes, read: its columns, its lines, and what is wrong with each of them. What is at the
//! organisation already is not known here.

pub mod column;
pub mod fault;
pub mod line;
pub mod outcome;
pub mod table;

pub use column::{BadHeading, Column, Columns};
pub use fault::{Fault, Wrong};
pub use line::{Given, Reading};
pub use outcome::{Choice, Outcome, Status};
pub use table::{Record, Table, Unreadable};
