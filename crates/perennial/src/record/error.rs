//! What the commands of the record themselves cannot do.

use std::io;
use std::net::SocketAddr;
use std::path::PathBuf;

use domain::know::imports::ImportId;
use store::StoreError;

/// What the commands of the record themselves cannot do.
#[derive(Debug, thiserror::Error)]
pub enum RecordError {
    /// The record cannot be opened.
    #[error("cannot open the record at {place}")]
    CannotOpen {
        /// Where it is.
        place: String,
        /// The same, as it is named after a command.
        record: String,
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
    /// Another import is to be ended first.
    #[error(
        "another import is open; finish it with `perennial import resume {id}{record}`, \
         or give it up with `perennial import discard {id}{record}`"
    )]
    AnotherIsOpen {
        /// Which.
        id: ImportId,
        /// The record, as it is named after a command.
        record: String,
    },
    /// There is no import to go on with.
    #[error("no import was broken off; `perennial import list{record}` shows what was imported")]
    NothingBrokenOff {
        /// The record, as it is named after a command.
        record: String,
    },
    /// How the files were read cannot be understood any more.
    #[error("this import cannot be resumed: discard it and import the files again")]
    CannotResume,
    /// The program that serves the record goes on with it.
    #[error("this import was sent from a browser: it goes on by itself while the record is served")]
    GoesOnByItself,
    /// The environment has something else in place of a key.
    #[error("PERENNIAL_KEY is no key: give it the 64 digits of the key, or unset it")]
    NoKeyGiven,
    /// The file of the key cannot be used.
    #[error("cannot use {}", file.display())]
    KeyUnread {
        /// Which.
        file: PathBuf,
        /// What the system says.
        source: io::Error,
    },
    /// Others may read the key.
    #[error("others may read {}: make it its owner's alone (chmod 600)", file.display())]
    KeyOpen {
        /// Where it is.
        file: PathBuf,
    },
    /// The file holds something else.
    #[error("{} holds no key: put back the file that was there", file.display())]
    NoKey {
        /// Which.
        file: PathBuf,
    },
    /// Secrets are sealed, and their key is gone.
    #[error(
        "the key of the second factors is not at {}: put it back, or name it in PERENNIAL_KEY; \
         if it is lost, `perennial user reset EMAIL --second-factor` for each who has one",
        file.display()
    )]
    KeyMissing {
        /// Where it was to be.
        file: PathBuf,
    },
    /// Secrets were sealed with another key.
    #[error(
        "the second factors were sealed with another key than that at {} or in PERENNIAL_KEY: \
         put theirs back; if it is lost, `perennial user reset EMAIL --second-factor` for each",
        file.display()
    )]
    OtherKey {
        /// Where it was to be.
        file: PathBuf,
    },
    /// A password was typed twice, differently.
    #[error("the two passwords differ; nothing was changed")]
    PasswordsDiffer,
    /// No password could be taken in.
    #[error("cannot read the password")]
    NoPassword(#[source] io::Error),
}
