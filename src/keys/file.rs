//! The file of the key ring: made once, and replaced whole, so that whoever reads it sees the old ring or the new one.

use std::fs::{File, OpenOptions};
use std::io::{Error, ErrorKind, Result, Write};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

/// What tells one state of the file from another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stamp(Option<SystemTime>, u64);

impl Stamp {
    /// The state that the file is in.
    pub fn of(file: &Path) -> Result<Self> {
        let about = std::fs::metadata(file)?;
        Ok(Self(about.modified().ok(), about.len()))
    }
}

/// Makes the file, for its owner only. It must not be there.
pub fn write_new(file: &Path, text: &str) -> Result<()> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut sink = options.open(file)?;
    sink.write_all(text.as_bytes())?;
    sink.sync_all()
}

/// Replaces what the file holds by what `to` makes of it. Two who do so at once are kept apart by the new file's name, which is
/// taken before the old file is read: else one of them would write over the key of the other.
pub fn change(file: &Path, to: impl Fn(&str) -> String) -> Result<()> {
    let new = beside(file);
    write_new(&new, "").map_err(|why| match why.kind() {
        ErrorKind::AlreadyExists => {
            let sentence = format!("somebody else is changing it; if nobody is, take {} away and try again", new.display());
            Error::new(ErrorKind::AlreadyExists, sentence)
        }
        _ => why,
    })?;
    let replaced = fill(&new, file, to).and_then(|()| std::fs::rename(&new, file));
    if let Err(why) = replaced {
        // Nothing has changed: what was begun must not keep the next one out.
        drop(std::fs::remove_file(&new));
        return Err(why);
    }
    // The name is safe only once the folder is.
    match file.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        Some(folder) => File::open(folder)?.sync_all(),
        None => File::open(".")?.sync_all(),
    }
}

fn fill(new: &Path, file: &Path, to: impl Fn(&str) -> String) -> Result<()> {
    let text = to(&std::fs::read_to_string(file)?);
    let mut sink = OpenOptions::new().write(true).open(new)?;
    sink.write_all(text.as_bytes())?;
    sink.sync_all()
}

fn beside(file: &Path) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(".new");
    name.into()
}
