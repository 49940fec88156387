-- People by the thousand, brought in and taken back at once.

-- Who counts towards which quota is said in one place, by `domain`; `record` keeps the counts.
drop trigger study_counted;
drop trigger sample_counted;
drop trigger person_counted;
drop trigger person_uncounted;
drop trigger person_before_recount;
drop trigger person_recounted;
drop trigger session_before_recount;
drop trigger session_recounted;
drop view quota_person;
drop view quota_wanted;
alter table quota_count rename column n to place;

-- What `participant_in_seat` begins with finds the people of a session too.
drop index participant_by_session;
-- Before a person goes, whatever may rest on them is looked up.
create index participant_replacing on participant (replaces) where replaces is not null;
create index sticker_by_person on sticker (participant);
create index rating_by_person on rating (participant) where participant is not null;
create index tip_by_person on tip (participant);

-- Of whom nobody has asked anything, nothing is said.
update participant set consent = '{}'
  where consent = '{"take_part":null,"recorded":null,"quoted":null,"observers":null}';
