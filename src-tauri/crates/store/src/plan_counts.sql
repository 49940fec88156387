select count(*),
  count(body ->> '$.ended'),
  count(body ->> '$.cancelled'),
  coalesce(sum(iif(body ->> '$.cancelled' is null, body ->> '$.plan.seats', 0)), 0)
from session indexed by session_by_standing
