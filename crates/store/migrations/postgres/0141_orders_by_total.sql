-- Orders by what they come to; amounts in different currencies never mix.
create index orders_by_total on orders (currency, total, id);
