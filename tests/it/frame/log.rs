//! What a run writes to its log: routes, and nothing that opens anything or names anybody.

use std::io::{BufRead, BufReader, Read};
use std::net::SocketAddr;
use std::process::{Command, Stdio};

use super::super::support::Database;
use super::{ask, status};

const SECRET: &str = "GFBN4WJQZ0";

fn visit(at: SocketAddr) {
    for (line, route) in [(format!("GET /i/{SECRET}"), 410), (format!("GET /{SECRET}"), 404), (format!("GET /help?{SECRET}"), 200)] {
        let headers = format!("Cookie: saywell-session={SECRET}\r\nUser-Agent: {SECRET}\r\nReferer: http://{at}/i/{SECRET}\r\n");
        assert_eq!(status(&ask(at, &line, &headers)), Some(route), "{line}");
    }
    for address in [format!("/welcome/{SECRET}"), format!("/sign-in/with/{SECRET}"), format!("/s/{SECRET}/q/{SECRET}")] {
        let form = format!("code={SECRET}&email={SECRET}@example.org&password={SECRET}");
        let headers = format!("Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\n", form.len());
        for line in [format!("GET {address}"), format!("POST {address}"), "POST /resume".to_owned(), "POST /sign-in".to_owned()] {
            let body = if line.starts_with("POST") { format!("{headers}\r\n{form}") } else { String::new() };
            assert!(status(&ask(at, &line, &body)).is_some_and(|status| status < 500), "{line}");
        }
    }
}

#[test]
fn a_request_is_logged_by_its_route_and_never_by_its_token() {
    let (database, folder) = (Database::ready(), tempfile::tempdir().unwrap());
    let mut command = Command::new(env!("CARGO_BIN_EXE_saywell"));
    command.args(["serve", "--listen", "127.0.0.1:0", "--database", &database.url]).current_dir(folder.path()).env_clear();
    command.env("SAYWELL_SECRET_KEY", "a key of thirty-two characters or more").env("SAYWELL_KEY_RING", "saywell.keys");
    command.env("SAYWELL_DEVELOPMENT", "true").env("SAYWELL_LOG", "debug");
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let mut first = String::new();
    BufReader::new(child.stdout.take().unwrap()).read_line(&mut first).unwrap();
    let mut stderr = child.stderr.take().unwrap();
    let log = std::thread::spawn(move || {
        let mut text = String::new();
        stderr.read_to_string(&mut text).unwrap();
        text
    });
    visit(first.trim().rsplit('/').next().unwrap().parse().unwrap());
    assert!(Command::new("kill").arg(child.id().to_string()).status().unwrap().success());
    assert!(child.wait().unwrap().success());
    let log = log.join().unwrap();
    assert!(log.contains("/i/{token}") && log.contains("DEVELOPMENT IS SWITCHED ON"), "{log}");
    let leaks: Vec<&str> = log.lines().filter(|line| line.contains(SECRET)).collect();
    assert!(leaks.is_empty(), "{leaks:?}");
}
