-- Sessions get a name by which they can be ended without their secret; whoever
-- is signed in signs in again.
drop table session;
create table session (
    secret blob primary key,
    id blob not null unique,
    account blob not null references account (id),
    agent text not null,
    created_at text not null,
    expires_at text not null
) strict;
create index session_of_account on session (account);
create index session_by_end on session (expires_at);

-- The second factor of those who have one: the secret their device shares, and
-- the last 30 seconds whose code was used.
create table second_factor (
    account blob primary key references account (id),
    secret blob not null,
    used_step integer not null
) strict;

-- What lets them in without the device, each once: only hashes.
create table recovery_code (
    secret blob primary key,
    account blob not null references account (id)
) strict;
create index recovery_code_of_account on recovery_code (account);

-- Whose password was right and whose code is still to come.
create table second_step (
    secret blob primary key,
    account blob not null references account (id),
    expires_at text not null
) strict;
create index second_step_by_end on second_step (expires_at);

-- Who was asked to join: only the hash of the link.
create table invitation (
    id blob primary key,
    secret blob not null unique,
    email text not null unique,
    role text not null,
    invited_by blob references account (id),
    created_at text not null,
    expires_at text not null
) strict;
create index invitation_by_end on invitation (expires_at);

-- People who work together.
create table team (
    id blob primary key,
    name text not null unique
) strict;
create table team_member (
    team blob not null references team (id),
    account blob not null references account (id),
    primary key (team, account)
) strict;
create index team_member_of_account on team_member (account);
