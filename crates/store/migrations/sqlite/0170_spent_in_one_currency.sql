-- Customers by what they have spent in one currency. Of a million most may never
-- have bought: they are not in it.
create index customer_by_spent_in on customer (spent_in, spent, id) where spent_in is not null;
