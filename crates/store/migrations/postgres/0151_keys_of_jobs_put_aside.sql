-- A job that is put aside keeps its key, for when it is tried again; others may
-- wait under it meanwhile.
alter table job drop constraint job_key_key;
create unique index job_waiting_under on job (key) where given_up_at is null;
