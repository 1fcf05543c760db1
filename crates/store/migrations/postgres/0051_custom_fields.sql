-- Fields of customers that the business made up itself.
create table custom_field (
    id uuid primary key,
    -- The word that stands for it in queries and in the API.
    key text not null unique,
    name text not null,
    kind text not null,
    -- What can be chosen, as a JSON list.
    choices text not null,
    position bigint not null,
    removed boolean not null default false
);

create table custom_value (
    customer uuid not null references customer (id),
    field uuid not null references custom_field (id),
    value text not null,
    -- The value in a form whose bytes stand in the order of what they mean.
    sort_value text collate "C" not null,
    primary key (customer, field)
);
create index custom_value_of_field on custom_value (field, sort_value, customer);
