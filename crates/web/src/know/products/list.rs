//! The list of products.

use askama::Template;
use axum::extract::{Query, State};
use domain::know::products::{self, COUNTED, Place, Product, ProductId};
use serde::Deserialize;

use crate::components::{Empty, Pager, Tab, Tabs, icon};
use crate::know::orders::list as orders;
use crate::routes::with_query;
use crate::{App, Frame, Page, Problem, Reader};

/// Rows of a page.
const ROWS: u32 = 50;
/// Where the list is.
const LIST: &str = "/products";

/// The page.
#[derive(Template)]
#[template(path = "know/products/list.html")]
pub struct List {
    frame: Frame,
    tabs: Tabs,
    typed: String,
    rows: Vec<Row>,
    pager: Pager,
    empty: Option<Empty>,
}

/// A product, and its orders.
struct Row {
    product: Product,
    orders: String,
    /// How many they are: "12", "1,000+".
    count: String,
}

/// What is asked for.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    q: String,
    after: Option<String>,
    before: Option<String>,
}

impl Asked {
    fn place(&self) -> Option<Place> {
        let place =
            |name: &Option<String>, backwards| name.clone().map(|name| Place { name, backwards });
        place(&self.after, false).or_else(|| place(&self.before, true))
    }
}

/// `GET /products`
///
/// # Errors
/// Where the database cannot be reached.
pub async fn show(
    State(app): State<App>,
    frame: Frame,
    Query(asked): Query<Asked>,
) -> Result<Page<List>, Problem> {
    let reader = frame.reader;
    let place = asked.place();
    let mut connection = app.db.reader().await?;
    let page = products::page(&mut connection.snapshot(), &asked.q, place.as_ref(), ROWS).await?;
    let ids: Vec<ProductId> = page.rows.iter().map(|product| product.id).collect();
    let counted = products::orders_with(&mut connection.snapshot(), &ids).await?;
    let row = |product: Product| {
        let count = counted.get(&product.id).copied().unwrap_or(0);
        let more = if count < COUNTED { "" } else { "+" };
        Row {
            orders: orders::with_product(product.id),
            count: format!("{}{more}", reader.phrases.integer(count)),
            product,
        }
    };
    let link = |name, place: &Place| with_query(LIST, [("q", &asked.q), (name, &place.name)]);
    Ok(Page(List {
        tabs: tabs(reader, LIST),
        empty: page.rows.is_empty().then(|| empty(reader, &asked.q)),
        pager: Pager {
            shown: String::new(),
            previous: page.before.as_ref().map(|place| link("before", place)),
            next: page.after.as_ref().map(|place| link("after", place)),
            phrases: reader.phrases,
        },
        rows: page.rows.into_iter().map(row).collect(),
        typed: asked.q,
        frame,
    }))
}

/// Orders and products, of which one is shown.
pub(in crate::know) fn tabs(reader: Reader, shown: &str) -> Tabs {
    let tab = |key, href: &str| Tab {
        name: reader.say(key),
        href: href.to_owned(),
        count: None,
        is_current: href == shown,
    };
    Tabs {
        label: reader.say("frame-orders"),
        tabs: vec![tab("frame-orders", orders::LIST), tab("products", LIST)],
    }
}

fn empty(reader: Reader, typed: &str) -> Empty {
    if !typed.trim().is_empty() {
        return Empty::none_such(reader.phrases, LIST);
    }
    Empty {
        icon: icon("order"),
        title: reader.say("products-empty"),
        words: reader.say("products-empty.words"),
        fill: None,
        or: None,
    }
}
