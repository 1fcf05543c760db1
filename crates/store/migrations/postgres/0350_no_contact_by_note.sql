-- A note is no contact: whom nothing but a note showed was last seen with what
-- happened before it, or never.
update customer set seen_at = coalesce((
    select max(happened.at) from (
        select max(i.at) as at from interaction i
        where i.customer = customer.id and not i.removed and i.kind <> 'note'
        union all
        select max(o.placed_at) from orders o where o.customer = customer.id
    ) as happened
), timestamptz 'epoch')
where exists (
    select 1 from interaction i
    where i.customer = customer.id and i.at = customer.seen_at
        and i.kind = 'note' and not i.removed
);
