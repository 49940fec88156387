-- Keeping a line writes as few pages as it can: what only a search needs waits until somebody
-- searches, and the journal counts without a table of its own for it.

-- Lines up to this one can be found; those after it are added by the next search.
create table searchable (
  only integer primary key check (only = 1),
  upto integer not null
) strict;
insert into searchable select 1, coalesce(max(n), 0) from line;
drop trigger line_made;
drop trigger line_gone;
create trigger line_gone after delete on line begin
  insert into line_words (line_words, rowid, text, codes)
    select 'delete', old.n, old.text, old.codes from searchable where old.n <= upto;
  -- The number of the last line is given again.
  update searchable set upto = (select coalesce(max(n), 0) from line)
    where upto > (select coalesce(max(n), 0) from line);
end;
drop trigger line_changed;
create trigger line_changed after update of text, codes on line
  when old.n <= (select upto from searchable) begin
  insert into line_words (line_words, rowid, text, codes)
    values ('delete', old.n, old.text, old.codes);
  insert into line_words (rowid, text, codes) values (new.n, new.text, new.codes);
end;

-- No act is ever taken out, so the next number is always one that was never given.
create table journal_kept (
  seq      integer primary key,
  id       text    not null unique,
  stamp    integer not null,
  session  text,
  undoes   text,
  state    text    not null check (state in ('done', 'undone', 'past')),
  body     text    not null
) strict;
insert into journal_kept select seq, id, stamp, session, undoes, state, body from journal;
drop table journal;
alter table journal_kept rename to journal;
create index journal_by_session on journal (session, state, seq);
