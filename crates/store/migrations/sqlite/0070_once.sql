-- What programs asked for under a key of their own, and what they were
-- answered: asked again, it is answered again and not done again.
create table once (
    account blob not null,
    key text not null,
    -- SHA-256 of what was asked.
    asked blob not null,
    -- None while it is being done: only the transaction that does it sees that.
    answer text,
    at text not null,
    primary key (account, key)
) strict;
create index once_by_time on once (at);
