-- The people at a customer.
create table contact (
    id blob primary key,
    customer blob not null references customer (id),
    name text not null,
    role text,
    email text,
    phone text,
    note text,
    removed integer not null default 0
) strict;
create index contact_of_customer on contact (customer, id) where not removed;
