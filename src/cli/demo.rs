//! `saywell demo`: an invented county to try Saywell with, made once and then served.

use std::io::Write;
use std::net::SocketAddr;
use std::path::Path;

use anyhow::{Context, bail};
use clap::Args;

use super::{serve, setup};
use crate::app::App;
use crate::catalogue;
use crate::clock::Clock;
use crate::config::{HelpLine, Settings};
use crate::demo::{self, Link, Plan, Setting, Stage, Step};
use crate::messages::Gateways;
use crate::random::Random;
use crate::telemetry;

/// The file the demo is kept in when nothing else is said. It is the demo's own: what is unfinished there is made anew.
const FILE: &str = "saywell-demo.sqlite";

/// Make a demo county and serve it.
#[derive(Debug, Args)]
pub struct Demo {
    /// The address and port to serve on. Overrules the configuration.
    #[arg(long)]
    listen: Option<SocketAddr>,
    /// The same seed gives the same county.
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// How large the county is: 1 has about 60,000 episodes and 40,000 responses.
    #[arg(long, default_value_t = 1.0)]
    scale: f64,
    /// Make the county anew, although there is one.
    #[arg(long)]
    fresh: bool,
    /// Make the county and end, without serving it.
    #[arg(long)]
    seed_only: bool,
}

impl Demo {
    pub async fn run(self, mut settings: Settings, own_database: bool, out: &mut dyn Write) -> anyhow::Result<()> {
        settings.listen = self.listen.unwrap_or(settings.listen);
        if !(self.scale > 0.0 && self.scale <= 10.0) {
            bail!("--scale must be more than 0 and at most 10");
        }
        telemetry::start(&Settings { log: "warn".to_owned(), ..settings.clone() });
        let listener = if self.seed_only { None } else { Some(serve::bind(settings.listen)?) };
        if !own_database {
            settings.database = format!("sqlite:{FILE}");
            clear_unfinished(&settings, self.fresh)?;
        } else if self.fresh {
            bail!("--fresh only makes the demo's own file {FILE} anew: name a new database instead");
        }
        dress(&mut settings);
        let (clock, random) = (setup::clock(&settings)?, Random::system()?);
        let (mut app, links) = self.prepare(settings, clock, random, out).await?;
        keep_messages(&mut app);
        let Some(listener) = listener else { return Ok(()) };
        let stop = serve::Stop::listen()?;
        announce(&app, listener.local_addr()?, &links, out)?;
        serve::until_signal(app, listener, stop).await
    }

    async fn prepare(&self, settings: Settings, clock: Clock, random: Random, out: &mut dyn Write) -> anyhow::Result<(App, Vec<Link>)> {
        let store = setup::store(&settings)?;
        store.migrate()?;
        catalogue::import_built_in(&store, &clock, &random)?;
        if demo::is_seeded(&store)? {
            writeln!(out, "The demo county is there already.")?;
            setup::prepare(&settings, &store, &clock, &random)?;
            return Ok((setup::app(settings, store, clock, random)?, Vec::new()));
        }
        if store.read_now("count episodes", crate::store::episodes::count)? > 0 {
            bail!("this database is not empty: name another for the demo with --database");
        }
        let app = setup::app(settings, store, clock, random)?;
        writeln!(out, "Making a demo county: two years of invented care. This takes a moment.")?;
        out.flush()?;
        let summary = self.seed(&app).await?;
        writeln!(
            out,
            "Made a demo county: {} episodes, {} invitations, {} responses.",
            summary.episodes, summary.invitations, summary.responses
        )?;
        Ok((app, summary.links))
    }

    async fn seed(&self, app: &App) -> anyhow::Result<demo::Summary> {
        let surveys = app.catalogue.all(&app.store)?;
        let setting = Setting { app, surveys: &surveys };
        let plan = Plan { seed: self.seed, scale: self.scale, today: app.clock.today() };
        let bar = setup::bar(1, "");
        let summary = demo::seed(&setting, &plan, &mut |Step { stage, done, of }| {
            bar.set_length(of);
            bar.set_message(match stage {
                Stage::Inventing => "inventing a county",
                Stage::Counting => "counting indicators",
            });
            bar.set_position(done);
        })
        .await?;
        bar.set_message("releasing figures");
        demo::release(app).await?;
        bar.finish_and_clear();
        Ok(summary)
    }
}

/// Takes the demo's own file away when it is to be made anew, or was not finished.
fn clear_unfinished(settings: &Settings, fresh: bool) -> anyhow::Result<()> {
    if !Path::new(FILE).exists() {
        return Ok(());
    }
    let finished = || -> anyhow::Result<bool> {
        let store = setup::store(settings)?;
        Ok(!store.needs_migration()? && demo::is_seeded(&store)?)
    };
    if !fresh && finished().unwrap_or(false) {
        return Ok(());
    }
    for end in ["", "-wal", "-shm", ".key", ".keys"] {
        let file = format!("{FILE}{end}");
        if Path::new(&file).exists() {
            std::fs::remove_file(&file).with_context(|| format!("{file} cannot be taken away"))?;
        }
    }
    Ok(())
}

/// Gives the demo the name of its county, unless the configuration has a better one.
fn dress(settings: &mut Settings) {
    settings.development = settings.development || !settings.is_https();
    if settings.organisation == Settings::default().organisation {
        "Marlshire Health and Care".clone_into(&mut settings.organisation);
    }
    settings.help_line.get_or_insert_with(|| HelpLine {
        name: "Marlshire mental health helpline".to_owned(),
        phone: "01632 960 123".to_owned(),
        hours: "24 hours a day".to_owned(),
    });
}

/// Messages to invented people go nowhere unless the configuration says where: they are kept, to be read in the browser.
fn keep_messages(app: &mut App) {
    if app.settings.mail.is_none() && app.settings.text.is_none() {
        app.gateways = Gateways::keeping(app.gateways.words.clone());
    }
}

fn announce(app: &App, address: SocketAddr, links: &[Link], out: &mut dyn Write) -> anyhow::Result<()> {
    let base = format!("http://{address}");
    writeln!(out, "\nAnswer a survey:")?;
    for (survey, _) in app.store.read_now("list surveys", crate::store::surveys::list)? {
        writeln!(out, "  {base}/s/{}", survey.key)?;
    }
    if !links.is_empty() {
        writeln!(out, "\nPersonal links, as people in care get them:")?;
    }
    for link in links {
        let born = app.locales.english().t(&format!("birth-month-{}", link.born.month()), &[])?;
        writeln!(out, "  {base}/i/{}  ({})  born in {born}", link.token, link.survey)?;
    }
    writeln!(out, "\nSign in at {base}/sign-in as any of these, with the password {}", demo::PASSWORD)?;
    for one in demo::STAFF {
        writeln!(out, "  {:34}{}", one.email, one.sees)?;
    }
    if app.gateways.outbox.is_some() {
        writeln!(out, "\nEmails and text messages to people are not sent, but kept at {base}/development/outbox")?;
    }
    writeln!(out, "\nPress Ctrl+C to stop. Everybody in this county is invented.")?;
    out.flush()?;
    Ok(())
}
