//! The commands of the record, on both databases.

use std::fs;
use std::io::{BufRead as _, BufReader, Read as _};
use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _};
use std::sync::Arc;

use domain::office::second_factor::{self, DeviceSecret, SealingKey};
use domain::office::staff;
use kernel::FixedClock;
use rstest::rstest;
use store::Db;
use store::db::Place;
use store::log::Actor;
use testkit::record::{Kind, test_time};

use crate::program::Run;
use crate::served::{EMAIL, House, PASSWORD};

#[rstest]
#[case(Kind::Sqlite)]
#[case(Kind::Postgres)]
#[tokio::test]
async fn what_was_answered_is_there_after_the_process_was_killed(#[case] kind: Kind) {
    let Some(house) = House::empty(kind).await else { return };
    house.let_nora_in();
    let mut served = house.serve();
    served.sign_in();
    let added = served.send("/customers/new", "/customers", "name=Thomas+Ashby&kind=person");
    assert!(added.starts_with("HTTP/1.1 303"), "{added}");
    let mut served = served.kill_and_serve_again(&house);
    let list = served.get("/customers");
    assert!(list.starts_with("HTTP/1.1 200") && list.contains("Thomas Ashby"), "{list}");
}

#[rstest]
#[case::ctrl_c("-INT", Kind::Sqlite)]
#[case::service_manager("-TERM", Kind::Sqlite)]
#[case::service_manager_on_postgres("-TERM", Kind::Postgres)]
#[tokio::test]
async fn asked_to_end_it_ends_though_a_page_follows_the_record(
    #[case] signal: &str,
    #[case] kind: Kind,
) {
    let Some(house) = House::empty(kind).await else { return };
    house.let_nora_in();
    let mut served = house.serve();
    served.sign_in();
    let mut followed = BufReader::new(served.ask("GET", "/live", ""));
    let mut status = String::new();
    followed.read_line(&mut status).unwrap();
    assert_eq!(status, "HTTP/1.1 200 OK\r\n");
    let (ended, said) = served.stop(signal);
    assert!(ended.success(), "{said}");
    assert!(!said.contains("not answered"), "{said}");
    let mut rest = String::new();
    followed.read_to_string(&mut rest).unwrap();
    assert!(rest.ends_with("\r\n0\r\n\r\n"), "the stream is told to have ended: {rest}");
}

#[tokio::test]
async fn the_log_names_routes_and_nobody() {
    let house = House::empty(Kind::Sqlite).await.unwrap();
    house.let_nora_in();
    let mut served = house.serve();
    served.sign_in();
    served.get("/customers?q=Whitfield");
    let (_, said) = served.stop("-TERM");
    assert!(said.contains("route=\"/customers\" status=200"), "{said}");
    for personal in ["nora", "Nora", "Whitfield", "horse"] {
        assert!(!said.contains(personal), "{said}");
    }
}

#[tokio::test]
async fn an_address_that_is_taken_is_said_and_the_way_out() {
    let house = House::empty(Kind::Sqlite).await.unwrap();
    let served = house.serve();
    let second = house.run(&["serve", "--listen", served.address(), "--lang", "el"]);
    assert_eq!(second.code(), 1);
    assert!(second.err().contains("χρησιμοποιεί ήδη άλλο πρόγραμμα"), "{}", second.err());
}

#[rstest]
#[case(Kind::Sqlite)]
#[case(Kind::Postgres)]
#[tokio::test]
async fn a_new_password_signs_out_who_had_the_old_one(#[case] kind: Kind) {
    let Some(house) = House::empty(kind).await else { return };
    house.let_nora_in();
    let mut served = house.serve();
    served.sign_in();
    assert!(served.get("/customers").starts_with("HTTP/1.1 200"));
    let reset = house.run_with("another horse battery", &["user", "reset", EMAIL]);
    assert_eq!(reset.code(), 0, "{}", reset.err());
    assert!(!served.get("/customers").starts_with("HTTP/1.1 200"));
}

#[rstest]
#[case::poor_password("short", &["user", "add", EMAIL, "--name", "Nora"], "fewer than 12")]
#[case::no_address(PASSWORD, &["user", "add", "nora", "--name", "Nora"], "“nora” is not an e-mail")]
#[case::no_name(PASSWORD, &["user", "add", EMAIL, "--name", " "], "--name")]
#[case::nobody(PASSWORD, &["user", "reset", "thomas@shop.test"], "perennial user add")]
#[case::no_folder(PASSWORD, &["user", "reset", EMAIL, "--record", "none/a.db"], "none/a.db")]
#[tokio::test]
async fn who_cannot_be_let_in_is_said_with_the_reason(
    #[case] typed: &str,
    #[case] arguments: &[&str],
    #[case] said: &str,
) {
    let house = House::empty(Kind::Sqlite).await.unwrap();
    house.let_nora_in();
    let refused = house.run_with(typed, arguments);
    assert_eq!(refused.code(), 1);
    assert!(refused.err().contains(said), "{}", refused.err());
}

