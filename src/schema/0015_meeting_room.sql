-- Why: a meeting is run in its room: convened with an agenda, its roll called sitting by sitting, voted, minuted, signed, followed up.

-- Open until the secretary closes it; only then it counts. Null: recorded without a room. (A column added to a sealed record starts as null.)
alter table meeting
  add column room_state text check (room_state in ('open', 'closed', 'signed')),
  add column opened_at timestamptz,
  add column closed_at timestamptz,
  add constraint meeting_room_opened check ((room_state is null) = (opened_at is null)),
  add constraint meeting_room_closed check (coalesce(room_state in ('closed', 'signed'), false) = (closed_at is not null)),
  add constraint meeting_room_times check (closed_at >= opened_at);
create index meeting_open on meeting (mine_id, org_id) where room_state = 'open';

-- A planned meeting has its record from the moment its room is opened, and was held when that is closed.
alter table planned_meeting
  drop constraint planned_meeting_check,
  add constraint planned_meeting_held_check check (state <> 'held' or meeting_id is not null),
  add constraint planned_meeting_begun_check check (state <> 'cancelled' or meeting_id is null);

-- At which sitting somebody was called; null: there is but one.
alter table attendance
  add column session_id uuid,
  add constraint attendance_session foreign key (mine_id, session_id) references meeting_session (mine_id, id);
create index attendance_session_of on attendance (mine_id, session_id) where session_id is not null;

-- Who called the roll of a sitting last, and how often it was called.
create table roll_call (
  mine_id uuid not null,
  meeting_id uuid not null,
  session_id uuid,
  times integer not null check (times > 0),
  account_id uuid not null,
  taken_at timestamptz not null,
  unique nulls not distinct (mine_id, meeting_id, session_id),
  foreign key (mine_id, meeting_id) references meeting (mine_id, id),
  foreign key (mine_id, session_id) references meeting_session (mine_id, id),
  foreign key (mine_id, account_id) references account (mine_id, id)
);

-- Somebody from elsewhere who sat in: written down, never counted.
create table guest (
  mine_id uuid not null,
  id uuid not null,
  meeting_id uuid not null,
  session_id uuid,
  name text not null check (name <> ''),
  origin text not null default '',
  primary key (mine_id, id),
  foreign key (mine_id, meeting_id) references meeting (mine_id, id),
  foreign key (mine_id, session_id) references meeting_session (mine_id, id)
);
create index guest_meeting on guest (mine_id, meeting_id);
create index guest_session on guest (mine_id, session_id) where session_id is not null;
create index roll_call_session on roll_call (mine_id, session_id) where session_id is not null;

-- What a planned meeting deals with, in its order. `vote`: which decision of the regulation; promise_id: the decision it takes up again.
create table agenda_item (
  mine_id uuid not null,
  id uuid not null,
  planned_id uuid not null,
  no integer not null check (no > 0),
  kind text not null check (kind in ('report', 'discussion', 'vote')),
  title text not null check (title <> ''),
  note text not null default '',
  vote text check (vote in ('ordinary', 'committeeReport', 'election', 'delegates', 'admission', 'conversion', 'probationExtension', 'probationCancel', 'commendation', 'disposal', 'discipline', 'exclusion')),
  person_id uuid,
  promise_id uuid,
  primary key (mine_id, id),
  foreign key (mine_id, planned_id) references planned_meeting (mine_id, id),
  foreign key (mine_id, person_id) references person (mine_id, id),
  check ((kind = 'vote') = (vote is not null))
);
create index agenda_item_planned on agenda_item (mine_id, planned_id);

-- What was decided. With an owner and a day it is a promise with a clock; without, it stands.
create table decision (
  mine_id uuid not null,
  id uuid not null,
  meeting_id uuid not null,
  org_id uuid not null,
  item_id uuid,
  text text not null check (text <> ''),
  owner_id uuid,
  due_on date,
  state text not null check (state in ('stands', 'open', 'done', 'dropped')),
  done_on date,
  how text not null default '',
  account_id uuid not null,
  recorded_at timestamptz not null,
  primary key (mine_id, id),
  foreign key (mine_id, meeting_id) references meeting (mine_id, id),
  foreign key (mine_id, org_id) references org_unit (mine_id, id),
  foreign key (mine_id, item_id) references agenda_item (mine_id, id),
  foreign key (mine_id, owner_id) references person (mine_id, id),
  foreign key (mine_id, account_id) references account (mine_id, id),
  check ((owner_id is null) = (due_on is null)),
  check ((state = 'stands') = (owner_id is null)),
  check ((state in ('done', 'dropped')) = (done_on is not null))
);
create index decision_item on decision (mine_id, item_id) where item_id is not null;
create index decision_meeting on decision (mine_id, meeting_id);
create index decision_org on decision (mine_id, org_id, due_on) where state = 'open';
create index decision_owner on decision (mine_id, owner_id) where state = 'open';

alter table agenda_item
  add constraint agenda_item_promise foreign key (mine_id, promise_id) references decision (mine_id, id);
create index agenda_item_promise_of on agenda_item (mine_id, promise_id);

