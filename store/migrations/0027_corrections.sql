-- Why: corrections of closed statements: what was decided, what came of it in a later one, and what a draft names or leaves out.

create table ayni.correction (
  book_id uuid not null,
  correction uuid not null,
  statement uuid not null,
  delivery uuid not null,
  agent uuid not null,
  reason text not null,
  replaced_by uuid,
  words text not null,
  by_agent uuid not null,
  on_day date not null,
  position bigint not null,
  primary key (book_id, correction)
);
create index correction_delivery on ayni.correction (book_id, delivery);
create index correction_agent on ayni.correction (book_id, agent);
comment on table ayni.correction is 'citus:distributed(book_id) room:settlement shape:event';
alter table ayni.correction enable row level security;
alter table ayni.correction force row level security;
create policy one_book on ayni.correction using (book_id = current_setting('ayni.book')::uuid) with check (book_id = current_setting('ayni.book')::uuid);
grant select, insert on ayni.correction to ayni_app;
grant select, insert, delete on ayni.correction to ayni_keeper;
create view books.correction with (security_invoker = true) as
  select book_id, correction, statement, delivery, agent, reason, replaced_by, words, by_agent, on_day from ayni.correction;
comment on view books.correction is 'room:settlement';
grant select on books.correction to ayni_app, ayni_keeper;

create table ayni.correction_end (
  book_id uuid not null,
  correction uuid not null,
  by_agent uuid not null,
  on_day date not null,
  position bigint not null,
  primary key (book_id, correction)
);
comment on table ayni.correction_end is 'citus:distributed(book_id) room:settlement shape:event';
alter table ayni.correction_end enable row level security;
alter table ayni.correction_end force row level security;
create policy one_book on ayni.correction_end using (book_id = current_setting('ayni.book')::uuid) with check (book_id = current_setting('ayni.book')::uuid);
grant select, insert on ayni.correction_end to ayni_app;
grant select, insert, delete on ayni.correction_end to ayni_keeper;
create view books.correction_end with (security_invoker = true) as
  select book_id, correction, by_agent, on_day from ayni.correction_end;
comment on view books.correction_end is 'room:settlement';
grant select on books.correction_end to ayni_app, ayni_keeper;

create table ayni.correction_settled (
  book_id uuid not null,
  correction uuid not null,
  statement uuid not null,
  corrects uuid not null,
  delivery uuid not null,
  difference bigint not null,
  position bigint not null,
  primary key (book_id, correction)
);
create index correction_settled_statement on ayni.correction_settled (book_id, statement);
create index correction_settled_corrects on ayni.correction_settled (book_id, corrects);
comment on table ayni.correction_settled is 'citus:distributed(book_id) room:settlement shape:event';
alter table ayni.correction_settled enable row level security;
alter table ayni.correction_settled force row level security;
create policy one_book on ayni.correction_settled using (book_id = current_setting('ayni.book')::uuid) with check (book_id = current_setting('ayni.book')::uuid);
grant select, insert on ayni.correction_settled to ayni_app;
grant select, insert, delete on ayni.correction_settled to ayni_keeper;
create view books.correction_settled with (security_invoker = true) as
  select book_id, correction, statement, corrects, delivery, difference from ayni.correction_settled;
comment on view books.correction_settled is 'room:settlement';
grant select on books.correction_settled to ayni_app, ayni_keeper;

create table ayni.statement_correction (
  book_id uuid not null,
  statement uuid not null,
  corrects uuid not null,
  said jsonb not null,
  position bigint not null,
  primary key (book_id, statement, corrects)
);
create index statement_correction_corrects on ayni.statement_correction (book_id, corrects);
comment on table ayni.statement_correction is 'citus:distributed(book_id) room:settlement shape:event';
alter table ayni.statement_correction enable row level security;
alter table ayni.statement_correction force row level security;
create policy one_book on ayni.statement_correction using (book_id = current_setting('ayni.book')::uuid) with check (book_id = current_setting('ayni.book')::uuid);
grant select, insert on ayni.statement_correction to ayni_app;
grant select, insert, delete on ayni.statement_correction to ayni_keeper;
create view books.statement_correction with (security_invoker = true) as
  select book_id, statement, corrects, said from ayni.statement_correction;
comment on view books.statement_correction is 'room:settlement';
grant select on books.statement_correction to ayni_app, ayni_keeper;

create table ayni.drafted_correction (
  book_id uuid not null,
  statement uuid not null,
  settlement uuid not null,
  correction uuid not null,
  position bigint not null,
  primary key (book_id, statement, correction)
);
create index drafted_correction_settlement on ayni.drafted_correction (book_id, settlement);
create index drafted_correction_correction on ayni.drafted_correction (book_id, correction);
comment on table ayni.drafted_correction is 'citus:distributed(book_id) room:settlement shape:event';
alter table ayni.drafted_correction enable row level security;
alter table ayni.drafted_correction force row level security;
create policy one_book on ayni.drafted_correction using (book_id = current_setting('ayni.book')::uuid) with check (book_id = current_setting('ayni.book')::uuid);
grant select, insert on ayni.drafted_correction to ayni_app;
grant select, insert, delete on ayni.drafted_correction to ayni_keeper;
create view books.drafted_correction with (security_invoker = true) as
  select book_id, statement, settlement, correction from ayni.drafted_correction;
comment on view books.drafted_correction is 'room:settlement';
grant select on books.drafted_correction to ayni_app, ayni_keeper;

create table ayni.left_out (
  book_id uuid not null,
  settlement uuid not null,
  document uuid not null,
  by_agent uuid not null,
  on_day date not null,
  position bigint not null,
  primary key (book_id, settlement, document)
);
comment on table ayni.left_out is 'citus:distributed(book_id) room:settlement shape:event';
alter table ayni.left_out enable row level security;
alter table ayni.left_out force row level security;
create policy one_book on ayni.left_out using (book_id = current_setting('ayni.book')::uuid) with check (book_id = current_setting('ayni.book')::uuid);
grant select, insert on ayni.left_out to ayni_app;
grant select, insert, delete on ayni.left_out to ayni_keeper;
create view books.left_out with (security_invoker = true) as
  select book_id, settlement, document, by_agent, on_day from ayni.left_out;
comment on view books.left_out is 'room:settlement';
grant select on books.left_out to ayni_app, ayni_keeper;
