-- Files brought into the record. At most one is open: still being staged, or
-- staged and not applied.
create table import (
    id uuid primary key,
    source text not null,
    -- As they were named, and how they are read: enough to go on.
    files text not null,
    reading text not null,
    state text not null,
    open bigint unique,
    -- How many parts of the files are staged.
    parts bigint not null,
    counts text not null,
    started_at timestamptz not null,
    ended_at timestamptz
);
create index import_by_start on import (started_at, id);

-- Rows that were not taken, and why.
create table import_reject (
    import uuid not null references import (id),
    position bigint not null,
    file text not null,
    line bigint not null,
    "column" text,
    value text not null,
    reason text not null,
    primary key (import, position)
);

-- What an import put where nothing was known.
create table import_fill (
    import uuid not null references import (id),
    customer uuid not null,
    field text not null,
    value text not null,
    primary key (import, customer, field)
);

-- Who a customer is in a source.
create table customer_source (
    source text not null,
    code text not null,
    customer uuid not null references customer (id),
    primary key (source, code)
);
create index customer_source_of on customer_source (customer);

-- The open import's customers, orders and lines, which nobody sees before it is
-- applied.
create table staged_customer (
    position bigint primary key,
    id uuid not null,
    known boolean not null default false,
    code text not null,
    own_code text not null,
    name text not null,
    sort_name text not null,
    email text,
    country text,
    seen_at timestamptz not null,
    event text not null
);

create table staged_order (
    id uuid not null,
    buyer bigint not null,
    position bigint not null,
    code text not null,
    placed_at timestamptz not null,
    currency text not null,
    total bigint not null,
    state text not null,
    primary key (buyer, position)
);

create table staged_line (
    order_id uuid not null,
    position bigint not null,
    product uuid not null,
    quantity bigint not null,
    unit_price bigint not null
);

-- The import that made them, where one did.
alter table customer add column import uuid;
alter table orders add column import uuid;
