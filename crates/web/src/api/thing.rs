//! Single things that programs look at and change: in one way, whatever they
//! are.

use domain::know::contacts::ContactId;
use domain::know::customers::{self, CustomerId};
use domain::know::imports::ImportId;
use domain::know::interactions::InteractionId;
use domain::know::orders::{self, OrderId, ShipmentId};
use domain::know::products::ProductId;
use serde::Serialize;
use store::{Snapshot, StoreError, Tx};
use uuid::Uuid;

use super::{Answer, Error, IfMatch, IfNoneMatch, Once, Program};
use crate::{App, Problem};

/// Something that programs are shown as it is now, and that an id names.
pub trait Thing: Serialize + Send + Sized + 'static {
    /// What names it: its own id, or that of whom it is told.
    type Id: Held;

    /// As it is now.
    ///
    /// # Errors
    /// [`Problem::NotFound`] where it is not there.
    fn present(
        snapshot: &mut Snapshot<'_>,
        id: Self::Id,
    ) -> impl Future<Output = Result<Self, Error>> + Send;
}

/// What names a thing that can be held.
pub trait Held: Copy + Into<Uuid> + Send + 'static {
    /// Has whoever else would change it wait until the transaction ends, in the way
    /// of its room: what a program saw is compared with what then is changed.
    ///
    /// # Errors
    /// Where the database refuses it.
    fn hold(self, tx: &mut Tx<'_>) -> impl Future<Output = Result<(), StoreError>> {
        tx.hold(self.into())
    }
}

impl Held for ContactId {}
impl Held for ImportId {}
impl Held for InteractionId {}
impl Held for ProductId {}

impl Held for CustomerId {
    async fn hold(self, tx: &mut Tx<'_>) -> Result<(), StoreError> {
        customers::hold(tx, &[self]).await
    }
}

impl Held for OrderId {
    async fn hold(self, tx: &mut Tx<'_>) -> Result<(), StoreError> {
        orders::hold(tx, self).await
    }
}

/// With its order, which changes with it.
impl Held for ShipmentId {
    async fn hold(self, tx: &mut Tx<'_>) -> Result<(), StoreError> {
        match orders::shipment(tx, self).await? {
            Some(shipment) => orders::hold(tx, shipment.order_id).await,
            None => Ok(()),
        }
    }
}

/// Answers with a thing, unless the program has it already.
///
/// # Errors
/// Where it is not there.
pub async fn shown<T: Thing>(app: &App, id: T::Id, known: IfNoneMatch) -> Result<Answer, Problem> {
    let mut reader = app.db.reader().await?;
    let thing = T::present(&mut reader.snapshot(), id).await?;
    Ok(known.or(Answer::thing(&thing)?))
}

impl Program {
    /// Changes a thing that nobody has changed since the program saw it, and
    /// answers with what it is then.
    ///
    /// # Errors
    /// Where it is not there or not as the program saw it, and those of the
    /// change.
    pub async fn edit<T: Thing, F>(
        &self,
        app: &App,
        once: Once,
        id: T::Id,
        seen: IfMatch,
        change: F,
    ) -> Result<Answer, Problem>
    where
        F: AsyncFn(&mut Tx<'_>, T) -> Result<(), Error> + Send + 'static,
    {
        let edit = async move |tx: &mut Tx<'_>| {
            id.hold(tx).await?;
            let known = T::present(tx, id).await?;
            seen.admits(&known)?;
            change(tx, known).await?;
            Ok(Answer::thing(&T::present(tx, id).await?)?)
        };
        self.change(app, once, edit).await
    }

    /// Does something with a thing, whatever it is like now, and answers with
    /// what it is then.
    ///
    /// # Errors
    /// Where it is not there, and those of the change.
    pub async fn act<T: Thing, F>(
        &self,
        app: &App,
        once: Once,
        id: T::Id,
        change: F,
    ) -> Result<Answer, Problem>
    where
        F: AsyncFn(&mut Tx<'_>) -> Result<(), Error> + Send + 'static,
    {
        let act = async move |tx: &mut Tx<'_>| {
            change(tx).await?;
            Ok(Answer::thing(&T::present(tx, id).await?)?)
        };
        self.change(app, once, act).await
    }
}
