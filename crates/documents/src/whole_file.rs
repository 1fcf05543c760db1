//! Files that are found whole or not at all.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use crate::temporary::Temporary;

/// How the names of files begin and end that are not whole yet.
const NAMED: (&str, &str) = (".perennial-", ".part");

/// A file that is written beside its place under a temporary name and moved
/// there when it is whole. Dropped before that, it leaves nothing behind, and
/// a file that was there before stays as it was. What is no file but a device
/// or a pipe is never replaced: it is written to as it stands.
#[derive(Debug)]
pub struct WholeFile {
    place: Place,
}

#[derive(Debug)]
enum Place {
    Beside { path: PathBuf, temporary: Temporary },
    Straight(File),
}

impl WholeFile {
    /// Begins a file that will be at `path`, or where the link there leads.
    ///
    /// # Errors
    /// Where the folder does not exist or cannot be written to.
    pub fn create(path: &Path) -> io::Result<Self> {
        let path = path.canonicalize().unwrap_or_else(|_| path.to_owned());
        if path.metadata().is_ok_and(|there| !there.is_file() && !there.is_dir()) {
            let file = OpenOptions::new().write(true).open(path)?;
            return Ok(Self { place: Place::Straight(file) });
        }
        let folder = match path.parent() {
            Some(folder) if !folder.as_os_str().is_empty() => folder,
            _ => Path::new("."),
        };
        let mut builder = tempfile::Builder::new();
        builder.prefix(NAMED.0).suffix(NAMED.1);
        // Temporary files are for their owner's eyes only; this one becomes the
        // user's own file, with the rights the user gives to new files.
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt as _;
            builder.permissions(std::fs::Permissions::from_mode(0o666));
        }
        let temporary = Temporary::made(|| builder.tempfile_in(folder))?;
        Ok(Self { place: Place::Beside { path, temporary } })
    }

    /// Removes what is left in a folder of files whose process was killed: those
    /// to which nothing has been written since a moment.
    ///
    /// # Errors
    /// Where the folder cannot be listed or a file not removed.
    pub fn remove_unfinished(folder: &Path, before: SystemTime) -> io::Result<()> {
        let is_gone = |error: &io::Error| error.kind() == io::ErrorKind::NotFound;
        let entries = match fs::read_dir(folder) {
            Err(error) if is_gone(&error) => return Ok(()),
            entries => entries?,
        };
        for entry in entries {
            let entry = entry?;
            let name = entry.file_name();
            let name = name.to_string_lossy();
            if !(name.starts_with(NAMED.0) && name.ends_with(NAMED.1)) {
                continue;
            }
            let written = entry.metadata().and_then(|known| known.modified());
            let removed = match written {
                Ok(written) if written < before => fs::remove_file(entry.path()),
                written => written.map(drop),
            };
            match removed {
                Err(error) if !is_gone(&error) => return Err(error),
                _ => {}
            }
        }
        Ok(())
    }

    /// Another handle to the file as it is written.
    ///
    /// # Errors
    /// Where the system gives none.
    pub fn handle(&self) -> io::Result<File> {
        match &self.place {
            Place::Beside { temporary, .. } => temporary.file.reopen(),
            Place::Straight(file) => file.try_clone(),
        }
    }

    /// Moves the file to its place, once everything written is on the disk.
    ///
    /// # Errors
    /// Where it cannot be written to its end or moved.
    pub fn finish(self) -> io::Result<()> {
        match self.place {
            Place::Beside { path, temporary } => {
                temporary.file.as_file().sync_all()?;
                temporary.persist(&path)
            }
            Place::Straight(mut file) => file.flush(),
        }
    }
}

impl Write for WholeFile {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match &mut self.place {
            Place::Beside { temporary, .. } => temporary.file.write(bytes),
            Place::Straight(file) => file.write(bytes),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match &mut self.place {
            Place::Beside { temporary, .. } => temporary.file.flush(),
            Place::Straight(file) => file.flush(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_finished_leaves_everything_as_it_was() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.txt");
        std::fs::write(&path, "before").unwrap();
        let mut file = WholeFile::create(&path).unwrap();
        file.write_all(b"half").unwrap();
        drop(file);
        assert_eq!(std::fs::read_to_string(&path).unwrap(), "before");
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[test]
    fn what_a_killed_process_left_is_removed_once_nobody_writes_it_any_more() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.txt");
        let begun = WholeFile::create(&path).unwrap();
        for name in [".perennial-killed.part", "a.part", "b.txt"] {
            std::fs::write(folder.path().join(name), "half").unwrap();
        }
        let left = || std::fs::read_dir(folder.path()).unwrap().count();
        let written = begun.handle().unwrap().metadata().unwrap().modified().unwrap();
        let killed = File::open(folder.path().join(".perennial-killed.part")).unwrap();
        killed.set_modified(written - std::time::Duration::from_secs(1)).unwrap();
        WholeFile::remove_unfinished(folder.path(), written).unwrap();
        assert_eq!(left(), 3, "only what was written to before goes");
        assert!(!folder.path().join(".perennial-killed.part").exists());
        WholeFile::remove_unfinished(&folder.path().join("nowhere"), written).unwrap();
        begun.finish().unwrap();
        assert!(path.exists());
    }

    #[test]
    fn what_is_finished_takes_the_place() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.txt");
        std::fs::write(&path, "before").unwrap();
        let mut file = WholeFile::create(&path).unwrap();
        file.write_all(b"after").unwrap();
        file.finish().unwrap();
        assert_eq!(std::fs::read_to_string(&path).unwrap(), "after");
    }

    #[cfg(unix)]
    #[test]
    fn a_link_stays_a_link() {
        let folder = tempfile::tempdir().unwrap();
        let (file, link) = (folder.path().join("a.txt"), folder.path().join("link.txt"));
        std::fs::write(&file, "before").unwrap();
        std::os::unix::fs::symlink(&file, &link).unwrap();
        let mut whole = WholeFile::create(&link).unwrap();
        whole.write_all(b"after").unwrap();
        whole.finish().unwrap();
        assert!(link.is_symlink());
        assert_eq!(std::fs::read_to_string(&file).unwrap(), "after");
    }

    #[cfg(unix)]
    #[test]
    fn a_pipe_is_written_to_and_stays_a_pipe() {
        use std::os::unix::fs::FileTypeExt as _;
        let folder = tempfile::tempdir().unwrap();
        let pipe = folder.path().join("pipe");
        assert!(std::process::Command::new("mkfifo").arg(&pipe).status().unwrap().success());
        let read = {
            let pipe = pipe.clone();
            std::thread::spawn(move || std::fs::read_to_string(pipe).unwrap())
        };
        let mut whole = WholeFile::create(&pipe).unwrap();
        whole.write_all(b"rows").unwrap();
        whole.finish().unwrap();
        assert_eq!(read.join().unwrap(), "rows");
        assert!(pipe.metadata().unwrap().file_type().is_fifo());
    }
}
