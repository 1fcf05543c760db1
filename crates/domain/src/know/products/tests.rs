//! Products, on both databases.

use rstest::rstest;
use store::log::Actor;
use testkit::record::{Kind as Database, TestRecord};

use super::{
    Place, ProductError, ProductId, after, among, of_exact_name, of_name, page, product, rename,
    suggested, undo,
};

struct Shelf {
    record: TestRecord,
}

impl Shelf {
    async fn with(kind: Database, names: &[&str]) -> Option<Self> {
        let shelf = Self { record: TestRecord::empty(kind).await? };
        for name in names {
            shelf.of_name(name).await;
        }
        Some(shelf)
    }

    async fn of_name(&self, name: &str) -> ProductId {
        let name = name.to_owned();
        let add = async move |tx: &mut store::Tx<'_>| of_name(tx, &name).await;
        self.record.db.write(Actor::System, add).await.unwrap().id
    }

    async fn renames(&self, id: ProductId, to: &str) -> Result<bool, ProductError> {
        let to = to.to_owned();
        let write = async move |tx: &mut store::Tx<'_>| rename(tx, id, &to).await;
        self.record.db.write(Actor::System, write).await
    }

    async fn page(&self, beginning: &str, from: Option<Place>) -> super::Page {
        let mut reader = self.record.db.reader().await.unwrap();
        page(&mut reader.snapshot(), beginning, from.as_ref(), 2).await.unwrap()
    }
}

fn names(page: &super::Page) -> Vec<&str> {
    page.rows.iter().map(|product| product.name.as_str()).collect()
}

#[rstest]
#[case::sqlite(Database::Sqlite)]
#[case::postgres(Database::Postgres)]
#[tokio::test]
async fn a_list_of_products_is_gone_through_both_ways(#[case] kind: Database) {
    let names_of_all = ["Rye", "wheat", "Баранки", "Бублик", "rye, sliced"];
    let Some(shelf) = Shelf::with(kind, &names_of_all).await else { return };
    let first = shelf.page("", None).await;
    assert_eq!((names(&first), &first.before), (vec!["Rye", "rye, sliced"], &None));
    let second = shelf.page("", first.after).await;
    assert_eq!(names(&second), ["wheat", "Баранки"]);
    let back = shelf.page("", second.before).await;
    assert_eq!((names(&back), &back.before), (vec!["Rye", "rye, sliced"], &None));
    assert_eq!(names(&shelf.page(" БУ", None).await), ["Бублик"]);
    assert_eq!(shelf.page("х", None).await.rows, []);
    let mut reader = shelf.record.db.reader().await.unwrap();
    let rest = after(&mut reader.snapshot(), Some("WHEAT"), 9).await.unwrap();
    let rest: Vec<&str> = rest.iter().map(|product| product.name.as_str()).collect();
    assert_eq!(rest, ["Баранки", "Бублик"]);
}

#[rstest]
#[case::sqlite(Database::Sqlite)]
#[case::postgres(Database::Postgres)]
#[tokio::test]
async fn of_products_that_are_asked_for_those_come_that_are_there(#[case] kind: Database) {
    let Some(shelf) = Shelf::with(kind, &["Wheat"]).await else { return };
    let rye = shelf.of_name("Rye").await;
    let mut reader = shelf.record.db.reader().await.unwrap();
    let snapshot = &mut reader.snapshot();
    let found = among(snapshot, &[rye, ProductId(uuid::Uuid::nil())]).await.unwrap();
    assert_eq!(found, [product(snapshot, rye).await.unwrap().unwrap()]);
    assert_eq!(among(snapshot, &[]).await.unwrap(), []);
}

#[rstest]
#[case::sqlite(Database::Sqlite)]
#[case::postgres(Database::Postgres)]
#[tokio::test]
async fn a_product_is_renamed_and_called_as_before_again(#[case] kind: Database) {
    let Some(shelf) = Shelf::with(kind, &["Wheat"]).await else { return };
    let id = shelf.of_name("Rye").await;
    assert_eq!(shelf.of_name("RYE").await, id);
    assert!(shelf.renames(id, "  Dark   rye ").await.unwrap());
    assert!(matches!(shelf.renames(id, "WHEAT").await, Err(ProductError::Taken)));
    assert!(matches!(shelf.renames(id, " ").await, Err(ProductError::Refused)));
    let back = async move |tx: &mut store::Tx<'_>| undo(tx, id).await;
    assert!(shelf.record.db.write(Actor::System, back).await.unwrap());
    let mut reader = shelf.record.db.reader().await.unwrap();
    let known = product(&mut reader.snapshot(), id).await.unwrap().unwrap();
    assert_eq!(known.name, "Rye");
}

