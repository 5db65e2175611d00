//! People in care: who they are, how they are reached and when they are asked, the codes they keep.

pub mod alert;
pub mod alert_times;
pub mod asking;
pub mod channel;
pub mod code;
pub mod dates;
pub mod declining;
pub mod demographics;
pub mod ethnicity;
pub mod fact;
pub mod need;
pub mod nhs_number;
pub mod postcode;
pub mod retention;
pub mod rights;
pub mod reach;
pub mod registration;
pub mod sex;
pub mod spoken;
pub mod quiet;
pub mod schedule;
pub mod heard;
pub mod heard_tables;
pub mod span;
pub mod stop;
pub mod timepoint;
