//! The works: what is measured, on which data, by whom.

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::postgres::Server;
use crate::{command, workspace};

/// Something to be done, by ourselves and by others.
#[derive(Debug)]
pub struct Work {
    /// What it is called on the command line.
    pub name: &'static str,
    /// Whether it takes minutes and is measured only when named.
    pub is_long: bool,
    /// Who does it.
    pub who: &'static [Who],
}

/// One who does a work.
#[derive(Debug)]
pub struct Who {
    /// `perennial`, or the name of the peer.
    pub name: &'static str,
    program: Program,
    /// In these, `{name}` stands for the file of that data, `{out}` for a file
    /// to write, `{postgres}` for an empty database.
    arguments: &'static [&'static str],
}

#[derive(Debug)]
enum Program {
    /// The product itself.
    Perennial,
    /// Ours, in process: `benches/workloads`.
    Workloads,
    /// A peer's script in `benches/peers`.
    Peer,
    /// A program of the system.
    System(&'static str),
}

/// Stands for an empty database.
const POSTGRES: &str = "{postgres}";

/// Made by `benches/workloads`, once, and kept: name, file, how.
const DATA: [(&str, &str, &[&str]); 5] = [
    ("orders-10m", "orders-10m.csv", &["orders", "10000000"]),
    ("orders-100m", "orders-100m.csv", &["orders", "100000000"]),
    ("shop-1m", "shop-1m.csv", &["shop", "1000000"]),
    ("bg-nbd-1m", "bg-nbd-1m.csv", &["histories", "bg-nbd", "1000000"]),
    ("pareto-nbd-1m", "pareto-nbd-1m.csv", &["histories", "pareto-nbd", "1000000"]),
];

/// Every work, quick ones first.
pub const WORKS: [Work; 10] = [
    Work {
        name: "fit-bg-nbd",
        is_long: false,
        who: &[
            workload("perennial", &["fit", "bg-nbd", "{bg-nbd-1m}"]),
            peer("lifetimes", &["lifetimes_fit.py", "bg-nbd", "{bg-nbd-1m}"]),
        ],
    },
    Work {
        name: "fit-pareto-nbd",
        is_long: false,
        who: &[
            workload("perennial", &["fit", "pareto-nbd", "{pareto-nbd-1m}"]),
            peer("lifetimes", &["lifetimes_fit.py", "pareto-nbd", "{pareto-nbd-1m}"]),
        ],
    },
    Work {
        name: "fit-bg-nbd-10m",
        is_long: false,
        who: &[workload("perennial", &["fit-cohorts", "10000000"])],
    },
    Work {
        name: "demo",
        is_long: false,
        who: &[Who {
            name: "perennial",
            program: Program::Perennial,
            arguments: &["demo", "--no-serve", "-o", "{out}"],
        }],
    },
    Work {
        name: "read",
        is_long: false,
        who: &[Who {
            name: "wc",
            program: Program::System("wc"),
            arguments: &["-l", "{orders-10m}"],
        }],
    },
    Work {
        name: "summary",
        is_long: false,
        who: &[
            workload("perennial", &["summary", "{orders-10m}"]),
            peer("duckdb", &["duckdb_summary.py", "{orders-10m}"]),
            peer("datafusion", &["datafusion_summary.py", "{orders-10m}"]),
            peer("polars", &["polars_summary.py", "{orders-10m}"]),
        ],
    },
    Work {
        name: "review",
        is_long: false,
        who: &[Who {
            name: "perennial",
            program: Program::Perennial,
            arguments: &["review", "{orders-10m}", "-o", "{out}.json"],
        }],
    },
    Work {
        name: "import",
        is_long: false,
        who: &[
            Who {
                name: "perennial",
                program: Program::Perennial,
                arguments: &["import", "orders", "{shop-1m}", "--record", "{out}.db"],
            },
            peer("sqlite3", &["sqlite_import.py", "{shop-1m}"]),
        ],
    },
    Work {
        name: "import-postgres",
        is_long: false,
        who: &[
            Who {
                name: "perennial",
                program: Program::Perennial,
                arguments: &["import", "orders", "{shop-1m}", "--record", "{postgres}"],
            },
            peer("psql", &["psql_copy.py", "{shop-1m}", "{postgres}"]),
        ],
    },
    Work {
        name: "review-100m",
        is_long: true,
        who: &[Who {
            name: "perennial",
            program: Program::Perennial,
            arguments: &["review", "{orders-100m}", "--memory", "2GiB", "-o", "{out}.json"],
        }],
    },
];

const fn workload(name: &'static str, arguments: &'static [&'static str]) -> Who {
    Who { name, program: Program::Workloads, arguments }
}

const fn peer(name: &'static str, arguments: &'static [&'static str]) -> Who {
    Who { name, program: Program::Peer, arguments }
}

/// Where works are done.
pub struct Ground {
    /// The folder of the data.
    pub cache: PathBuf,
    /// The peers' Python; `None` where they are not measured.
    pub python: Option<PathBuf>,
    /// A server for those who need one, where there is one.
    pub postgres: Option<Server>,
}

impl Work {
    /// Whether somebody needs a server for it.
    pub fn needs_postgres(&self) -> bool {
        self.who.iter().any(Who::needs_postgres)
    }
}

impl Who {
    fn needs_postgres(&self) -> bool {
        self.arguments.contains(&POSTGRES)
    }
}

impl Ground {
    /// The command that does the work, its data made and nothing there that an
    /// earlier run wrote; `None` for a peer where peers are not measured, and
    /// where there is no server for who needs one.
    ///
    /// # Errors
    /// Where the data cannot be made.
    pub fn command(&self, work: &Work, who: &Who) -> Result<Option<impl Fn() -> Command + use<>>> {
        let out = self.cache.join(format!("{}-out", work.name));
        if who.needs_postgres() && self.postgres.is_none() {
            return Ok(None);
        }
        let server = self.postgres.as_ref().filter(|_| who.needs_postgres()).map(Server::url);
        let mut words: Vec<OsString> = Vec::new();
        for argument in who.arguments {
            words.push(self.filled_in(argument, &out)?);
        }
        let program: OsString = match who.program {
            Program::Perennial => release("perennial")?.into(),
            Program::Workloads => release("workloads")?.into(),
            Program::System(name) => name.into(),
            Program::Peer => {
                let Some(python) = &self.python else { return Ok(None) };
                let script = workspace::root().join("benches/peers").join(&words[0]);
                words[0] = script.into();
                python.into()
            }
        };
        Ok(Some(move || {
            clear_away(&out, server.as_deref());
            let mut command = command::program(&program);
            command.args(&words);
            command
        }))
    }

    fn filled_in(&self, argument: &str, out: &Path) -> Result<OsString> {
        if let Some(ending) = argument.strip_prefix("{out}") {
            let mut path = out.as_os_str().to_owned();
            path.push(ending);
            return Ok(path);
        }
        if argument == POSTGRES {
            let server = self.postgres.as_ref().context("there is no PostgreSQL")?;
            return Ok(server.url_of("bench").into());
        }
        match argument.strip_prefix('{').and_then(|name| name.strip_suffix('}')) {
            Some(name) => Ok(self.data(name)?.into()),
            None => Ok(argument.into()),
        }
    }

    /// The file of this data, made where it is not there yet.
    fn data(&self, name: &str) -> Result<PathBuf> {
        let Some((_, file, how)) = DATA.iter().find(|(known, ..)| *known == name) else {
            bail!("no data is called {name}");
        };
        let path = self.cache.join(file);
        if !path.exists() {
            // Renamed at the end, so that half a file is never measured.
            let half = self.cache.join(format!("{file}.half"));
            command::run(command::program(release("workloads")?).args(*how).arg(&half))?;
            fs::rename(&half, &path).with_context(|| format!("cannot name {}", path.display()))?;
        }
        Ok(path)
    }
}

/// Removes the files that begin like `out`, and what is in the database. What
/// cannot be removed the run itself will stumble over.
fn clear_away(out: &Path, server: Option<&str>) {
    let name = out.file_name().unwrap_or_default().to_string_lossy().into_owned();
    for file in out.parent().and_then(|folder| fs::read_dir(folder).ok()).into_iter().flatten() {
        let Ok(file) = file else { continue };
        let is_of_out = file.file_name().to_string_lossy().starts_with(&format!("{name}."));
        if is_of_out && file.path().is_file() {
            let _ = fs::remove_file(file.path());
        }
    }
    if let Some(server) = server {
        let mut psql = command::program("psql");
        psql.args(["--quiet", "--no-psqlrc", server]);
        psql.args(["-c", "drop database if exists bench", "-c", "create database bench"]);
        let _ = psql.status();
    }
}

/// A program of ours as `cargo build --release` left it.
pub fn release(name: &str) -> Result<PathBuf> {
    let metadata =
        command::output(&mut command::cargo(&["metadata", "--format-version", "1", "--no-deps"]))?;
    let metadata: serde_json::Value = serde_json::from_str(&metadata)?;
    let target = metadata["target_directory"].as_str().context("cargo names no target folder")?;
    Ok(Path::new(target).join("release").join(name))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_made(word: &str) -> bool {
        word.starts_with("{out}") || word == POSTGRES
    }

    fn ground() -> Ground {
        Ground { cache: PathBuf::from("cache"), python: None, postgres: None }
    }

    #[test]
    fn data_that_does_not_exist_is_an_error() {
        assert!(ground().filled_in("{orders-of-magnitude}", Path::new("out")).is_err());
    }

    #[test]
    fn every_work_uses_data_there_is_and_a_script_there_is() {
        for who in WORKS.iter().flat_map(|work| work.who) {
            for argument in who.arguments.iter().filter(|word| !is_made(word)) {
                if let Some(name) = argument.strip_prefix('{').and_then(|a| a.strip_suffix('}')) {
                    assert!(DATA.iter().any(|(known, ..)| *known == name), "{name}");
                }
            }
            if matches!(who.program, Program::Peer) {
                let script = workspace::root().join("benches/peers").join(who.arguments[0]);
                assert!(script.is_file(), "{}", script.display());
            }
        }
    }

    #[test]
    fn output_goes_beside_the_data() {
        let filled = ground().filled_in("{out}.json", Path::new("cache/review-out")).unwrap();
        assert_eq!(filled, "cache/review-out.json");
    }

    #[test]
    fn peers_are_left_out_where_there_is_no_python() {
        const WORK: Work = Work { name: "w", is_long: false, who: &[peer("someone", &["a.py"])] };
        assert!(ground().command(&WORK, &WORK.who[0]).unwrap().is_none());
    }
}
