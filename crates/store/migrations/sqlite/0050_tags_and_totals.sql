-- What a customer has bought, kept in step with the log: how many orders, those
-- called off left out, and what those in the currency of the last come to.
alter table customer add column orders integer not null default 0;
alter table customer add column spent integer not null default 0;
alter table customer add column spent_in text;
create index customer_by_spent on customer (spent, id);
create index customer_by_orders on customer (orders, id);
create index customer_of_city on customer (city, id) where city is not null;
create index customer_of_country on customer (country, id) where country is not null;

-- Words that customers are marked with, in lower case.
create table tag (
    name text primary key
) strict;

create table customer_tag (
    customer blob not null references customer (id),
    tag text not null references tag (name),
    primary key (customer, tag)
) strict, without rowid;
create index customer_of_tag on customer_tag (tag, customer);
