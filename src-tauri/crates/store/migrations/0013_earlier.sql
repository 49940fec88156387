-- What a translation said of other words waits beside it: an older version has those words still.
alter table translation add column earlier text not null default '[]' check (json_valid(earlier));
