-- The name of a product as what is written by hand is compared with it: in small
-- letters and without what is written now in one way and now in another.
alter table product add column plain_name text collate "C" not null default '';
update product set plain_name = replace(replace(sort_name, ', ', ' '), '  ', ' ');
update product set plain_name =
    translate(plain_name, U&'\2010\2011\2012\2013\2014\2212', '------');
update product set plain_name = translate(plain_name, U&'\2018\2019\02BC', '''''''');
update product set plain_name =
    translate(plain_name, U&'\201C\201D\201E\00AB\00BB', '"""""');
update product set plain_name = translate(plain_name, ',×ё', '.xе');
-- Spaces go but for those between two digits.
update product set plain_name = regexp_replace(plain_name, '(?<![0-9]) | (?![0-9])', '', 'g');
create index product_by_plain_name on product (plain_name, id);
