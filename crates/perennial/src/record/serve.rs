//! `perennial serve`: the pages, until somebody stops it.

use std::net::SocketAddr;

use anyhow::{Context as _, Result};
use domain::office::staff;
use phrases::Phrases;
use store::Db;
use tokio::net::TcpListener;
use tokio::signal::unix::{SignalKind, signal};
use web::App;

use super::arguments::ServeArguments;
use super::{on_runtime, open};
use crate::{Outcome, writing};

/// Serves the record until the process is asked to end; pages being answered
/// then are answered.
///
/// # Errors
/// Where the record cannot be opened or the port is taken.
pub fn run(arguments: &ServeArguments, phrases: Phrases) -> Result<Outcome> {
    on_runtime(async {
        let db = open(&arguments.at.record).await?;
        let listener = TcpListener::bind(arguments.listen).await;
        let listener =
            listener.with_context(|| format!("cannot listen on {}", arguments.listen))?;
        say_where(&listener, &db, phrases).await?;
        let app = web::app(App {
            db,
            language: phrases.language(),
            is_https: arguments.behind_proxy,
            is_behind_proxy: arguments.behind_proxy,
        });
        let service = app.into_make_service_with_connect_info::<SocketAddr>();
        let asked_to_end = asked_to_end()?;
        axum::serve(listener, service).with_graceful_shutdown(asked_to_end).await?;
        Ok(Outcome::Done)
    })
}

async fn say_where(listener: &TcpListener, db: &Db, phrases: Phrases) -> Result<()> {
    let address = format!("http://{}", listener.local_addr()?);
    writing::tell(&phrases.say_with("serve-at", &[("address", address.into())]));
    let nobody = staff::everybody(&mut db.reader().await?.snapshot()).await?.is_empty();
    if nobody {
        writing::tell(&phrases.say("serve-nobody"));
    }
    Ok(())
}

/// Ends with Ctrl-C, and with the signal service managers send.
fn asked_to_end() -> Result<impl Future<Output = ()>> {
    let mut interrupt = signal(SignalKind::interrupt())?;
    let mut terminate = signal(SignalKind::terminate())?;
    Ok(async move {
        tokio::select! {
            _ = interrupt.recv() => {}
            _ = terminate.recv() => {}
        }
    })
}
