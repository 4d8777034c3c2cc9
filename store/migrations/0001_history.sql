-- Why: the history of a book (acts as received, outcomes, entries, papers, chained) and what the writer keeps beside it.
-- Everything of a book is led by book_id, so one machine or many can carry it. Running servers: none yet.
create schema ayni;
create schema books;
grant usage on schema ayni to ayni_app, ayni_keeper;
grant usage on schema books to ayni_app, ayni_keeper;

-- Outside books ---------------------------------------------------------------------------------------------------------

create table ayni.book_directory (
  book_id    uuid        not null primary key,
  opened     timestamptz not null default now()
);
comment on table ayni.book_directory is 'citus:local room:store shape:local';
grant select, insert on ayni.book_directory to ayni_app;
grant select, insert, delete on ayni.book_directory to ayni_keeper;

create table ayni.account (
  account_id uuid        not null primary key,
  sign_in    text        not null unique,                 -- a name or telephone, as the person types it, folded
  made       timestamptz not null default now()
);
comment on table ayni.account is 'citus:local room:store shape:local';
grant select, insert on ayni.account to ayni_app;
grant select, insert, delete on ayni.account to ayni_keeper;

create table ayni.session (
  token_hash bytea       not null primary key,            -- SHA-256 of the token; the token itself is never kept
  account_id uuid,                                        -- null for the operator's own session on this machine
  book_id    uuid        not null,
  seat       uuid        not null,
  agent      uuid        not null,
  made       timestamptz not null default now(),
  expires    timestamptz not null,
  ended      timestamptz
);
comment on table ayni.session is 'citus:local room:store shape:now';
grant select, insert, update on ayni.session to ayni_app;
grant select, insert, delete on ayni.session to ayni_keeper;

-- History ---------------------------------------------------------------------------------------------------------------

create table ayni.book_head (
  book_id  uuid   not null,
  position bigint not null,
  head     bytea  not null,
  primary key (book_id)
);
comment on table ayni.book_head is 'citus:distributed(book_id) room:store shape:now';
alter table ayni.book_head enable row level security;
alter table ayni.book_head force row level security;
create policy one_book on ayni.book_head using (book_id = current_setting('ayni.book')::uuid) with check (book_id = current_setting('ayni.book')::uuid);
grant select, insert, update on ayni.book_head to ayni_app;
grant select, insert, delete on ayni.book_head to ayni_keeper;

create table ayni.act (
  book_id         uuid   not null,
  position        bigint not null,
  act_id          uuid   not null,                        -- made by the device: a repeat is the same act
  kind            text   not null,
  version         int    not null,
  rules           int    not null,                        -- version of `follows` it was booked under
  by_agent        uuid   not null,
  way             text   not null,
  body            text   not null,                        -- the exact text received and, for devices, signed
  signature       text,
  received        text   not null,                        -- the book's clock, ISO instant
  cause           uuid,                                   -- the act that caused this one
  outcome         text   not null,                        -- JSON, as chained
  act_digest      bytea  not null,
  outcome_digest  bytea  not null,
  entries_digest  bytea  not null,
  papers_digest   bytea  not null,
  head            bytea  not null,                        -- the link of the chain at this position
  primary key (book_id, position),
  unique (book_id, act_id)
);
comment on table ayni.act is 'citus:distributed(book_id) room:store shape:event';
alter table ayni.act enable row level security;
alter table ayni.act force row level security;
create policy one_book on ayni.act using (book_id = current_setting('ayni.book')::uuid) with check (book_id = current_setting('ayni.book')::uuid);
grant select, insert on ayni.act to ayni_app;
grant select, insert, delete on ayni.act to ayni_keeper;

create table ayni.entry (
  book_id           uuid   not null,
  position          bigint not null,
  ordinal           int    not null,
  because           text   not null,
  about             text,
  happened          date   not null,
  booked            date   not null,
  reverses_position bigint,
  reverses_ordinal  int,
  primary key (book_id, position, ordinal)
);
comment on table ayni.entry is 'citus:distributed(book_id) room:store shape:event';
alter table ayni.entry enable row level security;
alter table ayni.entry force row level security;
create policy one_book on ayni.entry using (book_id = current_setting('ayni.book')::uuid) with check (book_id = current_setting('ayni.book')::uuid);
grant select, insert on ayni.entry to ayni_app;
grant select, insert, delete on ayni.entry to ayni_keeper;

