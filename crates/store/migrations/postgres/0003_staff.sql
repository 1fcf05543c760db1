-- The people who work here.
create table account (
    id uuid primary key,
    email text not null unique,
    name text not null,
    role text not null,
    password text,
    language text,
    locked_out boolean not null default false,
    created_at timestamptz not null
);

-- Who is signed in: only the hash of what the browser holds.
create table session (
    secret bytea primary key,
    account uuid not null references account (id),
    agent text not null,
    created_at timestamptz not null,
    expires_at timestamptz not null
);
create index session_of_account on session (account);
create index session_by_end on session (expires_at);

-- Sign-ins that failed lately, by account and by network address.
create table sign_in_failure (
    of text not null,
    at timestamptz not null
);
create index sign_in_failure_of on sign_in_failure (of, at);
create index sign_in_failure_by_time on sign_in_failure (at);
