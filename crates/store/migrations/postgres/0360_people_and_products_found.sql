-- Customers are found by the addresses and numbers of the people there too, and
-- products by what people make of their names: the log is read again, and what was
-- found before goes on being found meanwhile.
delete from log_reader where name = 'search';
