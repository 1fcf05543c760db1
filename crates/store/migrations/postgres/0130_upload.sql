-- Files that arrived with a form that was not taken, for when whoever sent it
-- sends it again.
create table waiting_file (
    id uuid primary key,
    account uuid not null references account (id),
    name text not null,
    -- What it is kept under, as text.
    hash text not null,
    size bigint not null,
    sniffed text not null,
    arrived_at timestamptz not null
);
create index waiting_file_by_arrival on waiting_file (arrived_at);

-- Files of orders that somebody sent to be imported, and what was found in them.
create table upload (
    id uuid primary key,
    account uuid not null references account (id),
    source text not null,
    -- What was said of how they are read, and what was found, as JSON.
    how text not null,
    found text not null,
    state text not null,
    phase text not null,
    done bigint not null default 0,
    whole bigint not null default 0,
    import uuid unique references import (id),
    -- What the table of rows that were not taken is kept under.
    refused text,
    begun_at timestamptz not null
);
create index upload_by_begin on upload (begun_at, id);

create table upload_file (
    upload uuid not null references upload (id),
    position bigint not null,
    name text not null,
    hash text not null,
    size bigint not null,
    sniffed text not null,
    primary key (upload, position)
);
