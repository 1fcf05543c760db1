-- On SQLite the number of an entry alone is its place: readers follow the
-- primary key.
drop index log_in_order;
