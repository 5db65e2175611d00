//! Keys are rotated while Saywell serves, and no sealed value is lost.

use std::path::{Path, PathBuf};

use diesel::prelude::*;
use saywell::keys::{KeyRing, Place};
use saywell::random::Random;
use saywell::rotation;
use saywell::store::Conn;
use saywell::store::ids::AccountId;
use saywell::store::schema::{letters, second_factors};
use saywell::store::sealed::Column;
use tempfile::TempDir;

use super::super::contracts::rust_files;
use super::super::support::App;
use super::{refused, said, saywell};

/// A Saywell with a key ring in a file, and so many sealed second factors and one letter.
struct Kept {
    app: App,
    ring: KeyRing,
    file: PathBuf,
    random: Random,
    _folder: TempDir,
}

impl Kept {
    fn with(values: i64) -> Self {
        let (app, folder, random) = (App::spawn(), tempfile::tempdir().unwrap(), Random::seeded(9));
        let file = folder.path().join("ring");
        let kept = Self { ring: KeyRing::beside(&file, &random).unwrap(), app, file, random, _folder: folder };
        let account = kept.app.with_staff("Ada Example", &[]);
        kept.app.store().write_now("seal", |tx| kept.fill(tx, account, values)).unwrap();
        kept
    }

    fn fill(&self, tx: &mut Conn, account: AccountId, values: i64) -> saywell::store::Result<()> {
        for row in 1..=values {
            let place = Place { column: Column::SecondFactors.name(), row };
            let row = (
                second_factors::id.eq(row),
                second_factors::account_id.eq(account),
                second_factors::kind.eq("totp"),
                second_factors::name.eq("phone"),
                second_factors::sealed.eq(self.ring.seal(place, &format!("secret {row}"), &self.random).unwrap()),
                second_factors::created_at.eq(0_i64),
            );
            diesel::insert_into(second_factors::table).values(row).execute(tx)?;
        }
        let place = Place { column: Column::Letters.name(), row: 1 };
        let letter = (
            letters::id.eq(1_i64),
            letters::kind.eq("welcome"),
            letters::sealed.eq(self.ring.seal(place, "a letter", &self.random).unwrap()),
            letters::created_at.eq(0_i64),
            letters::due_at.eq(i64::MAX),
            letters::tries.eq(0),
        );
        diesel::insert_into(letters::table).values(letter).execute(tx)?;
        Ok(())
    }

    fn run(&self, arguments: &[&str]) -> std::process::Output {
        saywell(&self.app.database, &self.file, &[&["keys"], arguments].concat())
    }

    /// Every second factor as it is kept.
    fn values(&self) -> Vec<(i64, String)> {
        let all = second_factors::table.select((second_factors::id, second_factors::sealed)).order(second_factors::id);
        self.app.store().read_now("sealed", |conn| Ok(all.load(conn)?)).unwrap()
    }

    /// True when every value opens with the ring as a server holds it that was never started anew.
    fn opens(&self) -> bool {
        let open = |(row, sealed): &(i64, String)| {
            self.ring.open(Place { column: Column::SecondFactors.name(), row: *row }, sealed) == Ok(format!("secret {row}"))
        };
        self.values().iter().all(open)
    }
}

#[test]
fn a_rotation_seals_everything_anew_while_a_server_goes_on() {
    let kept = Kept::with(3);
    let text = said(&kept.run(&["rotate"]));
    assert!(text.contains("The key `k2` is in the ring") && text.contains("4 values were sealed anew with `k2`"), "{text}");
    assert!(kept.values().iter().all(|(_, sealed)| KeyRing::key_of(sealed) == "k2"));
    assert!(kept.opens() && kept.ring.current() == "k2");
    let line = kept.app.trail().pop().unwrap();
    assert_eq!((line.action.as_str(), line.subject.as_str(), line.actor.as_str()), ("key-rotated", "key:k2", "command line"));
}

#[test]
fn a_rotation_that_was_interrupted_goes_on_where_it_was() {
    let kept = Kept::with(1200);
    kept.ring.add(&kept.random).unwrap();
    let store = kept.app.store();
    let batch = rotation::step(store, &kept.ring, &kept.random, (Column::SecondFactors, i64::MIN)).unwrap();
    assert_eq!((batch.sealed, batch.last), (500, Some(500)));
    assert!(kept.opens(), "half-way everything opens");
    let text = said(&kept.run(&["rotate"]));
    assert!(text.contains("701 values are still sealed") && text.contains("701 values were sealed anew with `k2`"), "{text}");
    assert!(kept.opens() && kept.ring.ids() == ["k1", "k2"]);
}

#[test]
fn a_key_goes_only_when_nothing_is_sealed_with_it() {
    let kept = Kept::with(2);
    assert!(refused(&kept.run(&["drop", "k1"])).1.contains("has sealed 3 values"));
    said(&kept.run(&["rotate"]));
    assert!(refused(&kept.run(&["drop", "k2"])).1.contains("`k2`"));
    assert!(refused(&kept.run(&["drop", "k7"])).1.contains("no key `k7`"));
    let list = said(&kept.run(&["list"]));
    assert!(list.contains("k1     opens  second_factors.sealed 0") && list.contains("k2     seals  second_factors.sealed 2"), "{list}");
    said(&kept.run(&["drop", "k1"]));
    assert!(kept.opens() && kept.ring.ids() == ["k2"]);
    assert_eq!(kept.app.trail().pop().unwrap().action, "key-dropped");
}

#[test]
fn the_wrong_ring_is_said_to_be_so_and_changes_nothing() {
    let kept = Kept::with(2);
    let before = kept.values();
    let wrong = kept.file.with_extension("wrong");
    KeyRing::beside(&wrong, &Random::seeded(77)).unwrap();
    let (text, sentence) = refused(&saywell(&kept.app.database, &wrong, &["keys", "rotate"]));
    assert!(text.contains("second_factors.sealed of row 1") && sentence.contains("could not be opened"), "{text}{sentence}");
    assert_eq!(kept.values(), before);
    assert!(refused(&saywell(&kept.app.database, Path::new("/none/ring"), &["keys", "list"])).1.contains("there is no key ring"));
}

#[test]
fn every_place_that_is_sealed_is_known_to_the_rotation() {
    // What the own key of a person or a response seals stays as it is: that key is sealed anew.
    let besides = ["sessions.ceremony", "demographics.sealed", "comments.sealed"];
    let known: Vec<&str> = Column::ALL.iter().map(|column| column.name()).chain(besides).collect();
    for (file, text) in rust_files("src") {
        let code = text.split("#[cfg(test)]").next().unwrap_or_default();
        for name in code.split('"').skip(1).step_by(2).filter(|text| text.ends_with(".sealed") || text.ends_with(".ceremony")) {
            assert!(known.contains(&name), "{file}: {name}");
        }
        for rest in code.split("column: \"").skip(1) {
            let name = rest.split('"').next().unwrap_or_default();
            // What is sealed in a cookie lasts for minutes, and is begun again.
            assert!(name.starts_with("cookie.") || known.contains(&name), "{file} seals {name}, which no rotation reaches");
        }
    }
}
