-- Changes of many customers at once.
create table bulk_edit (
    id blob primary key,
    account blob not null references account (id),
    -- Whom it meant, as a query; empty where they were ticked.
    query text not null,
    -- What was to become different, as JSON.
    change text not null,
    state text not null,
    -- How far the customers meant have been noted: the last of them.
    noted_to text,
    customers integer not null,
    done integer not null default 0,
    changed integer not null default 0,
    created_at text not null
) strict;

-- Each customer of such a change, and what was there before.
create table bulk_item (
    bulk blob not null references bulk_edit (id),
    position integer not null,
    customer blob not null references customer (id),
    changed integer not null default 0,
    was text,
    primary key (bulk, position)
) strict;
