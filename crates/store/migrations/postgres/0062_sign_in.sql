-- Sessions get a name by which they can be ended without their secret; whoever
-- is signed in signs in again.
drop table session;
create table session (
    secret bytea primary key,
    id uuid not null unique,
    account uuid not null references account (id),
    agent text not null,
    created_at timestamptz not null,
    expires_at timestamptz not null
);
create index session_of_account on session (account);
create index session_by_end on session (expires_at);

-- The second factor of those who have one: the secret their device shares, and
-- the last 30 seconds whose code was used.
create table second_factor (
    account uuid primary key references account (id),
    secret bytea not null,
    used_step bigint not null
);

-- What lets them in without the device, each once: only hashes.
create table recovery_code (
    secret bytea primary key,
    account uuid not null references account (id)
);
create index recovery_code_of_account on recovery_code (account);

-- Whose password was right and whose code is still to come.
create table second_step (
    secret bytea primary key,
    account uuid not null references account (id),
    expires_at timestamptz not null
);
create index second_step_by_end on second_step (expires_at);

-- Who was asked to join: only the hash of the link.
create table invitation (
    id uuid primary key,
    secret bytea not null unique,
    email text not null unique,
    role text not null,
    invited_by uuid references account (id),
    created_at timestamptz not null,
    expires_at timestamptz not null
);
create index invitation_by_end on invitation (expires_at);

-- People who work together.
create table team (
    id uuid primary key,
    name text not null unique
);
create table team_member (
    team uuid not null references team (id),
    account uuid not null references account (id),
    primary key (team, account)
);
create index team_member_of_account on team_member (account);
