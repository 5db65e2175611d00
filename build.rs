//! Builds the style sheets while the crate compiles: brings the design system in through npm, compiles the part of it that the
//! pages use, lays the typefaces of printed forms beside it, and tells the crate where the finished files are. It refuses to go on
//! with half a set, because a page without its style sheet would only be noticed by the person reading it.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::{env, fs, io};

/// Names a folder of finished assets, for machines that build without Node.
const READY_ASSETS: &str = "SAYWELL_ASSETS";

/// What is written last, so that a folder that holds it is a finished one.
const MANIFEST: &str = "web/manifest.json";

/// Everything that is embedded in the binary or built from: a change to any of it must rebuild the crate.
const WATCHED: [&str; 8] = ["templates", "locales", "migrations", "surveys", "frameworks", "assets", "package.json", "package-lock.json"];

fn main() {
    for path in WATCHED {
        println!("cargo::rerun-if-changed={path}");
    }
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-env-changed={READY_ASSETS}");
    match assets() {
        Ok(folder) => println!("cargo::rustc-env=SAYWELL_ASSETS_DIR={}", folder.display()),
        Err(reason) => println!("cargo::error={reason}"),
    }
}

/// The folder of finished assets, built or given.
fn assets() -> Result<PathBuf, String> {
    if let Some(ready) = env::var_os(READY_ASSETS) {
        let folder = fs::canonicalize(&ready).map_err(|error| format!("{READY_ASSETS}={}: {error}", Path::new(&ready).display()))?;
        return complete(folder);
    }
    let root = PathBuf::from(variable("CARGO_MANIFEST_DIR")?);
    let work = PathBuf::from(variable("OUT_DIR")?).join("web");
    let dist = work.join("dist");
    let mut sources = BTreeMap::new();
    for path in ["assets", "package.json", "package-lock.json"] {
        read(&root.join(path), path, &mut sources).map_err(|error| format!("style sheets: {path}: {error}"))?;
    }
    // A changed template runs this script again, and need not wait for Sass.
    let mut before = BTreeMap::new();
    if read(&work.join("sources"), "", &mut before).is_ok() && before == sources && dist.join(MANIFEST).is_file() {
        return Ok(dist);
    }
    install(&sources, &work)?;
    // Built from a copy, so that a read-only or packaged checkout builds too and the checkout stays clean.
    let written = write(&sources, &work.join("building")).and_then(|()| fs::copy(root.join("assets/build.mjs"), work.join("build.mjs")));
    written.map_err(|error| format!("style sheets: could not write to {}: {error}", work.display()))?;
    let node = Command::new("node").args(["build.mjs", "building/assets", "dist"]).current_dir(&work).output();
    finished("node build.mjs", node)?;
    // Renamed last: a build that was broken off must not count.
    let kept = remove(&work.join("sources")).and_then(|()| fs::rename(work.join("building"), work.join("sources")));
    kept.map_err(|error| format!("style sheets: {}: {error}", work.display()))?;
    complete(dist)
}

/// Installs the packages of the lockfile, unless this very lockfile was installed before.
fn install(sources: &Sources, work: &Path) -> Result<(), String> {
    let Some(lock) = sources.get("package-lock.json") else { return Err("style sheets: package-lock.json is missing".to_owned()) };
    let installed = work.join("installed.json");
    if fs::read(&installed).is_ok_and(|before| &before == lock) {
        return Ok(());
    }
    let failed = |error| format!("style sheets: {}: {error}", work.display());
    let mut packages = sources.iter().filter(|(path, _)| path.starts_with("package"));
    packages.try_for_each(|(path, bytes)| put(&work.join(path), bytes)).map_err(failed)?;
    let arguments = ["ci", "--ignore-scripts", "--omit=optional", "--no-audit", "--no-fund", "--fetch-retries=1"];
    let npm = if cfg!(windows) { "npm.cmd" } else { "npm" };
    finished("npm ci", Command::new(npm).args(arguments).current_dir(work).stdin(Stdio::null()).output())?;
    put(&installed, lock).map_err(failed)
}

/// Turns the end of a command into one line that says what to do next.
fn finished(what: &str, end: io::Result<std::process::Output>) -> Result<(), String> {
    match end {
        Ok(output) if output.status.success() => Ok(()),
        Ok(output) => {
            let said = String::from_utf8_lossy(&output.stderr);
            let lines: Vec<&str> = said.lines().map(str::trim).filter(|line| !line.is_empty()).take(12).collect();
            Err(format!("style sheets: `{what}` failed: {}", lines.join(" | ")))
        }
        Err(error) if error.kind() == io::ErrorKind::NotFound => Err(format!(
            "style sheets: `{}` was not found. They are made from an npm package at build time: install Node.js 20 or later \
             (https://nodejs.org), or set {READY_ASSETS} to a folder of finished assets",
            what.split(' ').next().unwrap_or(what)
        )),
        Err(error) => Err(format!("style sheets: `{what}` could not be started: {error}")),
    }
}

/// Answers the folder if it holds a finished set.
fn complete(folder: PathBuf) -> Result<PathBuf, String> {
    if folder.join(MANIFEST).is_file() {
        Ok(folder)
    } else {
        Err(format!("style sheets: {} holds no {MANIFEST}, so it is not a folder of finished assets", folder.display()))
    }
}

/// The bytes of files by their path, `/` between the parts.
type Sources = BTreeMap<String, Vec<u8>>;

/// Reads a file, or every file under a folder.
fn read(path: &Path, name: &str, into: &mut Sources) -> io::Result<()> {
    if !path.is_dir() {
        into.insert(name.to_owned(), fs::read(path)?);
        return Ok(());
    }
    for entry in fs::read_dir(path)? {
        let entry = entry?;
        let part = entry.file_name().to_string_lossy().into_owned();
        let below = if name.is_empty() { part } else { format!("{name}/{part}") };
        read(&entry.path(), &below, into)?;
    }
    Ok(())
}

/// Writes the files under a folder that holds nothing else afterwards.
fn write(sources: &Sources, folder: &Path) -> io::Result<()> {
    remove(folder)?;
    sources.iter().try_for_each(|(path, bytes)| put(&folder.join(path), bytes))
}

/// Writes one file and the folders above it.
fn put(path: &Path, bytes: &[u8]) -> io::Result<()> {
    path.parent().map_or(Ok(()), fs::create_dir_all)?;
    fs::write(path, bytes)
}

/// Removes a folder that may not be there.
fn remove(folder: &Path) -> io::Result<()> {
    if folder.exists() { fs::remove_dir_all(folder) } else { Ok(()) }
}

/// A variable that cargo always sets for a build script.
fn variable(name: &str) -> Result<String, String> {
    env::var(name).map_err(|_| format!("{name} is not set: run the build with cargo"))
}
