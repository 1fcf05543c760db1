-- Files that arrived with a form that was not taken, for when whoever sent it
-- sends it again.
create table waiting_file (
    id blob primary key,
    account blob not null references account (id),
    name text not null,
    -- What it is kept under, as text.
    hash text not null,
    size integer not null,
    sniffed text not null,
    arrived_at text not null
) strict;
create index waiting_file_by_arrival on waiting_file (arrived_at);

-- Files of orders that somebody sent to be imported, and what was found in them.
create table upload (
    id blob primary key,
    account blob not null references account (id),
    source text not null,
    -- What was said of how they are read, and what was found, as JSON.
    how text not null,
    found text not null,
    state text not null,
    phase text not null,
    done integer not null default 0,
    whole integer not null default 0,
    import blob unique references import (id),
    -- What the table of rows that were not taken is kept under.
    refused text,
    begun_at text not null
) strict;
create index upload_by_begin on upload (begun_at, id);

create table upload_file (
    upload blob not null references upload (id),
    position integer not null,
    name text not null,
    hash text not null,
    size integer not null,
    sniffed text not null,
    primary key (upload, position)
) strict, without rowid;
