-- What programs show to be let in: only the hash of it.
create table api_token (
    id uuid primary key,
    account uuid not null references account (id),
    name text not null,
    secret bytea not null unique,
    rights text not null,
    created_at timestamptz not null,
    expires_at timestamptz,
    last_used_at timestamptz,
    revoked_at timestamptz
);
