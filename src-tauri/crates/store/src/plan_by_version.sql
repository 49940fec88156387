select design,
  body ->> '$.started' is not null,
  body ->> '$.ended' is not null,
  body ->> '$.cancelled' is not null
from session indexed by session_by_version
order by begins, id