-- A vote as it was counted. Nobody's ballot is kept. `written`: opinions handed in before by people who are not there.
create table meeting_vote (
  mine_id uuid not null,
  id uuid not null,
  meeting_id uuid not null,
  org_id uuid not null,
  item_id uuid not null,
  rule text not null check (rule in ('ordinary', 'committeeReport', 'election', 'delegates', 'admission', 'conversion', 'probationExtension', 'probationCancel', 'commendation', 'disposal', 'discipline', 'exclusion')),
  clause text not null check (clause <> ''),
  expected integer not null check (expected > 0),
  present integer not null check (present between 0 and expected),
  yes integer not null check (yes >= 0),
  no integer not null check (no >= 0),
  abstain integer not null check (abstain >= 0),
  written integer not null check (written between 0 and expected - present),
  written_yes integer not null check (written_yes between 0 and written),
  carried boolean not null,
  repeat_why text not null default '',
  account_id uuid not null,
  recorded_at timestamptz not null,
  primary key (mine_id, id),
  foreign key (mine_id, meeting_id) references meeting (mine_id, id),
  foreign key (mine_id, org_id) references org_unit (mine_id, id),
  foreign key (mine_id, item_id) references agenda_item (mine_id, id),
  foreign key (mine_id, account_id) references account (mine_id, id),
  check (yes + no + abstain <= present),
  check (not carried or (yes + written_yes) * 2 > expected)
);
create index meeting_vote_item on meeting_vote (mine_id, item_id);
create index meeting_vote_meeting on meeting_vote (mine_id, meeting_id);
-- The first vote on an item needs no reason; there is one of it.
create unique index meeting_vote_first on meeting_vote (mine_id, item_id) where repeat_why = '';

-- What was said, block by block; item_id null: of the meeting as a whole.
create table minute (
  mine_id uuid not null,
  id uuid not null,
  meeting_id uuid not null,
  org_id uuid not null,
  item_id uuid,
  text text not null,
  account_id uuid not null,
  saved_at timestamptz not null,
  primary key (mine_id, id),
  unique nulls not distinct (mine_id, meeting_id, item_id),
  foreign key (mine_id, meeting_id) references meeting (mine_id, id),
  foreign key (mine_id, org_id) references org_unit (mine_id, id),
  foreign key (mine_id, item_id) references agenda_item (mine_id, id),
  foreign key (mine_id, account_id) references account (mine_id, id)
);
create index minute_item on minute (mine_id, item_id) where item_id is not null;

-- Chair and recorder put their names to the record as they read it: `digest` is that reading's.
create table meeting_signature (
  mine_id uuid not null,
  id uuid not null,
  meeting_id uuid not null,
  org_id uuid not null,
  role text not null check (role in ('chair', 'recorder')),
  account_id uuid not null,
  digest text not null check (digest ~ '^[0-9a-f]{64}$'),
  signed_at timestamptz not null,
  primary key (mine_id, id),
  unique (mine_id, meeting_id, role),
  unique (mine_id, meeting_id, account_id),
  foreign key (mine_id, meeting_id) references meeting (mine_id, id),
  foreign key (mine_id, org_id) references org_unit (mine_id, id),
  foreign key (mine_id, account_id) references account (mine_id, id)
);

-- What is added to a signed record; the record itself never changes again.
create table addendum (
  mine_id uuid not null,
  id uuid not null,
  meeting_id uuid not null,
  org_id uuid not null,
  text text not null check (text <> ''),
  account_id uuid not null,
  recorded_at timestamptz not null,
  primary key (mine_id, id),
  foreign key (mine_id, meeting_id) references meeting (mine_id, id),
  foreign key (mine_id, org_id) references org_unit (mine_id, id),
  foreign key (mine_id, account_id) references account (mine_id, id)
);
create index addendum_meeting on addendum (mine_id, meeting_id);

-- What somebody who was absent was given afterwards, at a meeting before the shift. It is never attendance.
create table make_up (
  mine_id uuid not null,
  id uuid not null,
  meeting_id uuid not null,
  org_id uuid not null,
  person_id uuid not null,
  made_on date not null,
  shift text not null default '',
  given text not null check (given <> ''),
  material_id uuid,
  account_id uuid not null,
  recorded_at timestamptz not null,
  primary key (mine_id, id),
  unique (mine_id, meeting_id, person_id),
  foreign key (mine_id, meeting_id) references meeting (mine_id, id),
  foreign key (mine_id, org_id) references org_unit (mine_id, id),
  foreign key (mine_id, person_id) references person (mine_id, id),
  foreign key (mine_id, material_id) references material (mine_id, id),
  foreign key (mine_id, account_id) references account (mine_id, id)
);

-- Why somebody is not counted among those expected, or may not vote, from a day to a day; with the approval from above and the consent.
create table expected_exclusion (
  mine_id uuid not null,
  id uuid not null,
  org_id uuid not null,
  person_id uuid not null,
  ground text not null check (ground in ('cannotExpressWill', 'abroad', 'servingSentence', 'longIll', 'awayHalfYear', 'probationWithinParty', 'rightsSuspended')),
  approval_no text not null check (approval_no <> ''),
  consent_meeting_id uuid,
  from_day date not null,
  to_day date,
  account_id uuid not null,
  recorded_at timestamptz not null,
  primary key (mine_id, id),
  foreign key (mine_id, org_id) references org_unit (mine_id, id),
  foreign key (mine_id, person_id) references person (mine_id, id),
  foreign key (mine_id, consent_meeting_id) references meeting (mine_id, id),
  foreign key (mine_id, account_id) references account (mine_id, id),
  check ((ground in ('probationWithinParty', 'rightsSuspended')) = (consent_meeting_id is null)),
  check (to_day >= from_day)
);
create index expected_exclusion_person on expected_exclusion (mine_id, person_id);

-- Who has something to carry out is told.
alter table notice
  drop constraint notice_kind_check,
  add constraint notice_kind_check check (kind in ('meetingPlanned', 'meetingChanged', 'meetingCancelled', 'leaveAnswered', 'voiceAnswered', 'caseMoved', 'unmasked', 'digest', 'decisionMade'));
