select id, design, begins, body
from session
where body ->> '$.ended' is null
  and body ->> '$.cancelled' is null
  and body ->> '$.plan.seats' > (
    select count(*)
    from participant
    where participant.session = session.id and seat is not null and absence is null
  )
  and body ->> '$.started' is null
order by begins, id
