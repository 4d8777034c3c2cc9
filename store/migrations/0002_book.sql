-- Why: what a book keeps about itself (settings, seats, devices, powers, closings), what it asks and what was answered, letters.

create table ayni.book_settings (
  book_id       uuid not null,
  scope         text not null,
  name          text not null,
  country       text not null,
  zone          text not null,
  currencies    jsonb not null,
  organisation  uuid not null,
  form          text not null,
  tax_hold_days int,
  version       int not null,
  from_day      date not null,
  position      bigint not null,
  primary key (book_id, scope, version)
);
comment on table ayni.book_settings is 'citus:distributed(book_id) room:book shape:sheet';
alter table ayni.book_settings enable row level security;
alter table ayni.book_settings force row level security;
create policy one_book on ayni.book_settings using (book_id = current_setting('ayni.book')::uuid) with check (book_id = current_setting('ayni.book')::uuid);
grant select, insert on ayni.book_settings to ayni_app;
grant select, insert, delete on ayni.book_settings to ayni_keeper;

create table ayni.seat (
  book_id  uuid not null,
  seat     uuid not null,
  agent    uuid not null,
  roles    jsonb not null,
  until    date,
  account  text,
  version  int not null,
  from_day date not null,
  position bigint not null,
  primary key (book_id, seat, version)
);
create index seat_agent on ayni.seat (book_id, agent);
comment on table ayni.seat is 'citus:distributed(book_id) room:book shape:sheet';
alter table ayni.seat enable row level security;
alter table ayni.seat force row level security;
create policy one_book on ayni.seat using (book_id = current_setting('ayni.book')::uuid) with check (book_id = current_setting('ayni.book')::uuid);
grant select, insert on ayni.seat to ayni_app;
grant select, insert, delete on ayni.seat to ayni_keeper;

create table ayni.device (
  book_id    uuid not null,
  device     uuid not null,
  agent      uuid,
  public_key text not null,
  place      text,
  state      text not null,
  note       text,
  version    int not null,
  from_day   date not null,
  position   bigint not null,
  primary key (book_id, device, version)
);
comment on table ayni.device is 'citus:distributed(book_id) room:book shape:sheet';
alter table ayni.device enable row level security;
alter table ayni.device force row level security;
create policy one_book on ayni.device using (book_id = current_setting('ayni.book')::uuid) with check (book_id = current_setting('ayni.book')::uuid);
grant select, insert on ayni.device to ayni_app;
grant select, insert, delete on ayni.device to ayni_keeper;

create table ayni.powers (
  book_id  uuid not null,
  scope    text not null,
  matrix   jsonb not null,
  version  int not null,
  from_day date not null,
  position bigint not null,
  primary key (book_id, scope, version)
);
comment on table ayni.powers is 'citus:distributed(book_id) room:book shape:sheet';
alter table ayni.powers enable row level security;
alter table ayni.powers force row level security;
create policy one_book on ayni.powers using (book_id = current_setting('ayni.book')::uuid) with check (book_id = current_setting('ayni.book')::uuid);
grant select, insert on ayni.powers to ayni_app;
grant select, insert, delete on ayni.powers to ayni_keeper;

create table ayni.accounting (
  book_id      uuid not null,
  scope        text not null,
  closed_until date not null,
  position     bigint not null,
  primary key (book_id, scope)
);
comment on table ayni.accounting is 'citus:distributed(book_id) room:book shape:now';
alter table ayni.accounting enable row level security;
alter table ayni.accounting force row level security;
create policy one_book on ayni.accounting using (book_id = current_setting('ayni.book')::uuid) with check (book_id = current_setting('ayni.book')::uuid);
grant select, insert, update on ayni.accounting to ayni_app;
grant select, insert, delete on ayni.accounting to ayni_keeper;

create table ayni.accounting_closing (
  book_id      uuid not null,
  closed_until date not null,
  closed_by    uuid not null,
  on_day       date not null,
  position     bigint not null,
  primary key (book_id, closed_until)
);
comment on table ayni.accounting_closing is 'citus:distributed(book_id) room:book shape:event';
alter table ayni.accounting_closing enable row level security;
alter table ayni.accounting_closing force row level security;
create policy one_book on ayni.accounting_closing using (book_id = current_setting('ayni.book')::uuid) with check (book_id = current_setting('ayni.book')::uuid);
grant select, insert on ayni.accounting_closing to ayni_app;
grant select, insert, delete on ayni.accounting_closing to ayni_keeper;