#[rstest]
#[case::sqlite(Database::Sqlite)]
#[case::postgres(Database::Postgres)]
#[tokio::test]
async fn a_product_is_suggested_by_any_word_of_its_name_as_it_is_called_now(
    #[case] kind: Database,
) {
    let names = ["House espresso", "Espresso cup", "Хлеб ржаной", "Rye, rye bread"];
    let Some(shelf) = Shelf::with(kind, &names).await else { return };
    let suggests = async |begun: &str, limit: u32| -> Vec<String> {
        let mut reader = shelf.record.db.reader().await.unwrap();
        let found = suggested(&mut reader.snapshot(), begun, limit).await.unwrap();
        found.into_iter().map(|product| product.name).collect()
    };
    assert_eq!(suggests(" ESPR", 9).await, ["Espresso cup", "House espresso"]);
    assert_eq!(suggests("espr", 1).await, ["Espresso cup"]);
    assert_eq!(suggests("рж", 9).await, ["Хлеб ржаной"]);
    assert_eq!(suggests("rye", 9).await, ["Rye, rye bread"], "once");
    assert_eq!(suggests("rye b", 9).await, ["Rye, rye bread"]);
    assert_eq!(suggests("spresso", 9).await, Vec::<String>::new());
    assert_eq!(suggests("", 9).await.len(), names.len());
    let id = shelf.of_name("house espresso").await;
    shelf.renames(id, "House filter").await.unwrap();
    assert_eq!(suggests("espr", 9).await, ["Espresso cup"]);
    assert_eq!(suggests("filt", 9).await, ["House filter"]);
}

#[rstest]
#[case::sqlite(Database::Sqlite)]
#[case::postgres(Database::Postgres)]
#[tokio::test]
async fn what_is_written_by_hand_for_a_product_is_that_product(#[case] kind: Database) {
    let Some(shelf) = Shelf::with(kind, &["Screw 4 10"]).await else { return };
    let sencha = shelf.of_name("Sencha 100 g").await;
    for written in ["Sencha 100g", "sencha, 100 g", "SENCHA 100 G", "Sencha 100\u{a0}g"] {
        assert_eq!(shelf.of_name(written).await, sencha, "{written}");
    }
    assert_ne!(shelf.of_name("Sencha 200 g").await, sencha);
    assert_ne!(shelf.of_name("Screw 410").await, shelf.of_name("Screw 4 10").await);
    let import = uuid::Uuid::from_u128(1);
    let bring =
        async move |tx: &mut store::Tx<'_>| of_exact_name(tx, "Sencha 100g", Some(import)).await;
    let shops = shelf.record.db.write(Actor::System, bring).await.unwrap().id;
    assert_ne!(shops, sencha, "a shop may sell the two as two");
    assert_eq!(shelf.of_name("sencha 100G").await, shops, "as it is called goes before");
    shelf.renames(sencha, "Gyokuro 50 g").await.unwrap();
    assert_eq!(shelf.of_name("gyokuro 50g").await, sencha, "as it is called now");
    let mut reader = shelf.record.db.reader().await.unwrap();
    let found = suggested(&mut reader.snapshot(), "Gyokuro 50g", 9).await.unwrap();
    assert_eq!(found.iter().map(|product| product.id).collect::<Vec<_>>(), [sencha]);
}

#[rstest]
#[case::sqlite(Database::Sqlite)]
#[case::postgres(Database::Postgres)]
#[tokio::test]
async fn of_two_that_are_called_the_same_at_once_one_hears_that_it_is_taken(
    #[case] kind: Database,
) {
    let Some(shelf) = Shelf::with(kind, &[]).await else { return };
    let (one, other) = (shelf.of_name("Rye").await, shelf.of_name("Wheat").await);
    let (one, other) = tokio::join!(shelf.renames(one, "Spelt"), shelf.renames(other, "spelt"));
    let is_taken = |done: &Result<bool, _>| matches!(done, Err(ProductError::Taken));
    assert!(is_taken(&one) != is_taken(&other), "{one:?} {other:?}");
    assert!(one.is_ok() != other.is_ok());
}
