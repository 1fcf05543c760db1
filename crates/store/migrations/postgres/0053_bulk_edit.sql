-- Changes of many customers at once.
create table bulk_edit (
    id uuid primary key,
    account uuid not null references account (id),
    -- Whom it meant, as a query; empty where they were ticked.
    query text not null,
    -- What was to become different, as JSON.
    change text not null,
    state text not null,
    -- How far the customers meant have been noted: the last of them.
    noted_to text,
    customers bigint not null,
    done bigint not null default 0,
    changed bigint not null default 0,
    created_at timestamptz not null
);

-- Each customer of such a change, and what was there before.
create table bulk_item (
    bulk uuid not null references bulk_edit (id),
    position bigint not null,
    customer uuid not null references customer (id),
    changed boolean not null default false,
    was text,
    primary key (bulk, position)
);
