-- Why: who asked for leave may come after all, and what was given to read may turn out wrong. Both are taken back, and stay to be seen.
alter table leave_request
  drop constraint leave_request_state_check,
  drop constraint leave_request_check,
  drop constraint leave_request_check1,
  add column withdrawn_at timestamptz,
  add constraint leave_request_state_check check (state in ('asked', 'granted', 'refused', 'withdrawn')),
  add constraint leave_request_withdrawn check ((state = 'withdrawn') = (withdrawn_at is not null)),
  add constraint leave_request_answered check ((answered_by is null) = (answered_at is null)),
  -- What was granted and then taken back keeps its answer.
  add constraint leave_request_stands check (state = 'withdrawn' or (state = 'asked') = (answered_by is null));

-- withdrawn_why: '' when no reason was given. (A column added to a sealed record starts as null.)
alter table material
  add column withdrawn_at timestamptz,
  add column withdrawn_by uuid,
  add column withdrawn_why text,
  add constraint material_withdrawer foreign key (mine_id, withdrawn_by) references account (mine_id, id),
  add constraint material_withdrawn check (num_nulls(withdrawn_at, withdrawn_by, withdrawn_why) in (0, 3));
