//! A bucket of an object store that speaks S3.

use std::io;
use std::sync::Arc;

use object_store::aws::AmazonS3Builder;
use object_store::path::Path;
use object_store::{ObjectStore, ObjectStoreExt as _};
use tokio::runtime::Handle;

use super::FactsError;

/// What an object holds.
pub(super) type Object = bytes::Bytes;

/// A folder in a bucket. Its calls wait, so they belong on threads on which the
/// runtime lets one wait.
#[derive(Debug, Clone)]
pub(super) struct Bucket {
    store: Arc<dyn ObjectStore>,
    folder: Path,
    runtime: Handle,
}

impl Bucket {
    /// What the name of one begins with.
    pub const SCHEME: &str = "s3://";

    /// That of a name, `bucket/folder`.
    pub fn named(name: &str) -> Result<Self, FactsError> {
        let (bucket, folder) = name.split_once('/').unwrap_or((name, ""));
        let store = AmazonS3Builder::from_env().with_bucket_name(bucket).build();
        let store = store.map_err(|error| in_store(name, error))?;
        Self::of(Arc::new(store), folder)
    }

    /// That folder of a store.
    pub fn of(store: Arc<dyn ObjectStore>, folder: &str) -> Result<Self, FactsError> {
        let runtime = Handle::try_current().map_err(|error| in_store(folder, error))?;
        Ok(Self { store, folder: Path::from(folder), runtime })
    }

    pub fn put(&self, place: &str, bytes: Vec<u8>) -> Result<(), FactsError> {
        let path = self.path(place);
        let put = self.runtime.block_on(self.store.put(&path, bytes.into()));
        put.map(drop).map_err(|error| in_store(place, error))
    }

    pub fn get(&self, place: &str) -> Result<Object, FactsError> {
        let path = self.path(place);
        let got = async { self.store.get(&path).await?.bytes().await };
        self.runtime.block_on(got).map_err(|error| in_store(place, error))
    }

    /// The names of all objects in a folder of it.
    pub fn list(&self, folder: &str) -> Result<Vec<String>, FactsError> {
        let path = self.path(folder);
        let listed = self.runtime.block_on(self.store.list_with_delimiter(Some(&path)));
        let listed = listed.map_err(|error| in_store(folder, error))?;
        let name = |object: object_store::ObjectMeta| object.location.filename().map(str::to_owned);
        Ok(listed.objects.into_iter().filter_map(name).collect())
    }

    pub fn remove(&self, place: &str) -> Result<(), FactsError> {
        let path = self.path(place);
        let removed = self.runtime.block_on(self.store.delete(&path));
        removed.map_err(|error| in_store(place, error))
    }

    fn path(&self, place: &str) -> Path {
        place.split('/').fold(self.folder.clone(), Path::join)
    }
}

/// The store's errors know whether an object was not there, as those of a disk
/// do.
fn in_store(name: &str, error: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> FactsError {
    let error = error.into();
    let is_missing = matches!(error.downcast_ref(), Some(object_store::Error::NotFound { .. }));
    let kind = if is_missing { io::ErrorKind::NotFound } else { io::ErrorKind::Other };
    FactsError::Io { name: name.to_owned(), source: io::Error::new(kind, error) }
}
