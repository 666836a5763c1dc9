-- Why: tasks with numbers and deadlines, schemes and periods that freeze, and ledgers on their way in.
create table target (
  mine_id uuid not null,
  id uuid not null,
  no text not null check (no <> ''),
  org_id uuid not null,
  task text not null check (task <> ''),
  fact text not null,
  goal text not null check (goal ~ '^-?[0-9]+(\.[0-9]+)?$'),
  deadline date not null,
  source text not null check (source in ('import', 'product')),
  recorded_at timestamptz not null,
  primary key (mine_id, id),
  unique (mine_id, no),
  foreign key (mine_id, org_id) references org_unit (mine_id, id)
);
create index target_deadline on target (mine_id, deadline);

-- A scheme never changes: changing it makes the next version (A5.1). No bands of its own: those of A4.3.
create table scheme (
  mine_id uuid not null references mine (id),
  id uuid not null,
  version integer not null check (version > 0),
  source text not null check (source in ('import', 'product')),
  recorded_at timestamptz not null,
  primary key (mine_id, id),
  unique (mine_id, version)
);

create table scheme_item (
  mine_id uuid not null,
  scheme_id uuid not null,
  place integer not null check (place >= 0),
  no text not null check (no <> ''),
  heading text not null default '',
  title text not null,
  of_hundredths integer not null check (of_hundredths >= 0),
  fact text not null,
  rule text not null check (rule in ('each', 'below', 'threshold', 'bonus', 'veto', 'manual')),
  parameters text not null default '',
  basis text not null default '',
  primary key (mine_id, scheme_id, no),
  unique (mine_id, scheme_id, place),
  foreign key (mine_id, scheme_id) references scheme (mine_id, id)
);

create table scheme_band (
  mine_id uuid not null,
  scheme_id uuid not null,
  grade text not null check (grade <> ''),
  least_hundredths integer not null,
  primary key (mine_id, scheme_id, grade),
  foreign key (mine_id, scheme_id) references scheme (mine_id, id)
);

create table period (
  mine_id uuid not null,
  id uuid not null,
  name text not null,
  first_day date not null,
  last_day date not null,
  scheme_id uuid not null,
  closed_at timestamptz,
  -- SHA-256 in hex over the frozen answers, by branch code (A5.2).
  seal text check (seal ~ '^[0-9a-f]{64}$'),
  recorded_at timestamptz not null,
  primary key (mine_id, id),
  unique (mine_id, name),
  check ((closed_at is null) = (seal is null)),
  foreign key (mine_id, scheme_id) references scheme (mine_id, id)
);

-- What a closed period said of a branch: facts, evidence, points and score as frozen, never computed again (A5.2).
create table frozen_score (
  mine_id uuid not null,
  period_id uuid not null,
  branch_id uuid not null,
  answer text not null,
  primary key (mine_id, period_id, branch_id),
  foreign key (mine_id, period_id) references period (mine_id, id),
  foreign key (mine_id, branch_id) references org_unit (mine_id, id)
);

-- A number entered by the assessing committee for manual(id), with its reason and evidence; the latest counts.
create table manual_value (
  mine_id uuid not null,
  id uuid not null,
  branch_id uuid not null,
  period_name text not null,
  fact_id text not null,
  value text not null check (value ~ '^-?[0-9]+(\.[0-9]+)?$'),
  reason text not null check (reason <> ''),
  evidence text not null default '',
  account_id uuid not null,
  recorded_at timestamptz not null,
  primary key (mine_id, id),
  unique (mine_id, branch_id, period_name, fact_id),
  foreign key (mine_id, branch_id) references org_unit (mine_id, id),
  foreign key (mine_id, account_id) references account (mine_id, id)
);

-- A workbook between upload and commit. The file is encrypted and emptied on commit, cancel or after 24 hours.
create table ledger_import (
  mine_id uuid not null,
  id uuid not null,
  file_name text not null,
  file bytea,
  state text not null check (state in ('previewed', 'committed', 'cancelled', 'expired')),
  summary text not null,
  account_id uuid not null,
  recorded_at timestamptz not null,
  ended_at timestamptz,
  primary key (mine_id, id),
  foreign key (mine_id, account_id) references account (mine_id, id)
);
