-- SQLite has no such index: there the number of an entry alone is its place.
comment on index log_in_order is 'followed by the readers of the log';
