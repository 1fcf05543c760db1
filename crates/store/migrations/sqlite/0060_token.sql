-- What programs show to be let in: only the hash of it.
create table api_token (
    id blob primary key,
    account blob not null references account (id),
    name text not null,
    secret blob not null unique,
    rights text not null,
    created_at text not null,
    expires_at text,
    last_used_at text,
    revoked_at text
) strict;
