-- Why: a restored backup brings back who was erased after it; the restore erases them again, and it is the restore that does, not an account.
alter table erasure alter column account_id drop not null;
