//! The migrations are part of the program: one that is new makes it anew.

fn main() {
    println!("cargo::rerun-if-changed=migrations");
}
