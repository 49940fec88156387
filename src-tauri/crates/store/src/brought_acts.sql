select journal.stamp, sitting.id, journal.body
from journal
left join sitting on sitting.n = journal.sitting
where journal.seq between ?1 and ?2
order by journal.stamp, journal.id
