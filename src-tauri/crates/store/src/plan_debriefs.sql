select id, body -> '$.debrief'
from session indexed by session_by_version
where (?1 is null or design = ?1)
  and body ->> '$.started' is not null
  and body ->> '$.cancelled' is null
order by begins desc, id desc
limit ?2
