-- The study around the evenings: versions of the design, the sample, consent.

alter table study add column sample text not null default '{"attributes":[],"quotas":[]}'
  check (json_valid(sample));

alter table design add column amends text references design (id);
alter table design add column phase text not null default 'main' check (phase in ('pilot', 'main'));
alter table design add column note text not null default '';
alter table design add column made text;

alter table participant add column consent text not null
  default '{"take_part":null,"recorded":null,"quoted":null,"observers":null}'
  check (json_valid(consent));
alter table participant add column withdrew text;
alter table participant add column replaces text references participant (id)
  deferrable initially deferred;

-- Outside the journal, and why: how to reach a person is for the recruiter on this laptop. It is
-- no part of the record, so it is in no export, and it goes without a trace.
create table contact (
  participant text primary key,
  phone       text not null,
  email       text not null
) strict, without rowid;
