//! Migrations: there and back, and the same on both databases as in `schema.rs`.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use diesel::prelude::*;
use diesel::sql_types::Text;
use diesel_migrations::{EmbeddedMigrations, MigrationHarness, embed_migrations};
use saywell::store::Conn;
use saywell::store::conn::revert_all;

use super::super::support::database::{Database, postgres};
use super::super::support::loudly;

/// What a set of migrations makes, table by table.
#[derive(Debug, Default, PartialEq, Eq)]
struct Tables(BTreeMap<String, Table>);

#[derive(Debug, Default, PartialEq, Eq)]
struct Table {
    /// Name to kind (`BigInt`, `Integer`, `Text`, `Bool`, `Nullable<…>`).
    columns: BTreeMap<String, String>,
    primary_key: Vec<String>,
    /// Names of named rules, those that only hold a kind left out, with what they say.
    rules: BTreeMap<String, BTreeSet<String>>,
}

impl Table {
    /// Takes in a column that was added later.
    fn take_in(&mut self, later: Self) {
        self.columns.extend(later.columns);
        self.rules.extend(later.rules);
    }
}

fn source(database: &str) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("migrations").join(database);
    let mut steps: Vec<_> = std::fs::read_dir(folder).unwrap().map(|step| step.unwrap().path()).collect();
    steps.sort();
    steps.iter().map(|step| std::fs::read_to_string(step.join("up.sql")).unwrap()).collect()
}

fn parse(database: &str) -> Tables {
    let plain: String = source(database).lines().filter(|line| !line.trim_start().starts_with("--")).collect::<Vec<_>>().join("\n");
    let mut tables = Tables::default();
    for statement in plain.split(';').map(str::trim).filter(|statement| !statement.is_empty()) {
        if let Some(rest) = statement.strip_prefix("CREATE TABLE ") {
            let (name, body) = rest.split_once('(').unwrap();
            let body = body.rsplit_once(')').unwrap().0;
            tables.0.insert(name.trim().to_owned(), table(body));
        } else if let Some((name, column)) = statement.strip_prefix("ALTER TABLE ").and_then(|rest| rest.split_once(" ADD COLUMN ")) {
            tables.0.get_mut(name).unwrap().take_in(table(column));
        } else if let Some((name, column)) = statement.strip_prefix("ALTER TABLE ").and_then(|rest| rest.split_once(" DROP COLUMN ")) {
            tables.0.get_mut(name).unwrap().columns.remove(column);
        } else if let Some(name) = statement.strip_prefix("DROP TABLE ") {
            tables.0.remove(name);
        } else if statement.starts_with("CREATE") {
            let words: Vec<&str> = statement.split_whitespace().collect();
            let (unique, words) = if words[1] == "UNIQUE" { ("UNIQUE ", &words[3..]) } else { ("", &words[2..]) };
            let rule = format!("{unique}{}", words[1..].join(" "));
            tables.0.get_mut(words[2]).unwrap().rules.entry(words[0].to_owned()).or_default().insert(rule);
        }
    }
    tables
}

fn table(body: &str) -> Table {
    let mut made = Table::default();
    for line in body.lines().map(|line| line.trim().trim_end_matches(',')).filter(|line| !line.is_empty()) {
        let words: Vec<&str> = line.split_whitespace().collect();
        if words[0] != "CONSTRAINT" {
            let optional = !line.contains("NOT NULL");
            let boolean = line.contains("BOOLEAN") || line.contains(" IN (0, 1)");
            let narrow = words[1] == "INT4" || line.contains("_int4 CHECK");
            let kind = match (words[1], boolean, narrow) {
                ("TEXT", ..) => "Text",
                (_, true, _) => "Bool",
                (_, _, true) => "Integer",
                _ => "BigInt",
            };
            made.columns.insert(words[0].to_owned(), if optional { format!("Nullable<{kind}>") } else { kind.to_owned() });
            if line.contains("PRIMARY KEY") {
                made.primary_key = vec![words[0].to_owned()];
            }
        }
        for rule in line.split("CONSTRAINT ").skip(1) {
            let (name, says) = rule.split_once(' ').unwrap();
            let says = says.trim().trim_end_matches(" NOT NULL");
            if let Some(columns) = says.strip_prefix("PRIMARY KEY (") {
                made.primary_key = columns.trim_end_matches(')').split(", ").map(str::to_owned).collect();
            } else if !(says == "PRIMARY KEY" || ["_int4", "_bool", "_json"].iter().any(|end| name.ends_with(end))) {
                made.rules.entry(name.to_owned()).or_default().insert(says.to_owned());
            }
        }
    }
    made
}

