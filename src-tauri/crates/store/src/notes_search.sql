select line.id
from line_words
join line on line.n = line_words.rowid
where line_words match ?1 and line.session = ?2
order by line_words.rowid desc
limit ?3
