-- Who had a turn in a named round by turns and put nothing up.
alter table round add column abstained text not null default '[]' check (json_valid(abstained));
