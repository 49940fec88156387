-- Who sat, and records that were brought in and taken back.

-- As was said on that laptop. Empty: nobody said.
alter table sitting add column who text not null default '';

-- Whose laptop this file is on. It belongs to the file and not to the record.
create table owner (
  only integer primary key check (only = 1),
  name text    not null
) strict;

-- A record that was brought in here. `first` and `last`: the acts in the journal that it brought
-- or that were done with it. `sitting`: the first sitting that it brought.
-- `sittings`: what the acts that were set aside rest on; none while the record is in.
create table brought (
  n        integer primary key,
  file     text    not null,
  at       text    not null,
  acts     integer not null,
  lines    integer not null,
  first    integer not null,
  last     integer not null,
  sitting  integer not null,
  sittings text    check (json_valid(sittings))
) strict;

-- Acts of a record that was taken back. They are no longer part of this one, and Redo has them.
create table aside (
  id      text    not null,
  brought integer not null references brought (n) on delete cascade,
  stamp   integer not null,
  sitting text,
  -- Whether it came with the record, and was not done here about it.
  came    integer not null check (came in (0, 1)),
  body    text    not null,
  primary key (brought, id)
) strict;
