-- Links that sign somebody in once: only the hash of what they hold.
create table sign_in_link (
    secret bytea primary key,
    account uuid not null references account (id),
    expires_at timestamptz not null
);
create index sign_in_link_of_account on sign_in_link (account);
create index sign_in_link_by_end on sign_in_link (expires_at);
