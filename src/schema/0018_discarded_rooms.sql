-- Why: a room opened by mistake is given up and its plan opened anew. What stands in it stays, sealed as it was, with the reason; as a room
-- that never closed it counts nowhere. Null: not given up.
alter table meeting
  add column discarded_why text check (discarded_why <> ''),
  add constraint meeting_discarded check (discarded_why is null or coalesce(room_state = 'open', false));
