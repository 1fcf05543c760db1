-- How long the review took to make: it rests for a multiple of that.
alter table review add column took_ms integer not null default 0;
