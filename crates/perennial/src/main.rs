//! Perennial, the customer retention system: the command line.

fn main() {}
