-- Which debriefs the changes of a version came from.
alter table design add column because text not null default '[]' check (json_valid(because));
