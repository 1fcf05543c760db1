-- The people at a customer.
create table contact (
    id uuid primary key,
    customer uuid not null references customer (id),
    name text not null,
    role text,
    email text,
    phone text,
    note text,
    removed boolean not null default false
);
create index contact_of_customer on contact (customer, id) where not removed;