create table ayni.posting (
  book_id   uuid   not null,
  position  bigint not null,
  ordinal   int    not null,
  line      int    not null,
  account   text   not null,
  commodity text   not null,
  amount    bigint not null,                              -- whole grains of the commodity
  agent     uuid,
  lot       uuid,
  place     text,
  owner     uuid,
  agreement uuid,
  happened  date   not null,
  booked    date   not null,
  primary key (book_id, position, ordinal, line)
);
create index posting_agent on ayni.posting (book_id, agent, account) where agent is not null;
create index posting_account on ayni.posting (book_id, account, booked);
comment on table ayni.posting is 'citus:distributed(book_id) room:store shape:event';
alter table ayni.posting enable row level security;
alter table ayni.posting force row level security;
create policy one_book on ayni.posting using (book_id = current_setting('ayni.book')::uuid) with check (book_id = current_setting('ayni.book')::uuid);
grant select, insert on ayni.posting to ayni_app;
grant select, insert, delete on ayni.posting to ayni_keeper;

create table ayni.paper (
  book_id  uuid   not null,
  position bigint not null,
  ordinal  int    not null,
  kind     text   not null,
  number   text   not null,
  about    uuid   not null,
  content  text   not null,                               -- canonical JSON; a re-print renders this
  primary key (book_id, kind, number)
);
create index paper_position on ayni.paper (book_id, position, ordinal);
create index paper_about on ayni.paper (book_id, about);
comment on table ayni.paper is 'citus:distributed(book_id) room:store shape:event';
alter table ayni.paper enable row level security;
alter table ayni.paper force row level security;
create policy one_book on ayni.paper using (book_id = current_setting('ayni.book')::uuid) with check (book_id = current_setting('ayni.book')::uuid);
grant select, insert on ayni.paper to ayni_app;
grant select, insert, delete on ayni.paper to ayni_keeper;

create table ayni.seal (
  book_id   uuid   not null,
  position  bigint not null,                              -- the head that was sealed: the last act of a transaction
  signature text   not null,                              -- Ed25519 by the installation's key over book|position|head
  key_id    text   not null,                              -- SHA-256 of the public key
  primary key (book_id, position)
);
comment on table ayni.seal is 'citus:distributed(book_id) room:store shape:event';
alter table ayni.seal enable row level security;
alter table ayni.seal force row level security;
create policy one_book on ayni.seal using (book_id = current_setting('ayni.book')::uuid) with check (book_id = current_setting('ayni.book')::uuid);
grant select, insert on ayni.seal to ayni_app;
grant select, insert, delete on ayni.seal to ayni_keeper;

-- Beside the history ----------------------------------------------------------------------------------------------------

create table ayni.tally (
  book_id uuid   not null,
  kind    text   not null,
  key     text   not null,
  amount  bigint not null,
  primary key (book_id, kind, key)
);
comment on table ayni.tally is 'citus:distributed(book_id) room:store shape:now';
alter table ayni.tally enable row level security;
alter table ayni.tally force row level security;
create policy one_book on ayni.tally using (book_id = current_setting('ayni.book')::uuid) with check (book_id = current_setting('ayni.book')::uuid);
grant select, insert, update on ayni.tally to ayni_app;
grant select, insert, delete on ayni.tally to ayni_keeper;

create table ayni.personal_value (
  book_id uuid not null,
  digest  text not null,
  salt    text not null,
  value   text not null,
  primary key (book_id, digest)
);
comment on table ayni.personal_value is 'citus:distributed(book_id) room:store shape:event';
alter table ayni.personal_value enable row level security;
alter table ayni.personal_value force row level security;
create policy one_book on ayni.personal_value using (book_id = current_setting('ayni.book')::uuid) with check (book_id = current_setting('ayni.book')::uuid);
grant select, insert, delete on ayni.personal_value to ayni_app; -- delete: an erasure takes value and salt away
grant select, insert, delete on ayni.personal_value to ayni_keeper;

