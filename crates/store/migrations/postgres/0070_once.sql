-- What programs asked for under a key of their own, and what they were
-- answered: asked again, it is answered again and not done again.
create table once (
    account uuid not null,
    key text not null,
    -- SHA-256 of what was asked.
    asked bytea not null,
    -- None while it is being done: only the transaction that does it sees that.
    answer text,
    at timestamptz not null,
    primary key (account, key)
);
create index once_by_time on once (at);
