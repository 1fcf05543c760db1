-- Files that belong to what was written down.
create table attachment (
    id blob primary key,
    interaction blob not null references interaction (id),
    position integer not null,
    -- What it is kept under, as text.
    hash text not null,
    -- What it was called where it came from.
    name text not null,
    size integer not null,
    sniffed text not null,
    added_at text not null,
    removed integer not null default 0
) strict;
create index attachment_of on attachment (interaction, position);
