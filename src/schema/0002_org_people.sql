-- Why: the organisation tree and the roster with its history, on which every later record stands.
create extension if not exists btree_gist;

-- Codes and numbers sort by character code, wherever the database was made.
create table org_unit (
  mine_id uuid not null references mine (id),
  id uuid not null,
  code text collate "C" not null check (code <> ''),
  name text not null check (name <> ''),
  kind text not null check (kind in ('committee', 'generalBranch', 'branch', 'jointBranch', 'temporaryBranch', 'partyGroup')),
  parent_id uuid,
  founded_on date,
  term_from date,
  term_to date,
  shift_system text not null default '',
  theme_day text not null default '',
  note text not null default '',
  source text not null check (source in ('import', 'product')),
  recorded_at timestamptz not null,
  primary key (mine_id, id),
  unique (mine_id, code),
  foreign key (mine_id, parent_id) references org_unit (mine_id, id),
  check (parent_id <> id)
);
create index org_unit_parent on org_unit (mine_id, parent_id);

-- Derived from parent_id whenever the tree changes: every unit with each of its ancestors and itself.
create table org_path (
  mine_id uuid not null,
  org_id uuid not null,
  ancestor_id uuid not null,
  primary key (mine_id, org_id, ancestor_id),
  foreign key (mine_id, org_id) references org_unit (mine_id, id),
  foreign key (mine_id, ancestor_id) references org_unit (mine_id, id)
);
create index org_path_ancestor on org_path (mine_id, ancestor_id, org_id);

-- The branch a unit's records belong to: a group's is the branch directly above it (A1.6).
create view branch_of as
  select mine_id, id as org_id, case when kind = 'partyGroup' then parent_id else id end as branch_id
  from org_unit;

create table person (
  mine_id uuid not null references mine (id),
  id uuid not null,
  no text collate "C" not null check (no <> ''),
  name text not null check (name <> ''),
  pinyin text collate "C" not null default '',
  initials text collate "C" not null default '',
  sex text not null,
  ethnicity text not null default '',
  born_on date not null,
  id_number bytea,
  id_number_mac bytea,
  education text not null default '',
  joined_on date,
  full_since date,
  crew text not null default '',
  phone bytea,
  note text not null default '',
  source text not null check (source in ('import', 'product')),
  recorded_at timestamptz not null,
  primary key (mine_id, id),
  unique (mine_id, no)
);
create index person_initials on person (mine_id, initials);
create index person_pinyin on person (mine_id, pinyin);
create index person_id_number on person (mine_id, id_number_mac);

-- What a person was, and where, from a day to a day; -infinity: since always; to_day null: still so.
create table standing (
  mine_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  from_day date not null,
  to_day date,
  category text not null check (category in ('fullMember', 'probationaryMember', 'candidate', 'activist', 'applicant', 'masses')),
  org_id uuid not null,
  dues_class text not null check (dues_class in ('employed', 'retired', 'student', 'relief')),
  dues_base bytea,
  posts text not null default '',
  shift text not null default '',
  source text not null check (source in ('import', 'product')),
  recorded_at timestamptz not null,
  primary key (mine_id, id),
  foreign key (mine_id, person_id) references person (mine_id, id),
  foreign key (mine_id, org_id) references org_unit (mine_id, id),
  check (to_day is null or to_day >= from_day),
  exclude using gist (mine_id with =, person_id with =, daterange(from_day, to_day, '[]') with &&)
);
create index standing_org on standing (mine_id, org_id) include (person_id);
create index standing_person on standing (mine_id, person_id, from_day);
