-- Why: what somebody was told is derived from the journal; who was wrongly recorded is told of the next meeting within seconds, and could not be erased for it.
alter table notice drop constraint notice_mine_id_person_id_fkey;
alter table notice add foreign key (mine_id, person_id) references person (mine_id, id) on delete cascade;
