-- What the study's screens say at a glance, kept in step by the tables themselves, so that a study
-- of 500 sessions costs no more to look at than one of thirteen. Nothing here is said anywhere
-- but in the tables it is counted from.

create index session_by_begin on session (begins, id);
create index session_by_standing
  on session (body ->> '$.ended', body ->> '$.cancelled', body ->> '$.plan.seats');
create index participant_in_seat on participant (session, seat, absence);

-- How many groups discussed an idea, and how many lines of the record are about it.
create table idea_count (
  idea      text primary key,
  in_groups integer not null,
  lines     integer not null
) strict, without rowid;
create trigger choice_counted after insert on choice begin
  insert into idea_count values (new.idea, 1, 0)
    on conflict (idea) do update set in_groups = in_groups + 1;
end;
create trigger choice_uncounted after delete on choice begin
  update idea_count set in_groups = in_groups - 1 where idea = old.idea;
  delete from idea_count where idea = old.idea and in_groups = 0 and lines = 0;
end;
create trigger choice_recounted after update of idea on choice when old.idea is not new.idea begin
  update idea_count set in_groups = in_groups - 1 where idea = old.idea;
  delete from idea_count where idea = old.idea and in_groups = 0 and lines = 0;
  insert into idea_count values (new.idea, 1, 0)
    on conflict (idea) do update set in_groups = in_groups + 1;
end;
create trigger line_counted after insert on line when new.idea is not null begin
  insert into idea_count values (new.idea, 0, 1)
    on conflict (idea) do update set lines = lines + 1;
end;
create trigger line_uncounted after delete on line when old.idea is not null begin
  update idea_count set lines = lines - 1 where idea = old.idea;
  delete from idea_count where idea = old.idea and in_groups = 0 and lines = 0;
end;
create trigger line_recounted after update of idea on line when old.idea is not new.idea begin
  update idea_count set lines = lines - 1 where idea = old.idea;
  delete from idea_count where idea = old.idea and in_groups = 0 and lines = 0;
  insert into idea_count select new.idea, 0, 1 where new.idea is not null
    on conflict (idea) do update set lines = lines + 1;
end;

-- The quotas over the study by their place in the sample; number -1 is everybody.
create view quota_wanted (n, fits) as
  select -1, '{}' where exists (select 1 from study)
  union all
  select quota.key, quota.value ->> 'of' from study, json_each(study.sample, '$.quotas') as quota;
-- Who counts towards which of them: those with a seat who have not said that they are not coming,
-- in a session that takes place.
create view quota_person (person, session, n) as
  select participant.id, participant.session, wanted.n
  from participant
  join session on session.id = participant.session
  join quota_wanted as wanted
  where participant.seat is not null and participant.absence is null
    and session.body ->> '$.cancelled' is null
    and not exists (
      select 1 from json_each(wanted.fits) as fit
      where fit.value is not case fit.key
        when 'sex' then participant.sex
        when 'age-band' then participant.age_band
        when 'place' then participant.place
        else participant.attributes ->> fit.key
      end
    );
create table quota_count (
  n      integer primary key,
  people integer not null
) strict;
create trigger study_counted after insert on study begin
  delete from quota_count;
  insert into quota_count
    select n, (select count(*) from quota_person where quota_person.n = quota_wanted.n)
    from quota_wanted;
end;
create trigger sample_counted after update of sample on study when old.sample is not new.sample begin
  delete from quota_count;
  insert into quota_count
    select n, (select count(*) from quota_person where quota_person.n = quota_wanted.n)
    from quota_wanted;
end;
create trigger person_counted after insert on participant begin
  update quota_count set people = people + 1
    where n in (select n from quota_person where person = new.id);
end;
create trigger person_uncounted before delete on participant begin
  update quota_count set people = people - 1
    where n in (select n from quota_person where person = old.id);
end;
create trigger person_before_recount before update on participant begin
  update quota_count set people = people - 1
    where n in (select n from quota_person where person = old.id);
end;
create trigger person_recounted after update on participant begin
  update quota_count set people = people + 1
    where n in (select n from quota_person where person = new.id);
end;
create trigger session_before_recount before update on session
  when old.body ->> '$.cancelled' is not new.body ->> '$.cancelled' begin
  update quota_count set people = people
    - (select count(*) from quota_person as p where p.session = old.id and p.n = quota_count.n);
end;
create trigger session_recounted after update on session
  when old.body ->> '$.cancelled' is not new.body ->> '$.cancelled' begin
  update quota_count set people = people
    + (select count(*) from quota_person as p where p.session = new.id and p.n = quota_count.n);
end;

insert into idea_count
  select idea, sum(of_groups), sum(of_lines)
  from (
    select idea, 1 as of_groups, 0 as of_lines from choice
    union all
    select idea, 0, 1 from line where idea is not null
  )
  group by idea;
insert into quota_count
  select n, (select count(*) from quota_person where quota_person.n = quota_wanted.n)
  from quota_wanted;
