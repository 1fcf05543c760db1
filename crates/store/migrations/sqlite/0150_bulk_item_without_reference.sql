-- An item stays when its customer is no more: it only says whom a change meant.
-- SQLite takes no reference off a table, so the table is made anew.
create table bulk_item_anew (
    bulk blob not null references bulk_edit (id),
    position integer not null,
    customer blob not null,
    changed integer not null default 0,
    was text,
    primary key (bulk, position)
) strict;
insert into bulk_item_anew (bulk, position, customer, changed, was)
    select bulk, position, customer, changed, was from bulk_item;
drop table bulk_item;
alter table bulk_item_anew rename to bulk_item;