-- Laid by the fold for every question of an outcome: asked_position is the place of the act that raised it.
create table ayni.question (
  book_id        uuid not null,
  asked_position bigint not null,
  ordinal        int not null,
  code           text not null,
  to_role        text not null,
  about          text,
  facts          jsonb not null,
  position       bigint not null,
  primary key (book_id, asked_position, ordinal)
);
create index question_about on ayni.question (book_id, about);
comment on table ayni.question is 'citus:distributed(book_id) room:book shape:event';
alter table ayni.question enable row level security;
alter table ayni.question force row level security;
create policy one_book on ayni.question using (book_id = current_setting('ayni.book')::uuid) with check (book_id = current_setting('ayni.book')::uuid);
grant select, insert on ayni.question to ayni_app;
grant select, insert, delete on ayni.question to ayni_keeper;

create table ayni.question_answer (
  book_id        uuid not null,
  asked_position bigint not null,
  ordinal        int not null,
  about          text,
  answer         text not null,
  note           text,
  answered_by    uuid not null,
  on_day         date not null,
  position       bigint not null,
  primary key (book_id, asked_position, ordinal)
);
create index question_answer_about on ayni.question_answer (book_id, about);
comment on table ayni.question_answer is 'citus:distributed(book_id) room:book shape:event';
alter table ayni.question_answer enable row level security;
alter table ayni.question_answer force row level security;
create policy one_book on ayni.question_answer using (book_id = current_setting('ayni.book')::uuid) with check (book_id = current_setting('ayni.book')::uuid);
grant select, insert on ayni.question_answer to ayni_app;
grant select, insert, delete on ayni.question_answer to ayni_keeper;

create table ayni.letter (
  book_id    uuid not null,
  letter     uuid not null,
  direction  text not null,
  other_book uuid not null,
  from_book  uuid not null,
  to_book    uuid not null,
  kind       text not null,
  digest     text not null,
  signature  text not null,
  on_day     date not null,
  position   bigint not null,
  primary key (book_id, letter)
);
create index letter_other_book on ayni.letter (book_id, other_book);
comment on table ayni.letter is 'citus:distributed(book_id) room:book shape:event';
alter table ayni.letter enable row level security;
alter table ayni.letter force row level security;
create policy one_book on ayni.letter using (book_id = current_setting('ayni.book')::uuid) with check (book_id = current_setting('ayni.book')::uuid);
grant select, insert on ayni.letter to ayni_app;
grant select, insert, delete on ayni.letter to ayni_keeper;

-- What the room publishes: of sheets, the newest version.
create view books.book_settings with (security_invoker = true) as
  select distinct on (book_id, scope) book_id, name, country, zone, currencies, organisation, form, tax_hold_days, version, from_day
    from ayni.book_settings order by book_id, scope, version desc;
comment on view books.book_settings is 'room:book';
grant select on books.book_settings to ayni_app, ayni_keeper;

create view books.seat with (security_invoker = true) as
  select distinct on (book_id, seat) book_id, seat, agent, roles, until, account, version, from_day
    from ayni.seat order by book_id, seat, version desc;
comment on view books.seat is 'room:book';
grant select on books.seat to ayni_app, ayni_keeper;

create view books.device with (security_invoker = true) as
  select distinct on (book_id, device) book_id, device, agent, place, state, note, version, from_day
    from ayni.device order by book_id, device, version desc;
comment on view books.device is 'room:book';
grant select on books.device to ayni_app, ayni_keeper;

create view books.powers with (security_invoker = true) as
  select book_id, matrix, version, from_day from ayni.powers;
comment on view books.powers is 'room:book';
grant select on books.powers to ayni_app, ayni_keeper;

create view books.accounting_closing with (security_invoker = true) as
  select book_id, closed_until, closed_by, on_day from ayni.accounting_closing;
comment on view books.accounting_closing is 'room:book';
grant select on books.accounting_closing to ayni_app, ayni_keeper;

create view books.question with (security_invoker = true) as
  select book_id, asked_position, ordinal, code, to_role, about, facts from ayni.question;
comment on view books.question is 'room:book';
grant select on books.question to ayni_app, ayni_keeper;

create view books.question_answer with (security_invoker = true) as
  select book_id, asked_position, ordinal, about, answer, note, answered_by, on_day from ayni.question_answer;
comment on view books.question_answer is 'room:book';
grant select on books.question_answer to ayni_app, ayni_keeper;

create view books.letter with (security_invoker = true) as
  select book_id, letter, direction, other_book, kind, digest, on_day from ayni.letter;
comment on view books.letter is 'room:book';
grant select on books.letter to ayni_app, ayni_keeper;
