-- Why: who asked for leave may come after all. It is taken back, and stays to be seen.
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
