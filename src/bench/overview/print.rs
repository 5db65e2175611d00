//! What was measured, in print: a table for each county, and all of it once more as one line of JSON.

use std::io::{self, Write};
use std::time::Duration;

use serde_json::{Value, json};

use super::super::report::percentile;
use super::Size;
use super::watch::Page;

/// What the overview may take, whatever the number of answers.
const BUDGET: Duration = Duration::from_millis(50);

/// What was measured of one county.
#[derive(Debug)]
pub struct Run {
    pub responses: u64,
    pub people: u64,
    pub making: Duration,
    pub counting: Duration,
    pub releasing: Duration,
    pub sheets: usize,
    pub refused: usize,
    pub pages: Vec<Page>,
}

fn ms(took: Duration) -> f64 {
    (took.as_secs_f64() * 10_000.0).round() / 10.0
}

impl Run {
    /// Prints the table of one county.
    pub fn print(&self, out: &mut dyn Write) -> io::Result<()> {
        let [making, counting, releasing] = [self.making, self.counting, self.releasing].map(|took| took.as_secs_f64());
        writeln!(out, "{} responses of {} people", self.responses, self.people)?;
        writeln!(out, "seconds: made up {making:.1}   counted {counting:.1}   released {releasing:.1}")?;
        writeln!(out, "sheets released {}   refused {}", self.sheets, self.refused)?;
        writeln!(out, "{:<12} {:>6} {:>8} {:>8} {:>8} {:>8} {:>8}", "page, ms", "looks", "first", "p50", "p95", "max", "KB")?;
        for page in &self.pages {
            let at = |percent| ms(percentile(&page.next, percent));
            let first = ms(percentile(&page.first, 100));
            let (looks, kilobytes) = (page.next.len(), page.bytes.div_ceil(1024));
            let [p50, p95, max] = [50, 95, 100].map(at);
            writeln!(out, "{:<12} {looks:>6} {first:>8.1} {p50:>8.1} {p95:>8.1} {max:>8.1} {kilobytes:>8}", page.name)?;
        }
        writeln!(out)
    }

    fn json(&self) -> Value {
        let page = |page: &Page| {
            let at = |percent| ms(percentile(&page.next, percent));
            let first: Vec<f64> = page.first.iter().map(|took| ms(*took)).collect();
            let looks = page.next.len();
            json!({ "page": page.name, "looks": looks, "first": first, "p50": at(50), "p95": at(95), "max": at(100), "bytes": page.bytes })
        };
        json!({
            "responses": self.responses,
            "people": self.people,
            "seconds": { "made": self.making.as_secs_f64(), "counted": self.counting.as_secs_f64(), "released": self.releasing.as_secs_f64() },
            "sheets": self.sheets,
            "refused": self.refused,
            "milliseconds": self.pages.iter().map(page).collect::<Vec<_>>(),
        })
    }
}

/// How many times as long a page of the last county takes as the same of the first, by their medians.
fn ratios(runs: &[Run]) -> Vec<(&'static str, f64)> {
    let (Some(first), Some(last)) = (runs.first(), runs.last()) else { return Vec::new() };
    let median = |page: &Page| percentile(&page.next, 50).as_secs_f64();
    let pairs = first.pages.iter().zip(&last.pages).filter(|(one, _)| median(one) > 0.0);
    pairs.map(|(one, other)| (one.name, (median(other) / median(one) * 100.0).round() / 100.0)).collect()
}

/// Prints how the counties compare, whether the overview keeps to what it may take, and everything as JSON.
pub fn together(runs: &[Run], size: Size, out: &mut dyn Write) -> io::Result<()> {
    let ratios = if runs.len() > 1 { ratios(runs) } else { Vec::new() };
    if let (Some(first), Some(last)) = (runs.first(), runs.last())
        && !ratios.is_empty()
    {
        let told: Vec<String> = ratios.iter().map(|(page, ratio)| format!("{page} {ratio:.2}")).collect();
        writeln!(out, "p50 at {} responses to p50 at {}: {}", last.responses, first.responses, told.join("   "))?;
    }
    let overviews = || runs.iter().flat_map(|run| run.pages.iter().filter(|page| page.name == "overview"));
    let is_within = overviews().all(|page| percentile(&page.next, 95) < BUDGET);
    writeln!(out, "overview within {} ms (p95): {}", BUDGET.as_millis(), if is_within { "yes" } else { "no" })?;
    let ratios: serde_json::Map<String, Value> = ratios.into_iter().map(|(page, ratio)| (page.to_owned(), json!(ratio))).collect();
    let all = json!({
        "indicators": size.indicators,
        "months": size.months,
        "organisations": size.organisations,
        "runs": runs.iter().map(Run::json).collect::<Vec<_>>(),
        "ratios": ratios,
        "within_budget": is_within,
    });
    writeln!(out, "{all}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn run(responses: u64, milliseconds: u64) -> Run {
        let took = Duration::from_millis(milliseconds);
        let page = Page { name: "overview", first: vec![took * 3], next: vec![took; 4], bytes: 2048 };
        let [making, counting, releasing] = [Duration::from_secs(1); 3];
        Run { responses, people: 2, making, counting, releasing, sheets: 8, refused: 0, pages: vec![page] }
    }

    fn printed(runs: &[Run]) -> (String, Value) {
        let mut out = Vec::new();
        together(runs, Size { indicators: 4, months: 2, organisations: 3 }, &mut out).unwrap();
        let text = String::from_utf8(out).unwrap();
        let json = serde_json::from_str(text.lines().last().unwrap()).unwrap();
        (text, json)
    }

    #[test]
    fn counties_are_compared_by_their_medians() {
        let (text, json) = printed(&[run(10, 20), run(1000, 25)]);
        assert!(text.contains("p50 at 1000 responses to p50 at 10: overview 1.25"), "{text}");
        assert_eq!((&json["ratios"]["overview"], &json["runs"][1]["milliseconds"][0]["p95"]), (&json!(1.25), &json!(25.0)));
    }

    #[test]
    fn an_overview_that_takes_too_long_is_said_to() {
        let told = |runs: &[Run]| printed(runs).1["within_budget"].clone();
        assert_eq!([told(&[run(10, 20)]), told(&[run(10, 20), run(10, 51)])], [json!(true), json!(false)]);
    }
}
