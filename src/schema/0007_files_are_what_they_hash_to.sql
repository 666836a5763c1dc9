-- Why: a material seals the hash of its file; bytes that are no longer those of their hash must not stand under it.
alter table stored_file add check (hash = sha256(bytes));
