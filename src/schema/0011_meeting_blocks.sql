-- Why: two people may correct the same meeting. Who changed which block of it last, and with which revision, tells whether a change was
-- written over words its author never saw. The words themselves stand in the record and its journal.
create table meeting_block (
  mine_id uuid not null,
  meeting_id uuid not null,
  block text not null check (block in ('facts', 'subject', 'resolution', 'absence', 'roll')),
  rev integer not null check (rev > 0),
  account_id uuid not null,
  changed_at timestamptz not null,
  primary key (mine_id, meeting_id, block),
  foreign key (mine_id, meeting_id) references meeting (mine_id, id),
  foreign key (mine_id, account_id) references account (mine_id, id)
);
