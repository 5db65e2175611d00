//! Files of people and episodes, from the bytes that somebody sends to the last line brought in. A file is read and sealed at
//! once, then looked at line by line, then brought in; each step is a batch of lines in one transaction, so that a program
//! that is killed goes on where it was, and several programs never do the same lines twice.

mod decide;
mod file;
mod overlay;
mod seen;
mod settle;
mod work;

pub use file::{MOST_BYTES, Refused, Upload, ignored, keep};
pub use settle::{begin, drop_file};
pub use work::Worker;
