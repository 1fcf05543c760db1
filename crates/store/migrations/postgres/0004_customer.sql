-- Who the customers are: one column for each field that can be known.
create table customer (
    id uuid primary key,
    version bigint not null,
    name text not null,
    -- The name in lower case: what lists are sorted by.
    sort_name text collate "C" not null,
    kind text,
    code text unique,
    owner uuid references account (id),
    email text,
    phone text,
    language text,
    channel text,
    country text,
    city text,
    marketing text,
    why_us text,
    found_us text,
    brought text,
    thanked text,
    leaving text,
    preferences text,
    added_at timestamptz not null,
    -- When something last happened with them.
    seen_at timestamptz not null
);
create index customer_by_name on customer (sort_name, id);
create index customer_by_added on customer (added_at, id);
create index customer_by_seen on customer (seen_at, id);
create index customer_of_owner on customer (owner, seen_at, id);
