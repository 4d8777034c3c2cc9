-- Why: telephones are enrolled by a ticket that a manager shows once, and send their photographs in pieces. Neither belongs to what a
-- book keeps: a ticket lasts half an hour, and a piece until the file is whole.

create table ayni.field_ticket (
  ticket_hash bytea       not null primary key,            -- SHA-256 of the ticket, which has more than 128 random bits and is never kept
  ticket_id   uuid        not null unique,
  book_id     uuid        not null,
  place       text        not null,                        -- the collection point that the telephone will stand at
  by_seat     uuid        not null,                        -- on whose word the telephone is enrolled
  by_agent    uuid        not null,
  made        timestamptz not null,
  expires     timestamptz not null,
  revoked     timestamptz,
  used        timestamptz,
  used_key    text,                                        -- the telephone's public key: the same one is answered again
  series      text                                         -- the series that was tried for its receipts
);
create index field_ticket_place on ayni.field_ticket (book_id, place);
comment on table ayni.field_ticket is 'citus:local room:store shape:now';
grant select, insert, update on ayni.field_ticket to ayni_app;
grant select, insert, delete on ayni.field_ticket to ayni_keeper;

-- A file on its way from a telephone. Once it is whole it is kept with the others and only its size stays here, for the quota.
create table ayni.field_file (
  book_id    uuid        not null,
  device     uuid        not null,
  digest     text        not null,                         -- SHA-256 of the whole file
  size_bytes bigint      not null,
  bytes      bytea       not null,                         -- what has come so far; empty once it is kept
  whole      boolean     not null,
  touched    timestamptz not null,
  primary key (book_id, device, digest)
);
create index field_file_touched on ayni.field_file (book_id, touched);
comment on table ayni.field_file is 'citus:distributed(book_id) room:store shape:now';
alter table ayni.field_file enable row level security;
alter table ayni.field_file force row level security;
create policy one_book on ayni.field_file using (book_id = current_setting('ayni.book')::uuid) with check (book_id = current_setting('ayni.book')::uuid);
grant select, insert, update on ayni.field_file to ayni_app;
grant select, insert, delete on ayni.field_file to ayni_keeper;

-- A telephone asks for what came after a position of the book: in the register that must not read everybody.
create index agent_position on ayni.agent (book_id, position);
create index profile_position on ayni.profile (book_id, position);
create index tie_position on ayni.tie (book_id, position);
create index erasure_position on ayni.erasure (book_id, position);
