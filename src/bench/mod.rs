//! `saywell bench`: answers whole surveys over HTTP as browsers would, and measures how that went: `respond` so many in all,
//! `event` everybody in one room at the same moment. `overview` looks at the figures of counties that it makes up.
//!
//! It knows the service only by its pages: it reads the forms it is shown and posts what a person would. It speaks to
//! this computer and no other, because what it sends are answers like any other and would be counted.

mod answers;
mod client;
mod event;
mod overview;
mod page;
mod record;
mod report;
mod respondent;
mod server;

use std::io::Write;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use anyhow::{bail, ensure};
use clap::Args;
use reqwest::Url;

pub use event::Event;
pub use overview::Overview;
use record::Record;
use report::{Cost, Report};
use server::Server;

/// One process answers for a whole county.
const UNSLOWED: [(&str, &str); 1] = [("SAYWELL_PAGES_PER_MINUTE", "100000000")];

/// Answer whole surveys over HTTP, as browsers would, and print how fast that went.
#[derive(Debug, Args)]
pub struct Respond {
    /// The server to answer to. It must be on this computer.
    #[arg(long, default_value = "http://127.0.0.1:8080")]
    url: Url,
    /// The survey to answer.
    #[arg(long, default_value = "settled-accommodation")]
    survey: String,
    /// How many people answer at the same time.
    #[arg(long, default_value_t = 8, value_parser = clap::value_parser!(u32).range(1..=10_000))]
    clients: u32,
    /// How many responses are given in all.
    #[arg(long, default_value_t = 200, value_parser = clap::value_parser!(u64).range(1..))]
    responses: u64,
    /// After so many seconds nobody begins any more; who has begun goes on to the end.
    #[arg(long, default_value_t = 60, value_parser = clap::value_parser!(u64).range(1..=86_400))]
    seconds: u64,
    /// Start a server for the measurement and stop it afterwards: with the database named by `--database`, else with an
    /// empty one that is thrown away. Only then are processor time and memory known.
    #[arg(long, conflicts_with = "url")]
    start: bool,
}

impl Respond {
    /// Gives the responses and prints the measurements.
    ///
    /// `database` is the address for a server that is started. Fails when a survey could not be completed, after the
    /// measurements are printed.
    pub async fn run(self, database: Option<&str>, out: &mut dyn Write) -> anyhow::Result<()> {
        let started = if self.start { Some(Server::start(database, &UNSLOWED).await?) } else { None };
        let base = started.as_ref().map_or(&self.url, Server::url).clone();
        hold_here(&base)?;
        let start_page = start_page(&base, &self.survey)?;
        writeln!(out, "{} clients give up to {} responses to {start_page}", self.clients, self.responses)?;
        out.flush()?;
        let used_before = started.as_ref().and_then(Server::processor_time);
        let began = Instant::now();
        let record = self.drive(start_page).await;
        let took = began.elapsed();
        let cost = started.as_ref().and_then(|server| Some(Cost::between(used_before?, server.processor_time()?, server.peak_memory()?)));
        let report = Report { record, took, clients: self.clients, cost };
        report.print(out)?;
        if let Some(server) = started {
            server.stop().await?;
        }
        match report.record.failed() {
            0 if report.record.completed() == 0 => bail!("no survey was completed"),
            0 => Ok(()),
            1 => bail!("1 survey could not be completed"),
            more => bail!("{more} surveys could not be completed"),
        }
    }

    /// Lets all clients answer until the responses are given or the time is over.
    async fn drive(&self, start_page: Url) -> Record {
        let until = Instant::now() + Duration::from_secs(self.seconds);
        let given = Arc::new(AtomicU64::new(0));
        let clients: Vec<_> =
            (0..self.clients).map(|_| tokio::spawn(answer_in_turn(start_page.clone(), given.clone(), self.responses, until))).collect();
        let mut all = Record::default();
        for client in clients {
            match client.await {
                Ok(record) => all.add(record),
                Err(why) => all.fail(format!("a client ended early: {why}")),
            }
        }
        all
    }
}

/// One client: one respondent after another, each a stranger to the server.
async fn answer_in_turn(start_page: Url, given: Arc<AtomicU64>, most: u64, until: Instant) -> Record {
    let mut all = Record::default();
    while Instant::now() < until && given.fetch_add(1, Ordering::Relaxed) < most {
        all.add(respondent::answer(&start_page).await);
    }
    all
}

fn start_page(base: &Url, survey: &str) -> anyhow::Result<Url> {
    let is_key = !survey.is_empty() && survey.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    ensure!(is_key, "`{survey}` is not the key of a survey, such as settled-accommodation");
    Ok(base.join(&format!("/s/{survey}"))?)
}

/// Fails where the address is not served by this computer.
fn hold_here(base: &Url) -> anyhow::Result<()> {
    ensure!(is_here(base), "{base} is not on this computer: `saywell bench` answers only to 127.0.0.1, [::1] or localhost");
    Ok(())
}

/// Whether the address is served by this computer, over plain HTTP.
fn is_here(url: &Url) -> bool {
    let host = url.host_str().unwrap_or_default();
    let address = host.trim_matches(['[', ']']).parse::<std::net::IpAddr>();
    url.scheme() == "http" && (host == "localhost" || address.is_ok_and(|address| address.is_loopback()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_go_to_this_computer_only() {
        let here = |url: &str| is_here(&Url::parse(url).unwrap());
        assert!(here("http://127.0.0.1:8080") && here("http://[::1]:8080/") && here("http://localhost"));
        assert!(!here("http://192.168.1.7") && !here("http://localhost.example.org") && !here("https://127.0.0.1"));
        assert!(!here("http://127.0.0.1@example.org/"));
    }

    #[test]
    fn a_survey_is_named_by_its_key() {
        let base = Url::parse("http://127.0.0.1:1/anything?x").unwrap();
        assert_eq!(start_page(&base, "carer-experience").unwrap().as_str(), "http://127.0.0.1:1/s/carer-experience");
        assert!(start_page(&base, "../receipt").is_err() && start_page(&base, "").is_err());
    }
}
