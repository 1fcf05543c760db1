-- A new cluster (a restore, a major upgrade) counts transactions from the
-- start again: what was counted before is added, so that the log's order holds.
create table log_epoch (counted_before bigint not null);
insert into log_epoch values (0);

create function log_tx() returns bigint stable language sql
    return pg_current_xact_id()::text::bigint + (select counted_before from log_epoch);

-- The oldest transaction that may still write: the log below it is complete.
create function log_horizon() returns bigint stable language sql
    return pg_snapshot_xmin(pg_current_snapshot())::text::bigint
        + (select counted_before from log_epoch);

-- Everything that happened. Transactions commit in another order than they take
-- numbers, so the order is (tx, seq), and complete only below the horizon.
create table log (
    seq bigint generated always as identity primary key,
    tx bigint not null default log_tx(),
    at timestamptz not null,
    -- Where it stands in a timeline: when it happened, which may be long before
    -- it was written down.
    happened timestamptz not null,
    actor text not null,
    actor_id uuid,
    kind text not null,
    subject uuid not null,
    customer uuid,
    body text not null
);
create index log_in_order on log (tx, seq);
create index log_of_customer on log (customer, happened, seq) where customer is not null;
create index log_of_subject on log (subject, seq);

-- How far each reader of the log has come.
create table log_reader (
    name text primary key,
    tx bigint not null,
    seq bigint not null
);
