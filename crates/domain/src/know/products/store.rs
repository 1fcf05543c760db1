//! The SQL of products.

use store::db::Sql;
use store::{Snapshot, StoreError, Tx, listed};
use uuid::Uuid;

use super::rules::{after_all_that_begin, plain_name, tails};
use super::{COUNTED, Place, Product, ProductId};

/// False where the name is another product's already.
pub async fn insert(
    tx: &mut Tx<'_>,
    new: &Product,
    import: Option<Uuid>,
) -> Result<bool, StoreError> {
    let added = tx
        .query(
            "insert into product (id, name, sort_name, plain_name, import)
             values ($1, $2, $3, $4, $5) on conflict do nothing",
        )
        .bind(new.id)
        .bind(new.name.as_str())
        .bind(new.name.to_lowercase())
        .bind(plain_name(&new.name))
        .bind(import)
        .execute()
        .await?;
    if added == 1 {
        insert_tails(tx, new.id, &new.name).await?;
    }
    Ok(added == 1)
}

async fn insert_tails(tx: &mut Tx<'_>, id: ProductId, name: &str) -> Result<(), StoreError> {
    for tail in tails(&name.to_lowercase()) {
        tx.query("insert into product_tail (product, tail) values ($1, $2)")
            .bind(id)
            .bind(tail)
            .execute()
            .await?;
    }
    Ok(())
}

/// Nobody buys or renames what an import brought until the transaction ends.
pub async fn hold_brought(tx: &mut Tx<'_>, import: Uuid) -> Result<(), StoreError> {
    let all = "select 1 from product where import = $1";
    tx.hold_rows(all, |statement| statement.bind(import)).await
}

/// Removes the products of an import that stand in no order and of which the log
/// knows no more than that they were added: the first that come after one. By
/// the indexes `order_line_of_product` and `log_of_subject`.
pub async fn remove_unused(
    tx: &mut Tx<'_>,
    import: Uuid,
    after: ProductId,
    limit: u32,
) -> Result<Vec<Product>, StoreError> {
    tx.query(
        "delete from product where id in (
            select p.id from product p
            where p.import = $1 and p.id > $2
                and not exists (select 1 from order_line l where l.product = p.id)
                and not exists (select 1 from log l
                                where l.subject = p.id and l.kind <> 'product.added')
            order by p.id limit $3)
         returning id, name",
    )
    .bind(import)
    .bind(after)
    .bind(i64::from(limit))
    .all()
    .await
}

pub async fn rename(tx: &mut Tx<'_>, id: ProductId, to: &str) -> Result<(), StoreError> {
    tx.query("update product set name = $2, sort_name = $3, plain_name = $4 where id = $1")
        .bind(id)
        .bind(to)
        .bind(to.to_lowercase())
        .bind(plain_name(to))
        .execute()
        .await?;
    tx.query("delete from product_tail where product = $1").bind(id).execute().await?;
    insert_tails(tx, id, to).await
}

/// By the primary key.
pub async fn product(
    snapshot: &mut Snapshot<'_>,
    id: ProductId,
) -> Result<Option<Product>, StoreError> {
    snapshot.query("select id, name from product where id = $1").bind(id).optional().await
}

/// By the primary keys.
pub async fn among(
    snapshot: &mut Snapshot<'_>,
    ids: &[ProductId],
) -> Result<Vec<Product>, StoreError> {
    snapshot
        .query(store::among!("select id, name from product where id", "$1", ""))
        .bind(listed(ids))
        .all()
        .await
}

/// By the unique index of `product.sort_name`.
pub async fn of_name(
    snapshot: &mut Snapshot<'_>,
    name: &str,
) -> Result<Option<Product>, StoreError> {
    snapshot
        .query("select id, name from product where sort_name = $1")
        .bind(name.to_lowercase())
        .optional()
        .await
}

/// The first that was added of those with the same plain name. By the index
/// `product_by_plain_name`.
pub async fn of_plain_name(
    snapshot: &mut Snapshot<'_>,
    name: &str,
) -> Result<Option<Product>, StoreError> {
    snapshot
        .query("select id, name from product where plain_name = $1 order by id limit 1")
        .bind(plain_name(name))
        .optional()
        .await
}

/// Products whose plain name begins as this one does; none where that is empty.
/// By the index `product_by_plain_name`.
pub async fn with_plain_name(
    snapshot: &mut Snapshot<'_>,
    beginning: &str,
    limit: u32,
) -> Result<Vec<Product>, StoreError> {
    let beginning = plain_name(beginning);
    let Some(end) = after_all_that_begin(&beginning) else { return Ok(Vec::new()) };
    snapshot
        .query(
            "select id, name from product where plain_name >= $1 and plain_name < $2
             order by plain_name, id",
        )
        .bind(beginning)
        .bind(end)
        .at_most(limit)
        .all()
        .await
}

