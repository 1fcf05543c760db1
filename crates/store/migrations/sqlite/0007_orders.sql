-- What can be bought; named once, however it is spelt in capitals.
create table product (
    id blob primary key,
    name text not null,
    sort_name text not null unique
) strict;

-- What was bought ("order" is a word of SQL). Amounts are whole minor units.
create table orders (
    id blob primary key,
    customer blob not null references customer (id),
    -- The shop or market it came from; empty where it was written down here.
    source text not null,
    code text,
    placed_at text not null,
    currency text not null,
    total integer not null,
    state text not null,
    unique (source, code)
) strict;
create index orders_of_customer on orders (customer, placed_at, id);

create table order_line (
    order_id blob not null references orders (id),
    position integer not null,
    product blob not null references product (id),
    quantity integer not null,
    unit_price integer not null,
    primary key (order_id, position)
) strict;
create index order_line_of_product on order_line (product, order_id);

create table shipment (
    id blob primary key,
    order_id blob not null references orders (id),
    carrier text not null,
    tracking text,
    shipped_at text not null,
    delivered_at text
) strict;
create index shipment_of_order on shipment (order_id, id);