/// The tables as `schema.rs` declares them.
fn declared() -> BTreeMap<String, (Vec<String>, BTreeMap<String, String>)> {
    let room = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/store");
    let text: String = ["schema.rs", "schema/collection.rs", "schema/engagement.rs", "schema/figures.rs"]
        .map(|file| std::fs::read_to_string(room.join(file)).unwrap())
        .concat();
    let of = |body: &str| {
        let (head, columns) = body.trim().split_once('{').unwrap();
        let (name, key) = head.trim().trim_end_matches(')').split_once(" (").unwrap();
        let columns = columns.split('}').next().unwrap().lines().filter_map(|line| line.trim().trim_end_matches(',').split_once(" -> "));
        let columns = columns.map(|(name, kind)| (name.to_owned(), kind.to_owned())).collect();
        (name.to_owned(), (key.split(", ").map(str::to_owned).collect(), columns))
    };
    text.split("diesel::table! {").skip(1).map(of).collect()
}

#[test]
fn both_sets_of_migrations_make_the_same_tables_with_the_same_rules() {
    let (lite, pg) = (parse("sqlite"), parse("postgres"));
    assert_eq!(lite.0.keys().collect::<Vec<_>>(), pg.0.keys().collect::<Vec<_>>());
    for (name, table) in &lite.0 {
        assert_eq!(*table, pg.0[name], "{name}");
    }
}

#[test]
fn the_code_knows_the_tables_as_the_migrations_make_them() {
    let (made, declared) = (parse("sqlite").0, declared());
    assert_eq!(made.keys().collect::<Vec<_>>(), declared.keys().collect::<Vec<_>>());
    for (name, (key, columns)) in declared {
        assert_eq!((&made[&name].primary_key, &made[&name].columns), (&key, &columns), "{name}");
    }
}

#[derive(QueryableByName)]
struct Line {
    #[diesel(sql_type = Text)]
    line: String,
}

fn lines(conn: &mut Conn, sql: &str) -> BTreeSet<String> {
    diesel::sql_query(sql).load::<Line>(conn).unwrap().into_iter().map(|row| row.line).collect()
}

const LITE: &str = "SELECT m.name || '.' || c.name || ' ' || c.\"notnull\" || ' ' || c.type AS line \
    FROM sqlite_master m JOIN pragma_table_info(m.name) c WHERE m.type = 'table' AND m.name NOT LIKE '\\_\\_%' ESCAPE '\\' AND m.name NOT LIKE 'sqlite%'";
const PG: &str = "SELECT table_name || '.' || column_name || ' ' || CASE is_nullable WHEN 'NO' THEN 1 ELSE 0 END || ' ' || \
    CASE data_type WHEN 'text' THEN 'TEXT' ELSE 'INTEGER' END AS line FROM information_schema.columns \
    WHERE table_schema = current_schema() AND table_name NOT LIKE '\\_\\_%'";

