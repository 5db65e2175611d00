//! `saywell indicators`: counting them anew.

use std::io::Write;

use clap::Subcommand;

use super::setup;
use crate::config::Settings;

/// Indicators.
#[derive(Debug, Subcommand)]
pub enum Indicators {
    /// Count every indicator anew from the responses. The figures do not change, unless a definition has.
    Rebuild,
}

impl Indicators {
    pub fn run(self, settings: &Settings, out: &mut dyn Write) -> anyhow::Result<()> {
        let Self::Rebuild = self;
        let store = setup::migrated_store(settings)?;
        let clock = setup::clock(settings)?;
        let definitions = setup::definitions(&setup::framework(settings)?, &store, &clock)?;
        let episodes = setup::rebuild(&store, &definitions, &clock)?;
        writeln!(out, "Counted {} indicators anew from {episodes} episodes.", definitions.len())?;
        Ok(())
    }
}
