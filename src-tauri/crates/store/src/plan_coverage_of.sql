select idea, sum(of_groups), sum(of_lines)
from (
  select idea, 1 as of_groups, 0 as of_lines from choice where session = ?1
  union all
  select idea, 0, 1 from line where session = ?1 and idea is not null
)
group by idea
