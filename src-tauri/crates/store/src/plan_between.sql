select count(*)
from session
where (begins, id) >= (select begins, id from session where id = ?1)
  and (begins, id) < (select begins, id from session where id = ?2)
