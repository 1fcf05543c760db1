-- What can be found. The number of a document counts backwards in time, so
-- that every index gives the newest first.
create table search_document (
    doc integer primary key,
    kind text not null,
    id blob not null,
    customer blob,
    at text not null,
    label text not null,
    -- All keys of the document, each between spaces.
    keys text not null,
    -- The beginning of what it says, to show where words stand.
    excerpt text not null,
    unique (kind, id)
) strict;

-- Spellings and sounds of names, e-mail addresses, phone numbers, codes.
create table search_key (
    key text not null,
    doc integer not null,
    primary key (key, doc)
) strict, without rowid;

-- The sounds of all names, and in how many documents each is.
create table search_name (
    sound text primary key,
    docs integer not null
) strict, without rowid;

-- Hashes of what sounds become when letters are left out.
create table search_deletion (
    hash integer not null,
    sound text not null,
    primary key (hash, sound)
) strict, without rowid;

-- The words of documents, as the program cut and stemmed them: this tokenizer
-- parts them at spaces and does nothing else.
create virtual table search_text using fts5 (
    tokens,
    content = '',
    contentless_delete = 1,
    tokenize = "ascii tokenchars '='"
);
