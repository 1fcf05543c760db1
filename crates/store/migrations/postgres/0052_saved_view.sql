-- Lists that somebody wants to come back to.
create table saved_view (
    id uuid primary key,
    account uuid not null references account (id),
    name text not null,
    query text not null,
    sort text not null,
    -- Names of columns, with commas between.
    columns text not null,
    shared boolean not null default false,
    removed boolean not null default false,
    -- How many customers it means, and when they were counted.
    customers bigint,
    counted_at timestamptz
);
create index saved_view_of_account on saved_view (account, name);
