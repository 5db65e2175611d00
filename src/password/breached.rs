//! Passwords that were stolen elsewhere: a file of their SHA-1 hashes, sorted, looked up where it lies. The layout is that of
//! the lists that can be had publicly: a hash in hexadecimal on each line, and nothing or `:` and a count after it.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Seek, SeekFrom};
use std::path::{Path, PathBuf};

use data_encoding::HEXUPPER;
use sha1::{Digest, Sha1};

/// Signs of a SHA-1 hash in hexadecimal.
const HASH_SIGNS: usize = 40;

/// A list of breached passwords.
#[derive(Debug, Clone)]
pub struct Breached(PathBuf);

impl Breached {
    /// The list in that file. Nothing is read yet.
    #[must_use]
    pub fn at(file: &Path) -> Self {
        Self(file.to_owned())
    }

    /// True when the file can be read and begins with a hash.
    #[must_use]
    pub fn is_readable(&self) -> bool {
        let first = File::open(&self.0).and_then(|file| line(&mut BufReader::new(file)));
        first.is_ok_and(|line| line.is_some_and(|line| line.len() == HASH_SIGNS && line.bytes().all(|sign| sign.is_ascii_hexdigit())))
    }

    /// True when the password is in the list. A search by halves: some forty short reads in a list of a thousand million.
    pub fn has(&self, password: &str) -> io::Result<bool> {
        let wanted = HEXUPPER.encode(&Sha1::digest(password.as_bytes()));
        let file = File::open(&self.0)?;
        // The hash, if it is there, begins at `low` or after it, and before `high`. `low` is the beginning of a line.
        let (mut low, mut high) = (0, file.metadata()?.len());
        let mut list = BufReader::with_capacity(256, file);
        while low < high {
            let middle = low + (high - low) / 2;
            let start = beginning_after(&mut list, low, middle)?;
            match line(&mut list)? {
                Some(found) if start < high && found == wanted => return Ok(true),
                Some(found) if start < high && found < wanted => low = list.stream_position()?,
                _ => high = middle,
            }
        }
        Ok(false)
    }
}

/// Goes to the first line that begins at `middle` or after it, and says where that is. `low` is known to begin one.
fn beginning_after(list: &mut BufReader<File>, low: u64, middle: u64) -> io::Result<u64> {
    if middle == low {
        return list.seek(SeekFrom::Start(low));
    }
    list.seek(SeekFrom::Start(middle - 1))?;
    list.skip_until(b'\n')?;
    list.stream_position()
}

/// The hash of the next line, in capitals; nothing at the end.
fn line(list: &mut BufReader<File>) -> io::Result<Option<String>> {
    let mut text = Vec::new();
    list.read_until(b'\n', &mut text)?;
    if text.is_empty() {
        return Ok(None);
    }
    let text = String::from_utf8_lossy(&text).to_ascii_uppercase();
    Ok(Some(text.split([':', '\r', '\n']).next().unwrap_or_default().to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn list(passwords: &[&str], after: &str) -> (tempfile::TempDir, Breached) {
        let mut hashes: Vec<String> = passwords.iter().map(|password| HEXUPPER.encode(&Sha1::digest(password.as_bytes()))).collect();
        hashes.sort();
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("breached.txt");
        std::fs::write(&file, hashes.iter().flat_map(|hash| [hash.as_str(), after]).collect::<String>()).unwrap();
        let breached = Breached::at(&file);
        (folder, breached)
    }

    #[test]
    fn every_password_of_the_list_is_found_and_no_other() {
        let numbered: Vec<String> = (0..200).map(|number| format!("password {number}")).collect();
        for count in [0, 1, 2, 3, 17, 200] {
            let known: Vec<&str> = numbered.iter().take(count).map(String::as_str).collect();
            for after in ["\n", "\r\n", ":1\n", ":9659365\r\n"] {
                let (_folder, breached) = list(&known, after);
                for (at, password) in numbered.iter().enumerate() {
                    assert_eq!(breached.has(password).unwrap(), at < count, "{password} of {count} with {after:?}");
                }
            }
        }
    }

    #[test]
    fn small_letters_and_a_last_line_without_an_end_will_do() {
        let (_folder, breached) = list(&["alone"], "");
        assert!(breached.has("alone").unwrap() && breached.is_readable());
        let text = std::fs::read_to_string(&breached.0).unwrap();
        std::fs::write(&breached.0, text.to_lowercase()).unwrap();
        assert!(breached.has("alone").unwrap() && !breached.has("another").unwrap());
    }

    #[test]
    fn a_file_that_is_missing_or_something_else_is_noticed() {
        let (folder, _) = list(&[], "");
        assert!(!Breached::at(&folder.path().join("none")).is_readable());
        let other = folder.path().join("passwords.txt");
        std::fs::write(&other, "hunter2\n").unwrap();
        assert!(!Breached::at(&other).is_readable());
    }
}
