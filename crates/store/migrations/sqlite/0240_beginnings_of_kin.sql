-- Names are kept by the beginnings of what other languages leave of them too:
-- the indexes are made again from the log.
delete from search_document;
delete from search_key;
delete from search_name;
delete from search_deletion;
insert into search_text (search_text) values ('delete-all');
delete from log_reader where name = 'search';
