-- Which sessions run by which version, read off one index: in the order of time, with their
-- standing, and whether the staff said anything right after.
create index session_by_version on session (
  begins, id, design,
  body ->> '$.started' is not null, body ->> '$.ended' is not null,
  body ->> '$.cancelled' is not null
);
create index session_of_version on session (design, body ->> '$.started' is not null);
