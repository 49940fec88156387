select choice.id, choice.session, round, slot, idea, why, reason, session.body ->> '$.plan.group'
from session
join choice on choice.session = session.id
where session.id <> ?1
order by begins, session.id, choice.rowid
