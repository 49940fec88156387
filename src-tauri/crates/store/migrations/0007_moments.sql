-- A debrief has its top moments too. Those from before have none, and say so where the journal's
-- older entries, read today, say it.
update session set body = json_set(body, '$.debrief', json_object(
  'group', body -> '$.debrief.group',
  'moments', '',
  'surprises', body -> '$.debrief.surprises',
  'changes', body -> '$.debrief.changes'
))
where json_type(body, '$.debrief.moments') is null;
