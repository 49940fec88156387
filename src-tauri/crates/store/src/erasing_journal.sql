select seq, body
from journal
where session is null or session in (select value from json_each(?1))
order by seq
