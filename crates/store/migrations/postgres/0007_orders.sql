-- What can be bought; named once, however it is spelt in capitals.
create table product (
    id uuid primary key,
    name text not null,
    sort_name text not null unique
);

-- What was bought ("order" is a word of SQL). Amounts are whole minor units.
create table orders (
    id uuid primary key,
    customer uuid not null references customer (id),
    -- The shop or market it came from; empty where it was written down here.
    source text not null,
    code text,
    placed_at timestamptz not null,
    currency text not null,
    total bigint not null,
    state text not null,
    unique (source, code)
);
create index orders_of_customer on orders (customer, placed_at, id);

create table order_line (
    order_id uuid not null references orders (id),
    position bigint not null,
    product uuid not null references product (id),
    quantity bigint not null,
    unit_price bigint not null,
    primary key (order_id, position)
);
create index order_line_of_product on order_line (product, order_id);

create table shipment (
    id uuid primary key,
    order_id uuid not null references orders (id),
    carrier text not null,
    tracking text,
    shipped_at timestamptz not null,
    delivered_at timestamptz
);
create index shipment_of_order on shipment (order_id, id);
