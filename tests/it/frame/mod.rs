//! What stands around every request: headers, bounds, pace, proxies, and forms from elsewhere.

mod bounds;
mod forms;
mod headers;
mod log;
mod pace;
mod proxy;

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::time::Duration;

use diesel::prelude::*;
use saywell::store::schema::audit_events;

use super::support::App;

/// Sends bytes that no browser would, and returns whatever comes until the other side closes.
fn exchange(at: SocketAddr, bytes: &[u8]) -> String {
    let mut stream = TcpStream::connect(at).unwrap();
    stream.set_read_timeout(Some(Duration::from_secs(20))).unwrap();
    // A server that has had enough closes while it is still being written to.
    let _ = stream.write_all(bytes);
    let mut answer = Vec::new();
    let _ = stream.read_to_end(&mut answer);
    String::from_utf8_lossy(&answer).into_owned()
}

/// Sends one request with a head of one's own making, and asks for the connection to be closed after it.
fn ask(at: SocketAddr, line: &str, headers: &str) -> String {
    exchange(at, format!("{line} HTTP/1.1\r\nHost: {at}\r\nConnection: close\r\n{headers}\r\n").as_bytes())
}

/// The status of an answer; nothing where none came.
fn status(answer: &str) -> Option<u16> {
    answer.strip_prefix("HTTP/1.1 ")?.get(..3)?.parse().ok()
}

/// What was refused, as the audit trail has it: to what, and why.
fn refusals(app: &App) -> Vec<(String, String)> {
    let own = |conn: &mut saywell::store::Conn| {
        let refused = audit_events::table.filter(audit_events::action.eq("refused")).order(audit_events::number);
        Ok(refused.select((audit_events::subject, audit_events::detail)).load(conn)?)
    };
    app.database.store(1).read_now("refusals", own).unwrap()
}

/// An address of the route table, with something in the place of every parameter.
fn filled(address: &str) -> String {
    let known = [("{survey}", "employment"), ("{page}", "employment-status"), ("{key}", "paid-employment"), ("{tag}", "en")];
    let known = known.iter().fold(address.to_owned(), |address, (name, value)| address.replace(name, value));
    let parts = known.split('/').map(|part| match part.split_once('{') {
        Some((before, rest)) => format!("{before}1{}", rest.split_once('}').unwrap().1),
        None => part.to_owned(),
    });
    parts.collect::<Vec<_>>().join("/")
}
