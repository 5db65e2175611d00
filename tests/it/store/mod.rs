//! The database: what holds whoever writes, in whatever order.

mod concurrency;
mod laws;
mod migrations;
mod world;
