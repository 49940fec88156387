update journal
set state = case state when 'done' then 'undone' else 'done' end
where id = ?1 and state in ('done', 'undone')
