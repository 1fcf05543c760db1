//! Serves the component page on a port of this machine:
//! `cargo run -p web --example design [PORT]`.

use std::env;
use std::error::Error;
use std::sync::Arc;

use domain::office::second_factor::SealingKey;
use kernel::{Language, SystemClock};
use store::Db;
use store::blobs::Blobs;
use store::db::Place;
use tokio::net::TcpListener;
use web::App;

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let port = env::args().nth(1).map_or(Ok(8080), |port| port.parse())?;
    let folder = tempfile::tempdir()?;
    let db =
        Db::open(&Place::Sqlite(folder.path().join("record.db")), Arc::new(SystemClock)).await?;
    let app = web::app(App {
        blobs: Blobs::new(db.clone(), folder.path().join("files")),
        db,
        language: Language::English,
        is_https: false,
        is_behind_proxy: false,
        key: SealingKey::new()?,
        metrics: web::Metrics::default(),
        tables: Arc::new(()),
    });
    let listener = TcpListener::bind(("127.0.0.1", port)).await?;
    println!("http://127.0.0.1:{port}/design");
    axum::serve(listener, app).await?;
    Ok(())
}
