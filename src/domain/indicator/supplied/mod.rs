//! Values that another data set supplies: read from a file line by line, and judged against what is known already.
//!
//! A line is judged without regard to the numbers that stand already. Whether a guess is right can so not be found out by sending it.
//! Refuses to write anything down: that is the store's.

pub mod ages;
pub mod fault;
pub mod file;
pub mod judge;
pub mod line;

pub use ages::Ages;
pub use fault::Fault;
pub use file::{BadFile, Column, Line};
pub use judge::{Judged, Known, Left, Outcome, Standing};
pub use line::{Key, Status, Value};
