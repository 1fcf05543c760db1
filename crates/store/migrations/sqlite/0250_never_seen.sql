-- Who was written down has not been seen by that alone: of whom nothing else is
-- known was seen never, which is kept as the first moment of all.
update customer set seen_at = coalesce((
    select max(happened.at) from (
        select max(i.at) as at from interaction i
        where i.customer = customer.id and not i.removed
        union all
        select max(o.placed_at) from orders o where o.customer = customer.id
    ) as happened
), '1970-01-01T00:00:00+00:00')
where seen_at = added_at;
