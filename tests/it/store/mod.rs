//! The database: what holds whoever writes, in whatever order.

mod concurrency;
mod laws;
mod migrations;
mod plans;
mod world;
