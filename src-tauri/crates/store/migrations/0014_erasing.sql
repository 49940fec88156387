-- Who was erased. What that does is done to the journal itself: this says that it was, and to what
-- it is to be done when another record brings more of it.
create table erasure (
  id         text primary key,
  session    text not null references session (id),
  -- No reference: the row of somebody of whom nothing was counted is gone.
  person     text not null,
  at         text not null,
  people     text not null check (json_valid(people)),
  lines      text not null check (json_valid(lines)),
  flip_items text not null check (json_valid(flip_items)),
  one        text not null check (json_valid(one))
) strict;

-- Outside the journal, and why: there while what was erased may still lie in the free space of
-- this file, in its log or in its copies. It says something of the file and nothing of the study.
create table unswept (
  only integer primary key check (only = 1)
) strict;
