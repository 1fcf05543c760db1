-- PostgreSQL marks texts with the span of time they are of. The text index here gives
-- its documents in the order of their numbers and needs no mark.
select 1;
