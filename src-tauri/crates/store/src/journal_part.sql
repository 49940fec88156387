select journal.stamp, sitting.id, journal.body
from journal
left join sitting on sitting.n = journal.sitting
where journal.session is null or journal.session in (select value from json_each(?1))
order by journal.stamp, journal.id
