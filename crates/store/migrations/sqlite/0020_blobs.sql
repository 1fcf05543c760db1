-- Files, by the SHA-256 of their bytes. A row is made before its file, so that
-- there is never a file nobody knows of; what uses it is kept apart.
create table blob (
    hash blob primary key,
    size integer not null,
    -- What the bytes say they are, as a media type.
    sniffed text not null,
    created_at text not null,
    -- Since when nothing uses it; it is swept a while after.
    unused_since text
) strict;
create index blob_unused on blob (unused_since) where unused_since is not null;

-- What uses a file: a room's kind of thing, and which one.
create table blob_use (
    hash blob not null references blob (hash),
    kind text not null,
    id blob not null,
    primary key (hash, kind, id)
) strict;
create index blob_use_of on blob_use (kind, id);
