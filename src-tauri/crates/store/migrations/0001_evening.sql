-- One study. The journal says what happened; every other table is what replaying it gives.

-- What happened. `stamp` (microseconds since 1970, never the same twice, never backwards) and
-- `id` give the one canonical order; `seq` is only the cursor that screens catch up by.
create table journal (
  seq      integer primary key autoincrement,
  id       text    not null unique,
  stamp    integer not null,
  session  text,
  undoes   text,
  -- done: can be undone; undone: can be redone; past: neither.
  state    text    not null check (state in ('done', 'undone', 'past')),
  body     text    not null
) strict;
create index journal_by_session on journal (session, state, seq);

create table study (
  only integer primary key check (only = 1),
  name text    not null,
  made text    not null
) strict;

create table design (
  id     text primary key,
  number integer not null unique,
  body   text not null check (json_valid(body))
) strict;

create table session (
  id     text primary key,
  design text not null references design (id),
  begins text not null,
  body   text not null check (json_valid(body))
) strict;

create table participant (
  id         text primary key,
  session    text not null references session (id),
  seat       integer check (seat > 0),
  name       text not null,
  sex        text not null,
  age_band   text not null,
  place      text not null,
  attributes text not null check (json_valid(attributes)),
  came       text,
  "left"     text,
  absence    text,
  coarse     integer not null check (coarse in (0, 1))
) strict;
create index participant_by_session on participant (session);

create table span (
  id       text primary key,
  session  text not null references session (id),
  activity text not null,
  lens     text,
  started  text not null,
  ended    text
) strict;
create index span_by_session on span (session, started);

create table pause (
  id      text primary key,
  session text not null references session (id),
  started text not null,
  ended   text
) strict;
create index pause_by_session on pause (session, started);

create table tick (
  id       text primary key,
  session  text not null references session (id),
  activity text not null,
  question text not null,
  at       text not null
) strict;
create index tick_by_session on tick (session);

create table flip_item (
  id          text primary key,
  session     text not null references session (id),
  activity    text not null,
  sheet       integer not null check (sheet > 0),
  text        text not null,
  speakers    text not null check (json_valid(speakers)),
  at          text not null,
  place       integer not null,
  weight      text check (weight in ('core', 'additional')),
  hands       integer check (hands >= 0),
  value       text,
  merged_into text references flip_item (id) deferrable initially deferred
) strict;
create index flip_item_by_session on flip_item (session, sheet, place);

create table round (
  id       text primary key,
  session  text not null references session (id),
  number   integer not null,
  naming   text not null check (naming in ('named', 'secret')),
  entry    text not null check (entry in ('seats', 'tally', 'kiosk')),
  green    integer not null check (green >= 0),
  red      integer not null check (red >= 0),
  state    text not null check (state in ('set', 'open', 'sealed', 'revealed', 'final')),
  counts   text not null check (json_valid(counts)),
  people   integer not null check (people >= 0),
  opened   text,
  revealed text
) strict;
create index round_by_session on round (session, number);

create table sticker (
  id          text primary key,
  session     text not null references session (id),
  round       text not null references round (id),
  participant text not null references participant (id),
  idea        text not null,
  colour      text not null check (colour in ('green', 'red')),
  unique (round, participant, idea, colour)
) strict;
create index sticker_by_session on sticker (session);

create table choice (
  id      text primary key,
  session text not null references session (id),
  round   text references round (id),
  slot    text not null,
  idea    text not null,
  why     text not null check (json_valid(why)),
  reason  text not null
) strict;
create index choice_by_session on choice (session);

create table rating (
  id          text primary key,
  session     text not null references session (id),
  idea        text not null,
  lens        text not null,
  participant text references participant (id),
  value       integer not null,
  at          text not null
) strict;
create index rating_by_session on rating (session, idea, lens);

create table line (
  n        integer primary key,
  id       text not null unique,
  session  text not null references session (id),
  at       text not null,
  kind     text not null check (kind in ('verbatim', 'paraphrase', 'observation', 'to_complete')),
  speakers text not null check (json_valid(speakers)),
  text     text not null,
  activity text,
  idea     text,
  lens     text,
  codes    text not null check (json_valid(codes)),
  starred  integer not null check (starred in (0, 1)),
  hands    integer check (hands >= 0)
) strict;
create index line_by_session on line (session, at);

-- The words of the record, for searching.
create virtual table line_words using fts5 (
  text, codes, content = 'line', content_rowid = 'n', columnsize = 0,
  tokenize = 'unicode61 remove_diacritics 2'
);
create trigger line_made after insert on line begin
  insert into line_words (rowid, text, codes) values (new.n, new.text, new.codes);
end;
create trigger line_gone after delete on line begin
  insert into line_words (line_words, rowid, text, codes) values ('delete', old.n, old.text, old.codes);
end;
create trigger line_changed after update of text, codes on line begin
  insert into line_words (line_words, rowid, text, codes) values ('delete', old.n, old.text, old.codes);
  insert into line_words (rowid, text, codes) values (new.n, new.text, new.codes);
end;

create table tip (
  id          text primary key,
  session     text not null references session (id),
  participant text not null references participant (id),
  text        text not null,
  at          text not null,
  unique (session, participant)
) strict;

-- Outside the journal, and why:
-- The ballots of a secret round while it is open. The key is random, and without a rowid there is
-- neither an order nor a time to read off them.
create table ballot (
  key   text primary key,
  round text not null references round (id),
  green text not null,
  red   text not null
) strict, without rowid;
-- Who has cast one: so that nobody does twice. Keyed by person, so it tells no order.
create table cast_vote (
  round       text not null references round (id),
  participant text not null references participant (id),
  primary key (round, participant)
) strict, without rowid;

-- What is being typed, so that a crash costs no key stroke. It is this laptop's, not the record's.
create table draft (
  session text not null,
  role    text not null,
  text    text not null,
  primary key (session, role)
) strict, without rowid;
