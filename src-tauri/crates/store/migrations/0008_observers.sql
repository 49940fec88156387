-- Observers are listed: what stood in one line of text is one for each comma or line of it, as
-- `domain::observers` reads the journal's older entries.
update session set body = json_set(body, '$.plan.observers', json((
  with recursive part (n, rest, name) as (
    select 0,
      replace(replace(session.body ->> '$.plan.observers', char(10), ','), char(13), ',') || ',', ''
    union all
    select n + 1, substr(rest, instr(rest, ',') + 1),
      trim(substr(rest, 1, instr(rest, ',') - 1), ' ' || char(9))
    from part where rest <> ''
  ),
  named as (select name from part where name <> '' order by n)
  select json_group_array(
    json_object('name', name, 'organisation', '', 'announced', json('false'))
  ) from named
)))
where json_type(body, '$.plan.observers') = 'text';

-- Outside the journal, with how to reach a person: the last time that somebody rang them.
alter table contact add column rang text check (rang in ('called', 'left_message', 'confirmed'));
alter table contact add column rang_at text;
