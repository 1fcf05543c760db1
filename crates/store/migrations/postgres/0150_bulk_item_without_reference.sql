-- An item stays when its customer is no more: it only says whom a change meant.
alter table bulk_item drop constraint bulk_item_customer_fkey;
