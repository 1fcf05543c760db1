-- Each text bears marks of its time among its words: the index gives all that have a
-- word, in no order, and so it can be asked for the newest first. A mark is the number of
-- a document without its last 46, 48 or 50 bits: of a day and a half, of six days, of three
-- weeks and a half. In a new table, as an update would write to every index entry and
-- leave the old rows where they were.
alter table search_text rename to search_text_before;
create table search_text (doc bigint not null, tokens tsvector not null);
insert into search_text (doc, tokens)
    select doc, tokens || array_to_tsvector(array[
        '@46.' || (doc >> 46), '@48.' || (doc >> 48), '@50.' || (doc >> 50)])
    from search_text_before order by doc;
drop table search_text_before;
alter table search_text add primary key (doc);
create index search_text_tokens on search_text using gin (tokens) with (fastupdate = off);
-- Known are five thousand words, not a thousand: all others are taken for half as frequent
-- as the rarest of these.
alter table search_text alter column tokens set statistics 500;
analyze search_text;

-- How many texts have some words, as far as the planner can tell: by what it knows of
-- the commonest words, without looking at any text. Volatile, as PostgreSQL explains
-- nothing inside of what is not.
create function search_text_guess(sought text) returns bigint
language plpgsql as $$
declare
    plan json;
begin
    execute format('explain (format json) select from search_text where tokens @@ %L::tsquery',
        sought) into plan;
    return (plan #>> '{0,Plan,Plan Rows}')::bigint;
end $$;
