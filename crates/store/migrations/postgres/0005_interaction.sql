-- What somebody wrote down about a customer.
create table interaction (
    id uuid primary key,
    customer uuid not null references customer (id),
    author uuid references account (id),
    kind text not null,
    at timestamptz not null,
    text text not null,
    follow_up_on date,
    follow_up_done boolean not null default false,
    removed boolean not null default false
);
create index interaction_of_customer on interaction (customer, at, id);
create index interaction_to_follow on interaction (author, follow_up_on, id)
    where follow_up_on is not null and not follow_up_done and not removed;

-- Who was mentioned in what.
create table mention (
    account uuid not null references account (id),
    interaction uuid not null references interaction (id),
    at timestamptz not null,
    primary key (account, interaction)
);
create index mention_of on mention (account, at, interaction);
