select seq, body
from journal
where seq > ?1 and (session is null or session = ?2) and came is null
order by seq
