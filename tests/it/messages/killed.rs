//! The whole program, killed at any moment and started again, against a mail server that keeps count: nobody is forgotten, and
//! nobody finds a message twice. `SAYWELL_TEST_KILLS` says how often; a few times where it says nothing.

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use diesel::prelude::*;
use jiff::civil::date;
use saywell::domain::care::channel::Channel;
use saywell::keys::KeyRing;
use saywell::random::Random;
use saywell::register::Register;
use saywell::secret::Secret;
use saywell::store::days::day;
use saywell::store::episodes::{self, Episode, Person};
use saywell::store::ids::{EpisodeId, InvitationId, OrganisationId, PersonId};
use saywell::store::invitations::Invitation;
use saywell::store::organisations::{self, Organisation};
use saywell::store::schema::{invitations, messages};
use saywell::store::{Conn, Store, surveys};

use super::super::support::{Database, loudly};
use super::{Maker, zofia};

const SECRET: &str = "a key of thirty-two characters or more";
const KEYS: &str = "k1 AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8";

/// How many messages become due before each start: more than are sent until the end, so that it comes in the midst of the work.
const EACH: i64 = 8;

/// A mail server that keeps the Message-ID of whatever it took, and to whom it went.
#[derive(Clone)]
struct Server {
    at: SocketAddr,
    taken: Arc<Mutex<BTreeMap<(String, String), usize>>>,
}

impl Server {
    fn new() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let server = Self { at: listener.local_addr().unwrap(), taken: Arc::default() };
        let own = server.clone();
        std::thread::spawn(move || {
            for connection in listener.incoming() {
                let own = own.clone();
                std::thread::spawn(move || own.talk(connection.unwrap()));
            }
        });
        server
    }

    /// One connection, until the other side is gone.
    fn talk(&self, mut connection: TcpStream) -> Option<()> {
        let mut lines = BufReader::new(connection.try_clone().ok()?).lines();
        connection.write_all(b"220 here\r\n").ok()?;
        let mut to = String::new();
        loop {
            let line = lines.next()?.ok()?;
            let answer = match line.split([' ', ':']).next()?.to_uppercase().as_str() {
                "EHLO" => "250-here\r\n250 8BITMIME\r\n",
                "RCPT" => {
                    line.split(['<', '>']).nth(1)?.clone_into(&mut to);
                    "250 fine\r\n"
                }
                "DATA" => {
                    connection.write_all(b"354 go on\r\n").ok()?;
                    let mut id = None;
                    loop {
                        let line = lines.next()?.ok()?;
                        if line == "." {
                            break;
                        }
                        id = id.or_else(|| line.strip_prefix("Message-ID: ").map(str::to_owned));
                    }
                    // From here on the message is the server's; the other side learns it a moment later.
                    *self.taken.lock().unwrap().entry((id?, to.clone())).or_default() += 1;
                    std::thread::sleep(Duration::from_millis(2));
                    "250 taken\r\n"
                }
                "QUIT" => {
                    connection.write_all(b"221 bye\r\n").ok()?;
                    return None;
                }
                _ => "250 fine\r\n",
            };
            connection.write_all(answer.as_bytes()).ok()?;
        }
    }
}

/// The program, from its start to its sudden end.
struct Run(Child);

impl Run {
    /// Starts it, and waits until it says that it serves.
    fn start(database: &Database, folder: &Path, server: &Server) -> Self {
        let mut command = Command::new(env!("CARGO_BIN_EXE_saywell"));
        command.args(["serve", "--listen", "127.0.0.1:0", "--database", &database.url]).current_dir(folder).env_clear();
        let transport = format!("smtp://{}", server.at);
        let settings = [
            ("SECRET_KEY", SECRET),
            ("KEY_RING", "saywell.keys"),
            ("DEVELOPMENT", "true"),
            ("QUIET_HOURS", "none"),
            ("LOG", "error"),
            ("MAIL__TRANSPORT", &transport),
            ("MAIL__FROM", "noreply@example.org"),
            ("MAIL__ALERTS_TO", "team@example.org"),
        ];
        command.envs(settings.map(|(name, value)| (format!("SAYWELL_{name}"), value)));
        let mut child = command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
        let mut first = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut first).unwrap();
        assert!(first.contains("serves on"), "{first}");
        Self(child)
    }
}

impl Drop for Run {
    /// SIGKILL: nothing of the program runs any more.
    fn drop(&mut self) {
        self.0.kill().unwrap();
        self.0.wait().unwrap();
    }
}

/// Who is written to, in the program's own database.
struct World<'a> {
    store: &'a Store,
    secret: Secret,
    register: Register,
    organisation: OrganisationId,
    next: i64,
}

