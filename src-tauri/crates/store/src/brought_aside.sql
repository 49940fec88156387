insert into aside (brought, id, stamp, sitting, came, body)
select ?1, journal.id, journal.stamp, sitting.id, journal.came is not null, journal.body
from journal
left join sitting on sitting.n = journal.sitting
where journal.id = ?2
