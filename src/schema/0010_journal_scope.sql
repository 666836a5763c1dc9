-- Why: the page of the journal shows the latest entries of one branch among thousands.
create index journal_entry_scope on journal_entry (mine_id, scope, id);
