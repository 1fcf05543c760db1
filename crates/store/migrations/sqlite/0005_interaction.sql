-- What somebody wrote down about a customer.
create table interaction (
    id blob primary key,
    customer blob not null references customer (id),
    author blob references account (id),
    kind text not null,
    at text not null,
    text text not null,
    follow_up_on text,
    follow_up_done integer not null default 0,
    removed integer not null default 0
) strict;
create index interaction_of_customer on interaction (customer, at, id);
create index interaction_to_follow on interaction (author, follow_up_on, id)
    where follow_up_on is not null and not follow_up_done and not removed;

-- Who was mentioned in what.
create table mention (
    account blob not null references account (id),
    interaction blob not null references interaction (id),
    at text not null,
    primary key (account, interaction)
) strict;
create index mention_of on mention (account, at, interaction);
