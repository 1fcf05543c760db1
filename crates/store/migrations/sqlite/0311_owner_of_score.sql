-- Who looks after the customer, kept as it is of customers: the alarms of somebody
-- are then found in the order in which they are shown.
alter table customer_score add column owner blob;
update customer_score
    set owner = (select c.owner from customer c where c.id = customer_score.customer);
create index score_alarmed_of on customer_score (owner, at_risk, customer)
    where alarm is not null;
create index score_alarmed_of_nobody on customer_score (at_risk, customer)
    where alarm is not null and owner is null;