create table ayni.intake (
  book_id  uuid   not null,
  number   bigint not null,
  digest   text   not null,                               -- SHA-256 of the bytes: what comes twice is kept once
  form     text   not null,                               -- 'act' (the sent JSON) or 'raw'
  source   text   not null,                               -- which session or device sent it
  received text   not null,
  bytes    bytea  not null,
  reason   jsonb  not null,                               -- coded refusal: why it is not understood yet
  primary key (book_id, number),
  unique (book_id, digest)
);
comment on table ayni.intake is 'citus:distributed(book_id) room:store shape:event';
alter table ayni.intake enable row level security;
alter table ayni.intake force row level security;
create policy one_book on ayni.intake using (book_id = current_setting('ayni.book')::uuid) with check (book_id = current_setting('ayni.book')::uuid);
grant select, insert on ayni.intake to ayni_app;
grant select, insert, delete on ayni.intake to ayni_keeper;

create table ayni.intake_understood (
  book_id uuid   not null,
  number  bigint not null,
  act_id  uuid   not null,
  primary key (book_id, number)
);
comment on table ayni.intake_understood is 'citus:distributed(book_id) room:store shape:event';
alter table ayni.intake_understood enable row level security;
alter table ayni.intake_understood force row level security;
create policy one_book on ayni.intake_understood using (book_id = current_setting('ayni.book')::uuid) with check (book_id = current_setting('ayni.book')::uuid);
grant select, insert on ayni.intake_understood to ayni_app;
grant select, insert, delete on ayni.intake_understood to ayni_keeper;

create table ayni.file (
  book_id    uuid   not null,
  digest     text   not null,                             -- SHA-256 of the bytes: acts name it and never wait for it
  media_type text   not null,
  size_bytes bigint not null,
  bytes      bytea  not null,
  primary key (book_id, digest)
);
comment on table ayni.file is 'citus:distributed(book_id) room:store shape:event';
alter table ayni.file enable row level security;
alter table ayni.file force row level security;
create policy one_book on ayni.file using (book_id = current_setting('ayni.book')::uuid) with check (book_id = current_setting('ayni.book')::uuid);
grant select, insert on ayni.file to ayni_app;
grant select, insert, delete on ayni.file to ayni_keeper;

-- What the history publishes --------------------------------------------------------------------------------------------

create view books.act with (security_invoker = true) as
  select book_id, position, act_id, kind, version, by_agent, way, received, cause, outcome from ayni.act;
comment on view books.act is 'room:store';
create view books.entry with (security_invoker = true) as
  select book_id, position, ordinal, because, about, happened, booked, reverses_position, reverses_ordinal from ayni.entry;
comment on view books.entry is 'room:store';
create view books.posting with (security_invoker = true) as
  select book_id, position, ordinal, line, account, commodity, amount, agent, lot, place, owner, agreement, happened, booked from ayni.posting;
comment on view books.posting is 'room:store';
create view books.paper with (security_invoker = true) as
  select book_id, position, ordinal, kind, number, about, content from ayni.paper;
comment on view books.paper is 'room:store';
create view books.tally with (security_invoker = true) as
  select book_id, kind, key, amount from ayni.tally;
comment on view books.tally is 'room:store';
create view books.personal_value with (security_invoker = true) as
  select book_id, digest, value from ayni.personal_value;
comment on view books.personal_value is 'room:store';
create view books.intake with (security_invoker = true) as
  select i.book_id, i.number, i.form, i.source, i.received, i.reason, u.act_id
    from ayni.intake i left join ayni.intake_understood u on u.book_id = i.book_id and u.number = i.number;
comment on view books.intake is 'room:store';
grant select on books.act, books.entry, books.posting, books.paper, books.tally, books.personal_value, books.intake to ayni_app, ayni_keeper;