/// An import that no record has.
const NO_IMPORT: &str = "00000000-0000-7000-8000-000000000000";

#[rstest]
#[case::list(&["import", "list"])]
#[case::resume(&["import", "resume", NO_IMPORT])]
#[case::undo(&["import", "undo", NO_IMPORT])]
#[case::discard(&["import", "discard", NO_IMPORT])]
#[case::reset(&["user", "reset", EMAIL])]
#[case::rebuild(&["rebuild", "search"])]
#[case::backup(&["backup"])]
#[tokio::test]
async fn a_slip_in_the_place_of_the_record_makes_none(#[case] arguments: &[&str]) {
    let house = House::empty(Kind::Sqlite).await.unwrap();
    let refused = house.run_with(PASSWORD, &[arguments, &["--record", "shopp.db"]].concat());
    assert_eq!(refused.code(), 1, "{}", refused.err());
    assert!(refused.err().contains("there is no record at shopp.db"), "{}", refused.err());
    assert!(!house.program.folder().join("shopp.db").exists());
}

#[tokio::test]
async fn a_place_that_is_none_is_wrong_usage() {
    let house = House::empty(Kind::Sqlite).await.unwrap();
    let refused = house.run(&["doctor", "--record", "mysql://a@b/c", "--lang", "ru"]);
    assert_eq!(refused.code(), 2);
    assert!(refused.err().contains("не файл и не адрес postgres://"), "{}", refused.err());
}

#[rstest]
#[case(Kind::Sqlite)]
#[case(Kind::Postgres)]
#[tokio::test]
async fn a_backup_brings_back_what_was_and_nothing_that_came_later(#[case] kind: Kind) {
    let Some(house) = House::empty(kind).await else { return };
    house.let_nora_in();
    let taken = house.run(&["backup", "backups"]);
    assert_eq!(taken.code(), 0, "{}", taken.err());
    let path = path_of(&taken);
    assert_eq!(house.run(&["verify", &path]).code(), 0);
    let thomas = ["user", "add", "thomas@shop.test", "--name", "Thomas Ashby"];
    assert_eq!(house.run_with(PASSWORD, &thomas).code(), 0);

    let kept = house.run(&["restore", &path]);
    assert_eq!(kept.code(), 1);
    assert!(kept.err().contains("--replace"), "{}", kept.err());
    let restored = house.run(&["restore", &path, "--replace"]);
    assert_eq!(restored.code(), 0, "{}", restored.err());
    assert_eq!(house.run_with(PASSWORD, &["user", "reset", EMAIL]).code(), 0);
    assert_eq!(house.run_with(PASSWORD, &["user", "reset", "thomas@shop.test"]).code(), 1);
}

/// Where a backup was said to have gone.
fn path_of(taken: &Run) -> String {
    taken.err().trim_end().rsplit(": ").next().unwrap().to_owned()
}

#[tokio::test]
async fn a_backup_that_was_changed_is_not_trusted() {
    let house = House::empty(Kind::Sqlite).await.unwrap();
    house.let_nora_in();
    let taken = house.run(&["backup"]);
    let path = path_of(&taken);
    let manifest = format!("{path}/manifest.json");
    house.program.file(&manifest, house.program.text(&manifest).replace("SQLite", "SQLITE"));
    for command in [&["verify", &path][..], &["restore", &path, "--record", "new.db"]] {
        let refused = house.run(command);
        assert_eq!(refused.code(), 1);
        assert!(refused.err().contains("use another backup"), "{}", refused.err());
    }
    assert!(!house.program.folder().join("new.db").exists());
}

#[tokio::test]
async fn nothing_is_saved_where_there_is_no_record() {
    let house = House::empty(Kind::Sqlite).await.unwrap();
    let refused = house.run(&["backup", "--record", "none.db"]);
    assert_eq!(refused.code(), 1);
    assert!(refused.err().contains("there is no record at none.db"), "{}", refused.err());
    assert!(!house.program.folder().join("none.backups").exists());
    let examined = house.run(&["doctor", "--record", "none.db"]);
    assert!(examined.err().contains("there is no record at none.db"), "{}", examined.err());
}

