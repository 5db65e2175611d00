//! `saywell release`: figures leave now, not only when the timetable has them leave.

use std::io::Write;

use anyhow::{anyhow, bail};
use clap::Args;

use super::setup;
use crate::config::Settings;
use crate::domain::access::{Action, Event};
use crate::domain::indicator::Period;
use crate::random::Random;

/// Release every period that has not left yet.
#[derive(Debug, Args)]
pub struct Release {
    /// The last month that leaves, such as 2026-09. Without it, the last month that has settled.
    #[arg(long)]
    through: Option<String>,
}

impl Release {
    pub async fn run(self, settings: Settings, out: &mut dyn Write) -> anyhow::Result<()> {
        let store = setup::migrated_store(&settings)?;
        let clock = setup::clock(&settings)?;
        setup::definitions(&setup::framework(&settings)?, &store, &clock)?;
        let app = setup::app(settings, store, clock, Random::system()?)?;
        let through = match &self.through {
            None => app.settled(),
            Some(text) => Period::parse(text).ok_or_else(|| anyhow!("`{text}` is not a month like 2026-09"))?,
        };
        if through >= Period::of(app.clock.today()) {
            bail!("{through} is not over: what leaves stands, so only months that are over can leave");
        }
        let event = Event::at_command_line(app.clock.now().micros(), Action::FiguresReleased);
        let Some(made) = app.release(through, event).await? else {
            writeln!(out, "Nothing new to release through {through}.")?;
            return Ok(());
        };
        writeln!(out, "Release {}: {} sheets through {through}.", made.number, made.sheets)?;
        for (indicator, period) in &made.refused {
            writeln!(out, "Refused: {indicator} {period}. Something could have been worked out whatever was hidden.")?;
        }
        Ok(())
    }
}
