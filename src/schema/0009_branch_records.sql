-- Why: what was recorded is corrected by an addendum, a step of an admission says when it was recorded, and a plan row that falls away stays to be seen.
create table dues_correction (
  mine_id uuid not null,
  id uuid not null,
  payment_id uuid not null,
  person_id uuid not null,
  from_fen bigint not null check (from_fen >= 0),
  to_fen bigint not null check (to_fen >= 0),
  reason text not null check (reason <> ''),
  account_id uuid not null,
  recorded_at timestamptz not null,
  primary key (mine_id, id),
  foreign key (mine_id, payment_id) references dues_payment (mine_id, id),
  foreign key (mine_id, person_id) references person (mine_id, id),
  foreign key (mine_id, account_id) references account (mine_id, id)
);
create index dues_correction_payment on dues_correction (mine_id, payment_id);

-- Each time a step of a case was recorded or corrected in the product; never changed, never removed. happened_on null: the step was struck out.
create table admission_step (
  mine_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  person_id uuid not null,
  step text not null check (step <> ''),
  happened_on date,
  earlier_on date,
  reason text not null default '',
  account_id uuid not null,
  recorded_on date not null,
  recorded_at timestamptz not null,
  primary key (mine_id, id),
  foreign key (mine_id, case_id) references admission_case (mine_id, id),
  foreign key (mine_id, person_id) references person (mine_id, id),
  foreign key (mine_id, account_id) references account (mine_id, id)
);
create index admission_step_case on admission_step (mine_id, case_id);

-- A cancelled row is kept: an import of the same workbook must not bring it back.
alter table study_plan_row
  add column cancelled_on date,
  add column cancel_reason text;
