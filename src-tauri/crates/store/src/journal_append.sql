insert into journal (id, stamp, session, undoes, state, body, sitting, came)
values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
