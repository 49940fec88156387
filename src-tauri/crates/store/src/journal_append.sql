insert into journal (id, stamp, session, undoes, state, body)
values (?1, ?2, ?3, ?4, ?5, ?6)
