//! Saywell from outside: over HTTP, at the command line and in the database, on SQLite or on PostgreSQL.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "in a test, what is not there fails the test")]

mod account;
mod admin;
mod asking;
mod bench;
mod beside;
mod cli;
mod contracts;
mod define;
mod demo;
mod engage;
mod frame;
mod governance;
mod imports;
mod messages;
mod paper;
mod provider;
mod redteam;
mod releasing;
mod respond;
mod review;
mod store;
mod supply;
mod support;
mod surveys;
