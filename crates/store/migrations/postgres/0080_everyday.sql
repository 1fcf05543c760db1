-- What is to follow, for the team and on the page of a customer.
create index interaction_to_follow_by_day on interaction (follow_up_on, id)
    where follow_up_on is not null and not follow_up_done and not removed;
create index interaction_to_follow_with on interaction (customer, follow_up_on, id)
    where follow_up_on is not null and not follow_up_done and not removed;

-- When whoever was mentioned has read it.
alter table mention add column read_at timestamptz;
create index mention_unread on mention (account, at, interaction) where read_at is null;

-- So that nobody writes over what a colleague wrote meanwhile.
alter table contact add column version bigint not null default 1;
alter table orders add column version bigint not null default 1;

create index orders_by_day on orders (placed_at, id);
create index orders_in_state on orders (state, placed_at, id);
create index orders_to_come_of_customer on orders (customer, placed_at, id)
    where state in ('open', 'shipped');

-- By letters alone, as the other database compares.
alter table product alter column sort_name type text collate "C";
