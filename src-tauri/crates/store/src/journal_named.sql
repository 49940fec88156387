-- Whom the record of a session names beyond what the tables' own references see.
select named.value from line, json_each(line.speakers) as named where line.session = ?1
union all
select named.value from flip_item, json_each(flip_item.speakers) as named
where flip_item.session = ?1
union all
select named.value from round, json_each(round.abstained) as named where round.session = ?1
