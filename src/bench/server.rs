//! A server of its own for a measurement: started from this very program, watched through `/proc`, and stopped again.

use std::net::{Ipv4Addr, TcpListener};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, bail};
use reqwest::Url;

/// How long a server may take to bring its database up to date and answer.
const READY_WITHIN: Duration = Duration::from_mins(5);
/// How long it may take to end after it was asked to.
const ENDS_WITHIN: Duration = Duration::from_secs(30);
const PAUSE: Duration = Duration::from_millis(50);
/// Linux tells processor time in hundredths of a second, whatever the kernel's own clock is.
const MILLISECONDS_PER_TICK: u64 = 10;

/// A running server. Dropped without [`Server::stop`], it is ended at once.
pub struct Server {
    child: Child,
    url: Url,
    /// Goes after the server.
    _scratch: Option<Scratch>,
}

/// The folder of a database that is thrown away, and goes when this does.
pub(super) struct Scratch(PathBuf);

impl Scratch {
    /// Makes the folder.
    pub(super) fn make() -> anyhow::Result<Self> {
        let folder = std::env::temp_dir().join(format!("saywell-bench-{}", std::process::id()));
        std::fs::create_dir(&folder).with_context(|| format!("the folder {} cannot be made", folder.display()))?;
        Ok(Self(folder))
    }

    /// The address of the database in it.
    pub(super) fn database(&self) -> String {
        format!("sqlite:{}", self.0.join("bench.sqlite").display())
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        // What cannot be removed is left to whoever empties the folder for temporary files.
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

impl Server {
    /// Starts a server on a free port and waits until it is ready. Without a database it gets an empty one that goes
    /// when it goes. `knobs` are variables of its configuration besides.
    pub async fn start(database: Option<&str>, knobs: &[(&str, &str)]) -> anyhow::Result<Self> {
        let scratch = if database.is_none() { Some(Scratch::make()?) } else { None };
        let database = database.map(str::to_owned).or_else(|| scratch.as_ref().map(Scratch::database)).unwrap_or_default();
        let port = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?.port();
        let url = Url::parse(&format!("http://127.0.0.1:{port}"))?;
        let child = Command::new(std::env::current_exe()?)
            .args(["--database", &database, "serve", "--listen", &format!("127.0.0.1:{port}")])
            // Forms are held against this address; one configured for the real service would refuse them all.
            .env("SAYWELL_PUBLIC_ORIGIN", format!("http://127.0.0.1:{port}"))
            // Cookies travel without TLS.
            .env("SAYWELL_DEVELOPMENT", "true")
            .envs(knobs.iter().copied())
            // Its log would run into the measurements.
            .env("SAYWELL_LOG", "warn")
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .spawn()
            .context("the server cannot be started")?;
        let mut server = Self { child, url, _scratch: scratch };
        server.ready().await?;
        Ok(server)
    }

    async fn ready(&mut self) -> anyhow::Result<()> {
        let http = reqwest::Client::builder().no_proxy().timeout(Duration::from_secs(5)).build()?;
        let health = self.url.join("/health/ready")?;
        let until = Instant::now() + READY_WITHIN;
        while Instant::now() < until {
            if let Some(ended) = self.child.try_wait()? {
                bail!("the server ended before it was ready: {ended}");
            }
            if http.get(health.clone()).send().await.is_ok_and(|answer| answer.status().is_success()) {
                return Ok(());
            }
            tokio::time::sleep(PAUSE).await;
        }
        bail!("the server was not ready within {} seconds", READY_WITHIN.as_secs())
    }

    /// Where it serves.
    pub const fn url(&self) -> &Url {
        &self.url
    }

    /// Processor time used so far by all its threads. `None` where the system has no `/proc`.
    pub fn processor_time(&self) -> Option<Duration> {
        ticks(&self.read("stat")?).map(|ticks| Duration::from_millis(ticks * MILLISECONDS_PER_TICK))
    }

    /// The most memory that was resident at any time, in bytes. `None` where the system has no `/proc`.
    pub fn peak_memory(&self) -> Option<u64> {
        peak_kilobytes(&self.read("status")?).map(|kilobytes| kilobytes * 1024)
    }

    fn read(&self, file: &str) -> Option<String> {
        std::fs::read_to_string(format!("/proc/{}/{file}", self.child.id())).ok()
    }

    /// Asks it to end and waits until it has.
    pub async fn stop(mut self) -> anyhow::Result<()> {
        Command::new("kill").arg("-TERM").arg(self.child.id().to_string()).status().context("the server cannot be told to stop")?;
        let until = Instant::now() + ENDS_WITHIN;
        while Instant::now() < until {
            match self.child.try_wait()? {
                Some(ended) if ended.success() => return Ok(()),
                Some(ended) => bail!("the server did not end well: {ended}"),
                None => tokio::time::sleep(PAUSE).await,
            }
        }
        bail!("the server did not end within {} seconds of being told to", ENDS_WITHIN.as_secs())
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // Nothing can be done about a failure here; a child that has ended is only waited for.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// User and system time out of `/proc/PID/stat`. The name of the program stands in brackets and may hold anything, so
/// fields are counted from the last bracket: see `proc_pid_stat(5)`, fields 14 and 15.
fn ticks(stat: &str) -> Option<u64> {
    let (_, fields) = stat.rsplit_once(')')?;
    let mut times = fields.split_whitespace().skip(11).map(str::parse::<u64>);
    Some(times.next()?.ok()? + times.next()?.ok()?)
}

/// The high-water mark of resident memory out of `/proc/PID/status`.
fn peak_kilobytes(status: &str) -> Option<u64> {
    status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?.split_whitespace().next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn processor_time_is_user_and_system_time() {
        let stat = "42 (a (odd) name) S 1 42 42 0 -1 4194560 900 0 3 0 250 50 0 0 20 0 9 0 100 200 300";
        assert_eq!(ticks(stat), Some(300));
        assert_eq!(ticks("42 (cut"), None);
    }

    #[test]
    fn peak_memory_is_the_high_water_mark() {
        assert_eq!(peak_kilobytes("Name:\tsaywell\nVmPeak:\t 99 kB\nVmHWM:\t    5120 kB\n"), Some(5120));
    }
}
