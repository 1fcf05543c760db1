//! Files in a local folder: `<root>/ab/ab34…`, by their hash.
//!
//! A file is written under a temporary name in `<root>/incoming`, synced, and
//! then renamed; so under a hash there is a whole file or none, whenever the
//! power goes. Who receives holds a shared lock on `incoming`; what lies there
//! while nobody does was left by a process that died. Large files stop being
//! taken in before the disk is full: the record may be on it, too.

use std::fs::File;
use std::io;
use std::path::{Path, PathBuf};

use sha2::{Digest as _, Sha256};
use tokio::fs;
use tokio::io::{AsyncRead, AsyncReadExt as _, AsyncWriteExt as _};
use tokio::task::spawn_blocking;
use uuid::Uuid;

use super::sniff::{HEAD, sniff};
use super::{Arrived, BlobError, BlobHash};
use crate::disk;

const INCOMING: &str = "incoming";
/// Bytes read at once.
const PIECE: usize = 64 * 1024;
/// So much of the disk large files leave free.
const LEFT_FREE: u64 = 512 << 20;
/// Whether they do is looked at each time so many bytes of one have come.
const LOOKED_AT: u64 = 16 << 20;

#[derive(Debug, Clone)]
pub(crate) struct Folder {
    root: PathBuf,
    left_free: u64,
}

impl Folder {
    pub(crate) fn new(root: PathBuf) -> Self {
        Self { root, left_free: LEFT_FREE }
    }

    /// Where a file of this hash is.
    pub(crate) fn path_of(&self, hash: BlobHash) -> PathBuf {
        let name = hash.to_string();
        self.root.join(&name[..2]).join(name)
    }

    /// What the bytes of a file are now; its own hash, if they are whole.
    pub(crate) fn hash_of(&self, hash: BlobHash) -> io::Result<BlobHash> {
        BlobHash::of_file(&self.path_of(hash))
    }

    /// Writes a file down under a temporary name.
    pub(super) async fn receive(
        &self,
        mut from: impl AsyncRead + Unpin + Send,
        limit: u64,
    ) -> Result<Incoming, BlobError> {
        let incoming = self.root.join(INCOMING);
        fs::create_dir_all(&incoming).await.map_err(at(&incoming))?;
        let presence = shared_lock(incoming.clone()).await.map_err(at(&incoming))?;
        let temporary = Temporary(incoming.join(Uuid::now_v7().simple().to_string()));
        let arrived = write_down(&mut from, (limit, self.left_free), &temporary.0).await?;
        Ok(Incoming { folder: self.clone(), temporary, arrived, _presence: presence })
    }

    pub(super) async fn open(&self, hash: BlobHash) -> Result<fs::File, BlobError> {
        let path = self.path_of(hash);
        fs::File::open(&path).await.map_err(|cause| match cause.kind() {
            io::ErrorKind::NotFound => BlobError::Missing(hash),
            _ => at(&path)(cause),
        })
    }

    /// Removes a file, if it is there.
    pub(super) async fn remove(&self, hash: BlobHash) -> Result<(), BlobError> {
        let path = self.path_of(hash);
        match fs::remove_file(&path).await {
            Err(cause) if cause.kind() != io::ErrorKind::NotFound => Err(at(&path)(cause)),
            _ => Ok(()),
        }
    }

    /// Removes what processes that died have left half-written. Does nothing
    /// while somebody receives.
    pub(super) async fn clear_incoming(&self) -> Result<(), BlobError> {
        let incoming = self.root.join(INCOMING);
        let path = incoming.clone();
        spawn_blocking(move || {
            let folder = match File::open(&path) {
                Err(cause) if cause.kind() == io::ErrorKind::NotFound => return Ok(()),
                folder => folder?,
            };
            if folder.try_lock().is_ok() {
                for entry in std::fs::read_dir(&path)? {
                    std::fs::remove_file(entry?.path())?;
                }
            }
            Ok(())
        })
        .await
        .unwrap_or_else(|defect| Err(defect.into()))
        .map_err(at(&incoming))
    }
}

