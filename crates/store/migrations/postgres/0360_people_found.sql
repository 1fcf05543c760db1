-- Customers are found by the addresses and numbers of the people there too: the
-- indexes are made again from the log.
truncate search_document, search_key, search_name, search_deletion, search_text;
delete from log_reader where name = 'search';
