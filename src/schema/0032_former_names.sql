-- Why: names are put right, and people take others. A record that was signed goes on naming people as they were called when it was signed.

-- What somebody was called up to a moment.
create table former_name (
  mine_id uuid not null,
  person_id uuid not null,
  name text not null check (name <> ''),
  until timestamptz not null,
  primary key (mine_id, person_id, until),
  foreign key (mine_id, person_id) references person (mine_id, id) on delete cascade
);
call guard('former_name', 'person_id');
