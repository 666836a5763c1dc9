-- Why: an admission names its mentors (one or two) and its two sponsors, where only their number was kept.
alter table admission_case
  add column mentor_1 uuid,
  add column mentor_2 uuid,
  add column sponsor_1 uuid,
  add column sponsor_2 uuid,
  add foreign key (mine_id, mentor_1) references person (mine_id, id),
  add foreign key (mine_id, mentor_2) references person (mine_id, id),
  add foreign key (mine_id, sponsor_1) references person (mine_id, id),
  add foreign key (mine_id, sponsor_2) references person (mine_id, id),
  add check (mentor_2 is null or mentor_2 <> mentor_1),
  add check (sponsor_2 is null or sponsor_2 <> sponsor_1);
