-- Why: the mine is the tenant of every table, and every change to its records is a leaf in a log that can only grow.
create table mine (
  id uuid primary key,
  name text not null default '',
  log_origin text not null unique check (log_origin ~ '^[^[:space:]+]+$'),
  demo boolean not null default false,
  created_at timestamptz not null
);

-- What an action did to one record, written in the action's own transaction and never changed. `record` names the record's table;
-- `fields` holds a commitment to each of its columns, `salts` what opens them, sealed with the key of `key_owner`.
-- No foreign key to mine: each would lock the one row of the mine in every write.
create table journal_entry (
  mine_id uuid not null,
  id uuid not null,
  kind text not null check (kind <> ''),
  record text not null check (record <> ''),
  scope uuid,
  subject uuid not null,
  rev integer not null check (rev > 0),
  actor bytea not null check (octet_length(actor) = 32),
  occurred timestamptz,
  src text not null,
  dev text,
  fields jsonb not null,
  files jsonb not null default '[]',
  key_owner uuid not null,
  salts bytea not null,
  at timestamptz not null,
  primary key (mine_id, id),
  unique (mine_id, subject, rev)
) with (toast_tuple_target = 8160);
alter table journal_entry alter column salts set storage external;

-- Entries that have no place in the log yet; written and emptied together with what they name.
create table journal_pending (
  mine_id uuid not null,
  entry_id uuid not null,
  primary key (mine_id, entry_id)
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000, vacuum_truncate = false);

-- The log itself: leaf bytes (JCS) in their order, `prev` the hash of the record's leaf before. No foreign key to the entry: it would
-- write a lock into each one; the leaf is made from the entry in the same transaction, and `verify` holds them against each other.
create table journal_leaf (
  mine_id uuid not null,
  idx bigint not null check (idx >= 0),
  entry_id uuid not null,
  received timestamptz not null,
  prev bytea check (octet_length(prev) = 32),
  bytes bytea not null check (octet_length(bytes) between 1 and 65535),
  hash bytea not null check (octet_length(hash) = 32),
  primary key (mine_id, idx),
  unique (mine_id, entry_id)
) with (toast_tuple_target = 8160);
alter table journal_leaf alter column bytes set storage external;

-- One row a log: who holds it is the one sequencer. `frontier`: roots of the perfect subtrees, largest first.
create table journal_head (
  mine_id uuid primary key references mine (id),
  size bigint not null check (size >= 0),
  root bytea not null check (octet_length(root) = 32),
  frontier bytea[] not null,
  last_received timestamptz
);

-- Signed checkpoints. `prev`: the size of the one before, so that none can go missing; `at`: when its last leaf was received.
create table journal_checkpoint (
  mine_id uuid not null references mine (id),
  size bigint not null check (size > 0),
  prev bigint check (prev < size),
  note text not null,
  at timestamptz not null,
  primary key (mine_id, size)
);

-- How far whoever derives something from the journal has read: leaves below `idx` are done.
create table journal_reader (
  mine_id uuid not null references mine (id),
  name text not null check (name <> ''),
  idx bigint not null check (idx >= 0),
  primary key (mine_id, name)
);
