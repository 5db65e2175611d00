//! The program `saywell`.

use std::process::ExitCode;

use clap::Parser;
use saywell::cli::Cli;

#[tokio::main]
async fn main() -> ExitCode {
    saywell::tls::provide();
    match Cli::parse().run().await {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("saywell: {why:#}");
            ExitCode::FAILURE
        }
    }
}
