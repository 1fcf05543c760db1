-- Which files hold the facts made from the log. Each generation is a whole of
-- its own, made from the start of the log; one of them counts.
create table fact_generation (
    one integer primary key check (one = 1),
    live integer not null,
    -- How many facts were told in all: it grows with each that is.
    told integer not null
) strict;
insert into fact_generation values (1, 0, 0);

create table fact_file (
    name text primary key,
    generation integer not null,
    kind text not null,
    rows integer not null,
    bytes integer not null,
    is_base integer not null,
    -- When another took its place: it is kept for a while for those who read it.
    replaced_at text
) strict;
