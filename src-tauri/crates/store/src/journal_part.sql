select journal.stamp, sitting.id, journal.body
from journal
left join sitting on sitting.n = journal.sitting
where journal.session in (select value from json_each(?1))
