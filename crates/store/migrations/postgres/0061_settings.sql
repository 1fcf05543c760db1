-- How the business is set up: one row, or none while all is as it came.
create table settings (
    one integer primary key check (one = 1),
    version bigint not null,
    body text not null
);
