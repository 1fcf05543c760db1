-- Lists are sorted by what is at risk.
create index score_by_at_risk on customer_score (at_risk, customer) where at_risk is not null;

-- Whether anybody is lost is told where nothing else waits.
create index score_lost on customer_score (customer) where standing = 'lost';
