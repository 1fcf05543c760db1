-- Files brought into the record. At most one is open: still being staged, or
-- staged and not applied.
create table import (
    id blob primary key,
    source text not null,
    -- As they were named, and how they are read: enough to go on.
    files text not null,
    reading text not null,
    state text not null,
    open integer unique,
    -- How many parts of the files are staged.
    parts integer not null,
    counts text not null,
    started_at text not null,
    ended_at text
) strict;
create index import_by_start on import (started_at, id);

-- Rows that were not taken, and why.
create table import_reject (
    import blob not null references import (id),
    position integer not null,
    file text not null,
    line integer not null,
    "column" text,
    value text not null,
    reason text not null,
    primary key (import, position)
) strict, without rowid;

-- What an import put where nothing was known.
create table import_fill (
    import blob not null references import (id),
    customer blob not null,
    field text not null,
    value text not null,
    primary key (import, customer, field)
) strict;

-- Who a customer is in a source.
create table customer_source (
    source text not null,
    code text not null,
    customer blob not null references customer (id),
    primary key (source, code)
) strict;
create index customer_source_of on customer_source (customer);

-- The open import's customers, orders and lines, which nobody sees before it is
-- applied.
create table staged_customer (
    position integer primary key,
    id blob not null,
    known integer not null default 0,
    code text not null,
    own_code text not null,
    name text not null,
    sort_name text not null,
    email text,
    country text,
    seen_at text not null,
    event text not null
) strict;

create table staged_order (
    id blob not null,
    buyer integer not null,
    position integer not null,
    code text not null,
    placed_at text not null,
    currency text not null,
    total integer not null,
    state text not null,
    primary key (buyer, position)
) strict, without rowid;

create table staged_line (
    order_id blob not null,
    position integer not null,
    product blob not null,
    quantity integer not null,
    unit_price integer not null
) strict;

-- The import that made them, where one did.
alter table customer add column import blob;
alter table orders add column import blob;
