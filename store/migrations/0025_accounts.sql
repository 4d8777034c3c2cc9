-- Why: an accountant reads our ledger by codes of the organisation's own, and closes months and years. New tables that begin empty: no
-- posting changes, and running servers of before do not know them.
create table ayni.chart_of_accounts (
  book_id uuid not null,
  scope    text   not null,
  body     jsonb  not null,
  version  int    not null,
  from_day date   not null,
  position bigint not null,
  primary key (book_id, scope, version)
);
comment on table ayni.chart_of_accounts is 'citus:distributed(book_id) room:book shape:sheet';
alter table ayni.chart_of_accounts enable row level security;
alter table ayni.chart_of_accounts force row level security;
create policy one_book on ayni.chart_of_accounts using (book_id = current_setting('ayni.book')::uuid) with check (book_id = current_setting('ayni.book')::uuid);
grant select, insert on ayni.chart_of_accounts to ayni_app;
grant select, insert, delete on ayni.chart_of_accounts to ayni_keeper;
create view books.chart_of_accounts with (security_invoker = true) as
  select book_id, body, version, from_day from ayni.chart_of_accounts;
comment on view books.chart_of_accounts is 'room:book';
grant select on books.chart_of_accounts to ayni_app, ayni_keeper;

create table ayni.accounting_period (
  book_id uuid not null,
  period    text   not null,
  first_day date   not null,
  last_day  date   not null,
  opened_by uuid   not null,
  on_day    date   not null,
  position  bigint not null,
  primary key (book_id, period)
);
comment on table ayni.accounting_period is 'citus:distributed(book_id) room:book shape:event';
alter table ayni.accounting_period enable row level security;
alter table ayni.accounting_period force row level security;
create policy one_book on ayni.accounting_period using (book_id = current_setting('ayni.book')::uuid) with check (book_id = current_setting('ayni.book')::uuid);
grant select, insert on ayni.accounting_period to ayni_app;
grant select, insert, delete on ayni.accounting_period to ayni_keeper;
create view books.accounting_period with (security_invoker = true) as
  select book_id, period, first_day, last_day, opened_by, on_day from ayni.accounting_period;
comment on view books.accounting_period is 'room:book';
grant select on books.accounting_period to ayni_app, ayni_keeper;

create table ayni.accounting_period_close (
  book_id uuid not null,
  period    text   not null,
  last_day  date   not null,
  balance   jsonb  not null,
  closed_by uuid   not null,
  on_day    date   not null,
  position  bigint not null,
  primary key (book_id, period)
);
comment on table ayni.accounting_period_close is 'citus:distributed(book_id) room:book shape:event';
alter table ayni.accounting_period_close enable row level security;
alter table ayni.accounting_period_close force row level security;
create policy one_book on ayni.accounting_period_close using (book_id = current_setting('ayni.book')::uuid) with check (book_id = current_setting('ayni.book')::uuid);
grant select, insert on ayni.accounting_period_close to ayni_app;
grant select, insert, delete on ayni.accounting_period_close to ayni_keeper;
create view books.accounting_period_close with (security_invoker = true) as
  select book_id, period, last_day, balance, closed_by, on_day from ayni.accounting_period_close;
comment on view books.accounting_period_close is 'room:book';
grant select on books.accounting_period_close to ayni_app, ayni_keeper;
