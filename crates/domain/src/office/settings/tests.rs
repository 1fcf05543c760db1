//! What is set and taken back, on both databases.

use kernel::Language;
use rstest::rstest;
use store::Db;
use store::log::{Actor, Before};
use testkit::record::{Kind, TestRecord};
use uuid::Uuid;

use super::{
    Business, Calendar, Change, Holiday, Refused, Region, ReviewTerms, SUBJECT, Setting, Settings,
    SettingsChanged, SettingsError, Tier, change, read, undo,
};

async fn known(db: &Db) -> Settings {
    let mut reader = db.reader().await.unwrap();
    read(&mut reader.snapshot()).await.unwrap()
}

async fn set(db: &Db, who: Actor, to: Change) -> Result<bool, SettingsError> {
    let version = known(db).await.version;
    db.write(who, async move |tx| change(tx, version, to.clone()).await).await
}

fn called(name: &str) -> Change {
    Change::Business(Business { name: name.into(), colour: None })
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn what_is_set_is_read_and_stands_in_the_log(#[case] kind: Kind) {
    let Some(TestRecord { db, .. }) = &TestRecord::empty(kind).await else { return };
    assert_eq!(known(db).await, Settings::default());
    assert!(set(db, Actor::System, called(" Rye & Oven ")).await.unwrap());
    assert!(!set(db, Actor::System, called("Rye & Oven")).await.unwrap(), "it is so already");
    let region = Region {
        main_language: Some(Language::Armenian),
        languages: vec![Language::Greek, Language::Russian, Language::Greek],
        currency: "AMD".parse().ok(),
        time_zone: "Asia/Yerevan".parse().unwrap(),
    };
    assert!(set(db, Actor::System, Change::Region(region)).await.unwrap());
    let settings = known(db).await;
    assert_eq!((settings.business.name.as_str(), settings.version), ("Rye & Oven", 2));
    assert_eq!(settings.region.main_language, Some(Language::Armenian));
    assert_eq!(settings.region.languages, [Language::Greek, Language::Russian]);
    assert_eq!(settings.region.time_zone.name(), "Asia/Yerevan");
    let mut reader = db.reader().await.unwrap();
    let history = reader.snapshot().history_of(SUBJECT, Before::default(), 9).await.unwrap();
    let first = history[1].event::<SettingsChanged>().unwrap().unwrap();
    assert_eq!((first.from, first.to), (called(""), called("Rye & Oven")));
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn who_changed_something_takes_it_back_unless_it_has_changed_since(#[case] kind: Kind) {
    let Some(TestRecord { db, .. }) = &TestRecord::empty(kind).await else { return };
    let (anna, levon) = (Actor::Staff(Uuid::from_u128(1)), Actor::Staff(Uuid::from_u128(2)));
    let back = async |who| db.write(who, async |tx| undo(tx).await).await.unwrap();
    set(db, anna, called("Rye")).await.unwrap();
    set(db, levon, Change::Review(ReviewTerms { horizon_months: 6, ..Default::default() }))
        .await
        .unwrap();
    assert!(back(anna).await, "what a colleague set elsewhere does not matter");
    assert_eq!(known(db).await.business.name, "");
    assert_eq!(known(db).await.review.horizon_months, 6);
    set(db, anna, called("Rye")).await.unwrap();
    set(db, levon, called("Oven")).await.unwrap();
    assert!(!back(anna).await);
    assert_eq!(known(db).await.business.name, "Oven");
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn in_another_currency_tiers_begin_at_the_same_numbers(#[case] kind: Kind) {
    let Some(TestRecord { db, .. }) = &TestRecord::empty(kind).await else { return };
    let anna = Actor::Staff(Uuid::from_u128(1));
    let in_currency =
        |code: &str| Change::Region(Region { currency: code.parse().ok(), ..Region::default() });
    let from = async || known(db).await.tiers[0].spent_a_year;
    set(db, anna, in_currency("EUR")).await.unwrap();
    set(db, anna, Change::Tiers { tiers: vec![tier("Gold", 50_000)] }).await.unwrap();
    set(db, anna, in_currency("AMD")).await.unwrap();
    assert_eq!(from().await, 50_000, "500 drams");
    set(db, anna, in_currency("JPY")).await.unwrap();
    assert_eq!(from().await, 500, "a yen has no smaller unit");
    assert!(db.write(anna, async |tx| undo(tx).await).await.unwrap());
    assert_eq!(from().await, 50_000);
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn nobody_writes_over_what_a_colleague_set_meanwhile(#[case] kind: Kind) {
    let Some(TestRecord { db, .. }) = &TestRecord::empty(kind).await else { return };
    set(db, Actor::System, called("Rye")).await.unwrap();
    let late = db.write(Actor::System, async |tx| change(tx, 0, called("Oven")).await).await;
    assert!(matches!(late, Err(SettingsError::ChangedSince)));
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn of_two_who_change_at_once_one_hears_of_the_other(#[case] kind: Kind) {
    let Some(TestRecord { db, .. }) = &TestRecord::empty(kind).await else { return };
    let sets =
        |to: Change| db.write(Actor::System, async move |tx| change(tx, 0, to.clone()).await);
    let terms = ReviewTerms { horizon_months: 6, ..Default::default() };
    let (one, other) = tokio::join!(sets(called("Rye")), sets(Change::Review(terms.clone())));
    let is_refused = |done: &Result<bool, _>| matches!(done, Err(SettingsError::ChangedSince));
    assert!(is_refused(&one) != is_refused(&other), "{one:?} {other:?}");
    let settings = known(db).await;
    assert_eq!(settings.version, 1);
    assert_eq!(settings.business.name == "Rye", one.is_ok());
    assert_eq!(settings.review == terms, other.is_ok());
}

fn tier(name: &str, spent_a_year: i64) -> Tier {
    Tier { name: name.into(), spent_a_year }
}

#[rstest]
#[case(
    Change::Business(Business { name: String::new(), colour: "#ffd400".parse().ok() }),
    Setting::Colour
)]
#[case(called(&"a".repeat(81)), Setting::Name)]
#[case(Change::Tiers { tiers: vec![tier("Gold", 10), tier("gold", 20)] }, Setting::Tiers)]
#[case(Change::Tiers { tiers: vec![tier("Silver", 10), tier("Gold", 10)] }, Setting::Tiers)]
#[case(Change::Review(ReviewTerms { gold_percent: 50, ..Default::default() }), Setting::Gold)]
#[case(Change::Review(ReviewTerms { lost_after: Some(0), ..Default::default() }), Setting::LostAfter)]
fn what_makes_no_sense_is_refused(#[case] change: Change, #[case] setting: Setting) {
    let Err(SettingsError::Refused(refused)) = super::rules::checked(change) else {
        panic!("it was taken");
    };
    assert_eq!(refused[0].0, setting);
}

#[test]
fn a_pale_colour_is_answered_with_one_that_reads() {
    let pale = Business { name: String::new(), colour: "#ffd400".parse().ok() };
    let Err(SettingsError::Refused(refused)) = super::rules::checked(Change::Business(pale)) else {
        panic!("it was taken");
    };
    let [(Setting::Colour, Refused::TooPale { instead })] = refused[..] else { panic!() };
    let dark = Business { name: String::new(), colour: Some(instead) };
    assert!(super::rules::checked(Change::Business(dark)).is_ok());
}

#[test]
fn tiers_and_holidays_are_kept_in_order() {
    let tiers = vec![tier("Gold", 100_000), tier(" Bronze ", 0)];
    let Ok(Change::Tiers { tiers }) = super::rules::checked(Change::Tiers { tiers }) else {
        panic!("it was refused");
    };
    assert_eq!(tiers[0].name, "Bronze");
    let holiday = |on: &str, name: &str| Holiday { on: on.parse().unwrap(), name: name.into() };
    let holidays = vec![
        holiday("2026-12-25", "Christmas"),
        holiday("2026-03-06", " Friday off\n"),
        holiday("2026-12-25", "the same day again"),
    ];
    let Ok(Change::Calendar(calendar)) =
        super::rules::checked(Change::Calendar(Calendar { holidays, ..Calendar::default() }))
    else {
        panic!("it was refused");
    };
    let kept = [holiday("2026-03-06", "Friday off"), holiday("2026-12-25", "Christmas")];
    assert_eq!(calendar.holidays, kept);
}

#[test]
fn a_business_is_closed_at_weekends_and_on_holidays_alone() {
    let day = |text: &str| text.parse().unwrap();
    let holidays = vec![Holiday { on: day("2026-03-06"), name: String::new() }];
    let calendar = Calendar { holidays, ..Calendar::default() };
    let is_open = |text: &str| calendar.first_open(day(text)) == day(text);
    assert!(is_open("2026-03-05"));
    assert!(!is_open("2026-03-06"), "a holiday");
    assert!(!is_open("2026-03-07"), "a Saturday");
    assert!(!is_open("2026-03-08"), "a Sunday");
    assert!(is_open("2026-03-09"), "a Monday");
    assert!(is_open("2026-03-13"), "a Friday like others");
    let after_all = calendar.first_open(day("2026-03-06"));
    assert_eq!(after_all, day("2026-03-09"), "a holiday before a weekend");
}

#[test]
fn a_business_that_never_opens_has_no_day_to_wait_for() {
    let day = "2026-03-06".parse().unwrap();
    let never = Calendar { hours: [None; 7], holidays: Vec::new() };
    assert_eq!(never.first_open(day), day);
}
