-- The languages that a study has words in beside its own, and the words: one row for each text, so
-- that two who translate on two laptops do not stand in each other's way.

create table study_language (
  id       text primary key,
  tag      text not null unique,
  name     text not null,
  own_name text not null
) strict, without rowid;

create table translation (
  id       text primary key,
  language text not null references study_language (id) deferrable initially deferred,
  key      text not null,
  source   text not null,
  text     text not null,
  checked  text check (checked is null or json_valid(checked)),
  unique (language, key)
) strict, without rowid;
