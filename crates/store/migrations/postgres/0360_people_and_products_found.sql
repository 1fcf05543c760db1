-- Customers are found by the addresses and numbers of the people there too, and
-- products by what people make of their names: the indexes are made again from the
-- log.
truncate search_document, search_key, search_name, search_deletion, search_text;
delete from log_reader where name = 'search';
