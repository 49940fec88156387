select id, body -> '$.debrief'
from session indexed by session_by_version
where design = ?1 and body ->> '$.started' is not null
order by begins desc, id desc
limit ?2
