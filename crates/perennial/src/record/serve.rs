//! `perennial serve`: the pages, until somebody stops it.

use std::net::SocketAddr;
use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;

use anyhow::Result;
use domain::office::links;
use domain::office::staff::{self, AccountId};
use phrases::Phrases;
use store::Db;
use store::blobs::Blobs;
use store::jobs::Worker;
use store::log::Actor;
use tokio::net::TcpListener;
use tokio::signal::unix::{SignalKind, signal};
use tokio::sync::watch;
use tokio::time::timeout;
use web::App;

use super::arguments::ServeArguments;
use super::background::Background;
use super::facts::Folder;
use super::review::makes_reviews;
use super::tables::TemporaryTables;
use super::uploads::reads_uploads;
use super::{RecordError, key, log, on_runtime, open};
use crate::{Outcome, writing};

/// So long a request that was being answered may still take; service managers
/// kill after ten seconds or more.
const GRACE: Duration = Duration::from_secs(8);

/// Serves the record until the process is asked to end; what was being
/// answered then is answered.
///
/// # Errors
/// Where the record cannot be opened or the port is taken.
pub fn run(arguments: &ServeArguments, phrases: Phrases) -> Result<Outcome> {
    serve(arguments, None, phrases)
}

/// The same, and says a link that signs somebody in.
///
/// # Errors
/// Those of [`run`].
pub fn run_for(who: AccountId, arguments: &ServeArguments, phrases: Phrases) -> Result<Outcome> {
    serve(arguments, Some(who), phrases)
}

fn serve(arguments: &ServeArguments, who: Option<AccountId>, phrases: Phrases) -> Result<Outcome> {
    log::begin(arguments.log);
    on_runtime(async {
        let asked_to_end = asked_to_end()?;
        let db = open(&arguments.whole.at.record).await?;
        let key = key::of_record(&db, &arguments.key_file()).await?;
        let listener = listen(arguments.listen).await?;
        say_where(&listener, &db, who, phrases).await?;
        let blobs = Blobs::new(db.clone(), arguments.whole.record().blobs);
        let worker = worker(&db, &blobs, arguments)?;
        let beside = Background::begin(&db, worker, !arguments.no_review);
        let app = App {
            blobs,
            db,
            language: phrases.language(),
            is_https: arguments.behind_proxy,
            is_behind_proxy: arguments.behind_proxy,
            key,
            metrics: web::Metrics::default(),
            tables: Arc::new(TemporaryTables),
        };
        until_asked(listener, app, asked_to_end).await?;
        beside.end().await?;
        Ok(Outcome::Done)
    })
}

/// Does the jobs of the record.
fn worker(db: &Db, blobs: &Blobs, arguments: &ServeArguments) -> Result<Worker> {
    let worker = reads_uploads(blobs.swept_by(domain::jobs::worker(db)), db, blobs);
    if arguments.no_review {
        return Ok(worker);
    }
    let folder = Folder::at(&arguments.facts_folder())?;
    let place = arguments.whole.at.record.to_string();
    Ok(makes_reviews(worker, db, &folder, &place))
}

async fn listen(address: SocketAddr) -> Result<TcpListener, RecordError> {
    let listener = TcpListener::bind(address).await;
    listener.map_err(|source| RecordError::CannotListen { address, source })
}

async fn say_where(
    listener: &TcpListener,
    db: &Db,
    who: Option<AccountId>,
    phrases: Phrases,
) -> Result<()> {
    let address = format!("http://{}", listener.local_addr()?);
    if let Some(who) = who {
        let link =
            db.write(Actor::System, async move |tx| links::make(tx, who).await).await?.reveal();
        let link = format!("{address}/sign-in/link/{link}");
        writing::tell(&phrases.say_with("serve-link", &[("link", link.into())]));
        return Ok(());
    }
    writing::tell(&phrases.say_with("serve-at", &[("address", address.into())]));
    let nobody = staff::everybody(&mut db.reader().await?.snapshot()).await?.is_empty();
    if nobody {
        writing::tell(&phrases.say("serve-nobody"));
    }
    Ok(())
}

/// Takes no more requests once asked to end, ends the streams, and waits for
/// what is being answered, but not for a client that never takes its answer.
async fn until_asked(
    listener: TcpListener,
    app: App,
    asked_to_end: impl Future<Output = ()>,
) -> Result<()> {
    let (end, is_ending) = watch::channel(false);
    let web = web::ending_streams(web::app(app), is_ending.clone());
    let service = web.into_make_service_with_connect_info::<SocketAddr>();
    let serving = axum::serve(listener, service).with_graceful_shutdown(ending(is_ending));
    let mut serving = pin!(serving.into_future());
    tokio::select! {
        served = &mut serving => return Ok(served?),
        () = asked_to_end => {}
    }
    end.send_replace(true);
    if let Ok(served) = timeout(GRACE, serving).await {
        served?;
    } else {
        tracing::warn!("ended although requests were not answered yet");
    }
    Ok(())
}

async fn ending(mut is_ending: watch::Receiver<bool>) {
    // A sender that is gone asks as well.
    let _ = is_ending.wait_for(|is_ending| *is_ending).await;
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
