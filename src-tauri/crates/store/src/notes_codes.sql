select code.value, count(*)
from line, json_each(line.codes) as code
group by code.value
order by count(*) desc, code.value
