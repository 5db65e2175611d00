//! What the project promises of itself: read from its own files.

mod addresses;
mod documents;
mod matrix;
mod rooms;
mod routes;

use std::path::{Path, PathBuf};

/// The folder of the project.
fn project() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// Every Rust file of a folder, as a path from that folder with `/`, and its text.
pub fn rust_files(folder: &str) -> Vec<(String, String)> {
    let root = project().join(folder);
    let mut found = Vec::new();
    gather(&root, &root, &mut found);
    found.sort();
    assert!(!found.is_empty());
    found
}

fn gather(root: &Path, folder: &Path, found: &mut Vec<(String, String)>) {
    for path in std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
        if path.is_dir() {
            gather(root, &path, found);
        } else if path.extension().is_some_and(|end| end == "rs") {
            let name = path.strip_prefix(root).unwrap().to_str().unwrap().to_owned();
            found.push((name, std::fs::read_to_string(&path).unwrap()));
        }
    }
}
