-- Why: what was closed too early, or with something forgotten, is opened again before it is signed: since when, and why. Null: never.
alter table meeting
  add column reopened_at timestamptz,
  add column reopened_why text check (reopened_why <> ''),
  add constraint meeting_reopened check ((reopened_at is null) = (reopened_why is null));
