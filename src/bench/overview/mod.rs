//! What it costs to look at figures, and that it does not grow with the answers behind them: a county is made up, counted and
//! released as the program itself counts and releases, and its pages are asked for over HTTP by a commissioner.
//!
//! Refuses to touch a database that has people in it: what is made up here must never be taken for anybody.

mod county;
mod framework;
mod print;
mod rows;
mod watch;

use std::io::Write;
use std::time::{Duration, Instant};

use anyhow::{Context, ensure};
use clap::Args;

use super::server::Scratch;
use crate::app::App;
use crate::catalogue;
use crate::cli::setup;
use crate::config::Settings;
use crate::random::Random;
use crate::store::episodes;
use county::County;
use print::Run;

/// How many responses there are where nothing is said.
const USUAL: [u64; 2] = [10_000, 1_000_000];

/// Make counties of different sizes, release their figures, and print how long a commissioner waits for a page of each.
#[derive(Debug, Args)]
pub struct Overview {
    /// How many responses a county has; once for each county. Without it there are two, of 10,000 and of 1,000,000.
    #[arg(long, value_parser = clap::value_parser!(u64).range(1..=10_000_000))]
    responses: Vec<u64>,
    #[command(flatten)]
    size: Size,
    /// How often each page is looked at.
    #[arg(long, default_value_t = 100, value_parser = clap::value_parser!(u32).range(1..=10_000))]
    views: u32,
}

/// How much there is to look at.
#[derive(Debug, Clone, Copy, Args)]
pub struct Size {
    /// How many indicators there are.
    #[arg(long, default_value_t = 60, value_parser = clap::value_parser!(u32).range(1..=500))]
    indicators: u32,
    /// How many months leave.
    #[arg(long, default_value_t = 24, value_parser = clap::value_parser!(u32).range(1..=120))]
    months: u32,
    /// How many organisations give care.
    #[arg(long, default_value_t = 12, value_parser = clap::value_parser!(u32).range(2..=200))]
    organisations: u32,
}

impl Overview {
    /// Measures one county after another and prints what was measured. Each has a database that is thrown away; with a database of
    /// one's own there is one county, which stays in it.
    pub async fn run(self, settings: Settings, own_database: bool, out: &mut dyn Write) -> anyhow::Result<()> {
        let sizes = match self.responses.as_slice() {
            [] if own_database => &USUAL[..1],
            [] => &USUAL,
            given => given,
        };
        ensure!(!own_database || sizes.len() == 1, "a database of one's own takes one county: give `--responses` once");
        let mut runs = Vec::new();
        for responses in sizes {
            let scratch = if own_database { None } else { Some(Scratch::make()?) };
            let database = scratch.as_ref().map_or_else(|| settings.database.clone(), Scratch::database);
            let run = Box::pin(self.county(Settings { database, ..settings.clone() }, *responses)).await?;
            run.print(out)?;
            out.flush()?;
            runs.push(run);
        }
        print::together(&runs, self.size, out)?;
        Ok(())
    }

    async fn county(&self, settings: Settings, responses: u64) -> anyhow::Result<Run> {
        let app = prepared(settings)?;
        let county = County::new(&app, self.size, responses)?;
        let (people, making) = timed(|| county.make())?;
        let ((), counting) = timed(|| county.count(people))?;
        let (app, began) = (county.app(), Instant::now());
        let early = app.release(county.through().plus(-1), county.event()).await?;
        app.ledger().await?;
        let before = app.released.apart();
        let late = app.release(county.through(), county.event()).await?.context("there was nothing to release")?;
        let releasing = began.elapsed();
        let made = early.into_iter().chain([late]);
        let (sheets, refused) = made.fold((0, 0), |(sheets, refused), one| (sheets + one.sheets, refused + one.refused.len()));
        let pages = watch::pages(&app, &before, (county.analyst(), self.views)).await?;
        Ok(Run { responses, people, making, counting, releasing, sheets, refused, pages })
    }
}

/// An empty Saywell with its built-in surveys.
fn prepared(mut settings: Settings) -> anyhow::Result<App> {
    // Pages are asked for without TLS, and faster than anybody reads.
    (settings.development, settings.pages_per_minute, settings.framework) = (true, 100_000_000, None);
    let (clock, random, store) = (setup::clock(&settings)?, Random::system()?, setup::store(&settings)?);
    store.migrate()?;
    ensure!(store.read_now("count episodes", episodes::count)? == 0, "this database is not empty: name another with --database");
    catalogue::import_built_in(&store, &clock, &random)?;
    setup::app(settings, store, clock, random)
}

fn timed<T>(work: impl FnOnce() -> anyhow::Result<T>) -> anyhow::Result<(T, Duration)> {
    let began = Instant::now();
    Ok((work()?, began.elapsed()))
}
