-- Why: what came late is counted at every visit of a branch's page; each kind of record is found by its unit or its person, never by reading the mine.
create index decision_unit on decision (mine_id, org_id);
create index meeting_vote_unit on meeting_vote (mine_id, org_id);
create index make_up_unit on make_up (mine_id, org_id, made_on);
create index expected_exclusion_unit on expected_exclusion (mine_id, org_id);
create index admission_step_person on admission_step (mine_id, person_id);
