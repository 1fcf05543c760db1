//! Writes the made-up reviews as pages, one for each language, to look at:
//! `cargo run -p review --features example --example page -- DIRECTORY`.

use std::error::Error;
use std::path::PathBuf;
use std::{env, fs};

use kernel::Language;
use review::figures::example;

fn main() -> Result<(), Box<dyn Error>> {
    let directory = env::args().nth(1).map_or_else(|| PathBuf::from("."), PathBuf::from);
    fs::create_dir_all(&directory)?;
    for (name, review) in [("rich", example::rich()), ("sparse", example::sparse())] {
        for language in Language::ALL {
            let page = review::html::render(&review, language)?;
            let path = directory.join(format!("{name}-{language}.html"));
            fs::write(&path, page)?;
            println!("{}", path.display());
        }
    }
    Ok(())
}
