-- The review of the record as it was last made, whole.
create table review (
    one integer primary key check (one = 1),
    as_of text not null,
    made_at text not null,
    -- What it was made of, and on what terms.
    made_of text not null,
    currency text not null,
    horizon_months integer not null,
    value_months integer not null
) strict;

-- Its document in each language.
create table review_page (
    language text primary key,
    html text not null
) strict;

-- What it says of each customer. Amounts are minor units of its currency.
create table customer_score (
    customer blob primary key,
    standing text not null,
    segment text not null,
    orders integer not null,
    last_on text not null,
    spent integer,
    value integer,
    value_low integer,
    value_high integer,
    p_alive real,
    risk real,
    at_risk integer,
    -- The strongest alarm, if one was raised.
    alarm text,
    -- Why they should be heard from and what to do, as JSON.
    reason text,
    -- The risk of the last days it was worked out for: "20781:0.1234 …".
    risks text not null
) strict;
create index score_alarmed on customer_score (at_risk, customer) where alarm is not null;
