-- Why: what branches do: meetings with their roll call, study plans, dues and admission cases.
create table meeting (
  mine_id uuid not null,
  id uuid not null,
  no text not null check (no <> ''),
  org_id uuid not null,
  kind text not null check (kind in ('generalMeeting', 'committeeMeeting', 'groupMeeting', 'partyLecture', 'themeDay', 'orgLifeMeeting', 'memberAppraisal', 'studyExchange')),
  held_on date not null,
  starts text not null default '',
  ends text not null default '',
  place text not null default '',
  chair text not null default '',
  recorder text not null default '',
  lecturer text not null default '',
  expected integer not null check (expected >= 0),
  present integer not null check (present >= 0),
  absence text not null default '',
  subject text not null default '',
  resolution text not null default '',
  hours_hundredths integer check (hours_hundredths >= 0),
  registered_on date,
  source text not null check (source in ('import', 'product')),
  recorded_at timestamptz not null,
  primary key (mine_id, id),
  unique (mine_id, no),
  foreign key (mine_id, org_id) references org_unit (mine_id, id)
);
create index meeting_org on meeting (mine_id, org_id, held_on);
create index meeting_held on meeting (mine_id, held_on);

-- The roll call of a meeting entered in the product; the secretary's word is the only record of attendance (R9).
create table attendance (
  mine_id uuid not null,
  meeting_id uuid not null,
  person_id uuid not null,
  state text not null check (state in ('present', 'absent', 'excluded')),
  reason text not null default '',
  primary key (mine_id, meeting_id, person_id),
  foreign key (mine_id, meeting_id) references meeting (mine_id, id),
  foreign key (mine_id, person_id) references person (mine_id, id)
);

create table study_plan_row (
  mine_id uuid not null,
  id uuid not null,
  org_id uuid not null,
  month date not null check (extract(day from month) = 1),
  subject text not null check (subject <> ''),
  content text not null default '',
  form text not null default '',
  lecturer text not null default '',
  hours_hundredths integer check (hours_hundredths >= 0),
  prepared boolean,
  meeting_id uuid,
  source text not null check (source in ('import', 'product')),
  recorded_at timestamptz not null,
  primary key (mine_id, id),
  unique (mine_id, org_id, month, subject),
  foreign key (mine_id, org_id) references org_unit (mine_id, id),
  foreign key (mine_id, meeting_id) references meeting (mine_id, id)
);
create index study_plan_row_month on study_plan_row (mine_id, month);

create table dues_payment (
  mine_id uuid not null,
  id uuid not null,
  month date not null check (extract(day from month) = 1),
  person_id uuid not null,
  believed_fen bigint check (believed_fen >= 0),
  paid_fen bigint not null check (paid_fen >= 0),
  paid_on date not null,
  source text not null check (source in ('import', 'product')),
  recorded_at timestamptz not null,
  primary key (mine_id, id),
  unique (mine_id, month, person_id, paid_on),
  foreign key (mine_id, person_id) references person (mine_id, id)
);
create index dues_payment_person on dues_payment (mine_id, person_id, month);

-- One person's way into the Party: a date for each of the 25 steps (R2) and the numbers the rules ask for.
create table admission_case (
  mine_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  submit_application date,
  intake_talk date,
  nominate_activist date,
  file_activist date,
  assign_mentors date,
  mentors integer check (mentors >= 0),
  cultivate_activist date,
  decide_candidate date,
  file_candidate date,
  assign_sponsors date,
  sponsors integer check (sponsors >= 0),
  political_review date,
  candidate_training date,
  training_hundredths integer check (training_hundredths >= 0),
  committee_review date,
  pre_review date,
  fill_aspiration_form date,
  acceptance_meeting date,
  acceptance_expected integer check (acceptance_expected >= 0),
  acceptance_present integer check (acceptance_present >= 0),
  acceptance_yes integer check (acceptance_yes >= 0),
  committee_talk date,
  committee_approval date,
  file_upper date,
  place_in_group date,
  oath date,
  probation_education date,
  apply_conversion date,
  conversion_meeting date,
  conversion_expected integer check (conversion_expected >= 0),
  conversion_present integer check (conversion_present >= 0),
  conversion_yes integer check (conversion_yes >= 0),
  conversion_approval date,
  archive date,
  source text not null check (source in ('import', 'product')),
  recorded_at timestamptz not null,
  primary key (mine_id, id),
  unique (mine_id, person_id),
  foreign key (mine_id, person_id) references person (mine_id, id)
);
