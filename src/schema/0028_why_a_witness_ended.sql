-- Why: a witness that is let go is the first thing somebody who covers a trace would want; whoever reads of it asks for the reason. Null: it
-- has not ended, or ended before reasons were asked for.
alter table witness
  add column why_ended text check (why_ended <> ''),
  add check (until is not null or why_ended is null);
