-- Why: an inspector looks at a sample that neither side chose; what is found, put right and looked at again stands beside it, and the branch prepares nothing.

-- `each`: how many of each stratum; `split`: a stratum is a kind of record in a branch, or a kind alone. Drawn once: from the first checkpoint
-- over this very record, `seed_size` its size, and the inspector's words.
create table inspection (
  mine_id uuid not null,
  id uuid not null,
  org_id uuid not null,
  title text not null check (title <> ''),
  from_day date not null,
  to_day date not null check (to_day >= from_day),
  announced_on date,
  each integer not null check (each between 1 and 50),
  split text not null check (split in ('branch', 'kind')),
  words text check (words <> ''),
  seed_size bigint check (seed_size > 0),
  seed bytea check (octet_length(seed) = 32),
  drawn_at timestamptz,
  closed_at timestamptz,
  account_id uuid not null,
  recorded_at timestamptz not null,
  primary key (mine_id, id),
  foreign key (mine_id, org_id) references org_unit (mine_id, id),
  foreign key (mine_id, account_id) references account (mine_id, id),
  check (num_nulls(words, seed_size, seed, drawn_at) in (0, 4)),
  check (closed_at is null or closed_at >= drawn_at)
);
create index inspection_org on inspection (mine_id, org_id);

-- All that could have been drawn, so that anybody can draw again.
create table inspection_stratum (
  mine_id uuid not null,
  inspection_id uuid not null,
  name text not null check (name <> ''),
  subjects uuid[] not null,
  primary key (mine_id, inspection_id, name),
  foreign key (mine_id, inspection_id) references inspection (mine_id, id)
);

-- A record that was drawn, as it stood then: revision and leaf. `in_order_at`: the inspector looked and found nothing wrong.
create table inspection_sample (
  mine_id uuid not null,
  id uuid not null,
  inspection_id uuid not null,
  org_id uuid not null,
  stratum text not null,
  place integer not null check (place > 0),
  record text not null check (record <> ''),
  subject uuid not null,
  rev integer not null check (rev > 0),
  leaf_index bigint not null check (leaf_index >= 0),
  happened_on date not null,
  in_order_at timestamptz,
  primary key (mine_id, id),
  unique (mine_id, inspection_id, subject),
  unique (mine_id, inspection_id, stratum, place),
  foreign key (mine_id, inspection_id) references inspection (mine_id, id),
  foreign key (mine_id, org_id) references org_unit (mine_id, id)
);

-- What was found wrong in a branch. `due_on` null: nothing is to be put right. The branch's own words stand beside it, whatever becomes of it.
create table finding (
  mine_id uuid not null,
  id uuid not null,
  inspection_id uuid not null,
  org_id uuid not null,
  no integer not null check (no > 0),
  text text not null check (text <> ''),
  clause text check (clause <> ''),
  severity text not null check (severity in ('note', 'improve', 'correct')),
  due_on date,
  account_id uuid not null,
  contested text not null default '',
  contested_at timestamptz,
  withdrawn text not null default '',
  withdrawn_at timestamptz,
  recorded_at timestamptz not null,
  primary key (mine_id, id),
  unique (mine_id, inspection_id, no),
  foreign key (mine_id, inspection_id) references inspection (mine_id, id),
  foreign key (mine_id, org_id) references org_unit (mine_id, id),
  foreign key (mine_id, account_id) references account (mine_id, id),
  check ((severity = 'note') = (due_on is null)),
  check ((contested = '') = (contested_at is null)),
  check ((withdrawn = '') = (withdrawn_at is null))
);
create index finding_org on finding (mine_id, org_id);

-- Which records a finding rests on, as they stood.
create table finding_evidence (
  mine_id uuid not null,
  finding_id uuid not null,
  subject uuid not null,
  record text not null check (record <> ''),
  rev integer not null check (rev > 0),
  leaf_index bigint not null check (leaf_index >= 0),
  primary key (mine_id, finding_id, subject),
  foreign key (mine_id, finding_id) references finding (mine_id, id)
);

-- Putting right, a round each: a recheck that finds it open begins the next.
create table rectification (
  mine_id uuid not null,
  id uuid not null,
  finding_id uuid not null,
  org_id uuid not null,
  round integer not null check (round > 0),
  owner_id uuid,
  due_on date not null,
  how text not null default '',
  done_on date,
  account_id uuid not null,
  recorded_at timestamptz not null,
  primary key (mine_id, id),
  unique (mine_id, finding_id, round),
  foreign key (mine_id, finding_id) references finding (mine_id, id),
  foreign key (mine_id, org_id) references org_unit (mine_id, id),
  foreign key (mine_id, owner_id) references person (mine_id, id),
  foreign key (mine_id, account_id) references account (mine_id, id),
  check ((how = '') = (done_on is null))
);
create index rectification_open on rectification (mine_id, org_id, due_on) where done_on is null;
create index rectification_owner on rectification (mine_id, owner_id) where done_on is null;

-- Records that show it was put right, as they stood.
create table rectification_proof (
  mine_id uuid not null,
  rectification_id uuid not null,
  subject uuid not null,
  record text not null check (record <> ''),
  rev integer not null check (rev > 0),
  leaf_index bigint not null check (leaf_index >= 0),
  primary key (mine_id, rectification_id, subject),
  foreign key (mine_id, rectification_id) references rectification (mine_id, id)
);

-- The inspector looked again.
create table recheck (
  mine_id uuid not null,
  id uuid not null,
  rectification_id uuid not null,
  org_id uuid not null,
  result text not null check (result in ('rectified', 'again')),
  text text not null default '',
  account_id uuid not null,
  recorded_at timestamptz not null,
  primary key (mine_id, id),
  unique (mine_id, rectification_id),
  foreign key (mine_id, rectification_id) references rectification (mine_id, id),
  foreign key (mine_id, org_id) references org_unit (mine_id, id),
  foreign key (mine_id, account_id) references account (mine_id, id)
);

call guard('inspection');
call guard('inspection_stratum', 'inspection_id');
call guard('inspection_sample');
call guard('finding');
call guard('finding_evidence', 'finding_id');
call guard('rectification');
call guard('rectification_proof', 'rectification_id');
call guard('recheck');
