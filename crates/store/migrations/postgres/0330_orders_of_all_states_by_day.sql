-- Orders by day are those of the four states by day, which orders_in_state
-- holds: an index less for each order that comes.
drop index orders_by_day;
