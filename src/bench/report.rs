//! The measurements in print. Percentiles are by nearest rank, so every figure is one that was measured.

use std::io::{self, Write};
use std::time::Duration;

use super::record::Record;

/// What the server used, when it was started for the measurement.
#[derive(Debug, Clone, Copy)]
pub struct Cost {
    /// Processor time of all threads, in the kernel and out of it.
    pub processor: Duration,
    /// The most memory that was resident at any time, in bytes.
    pub peak_memory: u64,
}

impl Cost {
    /// The cost of what happened between two readings of the processor time.
    pub fn between(before: Duration, after: Duration, peak_memory: u64) -> Self {
        Self { processor: after.saturating_sub(before), peak_memory }
    }
}

/// All that is printed.
#[derive(Debug)]
pub struct Report {
    pub record: Record,
    /// From the first request to the last answer.
    pub took: Duration,
    pub clients: u32,
    pub cost: Option<Cost>,
}

impl Report {
    /// Prints it.
    pub fn print(&self, out: &mut dyn Write) -> io::Result<()> {
        let record = &self.record;
        let (completed, seconds) = (record.completed(), self.took.as_secs_f64());
        writeln!(out, "completed responses per second  {:.1}", per(completed, seconds))?;
        writeln!(out, "completed  {completed}   failed  {}   seconds  {seconds:.1}   clients  {}", record.failed(), self.clients)?;
        let requests: usize = record.requests.values().map(Vec::len).sum();
        let kilobytes = rounded(record.bytes / 1024);
        writeln!(
            out,
            "requests  {requests}   errors  {}   body KB received per response  {:.1}",
            record.errors,
            kilobytes / rounded(completed.max(1))
        )?;
        self.print_latencies(out)?;
        if let Some(cost) = self.cost {
            let milliseconds = cost.processor.as_secs_f64() * 1000.0;
            writeln!(out, "server CPU ms per completed response  {:.2}", milliseconds / rounded(completed.max(1)))?;
            writeln!(out, "server peak memory MB  {:.1}", rounded(cost.peak_memory / 1024) / 1024.0)?;
        }
        record.reasons.iter().try_for_each(|reason| writeln!(out, "failed: {reason}"))
    }

    fn print_latencies(&self, out: &mut dyn Write) -> io::Result<()> {
        writeln!(out, "{:<16} {:>8} {:>9} {:>9} {:>9} {:>9}", "latency, ms", "count", "p50", "p90", "p99", "max")?;
        let kinds = self.record.requests.iter().map(|(kind, all)| (kind.label(), all));
        for (label, all) in kinds.chain([("whole survey", &self.record.surveys)]) {
            let mut sorted = all.clone();
            sorted.sort_unstable();
            let at = |percent| percentile(&sorted, percent).as_secs_f64() * 1000.0;
            writeln!(out, "{label:<16} {:>8} {:>9.1} {:>9.1} {:>9.1} {:>9.1}", all.len(), at(50), at(90), at(99), at(100))?;
        }
        Ok(())
    }
}

/// The smallest value that so many per cent of all are no larger than; nought where there is none.
pub(super) fn percentile(sorted: &[Duration], percent: usize) -> Duration {
    let rank = (sorted.len() * percent).div_ceil(100);
    sorted.get(rank.saturating_sub(1)).copied().unwrap_or_default()
}

fn per(count: usize, seconds: f64) -> f64 {
    if seconds > 0.0 { rounded(count) / seconds } else { 0.0 }
}

/// A count as a number to divide; measurements stay far below the point where that loses a digit.
fn rounded(count: impl TryInto<u32>) -> f64 {
    f64::from(count.try_into().unwrap_or(u32::MAX))
}

#[cfg(test)]
mod tests {
    use super::super::record::Kind;
    use super::*;

    #[test]
    fn a_percentile_is_a_value_that_was_measured() {
        let all: Vec<Duration> = (1..=10).map(Duration::from_millis).collect();
        let at = |percent| percentile(&all, percent).as_millis();
        assert_eq!((at(50), at(90), at(99), at(100)), (5, 9, 10, 10));
        assert_eq!(percentile(&[], 50), Duration::ZERO);
        assert_eq!(percentile(&[Duration::from_millis(7)], 50).as_millis(), 7);
    }

    #[test]
    fn cost_is_told_per_completed_response() {
        let mut record = Record::default();
        record.request(Kind::Submit, Duration::from_millis(4), 2048);
        record.surveys = vec![Duration::from_millis(100); 4];
        let cost = Cost::between(Duration::from_millis(500), Duration::from_millis(520), 3 * 1_048_576);
        let report = Report { record, took: Duration::from_secs(2), clients: 1, cost: Some(cost) };
        let mut printed = Vec::new();
        report.print(&mut printed).unwrap();
        let printed = String::from_utf8(printed).unwrap();
        for line in ["completed responses per second  2.0", "server CPU ms per completed response  5.00", "server peak memory MB  3.0"] {
            assert!(printed.contains(line), "{printed}");
        }
    }
}
