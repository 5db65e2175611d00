//! `saywell statistics`: what the program makes of published worked values, for a validation report. Needs no configuration and no
//! database.

use std::io::Write;

use anyhow::bail;
use clap::{Args, Subcommand};

use crate::domain::statistics::reference::{self, Line};

/// The statistics that figures rest on.
#[derive(Debug, Subcommand)]
pub enum Statistics {
    /// Print every published value beside this program's own, and fail when any differs by more than its tolerance.
    Verify(Verify),
}

#[derive(Debug, Args)]
pub struct Verify {
    /// Print JSON instead of a table.
    #[arg(long)]
    json: bool,
}

impl Statistics {
    pub fn run(&self, out: &mut dyn Write) -> anyhow::Result<()> {
        let Self::Verify(verify) = self;
        report(&reference::lines()?, verify.json, out)
    }
}

/// Prints the values, and fails when any differs.
fn report(lines: &[Line], json: bool, out: &mut dyn Write) -> anyhow::Result<()> {
    if json {
        writeln!(out, "{}", serde_json::to_string_pretty(lines)?)?;
    } else {
        print(lines, out)?;
    }
    match lines.iter().filter(|line| !line.agrees).count() {
        0 => Ok(()),
        1 => bail!("1 value differs from the published one by more than its tolerance"),
        more => bail!("{more} values differ from the published ones by more than their tolerances"),
    }
}

/// The table, each column as wide as its widest cell.
fn print(lines: &[Line], out: &mut dyn Write) -> anyhow::Result<()> {
    let head = ["method", "source", "input", "quantity", "reference", "ours", "difference", "tolerance", ""].map(str::to_owned);
    let rows: Vec<[String; 9]> = std::iter::once(head).chain(lines.iter().map(cells)).collect();
    let mut widths = [0; 9];
    for row in &rows {
        widths.iter_mut().zip(row).for_each(|(width, cell)| *width = (*width).max(cell.chars().count()));
    }
    for row in &rows {
        let padded: Vec<String> = row.iter().zip(widths).map(|(cell, width)| format!("{cell:width$}")).collect();
        writeln!(out, "{}", padded.join("  ").trim_end())?;
    }
    let agree = lines.iter().filter(|line| line.agrees).count();
    writeln!(out, "\n{agree} of {} published values agree.", lines.len())?;
    Ok(())
}

fn cells(line: &Line) -> [String; 9] {
    let number = |value: Option<f64>| value.map_or_else(|| "none".to_owned(), |value| format!("{value:.9}"));
    [
        line.method.to_owned(),
        line.source.clone(),
        line.input.clone(),
        line.quantity.clone(),
        line.reference.to_string(),
        number(line.ours),
        line.difference.map_or_else(|| "none".to_owned(), |difference| format!("{difference:.1e}")),
        format!("{:.0e}", line.tolerance),
        if line.agrees { "agrees" } else { "DIFFERS" }.to_owned(),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(json: bool) -> String {
        let mut out = Vec::new();
        Statistics::Verify(Verify { json }).run(&mut out).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn every_published_value_is_printed_beside_ours() {
        let table = said(false);
        assert!(table.starts_with("method") && table.contains("Wilson interval") && !table.contains("DIFFERS"), "{table}");
        let count = reference::lines().unwrap().len();
        assert!(table.ends_with(&format!("{count} of {count} published values agree.\n")), "{table}");
    }

    #[test]
    fn the_same_lines_come_as_json() {
        let lines: serde_json::Value = serde_json::from_str(&said(true)).unwrap();
        assert_eq!(lines.as_array().unwrap().len(), reference::lines().unwrap().len());
        assert_eq!(lines[0]["method"], "Wilson interval");
    }

    #[test]
    fn values_that_differ_are_printed_as_such_and_are_a_failure() {
        let mut lines = reference::lines().unwrap();
        for (many, complaint) in [(1, "1 value differs"), (2, "2 values differ")] {
            lines.iter_mut().take(many).for_each(|line| line.agrees = false);
            let mut out = Vec::new();
            let failure = report(&lines, false, &mut out).unwrap_err();
            assert!(failure.to_string().starts_with(complaint), "{failure}");
            assert_eq!(String::from_utf8(out).unwrap().matches("DIFFERS").count(), many);
        }
    }
}
