-- Why: late is a fact with a reason beside it. What a branch says of a record that came late stands with that record, as it was said;
-- more can be added, nothing is taken back.
create table late_reason (
  mine_id uuid not null,
  id uuid not null,
  subject uuid not null,
  org_id uuid,
  person_id uuid,
  text text not null check (text <> ''),
  account_id uuid not null,
  recorded_at timestamptz not null,
  primary key (mine_id, id),
  foreign key (mine_id, org_id) references org_unit (mine_id, id),
  foreign key (mine_id, person_id) references person (mine_id, id),
  foreign key (mine_id, account_id) references account (mine_id, id),
  check (num_nonnulls(org_id, person_id) > 0)
);
create index late_reason_subject on late_reason (mine_id, subject);

call guard('late_reason');
