-- By how much the latest entry of the log stands behind later ones: none where
-- it never was more than an hour.
create table log_lateness (
    id integer primary key check (id = 1),
    seconds integer not null
) strict;
