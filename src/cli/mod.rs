//! The program: what can be typed, and what is printed. Every failure is one clear sentence and an exit code.

mod account;
mod audit;
mod check;
mod demo;
mod import;
mod indicators;
mod keys;
mod localities;
mod release;
mod serve;
pub(crate) mod setup;
mod statistics;
mod survey;
mod values;

use std::io::Write;
use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};

use crate::bench;
use crate::config::Settings;

/// Asks patients and carers about the outcomes that matter to them, and turns the answers into indicators.
#[derive(Debug, Parser)]
#[command(name = "saywell", version, propagate_version = true)]
pub struct Cli {
    #[command(flatten)]
    common: Common,
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Args)]
struct Common {
    /// The configuration file. Without it `saywell.toml` is read, if it is there.
    #[arg(long, global = true, env = "SAYWELL_CONFIG")]
    config: Option<PathBuf>,
    /// Where the database is: `sqlite:PATH` or `postgres://…`. Overrules the configuration.
    #[arg(long, global = true)]
    database: Option<String>,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Serve Saywell. Brings the database up to date first.
    Serve(serve::Serve),
    /// Do the jobs and serve no pages.
    Work(serve::Work),
    /// Make a demo county and serve it.
    Demo(demo::Demo),
    /// Bring the database up to date, and nothing else.
    Migrate,
    /// Accounts of staff.
    #[command(subcommand)]
    Account(account::Account),
    /// Surveys.
    #[command(subcommand)]
    Survey(survey::Survey),
    /// Bring in people and episodes, the places they live in, and values of other data sets.
    #[command(subcommand)]
    Import(import::Import),
    /// Indicators.
    #[command(subcommand)]
    Indicators(indicators::Indicators),
    /// Release figures to commissioners.
    Release(release::Release),
    /// The statistics that figures rest on.
    #[command(subcommand)]
    Statistics(statistics::Statistics),
    /// The audit trail.
    #[command(subcommand)]
    Audit(audit::Audit),
    /// The keys that fields are encrypted with.
    #[command(subcommand)]
    Keys(keys::Keys),
    /// Look for faults in configuration, templates, locales, surveys and the framework.
    Check,
    /// Measure.
    #[command(subcommand)]
    Bench(Bench),
}

#[derive(Debug, Subcommand)]
enum Bench {
    /// Answer whole surveys over HTTP, as browsers would, and print how fast that went.
    Respond(bench::Respond),
    /// Join an engagement event with many phones at the same moment, answer, and print how that went.
    Event(bench::Event),
    /// Make counties of different sizes, release their figures, and print how long their pages take.
    Overview(bench::Overview),
}

impl Cli {
    /// Does what was asked.
    pub async fn run(self) -> anyhow::Result<()> {
        let out = &mut std::io::stdout();
        match self.command {
            Command::Bench(Bench::Respond(respond)) => respond.run(self.common.database.as_deref(), out).await,
            Command::Bench(Bench::Event(event)) => event.run(self.common.database.as_deref(), out).await,
            Command::Bench(Bench::Overview(overview)) => {
                Box::pin(overview.run(self.common.settings()?, self.common.database.is_some(), out)).await
            }
            Command::Demo(demo) => demo.run(self.common.settings()?, self.common.database.is_some(), out).await,
            Command::Serve(serve) => serve.run(self.common.settings()?, out).await,
            Command::Work(work) => Box::pin(work.run(self.common.settings()?, out)).await,
            Command::Migrate => migrate(&self.common.settings()?, out),
            Command::Account(account) => account.run(&self.common.settings()?, out),
            Command::Survey(survey) => survey.run(&self.common.settings()?, out),
            Command::Import(import) => import.run(self.common.settings()?, out).await,
            Command::Indicators(indicators) => indicators.run(&self.common.settings()?, out),
            Command::Release(release) => Box::pin(release.run(self.common.settings()?, out)).await,
            Command::Statistics(statistics) => statistics.run(out),
            Command::Audit(audit) => audit.run(&self.common.settings()?, out),
            Command::Keys(keys) => keys.run(&self.common.settings()?, out),
            Command::Check => check::run(&self.common.settings()?, out),
        }
    }
}

impl Common {
    fn settings(&self) -> anyhow::Result<Settings> {
        let usual = PathBuf::from("saywell.toml");
        let file = self.config.clone().or_else(|| usual.exists().then_some(usual));
        let mut settings = Settings::load(file.as_deref())?;
        if let Some(database) = &self.database {
            settings.database.clone_from(database);
        }
        Ok(settings)
    }
}

fn migrate(settings: &Settings, out: &mut dyn Write) -> anyhow::Result<()> {
    let ran = setup::store(settings)?.migrate()?;
    match ran {
        0 => writeln!(out, "The database is up to date.")?,
        1 => writeln!(out, "The database is up to date: 1 migration ran.")?,
        more => writeln!(out, "The database is up to date: {more} migrations ran.")?,
    }
    Ok(())
}
