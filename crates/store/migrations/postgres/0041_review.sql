-- The review of the record as it was last made, whole.
create table review (
    one bigint primary key check (one = 1),
    as_of date not null,
    made_at timestamptz not null,
    -- What it was made of, and on what terms.
    made_of text not null,
    currency text not null,
    horizon_months bigint not null,
    value_months bigint not null
);

-- Its document in each language.
create table review_page (
    language text primary key,
    html text not null
);

-- What it says of each customer. Amounts are minor units of its currency.
create table customer_score (
    customer uuid primary key,
    standing text not null,
    segment text not null,
    orders bigint not null,
    last_on date not null,
    spent bigint,
    value bigint,
    value_low bigint,
    value_high bigint,
    p_alive double precision,
    risk double precision,
    at_risk bigint,
    -- The strongest alarm, if one was raised.
    alarm text,
    -- Why they should be heard from and what to do, as JSON.
    reason text,
    -- The risk of the last days it was worked out for: "20781:0.1234 …".
    risks text not null
);
create index score_alarmed on customer_score (at_risk, customer) where alarm is not null;