impl<'a> World<'a> {
    fn new(store: &'a Store) -> Self {
        let organisation = OrganisationId(1);
        let row = Organisation { id: organisation, ods_code: "X1".into(), name: "North".into(), kind: "partner".into(), parent_id: None };
        store.write_now("add", |tx| organisations::add(tx, std::slice::from_ref(&row))).unwrap();
        let secret = Secret::new(SECRET.into());
        let register = Register::new(KeyRing::parse(KEYS).unwrap(), secret.clone(), Random::seeded(1));
        Self { store, secret, register, organisation, next: 1000 }
    }

    fn address(number: i64) -> String {
        format!("person{number}@example.org")
    }

    /// Adds people with one message each, due long ago.
    fn add(&mut self, many: i64) {
        let numbers = self.next..self.next + many;
        self.next += many;
        let (organisation_id, survey) =
            (self.organisation, self.store.read_now("survey", |conn| surveys::find(conn, "employment")).unwrap().0.id);
        let maker = Maker { secret: &self.secret, register: &self.register };
        let add = |tx: &mut Conn| {
            for number in numbers.clone() {
                let (person, episode, opened) = (PersonId(number), EpisodeId(number), day(date(2026, 1, 12)));
                let someone = Person { organisation_id, id: person, sex: "2".into(), language: "en".into(), ..Person::default() };
                let care = Episode {
                    organisation_id,
                    id: episode,
                    person_id: person,
                    programme: "mental-health".into(),
                    opened_day: opened,
                    ..Episode::default()
                };
                episodes::add(tx, &[someone], &[care])?;
                let id = InvitationId(number);
                let asked = Invitation {
                    organisation_id,
                    id,
                    episode_id: episode,
                    survey_id: survey,
                    timepoint: "review".into(),
                    ..Invitation::default()
                };
                let record = saywell::domain::care::demographics::Demographics { email: Some(Self::address(number)), ..zofia() };
                maker.add(tx, asked, (person, &record), Channel::Email)?;
            }
            let by_hand =
                (invitations::schedule.eq(None::<String>), invitations::next_at.eq(None::<i64>), invitations::expires_at.eq(i64::MAX));
            diesel::update(invitations::table).set(by_hand).execute(tx)?;
            Ok(())
        };
        self.store.write_now("add", add).unwrap();
    }

    /// Every lease runs out. Returns how many messages are not noted as sent.
    fn release(&self) -> usize {
        let open = messages::table.filter(messages::sent_at.is_null()).filter(messages::failed_at.is_null());
        self.store.write_now("release", |tx| Ok(diesel::update(open).set(messages::due_at.eq(0)).execute(tx)?)).unwrap()
    }
}

#[test]
fn killed_at_any_moment_nobody_is_forgotten_and_nobody_finds_a_message_twice() {
    let kills: usize = std::env::var("SAYWELL_TEST_KILLS").ok().map_or(5, |many| many.parse().unwrap());
    let (database, folder, server) = (Database::ready(), tempfile::tempdir().unwrap(), Server::new());
    std::fs::write(folder.path().join("saywell.keys"), KEYS).unwrap();
    let (store, random) = (database.store(1), Random::system().unwrap());
    let mut world = World::new(&store);
    for _ in 0..kills {
        world.add(EACH);
        world.release();
        let run = Run::start(&database, folder.path(), &server);
        let [low, high] = random.bytes::<2>();
        // The moment of death is what is tried here: it must be in the midst of the work.
        std::thread::sleep(Duration::from_millis(50 + u64::from(u16::from_le_bytes([low, high])) % 350));
        drop(run);
    }
    let waiting = world.release();
    let runs = [(); 2].map(|()| Run::start(&database, folder.path(), &server));
    let began = Instant::now();
    let open = |conn: &mut Conn| Ok(messages::table.filter(messages::sent_at.is_null()).count().get_result::<i64>(conn)?);
    while store.read_now("open", open).unwrap() > 0 {
        assert!(began.elapsed() < Duration::from_mins(5), "the rest is not sent");
        std::thread::sleep(Duration::from_millis(50));
    }
    drop(runs);
    let taken = server.taken.lock().unwrap();
    let found: Vec<(String, String)> = taken.keys().cloned().collect();
    let mut expected: Vec<(String, String)> =
        (1000..world.next).map(|number| (format!("<m{number}@example.org>"), World::address(number))).collect();
    expected.sort();
    assert_eq!(found, expected, "every person has one message, under one Message-ID");
    let repeated: usize = taken.values().map(|times| times - 1).sum();
    loudly(&format!(
        "killed {kills} times: {} people, each with one message; {waiting} were waiting at the last start; \
         {repeated} were handed over again under the same Message-ID",
        expected.len()
    ));
    assert!(repeated <= kills, "what was under way, and no more");
}
