-- Something sealed with the key of the record: a process that has another one
-- seals nothing.
create table sealing_key (
    id bigint primary key check (id = 1),
    sealed bytea not null
);
