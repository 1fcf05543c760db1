-- Links that sign somebody in once: only the hash of what they hold.
create table sign_in_link (
    secret blob primary key,
    account blob not null references account (id),
    expires_at text not null
) strict;
create index sign_in_link_of_account on sign_in_link (account);
create index sign_in_link_by_end on sign_in_link (expires_at);
