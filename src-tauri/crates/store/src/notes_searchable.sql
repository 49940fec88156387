insert into line_words (rowid, text, codes)
select n, text, codes
from line
where n > (select upto from searchable)
order by n
