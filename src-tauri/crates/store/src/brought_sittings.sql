delete from sitting
where n >= ?1
  and not exists (select 1 from journal where journal.sitting >= ?1 or journal.came >= ?1)
