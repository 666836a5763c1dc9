-- Why: who changes the log must reckon with memories outside this server; whose they are, and what they signed, is kept here.

-- Witnesses the mine goes by: an office's own process (`committee`, with the address its checkpoints are sent to), or a member's phone.
-- `name` and `vkey` as in its signature lines (C2SP tlog-cosignature). Ended ones stay: what they signed keeps counting.
create table witness (
  mine_id uuid not null references mine (id),
  id uuid not null,
  name text not null check (name ~ '^[^[:space:]+]+$' and name ~ '[./]'),
  vkey text not null check (vkey <> ''),
  url text check (url <> ''),
  kind text not null check (kind in ('committee', 'phone')),
  since timestamptz not null,
  until timestamptz check (until >= since),
  primary key (mine_id, id),
  unique (mine_id, vkey),
  check ((kind = 'committee') = (url is not null))
);
create unique index witness_name on witness (mine_id, name) where until is null;

-- How many witnesses of each kind make a checkpoint witnessed; the latest row holds, none: nobody is needed.
create table witness_quorum (
  mine_id uuid not null references mine (id),
  id uuid not null,
  committees integer not null check (committees between 0 and 16),
  phones integer not null check (phones between 0 and 1000),
  recorded_at timestamptz not null,
  primary key (mine_id, id)
);

-- Signature lines of witnesses below our checkpoints, each checked before it came in; `time_s` is the witness's own time, `at` ours.
-- Evidence, not a record: it is held against keys from outside. No foreign key to the checkpoint: what was signed must stay known when
-- somebody takes the checkpoint away.
create table journal_cosignature (
  mine_id uuid not null references mine (id),
  size bigint not null check (size > 0),
  witness text not null check (witness <> ''),
  line text not null check (line <> ''),
  at timestamptz not null,
  time_s bigint not null check (time_s >= 0),
  primary key (mine_id, size, witness)
);

-- How sending to a witness goes: a state, not a record. `known`: the size it signed last; `failure`: why it does not sign now.
create table witness_delivery (
  mine_id uuid not null,
  witness_id uuid not null,
  known bigint not null default 0 check (known >= 0),
  tried_at timestamptz,
  failure text,
  failing_since timestamptz,
  primary key (mine_id, witness_id),
  foreign key (mine_id, witness_id) references witness (mine_id, id),
  check ((failure is null) = (failing_since is null))
);

call guard('witness');
call guard('witness_quorum');
create trigger keep_rows before update or delete or truncate on journal_cosignature for each statement execute function keep_rows();