/// Products of whose name a word but the first begins so, with what follows; none
/// where nothing is asked for. By the index `product_tail_by_text`.
pub async fn with_tail(
    snapshot: &mut Snapshot<'_>,
    beginning: &str,
    limit: u32,
) -> Result<Vec<Product>, StoreError> {
    let Some(end) = after_all_that_begin(beginning) else { return Ok(Vec::new()) };
    snapshot
        .query(
            "select p.id, p.name from product_tail t join product p on p.id = t.product
             where t.tail >= $1 and t.tail < $2 order by t.tail, t.product",
        )
        .bind(beginning)
        .bind(end)
        .at_most(limit)
        .all()
        .await
}

/// In how many orders products are, counted no further than [`COUNTED`]. By the
/// index `order_line_of_product`.
pub async fn orders_with(
    snapshot: &mut Snapshot<'_>,
    ids: &[ProductId],
) -> Result<Vec<(ProductId, i64)>, StoreError> {
    snapshot
        .query(store::among!(
            "select p.id, (select count(*) from (
                select distinct l.order_id from order_line l
                where l.product = p.id limit $2) as some_of)
             from product p where p.id",
            "$1",
            ""
        ))
        .bind(listed(ids))
        .bind(i64::from(COUNTED))
        .all()
        .await
}

/// By the unique index of `product.sort_name`.
pub async fn page(
    snapshot: &mut Snapshot<'_>,
    beginning: &str,
    from: Option<&Place>,
    limit: u32,
) -> Result<Vec<Product>, StoreError> {
    let backwards = from.is_some_and(|place| place.backwards);
    let (comparison, direction) = if backwards { ("<", "desc") } else { (">", "asc") };
    let mut conditions = vec!["sort_name >= $1".to_owned()];
    let mut texts = vec![beginning.to_owned()];
    for (operator, text) in
        [("<", after_all_that_begin(beginning)), (comparison, from.map(|place| place.name.clone()))]
    {
        if let Some(text) = text {
            texts.push(text);
            conditions.push(format!("sort_name {operator} ${}", texts.len()));
        }
    }
    let mut statement = snapshot.query(Sql::Composed(format!(
        "select id, name from product where {} order by sort_name {direction}",
        conditions.join(" and ")
    )));
    for text in texts {
        statement = statement.bind(text);
    }
    statement.at_most(limit).all().await
}

#[cfg(test)]
mod tests {
    use rstest::rstest;
    use store::log::Actor;
    use testkit::record::{Kind, TestRecord};

    use super::*;

    const NAMES: [&str; 9] = [
        "Sencha, 100 g",
        "SENCHA 100g",
        "Screw 4 10 20 M 3",
        "Screw 4, 10 , 2",
        "Earl\u{2010}\u{2011}\u{2012}\u{2013}\u{2014}\u{2212}Grey",
        "Baker\u{2018}\u{2019}\u{2bc}s",
        "“Мёд” „Липа“ «10×20»",
        "Milk 1,5 l",
        "0 1 2 3 4 5 6 7 8 9 0 a",
    ];

    fn migration(kind: Kind) -> &'static str {
        match kind {
            Kind::Sqlite => {
                include_str!("../../../../store/migrations/sqlite/0361_plain_names_of_products.sql")
            }
            Kind::Postgres => include_str!(
                "../../../../store/migrations/postgres/0361_plain_names_of_products.sql"
            ),
        }
    }

    #[rstest]
    #[case::sqlite(Kind::Sqlite)]
    #[case::postgres(Kind::Postgres)]
    #[tokio::test]
    async fn the_migration_fills_in_plain_names_as_they_are_kept(#[case] kind: Kind) {
        let Some(record) = TestRecord::empty(kind).await else { return };
        let fill = async move |tx: &mut Tx<'_>| {
            for name in NAMES {
                let new = Product { id: tx.new_id(), name: name.to_owned() };
                assert!(insert(tx, &new, None).await?, "{name}");
            }
            tx.query("update product set plain_name = ''").execute().await?;
            for step in migration(kind).split(';').filter(|step| step.contains("update product")) {
                tx.query(Sql::Composed(step.to_owned())).execute().await?;
            }
            let filled: Vec<(String, String)> =
                tx.query("select name, plain_name from product").all().await?;
            Ok::<_, StoreError>(filled)
        };
        let filled = record.db.write(Actor::System, fill).await.unwrap();
        assert_eq!(filled.len(), NAMES.len());
        for (name, plain) in filled {
            assert_eq!(plain, plain_name(&name), "{name}");
        }
    }
}
