-- Who knew what, so that records kept apart can be put together.

-- A stretch of work on one copy of the study. `after`: the sittings known when it began, each with
-- the last stamp known of it. `floor`: the last stamp known of all.
create table sitting (
  n     integer primary key,
  id    text    not null unique,
  after text    not null check (json_valid(after)),
  floor integer not null
) strict;

-- None: from before sittings were kept.
alter table journal add column sitting integer references sitting (n);
-- The sitting that began when this act was brought in from another record. None: done here.
alter table journal add column came integer references sitting (n);
create index journal_that_came on journal (seq) where came is not null;