/// A file under a temporary name, waiting for its own.
#[derive(Debug)]
pub(super) struct Incoming {
    folder: Folder,
    temporary: Temporary,
    arrived: Arrived,
    _presence: File,
}

/// A temporary name; what is still under it at the end is removed.
#[derive(Debug)]
struct Temporary(PathBuf);

impl Drop for Temporary {
    fn drop(&mut self) {
        // Not there any more where the file has got its name.
        let _ = std::fs::remove_file(&self.0);
    }
}

impl Incoming {
    pub(super) fn arrived(&self) -> &Arrived {
        &self.arrived
    }

    /// Gives the file its name, for good. Bytes that are there already are
    /// replaced by the same ones, which also mends a file that was damaged.
    pub(super) async fn settle(self) -> Result<Arrived, BlobError> {
        let path = self.folder.path_of(self.arrived.hash);
        let shelf = path.parent().unwrap_or(&self.folder.root);
        if !fs::try_exists(shelf).await.map_err(at(shelf))? {
            fs::create_dir_all(shelf).await.map_err(at(shelf))?;
            sync(&self.folder.root).await?;
        }
        fs::rename(&self.temporary.0, &path).await.map_err(at(&path))?;
        sync(shelf).await?;
        Ok(self.arrived.clone())
    }
}

async fn write_down(
    from: &mut (impl AsyncRead + Unpin + Send),
    (limit, left_free): (u64, u64),
    path: &Path,
) -> Result<Arrived, BlobError> {
    let mut file = fs::File::create_new(path).await.map_err(at(path))?;
    let (mut hash, mut size, mut head) = (Sha256::new(), 0, Vec::new());
    let mut looked_at = 0;
    let mut piece = vec![0; PIECE];
    loop {
        let count = from.read(&mut piece).await.map_err(BlobError::NotWhole)?;
        if count == 0 {
            break;
        }
        let read = &piece[..count];
        size += count as u64;
        if size > limit {
            return Err(BlobError::TooLarge { limit });
        }
        if size / LOOKED_AT > looked_at {
            looked_at = size / LOOKED_AT;
            if disk::free(path).map_err(at(path))? < left_free {
                return Err(at(path)(io::ErrorKind::StorageFull.into()));
            }
        }
        head.extend_from_slice(&read[..count.min(HEAD.saturating_sub(head.len()))]);
        hash.update(read);
        file.write_all(read).await.map_err(at(path))?;
    }
    file.flush().await.map_err(at(path))?;
    file.sync_all().await.map_err(at(path))?;
    Ok(Arrived { hash: BlobHash(hash.finalize().into()), size, sniffed: sniff(&head).into() })
}

async fn shared_lock(folder: PathBuf) -> io::Result<File> {
    spawn_blocking(move || {
        let folder = File::open(folder)?;
        folder.lock_shared()?;
        Ok(folder)
    })
    .await?
}

/// Makes the names in a folder durable.
async fn sync(folder: &Path) -> Result<(), BlobError> {
    let opened = fs::File::open(folder).await.map_err(at(folder))?;
    opened.sync_all().await.map_err(at(folder))
}

fn at(path: &Path) -> impl Fn(io::Error) -> BlobError {
    let path = path.display().to_string();
    move |cause| BlobError::Folder { path: path.clone(), cause }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_large_file_is_not_taken_in_where_the_disk_would_be_full() {
        let root = tempfile::tempdir().unwrap();
        let full = Folder { root: root.path().to_owned(), left_free: u64::MAX };
        let bytes = |count: u64| tokio::io::repeat(7).take(count);
        assert!(full.receive(bytes(1_000), LOOKED_AT * 2).await.is_ok(), "a small one is");
        let refused = full.receive(bytes(LOOKED_AT + 1), LOOKED_AT * 2).await.unwrap_err();
        assert!(
            matches!(&refused, BlobError::Folder { cause, .. }
                if cause.kind() == io::ErrorKind::StorageFull),
            "{refused}"
        );
        let left = std::fs::read_dir(root.path().join(INCOMING)).unwrap();
        assert_eq!(left.count(), 0, "nothing of it is left");
    }
}
