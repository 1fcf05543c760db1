-- Customers are found by the names of the people there too, by what they do and what is
-- noted of them: the log is read again, and what was found before goes on being found
-- meanwhile.
delete from log_reader where name = 'search';
