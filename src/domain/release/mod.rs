//! Releases: what leaves together, once for each period. Commissioners see nothing else, so that looking twice shows no more than
//! looking once.
//!
//! A *sheet* is all that leaves of one indicator for one period: the whole, every breakdown, what became of people, and who was left
//! out. It is put together and guarded as one, kept, and shown as it was. Refuses to know who looks.

pub mod heard;
pub mod place;
pub mod sheet;

pub use place::Place;
pub use sheet::{Groups, Sheet};
