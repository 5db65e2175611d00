//! Saywell asks patients and carers about the outcomes that matter to them, turns the answers into indicators that stand
//! up, and lets nothing out that could name a person.
//!
//! `domain` is what it is about; `store` keeps it; `web` speaks HTTP; `messages` sends letters; `paper` prints; `jobs` does what no request
//! waits for; `cli` is the program.

pub mod app;
pub mod attendees;
pub mod bench;
pub mod catalogue;
pub mod cli;
pub mod clock;
pub mod config;
pub mod definitions;
pub mod demo;
pub mod domain;
pub mod event_survey;
pub mod i18n;
pub mod identity;
pub mod importing;
pub mod jobs;
pub mod keys;
pub mod messages;
pub mod network;
pub mod paper;
pub mod passkey;
pub mod password;
pub mod post;
pub mod qr;
pub mod random;
pub mod recovery;
pub mod register;
pub mod released;
pub mod releasing;
pub mod retention;
pub mod rotation;
pub mod sealed_letter;
pub mod secret;
pub mod sheet;
pub mod store;
pub mod supplying;
pub mod telemetry;
pub mod tls;
pub mod totp;
pub mod trail;
pub mod web;
pub mod words;
