-- Work to be done later. A job that is done is gone; one that failed for the
-- last time stays, with its error, until somebody decides.
create table job (
    id uuid primary key,
    kind text not null,
    payload text not null,
    -- At most one waiting job has a key: what is asked for twice is done once.
    key text unique,
    run_at timestamptz not null,
    attempts integer not null default 0,
    lease uuid,
    lease_until timestamptz,
    given_up_at timestamptz,
    last_error text,
    created_at timestamptz not null
);
create index job_next on job (run_at, id) where given_up_at is null;
create index job_given_up on job (given_up_at, id) where given_up_at is not null;
