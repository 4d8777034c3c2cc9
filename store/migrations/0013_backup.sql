-- Why: an installation knows when it was last backed up, where to, whether that was read back and good, and which rehearsals of a
-- restore it has played. It is about the machine, not about a book: outside books, written by the keeper, shown to those who may back up.

create table ayni.backup_run (
  run        uuid        not null primary key,
  began      timestamptz not null,
  ended      timestamptz not null,
  why        text        not null,                       -- 'daily' or 'asked'
  place      text        not null,                       -- the folder
  file       text,                                       -- null when none was kept
  size_bytes bigint      not null,
  encrypted  boolean     not null,
  refusal    jsonb                                       -- null: it was written, read back and found good
);
comment on table ayni.backup_run is 'citus:local room:store shape:local';
create index backup_run_ended on ayni.backup_run (ended);
grant select on ayni.backup_run to ayni_app;
grant select, insert, delete on ayni.backup_run to ayni_keeper;

create table ayni.backup_part (
  run           uuid   not null,
  book_id       uuid   not null,
  position      bigint not null,                         -- the head the book stood at
  head          text   not null,                         -- hex
  table_count   int    not null,
  row_count     bigint not null,
  primary key (run, book_id)
);
comment on table ayni.backup_part is 'citus:local room:store shape:local';
grant select on ayni.backup_part to ayni_app;
grant select, insert, delete on ayni.backup_part to ayni_keeper;

create table ayni.rehearsal (
  rehearsal uuid        not null primary key,
  book_id   uuid        not null,
  asked_by  uuid        not null,                        -- the agent who asked for it
  began     timestamptz not null,
  step      text        not null,                        -- 'read', 'load', 'compare', 'prove', 'done'
  ended     timestamptz,
  refusal   jsonb,
  outcome   jsonb                                        -- what was compared, table by table
);
comment on table ayni.rehearsal is 'citus:local room:store shape:now';
create index rehearsal_book on ayni.rehearsal (book_id, began);
grant select on ayni.rehearsal to ayni_app;
grant select, insert, update, delete on ayni.rehearsal to ayni_keeper;

-- A backup says which migrations its tables stand at.
grant select on public.migration to ayni_keeper;
