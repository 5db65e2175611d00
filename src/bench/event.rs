//! A room full of people who join one engagement event at the same moment: each with a phone of their own, all of one kind and
//! behind one address. The limits are those of the service: that nobody is refused is what is measured.

use std::io::{self, Write};
use std::time::{Duration, Instant};

use anyhow::{Context, ensure};
use clap::Args;
use reqwest::Url;

use super::client::Browser;
use super::record::Record;
use super::report::percentile;
use super::server::Server;
use super::{hold_here, respondent};
use crate::domain::engagement::JoinCode;

/// Join an engagement event with many phones at the same moment, answer every page, and print how that went.
#[derive(Debug, Args)]
pub struct Event {
    /// The server to answer to. It must be on this computer.
    #[arg(long, default_value = "http://127.0.0.1:8080")]
    url: Url,
    /// The code of the event, as it stands on the poster. The event must take answers, and the answers count.
    #[arg(long)]
    code: String,
    /// How many phones there are in the room.
    #[arg(long, default_value_t = 200, value_parser = clap::value_parser!(u32).range(1..=2000))]
    phones: u32,
    /// Start a server for the measurement, with the database named by `--database`, and stop it afterwards.
    #[arg(long, conflicts_with = "url")]
    start: bool,
}

impl Event {
    /// Lets everybody answer and prints the measurements. Fails when anybody got no receipt, after they are printed.
    pub async fn run(self, database: Option<&str>, out: &mut dyn Write) -> anyhow::Result<()> {
        let code = JoinCode::parse(&self.code).with_context(|| format!("`{}` is not the code of an event, such as 346 7AC", self.code))?;
        ensure!(!self.start || database.is_some(), "`--start` needs `--database`: an empty database has no event");
        let started = if self.start { Some(Server::start(database, &[]).await?) } else { None };
        let base = started.as_ref().map_or(&self.url, Server::url).clone();
        hold_here(&base)?;
        let start_page = base.join(&format!("/e/{}", code.as_str()))?;
        // Made before anybody begins: that takes this computer longer than it takes two hundred people to unlock their phones.
        let phones = (0..self.phones).map(|_| Browser::new()).collect::<Result<Vec<_>, _>>()?;
        writeln!(out, "{} phones join {start_page} at the same moment", self.phones)?;
        out.flush()?;
        let began = Instant::now();
        let record = everybody(phones, &start_page).await;
        print(&record, began.elapsed(), out)?;
        if let Some(server) = started {
            server.stop().await?;
        }
        ensure!(record.failed() == 0, "{} of {} phones got no receipt", record.failed(), self.phones);
        Ok(())
    }
}

/// All phones at once.
async fn everybody(phones: Vec<Browser>, start_page: &Url) -> Record {
    let one = |phone: Browser, page: Url| async move { respondent::answer_in(phone, &page).await };
    let all: Vec<_> = phones.into_iter().map(|phone| tokio::spawn(one(phone, start_page.clone()))).collect();
    let mut record = Record::default();
    for phone in all {
        match phone.await {
            Ok(measured) => record.add(measured),
            Err(why) => record.fail(format!("a phone ended early: {why}")),
        }
    }
    record
}

fn print(record: &Record, took: Duration, out: &mut dyn Write) -> io::Result<()> {
    let (receipts, failed, refused) = (record.completed(), record.failed(), record.refused);
    writeln!(out, "receipts  {receipts}   failed  {failed}   refused requests  {refused}   seconds  {:.1}", took.as_secs_f64())?;
    writeln!(out, "{:<16} {:>8} {:>9} {:>9} {:>9}", "latency, ms", "count", "p50", "p95", "max")?;
    let kinds = record.requests.iter().map(|(kind, all)| (kind.label(), all));
    for (label, all) in kinds.chain([("whole survey", &record.surveys)]) {
        let mut sorted = all.clone();
        sorted.sort_unstable();
        let at = |percent| percentile(&sorted, percent).as_secs_f64() * 1000.0;
        writeln!(out, "{label:<16} {:>8} {:>9.1} {:>9.1} {:>9.1}", all.len(), at(50), at(95), at(100))?;
    }
    record.reasons.iter().try_for_each(|reason| writeln!(out, "failed: {reason}"))
}

#[cfg(test)]
mod tests {
    use super::super::record::Kind;
    use super::*;

    #[test]
    fn a_room_is_told_by_its_receipts_and_by_who_was_refused() {
        let mut record = Record::default();
        record.request(Kind::Submit, Duration::from_millis(4), 1);
        record.refused = 3;
        record.surveys.push(Duration::from_millis(100));
        let mut printed = Vec::new();
        print(&record, Duration::from_secs(2), &mut printed).unwrap();
        let printed = String::from_utf8(printed).unwrap();
        assert!(printed.starts_with("receipts  1   failed  0   refused requests  3   seconds  2.0\n"), "{printed}");
        assert!(printed.contains("whole survey            1     100.0     100.0     100.0"), "{printed}");
    }
}
