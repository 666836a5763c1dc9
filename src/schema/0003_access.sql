-- Why: who may sign in, as whom, with which office over which part of the tree, and that a repeated write is done once.
create table account (
  mine_id uuid not null references mine (id),
  id uuid not null,
  person_id uuid,
  login text not null check (login <> ''),
  name text not null,
  password_hash text,
  must_change boolean not null,
  totp_secret bytea,
  totp_since timestamptz,
  disabled_at timestamptz,
  language text not null default 'zh' check (language in ('zh', 'en')),
  recorded_at timestamptz not null,
  primary key (mine_id, id),
  unique (mine_id, login),
  foreign key (mine_id, person_id) references person (mine_id, id)
);

create index account_person on account (mine_id, person_id);

-- Wrong sign-ins in a row by login, also by one that nobody has; and the last step of an authenticator, so that a code works once.
create table sign_in_try (
  mine_id uuid not null references mine (id),
  login_hash bytea not null,
  wrong_count integer not null,
  locked_until timestamptz,
  totp_last_step bigint,
  at timestamptz not null,
  primary key (mine_id, login_hash)
);
create index sign_in_try_at on sign_in_try (mine_id, at);

-- An office: a role over a unit and all below it; org_id null: over the whole mine.
create table office (
  mine_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  role text not null check (role in ('member', 'worker', 'groupLeader', 'commissioner', 'secretary', 'committeeStaff', 'inspector', 'systemAdmin', 'securityAdmin', 'auditAdmin')),
  org_id uuid,
  ended_at timestamptz,
  recorded_at timestamptz not null,
  primary key (mine_id, id),
  foreign key (mine_id, account_id) references account (mine_id, id),
  foreign key (mine_id, org_id) references org_unit (mine_id, id),
  check (role in ('systemAdmin', 'securityAdmin', 'auditAdmin', 'inspector', 'committeeStaff') or org_id is not null)
);
create unique index office_once on office (mine_id, account_id, role, org_id) nulls not distinct where ended_at is null;
-- The three administrators cannot hold each other's office (R10.2).
create unique index office_one_administrator on office (mine_id, account_id)
  where role in ('systemAdmin', 'securityAdmin', 'auditAdmin') and ended_at is null;

create table session (
  mine_id uuid not null,
  token_hash bytea not null,
  account_id uuid not null,
  made_at timestamptz not null,
  seen_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (mine_id, token_hash),
  foreign key (mine_id, account_id) references account (mine_id, id)
);
create index session_account on session (mine_id, account_id);

-- One-time links and printed codes; only their hash is kept.
create table ticket (
  mine_id uuid not null references mine (id),
  token_hash bytea not null,
  purpose text not null check (purpose in ('setup', 'securityAdmin', 'auditAdmin', 'firstSignIn')),
  account_id uuid,
  expires_at timestamptz not null,
  used_at timestamptz,
  primary key (mine_id, token_hash),
  foreign key (mine_id, account_id) references account (mine_id, id)
);

-- Who saw which masked value, when and why; person_id null: everybody’s, in an export.
create table unmasking (
  mine_id uuid not null,
  id uuid not null,
  person_id uuid,
  field text not null check (field in ('idNumber', 'phone', 'duesBase')),
  reason text not null check (reason <> ''),
  account_id uuid not null,
  recorded_at timestamptz not null,
  primary key (mine_id, id),
  foreign key (mine_id, person_id) references person (mine_id, id),
  foreign key (mine_id, account_id) references account (mine_id, id)
);
create index unmasking_person on unmasking (mine_id, person_id);

create table idempotency (
  mine_id uuid not null,
  account_id uuid not null,
  key text not null check (length(key) between 8 and 80),
  action text not null,
  request_hash bytea not null,
  status integer not null,
  answer text not null,
  at timestamptz not null,
  primary key (mine_id, account_id, key)
);
create index idempotency_at on idempotency (mine_id, at);
