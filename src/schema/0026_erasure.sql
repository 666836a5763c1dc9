-- Why: what is erased by rule leaves a notice: who did it, when and why; the values themselves, and the key that opens their seals, are gone.
-- `person_id` names somebody who is no longer there.
create table erasure (
  mine_id uuid not null references mine (id),
  id uuid not null,
  person_id uuid not null,
  reason text not null check (reason <> ''),
  account_id uuid not null,
  recorded_at timestamptz not null,
  primary key (mine_id, id),
  unique (mine_id, person_id),
  foreign key (mine_id, account_id) references account (mine_id, id)
);

call guard('erasure');
