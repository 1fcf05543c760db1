-- Fields of customers that the business made up itself.
create table custom_field (
    id blob primary key,
    -- The word that stands for it in queries and in the API.
    key text not null unique,
    name text not null,
    kind text not null,
    -- What can be chosen, as a JSON list.
    choices text not null,
    position integer not null,
    removed integer not null default 0
) strict;

create table custom_value (
    customer blob not null references customer (id),
    field blob not null references custom_field (id),
    value text not null,
    -- The value in a form whose bytes stand in the order of what they mean.
    sort_value text not null,
    primary key (customer, field)
) strict, without rowid;
create index custom_value_of_field on custom_value (field, sort_value, customer);
