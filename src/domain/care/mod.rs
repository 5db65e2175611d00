//! People in care as far as a survey needs them: the codes they keep, the points in time when they are asked.

pub mod code;
pub mod timepoint;
