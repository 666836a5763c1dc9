-- Why: what somebody was (category, unit, posts) says why it ended. Null: nobody said why.
alter table standing add column why_ended text check (why_ended <> '');
