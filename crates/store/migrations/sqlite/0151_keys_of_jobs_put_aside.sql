-- A job that is put aside keeps its key, for when it is tried again; others may
-- wait under it meanwhile. SQLite takes no constraint off a table, so the table
-- is made anew.
create table job_anew (
    id blob primary key,
    kind text not null,
    payload text not null,
    -- At most one waiting job has a key: what is asked for twice is done once.
    key text,
    run_at text not null,
    attempts integer not null default 0,
    lease blob,
    lease_until text,
    given_up_at text,
    last_error text,
    created_at text not null
) strict;
insert into job_anew (id, kind, payload, key, run_at, attempts, lease, lease_until, given_up_at,
    last_error, created_at)
    select id, kind, payload, key, run_at, attempts, lease, lease_until, given_up_at, last_error,
        created_at
    from job;
drop table job;
alter table job_anew rename to job;
create index job_next on job (run_at, id) where given_up_at is null;
create index job_given_up on job (given_up_at, id) where given_up_at is not null;
create unique index job_waiting_under on job (key) where given_up_at is null;
