-- What is left of the name of a product without its first words, so that it is
-- found by how any of them begins.
create table product_tail (
    product blob not null references product (id) on delete cascade,
    tail text not null,
    primary key (product, tail)
) strict, without rowid;
create index product_tail_by_text on product_tail (tail, product);
insert into product_tail (product, tail)
    with recursive rest (product, tail) as (
        select id, substr(sort_name, instr(sort_name, ' ') + 1) from product
            where instr(sort_name, ' ') > 0
        union all
        select product, substr(tail, instr(tail, ' ') + 1) from rest
            where instr(tail, ' ') > 0
    )
    select product, tail from rest;
