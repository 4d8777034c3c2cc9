-- Why: settlements, their stages, statements, results and payments.

create table ayni.settlement (
  book_id uuid not null,
  settlement uuid not null,
  season uuid not null,
  way text not null,
  title text not null,
  paid_in text not null,
  place text,
  pay_day date,
  position bigint not null,
  primary key (book_id, settlement)
);
comment on table ayni.settlement is 'citus:distributed(book_id) room:settlement shape:event';
alter table ayni.settlement enable row level security;
alter table ayni.settlement force row level security;
create policy one_book on ayni.settlement using (book_id = current_setting('ayni.book')::uuid) with check (book_id = current_setting('ayni.book')::uuid);
grant select, insert on ayni.settlement to ayni_app;
grant select, insert, delete on ayni.settlement to ayni_keeper;
create view books.settlement with (security_invoker = true) as
  select book_id, settlement, season, way, title, paid_in, place, pay_day from ayni.settlement;
comment on view books.settlement is 'room:settlement';
grant select on books.settlement to ayni_app, ayni_keeper;

create table ayni.settlement_stage (
  book_id uuid not null,
  settlement uuid not null,
  by_agent uuid not null,
  on_day date not null,
  totals jsonb,
  step int not null,
  stage text not null,
  position bigint not null,
  primary key (book_id, settlement, step)
);
comment on table ayni.settlement_stage is 'citus:distributed(book_id) room:settlement shape:stage';
alter table ayni.settlement_stage enable row level security;
alter table ayni.settlement_stage force row level security;
create policy one_book on ayni.settlement_stage using (book_id = current_setting('ayni.book')::uuid) with check (book_id = current_setting('ayni.book')::uuid);
grant select, insert on ayni.settlement_stage to ayni_app;
grant select, insert, delete on ayni.settlement_stage to ayni_keeper;
create view books.settlement_stage with (security_invoker = true) as
  select book_id, settlement, by_agent, on_day, totals, step, stage from ayni.settlement_stage;
comment on view books.settlement_stage is 'room:settlement';
grant select on books.settlement_stage to ayni_app, ayni_keeper;

create table ayni.statement (
  book_id uuid not null,
  statement uuid not null,
  settlement uuid not null,
  agent uuid not null,
  deliveries jsonb not null,
  position bigint not null,
  primary key (book_id, statement)
);
create index statement_settlement on ayni.statement (book_id, settlement);
comment on table ayni.statement is 'citus:distributed(book_id) room:settlement shape:event';
alter table ayni.statement enable row level security;
alter table ayni.statement force row level security;
create policy one_book on ayni.statement using (book_id = current_setting('ayni.book')::uuid) with check (book_id = current_setting('ayni.book')::uuid);
grant select, insert on ayni.statement to ayni_app;
grant select, insert, delete on ayni.statement to ayni_keeper;
create view books.statement with (security_invoker = true) as
  select book_id, statement, settlement, agent, deliveries from ayni.statement;
comment on view books.statement is 'room:settlement';
grant select on books.statement to ayni_app, ayni_keeper;

create table ayni.statement_result (
  book_id uuid not null,
  statement uuid not null,
  settlement uuid not null,
  agent uuid not null,
  number text not null,
  currency text not null,
  line_grain text not null,
  value bigint not null,
  deducted bigint not null,
  net bigint not null,
  paid bigint not null,
  net_grams bigint not null,
  deliveries int not null,
  closed_on date not null,
  paid_in text not null,
  position bigint not null,
  primary key (book_id, statement)
);
create index statement_result_agent on ayni.statement_result (book_id, agent);
comment on table ayni.statement_result is 'citus:distributed(book_id) room:settlement shape:event';
alter table ayni.statement_result enable row level security;
alter table ayni.statement_result force row level security;
create policy one_book on ayni.statement_result using (book_id = current_setting('ayni.book')::uuid) with check (book_id = current_setting('ayni.book')::uuid);
grant select, insert on ayni.statement_result to ayni_app;
grant select, insert, delete on ayni.statement_result to ayni_keeper;
create view books.statement_result with (security_invoker = true) as
  select book_id, statement, settlement, agent, number, currency, line_grain, value, deducted, net, paid, net_grams, deliveries, closed_on, paid_in from ayni.statement_result;
comment on view books.statement_result is 'room:settlement';
grant select on books.statement_result to ayni_app, ayni_keeper;

create table ayni.payment (
  book_id uuid not null,
  payment uuid not null,
  statement uuid not null,
  agent uuid not null,
  amount bigint not null,
  currency text not null,
  paid_in text not null,
  place text,
  paid_on date not null,
  position bigint not null,
  primary key (book_id, payment)
);
create index payment_statement on ayni.payment (book_id, statement);
comment on table ayni.payment is 'citus:distributed(book_id) room:settlement shape:event';
alter table ayni.payment enable row level security;
alter table ayni.payment force row level security;
create policy one_book on ayni.payment using (book_id = current_setting('ayni.book')::uuid) with check (book_id = current_setting('ayni.book')::uuid);
grant select, insert on ayni.payment to ayni_app;
grant select, insert, delete on ayni.payment to ayni_keeper;
create view books.payment with (security_invoker = true) as
  select book_id, payment, statement, agent, amount, currency, paid_in, place, paid_on from ayni.payment;
comment on view books.payment is 'room:settlement';
grant select on books.payment to ayni_app, ayni_keeper;
