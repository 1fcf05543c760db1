-- Which files hold the facts made from the log. Each generation is a whole of
-- its own, made from the start of the log; one of them counts.
create table fact_generation (
    one bigint primary key check (one = 1),
    live bigint not null,
    -- How many facts were told in all: it grows with each that is.
    told bigint not null
);
insert into fact_generation values (1, 0, 0);

create table fact_file (
    name text primary key,
    generation bigint not null,
    kind text not null,
    rows bigint not null,
    bytes bigint not null,
    is_base boolean not null,
    -- When another took its place: it is kept for a while for those who read it.
    replaced_at timestamptz
);
