-- Everything that happened, in the order in which it happened. There is one
-- writer, so `seq` alone is the order and `tx` says nothing here.
create table log (
    seq integer primary key autoincrement,
    tx integer not null default 0,
    at text not null,
    -- Where it stands in a timeline: when it happened, which may be long before
    -- it was written down.
    happened text not null,
    actor text not null,
    actor_id blob,
    kind text not null,
    subject blob not null,
    customer blob,
    body text not null
) strict;
create index log_in_order on log (tx, seq);
create index log_of_customer on log (customer, happened, seq) where customer is not null;
create index log_of_subject on log (subject, seq);

-- How far each reader of the log has come.
create table log_reader (
    name text primary key,
    tx integer not null,
    seq integer not null
) strict;
