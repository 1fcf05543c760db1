//! What the commands of the record themselves cannot do.

use std::io;
use std::net::SocketAddr;

use store::StoreError;

/// What the commands of the record themselves cannot do.
#[derive(Debug, thiserror::Error)]
pub enum RecordError {
    /// The record cannot be opened.
    #[error("cannot open the record at {place}")]
    CannotOpen {
        /// Where it is.
        place: String,
        /// What its database says.
        source: StoreError,
    },
    /// There is none to be saved.
    #[error("there is no record at {place}; name it with --record")]
    NoRecord {
        /// Where it was to be.
        place: String,
    },
    /// Nobody can be listened to there.
    #[error("cannot listen at {address}")]
    CannotListen {
        /// The address.
        address: SocketAddr,
        /// What the system says.
        source: io::Error,
    },
    /// How the files were read cannot be understood any more.
    #[error("this import cannot be resumed: discard it and import the files again")]
    CannotResume,
    /// A password was typed twice, differently.
    #[error("the two passwords differ; nothing was changed")]
    PasswordsDiffer,
    /// No password could be taken in.
    #[error("cannot read the password")]
    NoPassword(#[source] io::Error),
}
