-- What can be found. The number of a document counts backwards in time, so
-- that every index gives the newest first.
create table search_document (
    doc bigint primary key,
    kind text not null,
    id uuid not null,
    customer uuid,
    at timestamptz not null,
    label text not null,
    -- All keys of the document, each between spaces.
    keys text not null,
    -- The beginning of what it says, to show where words stand.
    excerpt text not null,
    unique (kind, id)
);

-- Spellings and sounds of names, e-mail addresses, phone numbers, codes; in the
-- order of their bytes, so that what begins alike stands together.
create table search_key (
    key text collate "C" not null,
    doc bigint not null,
    primary key (key, doc)
);

-- The sounds of all names, and in how many documents each is.
create table search_name (
    sound text collate "C" primary key,
    docs bigint not null
);

-- Hashes of what sounds become when letters are left out.
create table search_deletion (
    hash bigint not null,
    sound text collate "C" not null,
    primary key (hash, sound)
);

-- The words of documents, as the program cut and stemmed them.
create table search_text (
    doc bigint primary key,
    tokens tsvector not null
);
-- Without a list of pending entries, which every search would have to read
-- through.
create index search_text_tokens on search_text using gin (tokens) with (fastupdate = off);
