-- Why: what a member needs of the branch: meetings to come with a session for each shift, leave, things to read, what they say and are answered, notices.

-- A file is kept once, under the SHA-256 of its bytes.
create table stored_file (
  mine_id uuid not null references mine (id),
  hash bytea not null check (octet_length(hash) = 32),
  kind text not null check (kind in ('pdf', 'docx', 'xlsx', 'txt', 'png', 'jpeg', 'webp')),
  bytes bytea not null,
  recorded_at timestamptz not null,
  primary key (mine_id, hash)
);
alter table stored_file alter column bytes set storage external;

create table material (
  mine_id uuid not null,
  id uuid not null,
  org_id uuid not null,
  title text not null check (title <> ''),
  body text not null default '',
  file_name text not null default '',
  file_hash bytea,
  recorded_at timestamptz not null,
  primary key (mine_id, id),
  foreign key (mine_id, org_id) references org_unit (mine_id, id),
  foreign key (mine_id, file_hash) references stored_file (mine_id, hash),
  check ((file_name = '') = (file_hash is null)),
  check (body <> '' or file_hash is not null)
);
create index material_org on material (mine_id, org_id);

create table planned_meeting (
  mine_id uuid not null,
  id uuid not null,
  org_id uuid not null,
  kind text not null check (kind in ('generalMeeting', 'committeeMeeting', 'groupMeeting', 'partyLecture', 'themeDay', 'orgLifeMeeting', 'memberAppraisal', 'studyExchange')),
  subject text not null check (subject <> ''),
  note text not null default '',
  state text not null check (state in ('planned', 'held', 'cancelled')),
  why_cancelled text not null default '',
  meeting_id uuid,
  recorded_at timestamptz not null,
  primary key (mine_id, id),
  foreign key (mine_id, org_id) references org_unit (mine_id, id),
  foreign key (mine_id, meeting_id) references meeting (mine_id, id),
  check ((state = 'held') = (meeting_id is not null)),
  check ((state = 'cancelled') = (why_cancelled <> ''))
);
create index planned_meeting_org on planned_meeting (mine_id, org_id);
create index planned_meeting_held on planned_meeting (mine_id, meeting_id);

-- A sitting of a planned meeting. `shift`: whose; empty: everybody's.
create table meeting_session (
  mine_id uuid not null,
  id uuid not null,
  planned_id uuid not null,
  day date not null,
  starts text not null check (starts ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  ends text not null check (ends = '' or ends ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  place text not null default '',
  shift text not null default '',
  primary key (mine_id, id),
  foreign key (mine_id, planned_id) references planned_meeting (mine_id, id)
);
create index meeting_session_planned on meeting_session (mine_id, planned_id);
create index meeting_session_day on meeting_session (mine_id, day);

-- What to read before a planned meeting.
create table planned_material (
  mine_id uuid not null,
  planned_id uuid not null,
  material_id uuid not null,
  primary key (mine_id, planned_id, material_id),
  foreign key (mine_id, planned_id) references planned_meeting (mine_id, id),
  foreign key (mine_id, material_id) references material (mine_id, id)
);

create table leave_request (
  mine_id uuid not null,
  id uuid not null,
  planned_id uuid not null,
  person_id uuid not null,
  reason text not null check (reason in ('onShift', 'ill', 'trip', 'personal', 'other')),
  note text not null default '',
  state text not null check (state in ('asked', 'granted', 'refused')),
  answer text not null default '',
  answered_by uuid,
  answered_at timestamptz,
  recorded_at timestamptz not null,
  primary key (mine_id, id),
  unique (mine_id, planned_id, person_id),
  foreign key (mine_id, planned_id) references planned_meeting (mine_id, id),
  foreign key (mine_id, person_id) references person (mine_id, id),
  foreign key (mine_id, answered_by) references account (mine_id, id),
  check ((state = 'asked') = (answered_by is null)),
  check ((state = 'asked') = (answered_at is null))
);
create index leave_request_person on leave_request (mine_id, person_id);

-- A complaint, a suggestion, or a request to correct what is held; signed, and answered. `org_id`: whose it is to answer; null: the committee’s of the whole mine.
create table voice (
  mine_id uuid not null references mine (id),
  id uuid not null,
  account_id uuid not null,
  person_id uuid,
  org_id uuid,
  kind text not null check (kind in ('complaint', 'suggestion', 'correction')),
  text text not null check (text <> ''),
  page text not null default '',
  field text not null default '',
  answer_by date not null,
  outcome text check (outcome in ('done', 'underway', 'declined')),
  answer text not null default '',
  answered_by uuid,
  answered_at timestamptz,
  recorded_at timestamptz not null,
  primary key (mine_id, id),
  foreign key (mine_id, account_id) references account (mine_id, id),
  foreign key (mine_id, person_id) references person (mine_id, id),
  foreign key (mine_id, org_id) references org_unit (mine_id, id),
  foreign key (mine_id, answered_by) references account (mine_id, id),
  check ((outcome is null) = (answered_by is null)),
  check ((outcome is null) = (answered_at is null)),
  check ((outcome is null) = (answer = ''))
);
create index voice_account on voice (mine_id, account_id);
create index voice_org on voice (mine_id, org_id);

-- Derived from the journal, for one person or one account; made anew it would be the same. Nothing says whether it was read (R9).
create table notice (
  mine_id uuid not null references mine (id),
  id uuid not null,
  person_id uuid,
  account_id uuid,
  kind text not null check (kind in ('meetingPlanned', 'meetingChanged', 'meetingCancelled', 'leaveAnswered', 'voiceAnswered', 'caseMoved', 'unmasked', 'digest')),
  about uuid,
  facts text not null,
  -- Which leaf of the journal, or which week, it came of: one of each.
  origin text not null check (origin <> ''),
  at timestamptz not null,
  visible_from timestamptz not null,
  primary key (mine_id, id),
  unique nulls not distinct (mine_id, origin, person_id, account_id),
  foreign key (mine_id, person_id) references person (mine_id, id),
  foreign key (mine_id, account_id) references account (mine_id, id),
  check ((person_id is null) <> (account_id is null))
);
create index notice_person on notice (mine_id, person_id, at);
create index notice_account on notice (mine_id, account_id, at);

-- Who was shown which version of the privacy notice, and said so.
create table privacy_acceptance (
  mine_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  person_id uuid,
  version text not null check (version <> ''),
  recorded_at timestamptz not null,
  primary key (mine_id, id),
  unique (mine_id, account_id, version),
  foreign key (mine_id, account_id) references account (mine_id, id),
  foreign key (mine_id, person_id) references person (mine_id, id)
);

create index attendance_person on attendance (mine_id, person_id);
