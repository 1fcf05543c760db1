-- Lists that somebody wants to come back to.
create table saved_view (
    id blob primary key,
    account blob not null references account (id),
    name text not null,
    query text not null,
    sort text not null,
    -- Names of columns, with commas between.
    columns text not null,
    shared integer not null default 0,
    removed integer not null default 0,
    -- How many customers it means, and when they were counted.
    customers integer,
    counted_at text
) strict;
create index saved_view_of_account on saved_view (account, name);
