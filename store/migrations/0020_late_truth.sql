-- Why: what telephones say late, twice or not at all. The seals of printed receipts, the photographs a hand-over names, telephones that were
-- lost and what is let in of theirs all the same, and how each telephone was heard: the office sees what is missing before anybody asks.

alter table ayni.delivery add column photos jsonb;
create view books.delivery_photo with (security_invoker = true) as
  select d.book_id, d.delivery, p.ordinal, p.digest
    from ayni.delivery d cross join lateral jsonb_array_elements_text(d.photos) with ordinality as p (digest, ordinal);
comment on view books.delivery_photo is 'room:acopio';
grant select on books.delivery_photo to ayni_app, ayni_keeper;

-- Since when a lost telephone is in strange hands, and the last sequence that was heard of it before.
alter table ayni.device add column lost_at text;
alter table ayni.device add column last_sequence int;
create or replace view books.device with (security_invoker = true) as
  select distinct on (book_id, device) book_id, device, agent, place, state, note, version, from_day, series, public_key, lost_at,
         last_sequence
    from ayni.device order by book_id, device, version desc;

create table ayni.device_release (
  book_id        uuid not null,
  release        uuid not null,
  device         uuid not null,
  acts           jsonb,
  from_sequence  int,
  until_sequence int,
  reason         text not null,
  released_by    uuid not null,
  on_day         date not null,
  position       bigint not null,
  primary key (book_id, release)
);
create index device_release_device on ayni.device_release (book_id, device);
comment on table ayni.device_release is 'citus:distributed(book_id) room:book shape:event';
alter table ayni.device_release enable row level security;
alter table ayni.device_release force row level security;
create policy one_book on ayni.device_release using (book_id = current_setting('ayni.book')::uuid) with check (book_id = current_setting('ayni.book')::uuid);
grant select, insert on ayni.device_release to ayni_app;
grant select, insert, delete on ayni.device_release to ayni_keeper;
create view books.device_release with (security_invoker = true) as
  select book_id, release, device, acts, from_sequence, until_sequence, reason, released_by, on_day from ayni.device_release;
comment on view books.device_release is 'room:book';
grant select on books.device_release to ayni_app, ayni_keeper;

-- A device's signature over what the code of a receipt says. It proves itself, so it is kept beside the chain and not in it.
create table ayni.paper_seal (
  book_id   uuid not null,
  kind      text not null,
  number    text not null,
  delivery  uuid not null,
  device    uuid not null,
  signature text not null,                                -- 64 bytes of Ed25519, base64url
  primary key (book_id, kind, number)
);
create index paper_seal_delivery on ayni.paper_seal (book_id, delivery);
comment on table ayni.paper_seal is 'citus:distributed(book_id) room:store shape:event';
alter table ayni.paper_seal enable row level security;
alter table ayni.paper_seal force row level security;
create policy one_book on ayni.paper_seal using (book_id = current_setting('ayni.book')::uuid) with check (book_id = current_setting('ayni.book')::uuid);
grant select, insert on ayni.paper_seal to ayni_app;
grant select, insert, delete on ayni.paper_seal to ayni_keeper;
create view books.paper_seal with (security_invoker = true) as
  select book_id, kind, number, delivery, device, signature from ayni.paper_seal;
comment on view books.paper_seal is 'room:store';
grant select on books.paper_seal to ayni_app, ayni_keeper;

-- Which sequence brought which bytes. A gap is a sequence that no row has; one used twice has two digests.
create table ayni.device_sequence (
  book_id  uuid   not null,
  device   uuid   not null,
  sequence bigint not null,
  digest   text   not null,                               -- SHA-256 of the act's text
  act      uuid   not null,
  primary key (book_id, device, sequence, digest)
);
create index device_sequence_act on ayni.device_sequence (book_id, act);
comment on table ayni.device_sequence is 'citus:distributed(book_id) room:store shape:event';
alter table ayni.device_sequence enable row level security;
alter table ayni.device_sequence force row level security;
create policy one_book on ayni.device_sequence using (book_id = current_setting('ayni.book')::uuid) with check (book_id = current_setting('ayni.book')::uuid);
grant select, insert on ayni.device_sequence to ayni_app;
grant select, insert, delete on ayni.device_sequence to ayni_keeper;
create view books.device_sequence with (security_invoker = true) as
  select book_id, device, sequence, digest, act from ayni.device_sequence;
comment on view books.device_sequence is 'room:store';
grant select on books.device_sequence to ayni_app, ayni_keeper;

-- How a device was heard last, as it told of itself. Nothing is decided by it.
create table ayni.device_heard (
  book_id        uuid        not null,
  device         uuid        not null,
  last_heard     timestamptz not null,
  clock_error_ms bigint,                                  -- its clock less ours; null: it did not say
  unsent         int,
  next_sequence  bigint,
  app            text,
  persisted      boolean,                                 -- whether its browser promised to keep the storage
  primary key (book_id, device)
);
comment on table ayni.device_heard is 'citus:distributed(book_id) room:store shape:now';
alter table ayni.device_heard enable row level security;
alter table ayni.device_heard force row level security;
create policy one_book on ayni.device_heard using (book_id = current_setting('ayni.book')::uuid) with check (book_id = current_setting('ayni.book')::uuid);
grant select, insert, update on ayni.device_heard to ayni_app;
grant select, insert, delete on ayni.device_heard to ayni_keeper;
create view books.device_heard with (security_invoker = true) as
  select book_id, device, last_heard, clock_error_ms, unsent, next_sequence, app, persisted from ayni.device_heard;
comment on view books.device_heard is 'room:store';
grant select on books.device_heard to ayni_app, ayni_keeper;

-- What waits unread, by why: quarantined acts of a lost telephone are counted by it.
create index intake_reason on ayni.intake (book_id, (reason ->> 'code'));