#[tokio::test]
async fn the_doctor_asks_for_a_backup_until_there_is_one() {
    let house = House::empty(Kind::Sqlite).await.unwrap();
    house.let_nora_in();
    let worried = house.run(&["doctor"]);
    assert_eq!(worried.code(), 1);
    assert!(worried.out().contains("there is no backup. Take one"), "{}", worried.out());
    assert_eq!(house.run(&["backup"]).code(), 0);
    let well = house.run(&["doctor"]);
    assert_eq!(well.code(), 0, "{}", well.out());
    assert!(well.out().contains("Nothing is wrong"), "{}", well.out());
}

#[rstest]
#[case("en", "Nothing is wrong")]
#[case("ru", "всё в порядке")]
#[case("ro", "este în ordine")]
#[case("el", "είναι εντάξει")]
#[case("hy", "կարգին է")]
#[tokio::test]
async fn the_doctor_speaks_the_language_asked_for(#[case] language: &str, #[case] said: &str) {
    let house = House::empty(Kind::Sqlite).await.unwrap();
    house.let_nora_in();
    assert_eq!(house.run(&["backup"]).code(), 0);
    let well = house.run(&["doctor", "--lang", language]);
    assert!(well.out().contains(said), "{}", well.out());
}

/// The secret of RFC 6238, and its code when tests happen.
const DEVICE: &str = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
const CODE: &str = "638952";

/// Nora takes a second factor, sealed with the key in a file.
async fn nora_has_a_device(house: &House, key: &str) {
    let key = SealingKey::read(&house.program.text(key)).unwrap();
    let db = Db::open(&house.place(), Arc::new(FixedClock(test_time()))).await.unwrap();
    let turn_on = async move |tx: &mut store::Tx<'_>| {
        let nora = staff::with_email(tx, EMAIL).await.unwrap().unwrap();
        let device = DeviceSecret::read(DEVICE).unwrap();
        second_factor::turn_on(tx, &key, nora.id, &device, CODE).await.map(drop)
    };
    db.write(Actor::System, turn_on).await.unwrap();
}

#[rstest]
#[case(Kind::Sqlite)]
#[case(Kind::Postgres)]
#[tokio::test]
async fn the_key_of_second_factors_is_its_owners_alone_and_missed_where_it_is_gone(
    #[case] kind: Kind,
) {
    let Some(house) = House::empty(kind).await else { return };
    let key = match house.place() {
        Place::Sqlite(_) => "perennial.key".to_owned(),
        Place::Postgres(options) => format!("{}.key", options.get_database().unwrap()),
    };
    let key = key.as_str();
    house.let_nora_in();
    house.serve().stop("-TERM");
    let file = house.program.folder().join(key);
    assert_eq!(fs::metadata(&file).unwrap().mode() & 0o777, 0o600);
    nora_has_a_device(&house, key).await;
    house.serve().stop("-TERM");
    let refused = |said: &str| {
        let served = house.run(&["serve", "--listen", "127.0.0.1:0"]);
        assert_eq!(served.code(), 1);
        assert!(served.err().contains(said) && served.err().contains(key), "{}", served.err());
    };
    let kept = fs::read_to_string(&file).unwrap();
    fs::set_permissions(&file, fs::Permissions::from_mode(0o644)).unwrap();
    refused("chmod 600");
    fs::remove_file(&file).unwrap();
    refused("perennial user reset EMAIL --second-factor");
    let mut given = house.command(&["serve", "--listen", "127.0.0.1:0"]);
    let given = Run::of(given.env("PERENNIAL_KEY", "1f".repeat(32)));
    assert!(given.err().contains("sealed with another key"), "{}", given.err());
    let reset = ["user", "reset", EMAIL, "--second-factor"];
    assert_eq!(house.run_with(PASSWORD, &reset).code(), 0);
    house.serve().stop("-TERM");
    assert_ne!(fs::read_to_string(&file).unwrap(), kept, "a new one was made");
}

#[tokio::test]
async fn a_folder_means_the_record_in_it() {
    let house = House::empty(Kind::Sqlite).await.unwrap();
    let add = ["user", "add", EMAIL, "--name", "Nora Whitfield", "--data", "shop/"];
    fs::create_dir(house.program.folder().join("shop")).unwrap();
    assert_eq!(house.run_with(PASSWORD, &add).code(), 0);
    assert!(house.program.folder().join("shop/perennial.db").exists());
    for rebuilt in ["counters", "search", "facts"] {
        let made = house.run(&["rebuild", rebuilt, "--data", "shop"]);
        assert_eq!(made.code(), 0, "{}", made.err());
    }
    let taken = house.run(&["backup", "--data", "shop"]);
    assert!(path_of(&taken).contains("shop/perennial.backups"), "{}", taken.err());
}
