-- The name of a product as what is written by hand is compared with it: in small
-- letters and without what is written now in one way and now in another.
alter table product add column plain_name text not null default '';
update product set plain_name = replace(replace(sort_name, ', ', ' '), '  ', ' ');
update product set plain_name =
    replace(replace(replace(replace(replace(replace(plain_name,
        char(0x2010), '-'), char(0x2011), '-'), char(0x2012), '-'),
        char(0x2013), '-'), char(0x2014), '-'), char(0x2212), '-');
update product set plain_name =
    replace(replace(replace(plain_name,
        char(0x2018), ''''), char(0x2019), ''''), char(0x2bc), '''');
update product set plain_name =
    replace(replace(replace(replace(replace(plain_name,
        char(0x201c), '"'), char(0x201d), '"'), char(0x201e), '"'),
        char(0xab), '"'), char(0xbb), '"');
update product set plain_name =
    replace(replace(replace(plain_name, ',', '.'), '×', 'x'), 'ё', 'е');
-- Spaces go but for those between two digits: behind a digit they become tabs, and
-- those of them before one line feeds, which no name holds.
with recursive spaced (product, step, name) as (
    select id, 0, plain_name from product where instr(plain_name, ' ') > 0
    union all
    select product, step + 1,
        case when step < 10 then replace(name, step || ' ', step || char(9))
            else replace(name, char(9) || (step - 10), char(10) || (step - 10)) end
    from spaced where step < 20
)
update product
    set plain_name = replace(replace(replace(spaced.name, ' ', ''), char(9), ''), char(10), ' ')
    from spaced where spaced.product = product.id and spaced.step = 20;
create index product_by_plain_name on product (plain_name, id);
