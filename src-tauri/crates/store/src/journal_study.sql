select journal.stamp, sitting.id, journal.body
from journal
left join sitting on sitting.n = journal.sitting
where journal.session is null
