-- Customers are found by the addresses and numbers of the people there too, and
-- products by what people make of their names: the indexes are made again from the
-- log.
delete from search_document;
delete from search_key;
delete from search_name;
delete from search_deletion;
insert into search_text (search_text) values ('delete-all');
delete from log_reader where name = 'search';
