-- Files that were imported stay for ever: those that are not are found without
-- walking past them.
drop index upload_by_begin;
create index upload_under_way on upload (begun_at, id) where import is null;
