-- Why: calendars ask for somebody's meetings without signing in; what was said in meetings is found again; a photo may stand beside a record.

-- An address at which a calendar program reads the meetings of an account; of its secret only the hash is kept.
create table calendar_feed (
  mine_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  secret_hash bytea not null check (octet_length(secret_hash) = 32),
  recorded_at timestamptz not null,
  ended_at timestamptz,
  primary key (mine_id, id),
  unique (mine_id, secret_hash),
  foreign key (mine_id, account_id) references account (mine_id, id),
  check (ended_at >= recorded_at)
);
create unique index calendar_feed_account on calendar_feed (mine_id, account_id) where ended_at is null;

-- The words of a meeting as they are searched, derived from its record. `terms`: pairs of characters, words and the sound of names.
create table meeting_text (
  mine_id uuid not null,
  meeting_id uuid not null,
  org_id uuid not null,
  kind text not null,
  held_on date not null,
  pieces jsonb not null,
  terms tsvector not null,
  primary key (mine_id, meeting_id),
  foreign key (mine_id, meeting_id) references meeting (mine_id, id)
);
-- What is long lies apart: thousands of rows are gone through for a common word, and only those shown are read whole.
alter table meeting_text set (toast_tuple_target = 128);
create index meeting_text_terms on meeting_text using gin (terms) with (fastupdate = off);
create index meeting_text_day on meeting_text (mine_id, held_on, meeting_id);

-- A picture of a meeting, without what the camera wrote into it.
create table meeting_photo (
  mine_id uuid not null,
  id uuid not null,
  meeting_id uuid not null,
  org_id uuid not null,
  file_hash bytea not null,
  caption text not null default '',
  account_id uuid not null,
  recorded_at timestamptz not null,
  removed_at timestamptz,
  primary key (mine_id, id),
  foreign key (mine_id, meeting_id) references meeting (mine_id, id),
  foreign key (mine_id, org_id) references org_unit (mine_id, id),
  foreign key (mine_id, file_hash) references stored_file (mine_id, hash),
  foreign key (mine_id, account_id) references account (mine_id, id),
  check (removed_at >= recorded_at)
);
create index meeting_photo_meeting on meeting_photo (mine_id, meeting_id);
