-- Why: a restored log says what it lost, and a log that cannot go on makes way for a new one that begins with the reason.
-- `refilled`: leaves from `from_idx` up to `to_idx` came back from the signer's tiles, their content did not.
-- `new-log`: the log `origin` ended with `to_idx` leaves here; `note` is the last checkpoint known of it, wherever it was kept.
create table journal_break (
  mine_id uuid not null references mine (id),
  id uuid not null,
  kind text not null check (kind in ('refilled', 'new-log')),
  no integer check ((kind = 'new-log') = (no is not null)),
  origin text not null,
  from_idx bigint not null check (from_idx >= 0),
  to_idx bigint not null check (to_idx >= from_idx),
  note text not null,
  reason text not null,
  at timestamptz not null,
  primary key (mine_id, id),
  unique (mine_id, no)
);

-- The leaves, checkpoints and witnesses' signatures of logs that ended; `no` is that of their break. Nothing is added to them.
create table journal_former_leaf (
  mine_id uuid not null,
  no integer not null,
  idx bigint not null check (idx >= 0),
  entry_id uuid not null,
  received timestamptz not null,
  prev bytea check (octet_length(prev) = 32),
  bytes bytea not null check (octet_length(bytes) between 1 and 65535),
  hash bytea not null check (octet_length(hash) = 32),
  primary key (mine_id, no, idx),
  unique (mine_id, entry_id)
);
create table journal_former_checkpoint (
  mine_id uuid not null,
  no integer not null,
  size bigint not null check (size > 0),
  prev bigint check (prev < size),
  note text not null,
  at timestamptz not null,
  primary key (mine_id, no, size)
);
create table journal_former_cosignature (
  mine_id uuid not null,
  no integer not null,
  size bigint not null check (size > 0),
  witness text not null check (witness <> ''),
  line text not null check (line <> ''),
  at timestamptz not null,
  time_s bigint not null check (time_s >= 0),
  primary key (mine_id, no, size, witness)
);

call guard('journal_break');
create trigger keep_rows before update or delete or truncate on journal_former_leaf for each statement execute function keep_rows();
create trigger keep_rows before update or delete or truncate on journal_former_checkpoint for each statement execute function keep_rows();
create trigger keep_rows before update or delete or truncate on journal_former_cosignature for each statement execute function keep_rows();
