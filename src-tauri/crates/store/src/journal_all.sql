select journal.stamp, sitting.id, journal.body
from journal
left join sitting on sitting.n = journal.sitting
order by journal.stamp, journal.id