#[test]
fn the_database_has_the_columns_that_the_code_knows() {
    let database = Database::ready();
    let store = database.store(1);
    let found = store.read_now("columns", |conn| Ok(lines(conn, if postgres().is_some() { PG } else { LITE }))).unwrap();
    let column = |table: &str, name: &str, kind: &str| {
        let required = u8::from(!kind.starts_with("Nullable"));
        format!("{table}.{name} {required} {}", if kind.contains("Text") { "TEXT" } else { "INTEGER" })
    };
    let known = declared()
        .into_iter()
        .flat_map(|(table, (_, columns))| columns.into_iter().map(|(name, kind)| column(&table, &name, &kind)).collect::<Vec<_>>());
    assert_eq!(found, known.collect::<BTreeSet<_>>());
}

#[test]
fn migrations_go_up_down_and_up_again() {
    let database = Database::empty();
    let store = database.store(1);
    assert!(store.needs_migration().unwrap());
    let ran = store.migrate().unwrap();
    assert!(ran > 0 && !store.needs_migration().unwrap());
    assert_eq!(store.migrate().unwrap(), 0);
    store.read_now("revert", revert_all).unwrap();
    assert!(store.needs_migration().unwrap());
    let left = store.read_now("left", |conn| Ok(lines(conn, if postgres().is_some() { PG } else { LITE }))).unwrap();
    assert!(left.is_empty(), "{left:?}");
    assert_eq!(store.migrate().unwrap(), ran);
}

const SQLITE: EmbeddedMigrations = embed_migrations!("migrations/sqlite");
const POSTGRES: EmbeddedMigrations = embed_migrations!("migrations/postgres");

/// Back to the tables of the first version, with what is in them.
fn revert_to_first(conn: &mut Conn) {
    match conn {
        Conn::Sqlite(lite) => {
            while lite.applied_migrations().unwrap().len() > 1 {
                lite.revert_last_migration(SQLITE).unwrap();
            }
        }
        Conn::Postgres(pg) => {
            while pg.applied_migrations().unwrap().len() > 1 {
                pg.revert_last_migration(POSTGRES).unwrap();
            }
        }
    }
}

#[test]
fn accounts_of_commissioners_come_through_the_migration_of_roles_in_both_directions() {
    let database = Database::empty();
    let store = database.store(1);
    store.migrate().unwrap();
    let (before, after) = store
        .read_now("through", |conn| {
            revert_to_first(conn);
            for row in [
                "INSERT INTO organisations VALUES (1, 'QX', 'Example County', 'commissioner', NULL)",
                "INSERT INTO accounts VALUES (5, 'ada@example.org', 'Ada', 'commissioner', 1, 'a hash', 7)",
                "INSERT INTO sessions VALUES ('a token', 5, 1, 1, 1)",
            ] {
                diesel::sql_query(row).execute(conn)?;
            }
            saywell::store::conn::migrate(conn)?;
            let after = lines(conn, "SELECT role || ' ' || password_hash AS line FROM account_roles JOIN accounts ON id = account_id");
            revert_to_first(conn);
            Ok((lines(conn, "SELECT role || ' ' || email AS line FROM accounts"), after))
        })
        .unwrap();
    assert_eq!(after, ["commissioner-analyst a hash".to_owned()].into());
    assert_eq!(before, ["commissioner ada@example.org".to_owned()].into());
}

#[test]
fn migrations_hold_nothing_that_one_database_alone_would_do() {
    for database in ["sqlite", "postgres"] {
        let text = source(database).to_uppercase();
        for word in [
            "SERIAL",
            "AUTOINCREMENT",
            "TRIGGER",
            "CURRENT_TIMESTAMP",
            "NOW()",
            "SEQUENCE",
            "DEFAULT",
            "JSONB NOT",
            "UUID",
            "TIMESTAMPTZ",
            "CASCADE",
        ] {
            assert!(!text.contains(word), "{database}: {word}");
        }
    }
}

#[test]
fn postgresql_is_tried_when_a_server_is_named() {
    if postgres().is_none() {
        loudly("PostgreSQL tests skipped: set SAYWELL_TEST_POSTGRES");
    }
}
