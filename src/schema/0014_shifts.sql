-- Why: nobody is called from a shift, from underground or from rest: the mine says when its shifts are, which crew works which day, and
-- what was said for single days. Hours are each mine's own (R8.1).

-- How a day is cut into shifts. `rest_days`: 1 Monday to 7 Sunday, off for whoever is always on one shift.
create table shift_system (
  mine_id uuid not null references mine (id),
  id uuid not null,
  name text not null check (name <> ''),
  underground boolean not null,
  before_minutes integer not null check (before_minutes between 0 and 240),
  after_minutes integer not null check (after_minutes between 0 and 240),
  rest_days text not null default '' check (rest_days ~ '^[1-7]*$'),
  recorded_at timestamptz not null,
  primary key (mine_id, id),
  unique (mine_id, name)
);

-- A shift; `ends` not after `starts`: over midnight.
create table shift_hours (
  mine_id uuid not null,
  system_id uuid not null,
  no integer not null check (no > 0),
  name text not null check (name <> ''),
  starts text not null check (starts ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  ends text not null check (ends ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  primary key (mine_id, system_id, no),
  unique (mine_id, system_id, name),
  foreign key (mine_id, system_id) references shift_system (mine_id, id),
  check (starts <> ends)
);

-- From a day on, the crews of a branch go through a cycle of days.
create table shift_rota (
  mine_id uuid not null,
  id uuid not null,
  org_id uuid not null,
  from_day date not null,
  recorded_at timestamptz not null,
  primary key (mine_id, id),
  unique (mine_id, org_id, from_day),
  foreign key (mine_id, org_id) references org_unit (mine_id, id)
);

-- An entry of the cycle; `shift` empty: rest.
create table shift_rota_day (
  mine_id uuid not null,
  rota_id uuid not null,
  no integer not null check (no > 0),
  shift text not null,
  primary key (mine_id, rota_id, no),
  foreign key (mine_id, rota_id) references shift_rota (mine_id, id)
);

-- A crew is so many days ahead of the first entry.
create table shift_rota_crew (
  mine_id uuid not null,
  rota_id uuid not null,
  name text not null check (name <> ''),
  ahead integer not null check (ahead >= 0),
  primary key (mine_id, rota_id, name),
  foreign key (mine_id, rota_id) references shift_rota (mine_id, id)
);

-- What was said for one person and day, before any rota. `shift` empty: rest; null: as the rota says again.
create table shift_day (
  mine_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  org_id uuid not null,
  day date not null,
  shift text,
  recorded_at timestamptz not null,
  primary key (mine_id, id),
  unique (mine_id, person_id, day),
  foreign key (mine_id, person_id) references person (mine_id, id),
  foreign key (mine_id, org_id) references org_unit (mine_id, id)
);
