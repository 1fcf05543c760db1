//! What we say to people.
