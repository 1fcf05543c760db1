-- A part of the files of the open import as it waits to be applied: its
-- customers with their orders, as JSON. Written once and read once.
create table staged_part (
    part integer primary key,
    customers text not null
) strict;

-- What an earlier version has staged cannot be applied any more; nothing of it
-- was ever seen.
update import set state = 'discarded', open = null, ended_at = started_at where open = 1;
drop table staged_line;
drop table staged_order;
drop table staged_customer;

-- The import that made it, where one did.
alter table product add column import blob;
