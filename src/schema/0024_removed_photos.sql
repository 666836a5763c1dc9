-- Why: of a photo that was taken away the picture goes too; its hash stays in the sealed record. Who adds a photo still holds its file.
alter table meeting_photo
  drop constraint meeting_photo_mine_id_file_hash_fkey,
  add column kept_hash bytea generated always as (case when removed_at is null then file_hash end) stored,
  add constraint meeting_photo_kept foreign key (mine_id, kept_hash) references stored_file (mine_id, hash);
create index meeting_photo_kept_hash on meeting_photo (mine_id, kept_hash) where kept_hash is not null;
call guard('meeting_photo', unsealed => '{kept_hash}');
