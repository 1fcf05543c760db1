-- Files that belong to what was written down.
create table attachment (
    id uuid primary key,
    interaction uuid not null references interaction (id),
    position bigint not null,
    -- What it is kept under, as text.
    hash text not null,
    -- What it was called where it came from.
    name text not null,
    size bigint not null,
    sniffed text not null,
    added_at timestamptz not null,
    removed boolean not null default false
);
create index attachment_of on attachment (interaction, position);
