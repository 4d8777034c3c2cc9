-- Why: money goes to members by the bank. Where it goes is told by each of them, as personal data that can be erased; a payment order names
-- closed statements and gives each payment a number of our own, and what the bank says of it is kept with it. A statement is in at most
-- one order that is open: nobody is paid twice.

create table ayni.agent_account (
  book_id uuid not null,
  account uuid not null,
  agent uuid not null,
  scheme text not null,
  institution text not null,
  branch text,
  number jsonb not null,
  holder jsonb,
  currency text not null,
  town text,
  state text not null,
  reason text,
  version int not null,
  from_day date not null,
  position bigint not null,
  primary key (book_id, account, version)
);
create index agent_account_agent on ayni.agent_account (book_id, agent);
comment on table ayni.agent_account is 'citus:distributed(book_id) room:people shape:sheet';
alter table ayni.agent_account enable row level security;
alter table ayni.agent_account force row level security;
create policy one_book on ayni.agent_account using (book_id = current_setting('ayni.book')::uuid) with check (book_id = current_setting('ayni.book')::uuid);
grant select, insert on ayni.agent_account to ayni_app;
grant select, insert, delete on ayni.agent_account to ayni_keeper;
create view books.agent_account with (security_invoker = true) as
  select distinct on (book_id, account) book_id, account, agent, scheme, institution, branch, number, holder, currency, town, state, reason, version, from_day
    from ayni.agent_account order by book_id, account, version desc;
comment on view books.agent_account is 'room:people';
grant select on books.agent_account to ayni_app, ayni_keeper;

create table ayni.agent_death (
  book_id uuid not null,
  agent uuid not null,
  on_day date not null,
  said_on date not null,
  position bigint not null,
  primary key (book_id, agent)
);
comment on table ayni.agent_death is 'citus:distributed(book_id) room:people shape:event';
alter table ayni.agent_death enable row level security;
alter table ayni.agent_death force row level security;
create policy one_book on ayni.agent_death using (book_id = current_setting('ayni.book')::uuid) with check (book_id = current_setting('ayni.book')::uuid);
grant select, insert on ayni.agent_death to ayni_app;
grant select, insert, delete on ayni.agent_death to ayni_keeper;
create view books.agent_death with (security_invoker = true) as
  select book_id, agent, on_day, said_on from ayni.agent_death;
comment on view books.agent_death is 'room:people';
grant select on books.agent_death to ayni_app, ayni_keeper;

create table ayni.payment_reference (
  book_id uuid not null,
  payment uuid not null,
  number text,
  reference text,
  position bigint not null,
  primary key (book_id, payment)
);
comment on table ayni.payment_reference is 'citus:distributed(book_id) room:settlement shape:event';
alter table ayni.payment_reference enable row level security;
alter table ayni.payment_reference force row level security;
create policy one_book on ayni.payment_reference using (book_id = current_setting('ayni.book')::uuid) with check (book_id = current_setting('ayni.book')::uuid);
grant select, insert on ayni.payment_reference to ayni_app;
grant select, insert, delete on ayni.payment_reference to ayni_keeper;
create view books.payment_reference with (security_invoker = true) as
  select book_id, payment, number, reference from ayni.payment_reference;
comment on view books.payment_reference is 'room:settlement';
grant select on books.payment_reference to ayni_app, ayni_keeper;

create table ayni.payment_order (
  book_id uuid not null,
  payment_order uuid not null,
  number text not null,
  message text not null,
  layout text not null,
  account uuid not null,
  paid_from jsonb not null,
  currency text not null,
  line_grain text not null,
  execution_day date not null,
  made_at text not null,
  made_on date not null,
  by_agent uuid not null,
  replaces uuid,
  reason text,
  total bigint not null,
  payments int not null,
  position bigint not null,
  primary key (book_id, payment_order)
);
comment on table ayni.payment_order is 'citus:distributed(book_id) room:settlement shape:event';
alter table ayni.payment_order enable row level security;
alter table ayni.payment_order force row level security;
create policy one_book on ayni.payment_order using (book_id = current_setting('ayni.book')::uuid) with check (book_id = current_setting('ayni.book')::uuid);
grant select, insert on ayni.payment_order to ayni_app;
grant select, insert, delete on ayni.payment_order to ayni_keeper;
create view books.payment_order with (security_invoker = true) as
  select book_id, payment_order, number, message, layout, account, paid_from, currency, line_grain, execution_day, made_at, made_on, by_agent, replaces, reason, total, payments from ayni.payment_order;
comment on view books.payment_order is 'room:settlement';
grant select on books.payment_order to ayni_app, ayni_keeper;

create table ayni.payment_order_stage (
  book_id uuid not null,
  payment_order uuid not null,
  by_agent uuid not null,
  on_day date not null,
  reason text,
  step int not null,
  stage text not null,
  position bigint not null,
  primary key (book_id, payment_order, step)
);
comment on table ayni.payment_order_stage is 'citus:distributed(book_id) room:settlement shape:stage';
alter table ayni.payment_order_stage enable row level security;
alter table ayni.payment_order_stage force row level security;
create policy one_book on ayni.payment_order_stage using (book_id = current_setting('ayni.book')::uuid) with check (book_id = current_setting('ayni.book')::uuid);
grant select, insert on ayni.payment_order_stage to ayni_app;
grant select, insert, delete on ayni.payment_order_stage to ayni_keeper;
create view books.payment_order_stage with (security_invoker = true) as
  select book_id, payment_order, by_agent, on_day, reason, step, stage from ayni.payment_order_stage;
comment on view books.payment_order_stage is 'room:settlement';
grant select on books.payment_order_stage to ayni_app, ayni_keeper;

create table ayni.order_payment (
  book_id uuid not null,
  payment uuid not null,
  payment_order uuid not null,
  number text not null,
  statement uuid not null,
  agent uuid not null,
  amount bigint not null,
  paid_to jsonb not null,
  position bigint not null,
  primary key (book_id, payment)
);
create index order_payment_order on ayni.order_payment (book_id, payment_order);
create index order_payment_statement on ayni.order_payment (book_id, statement);
create index order_payment_number on ayni.order_payment (book_id, number);
comment on table ayni.order_payment is 'citus:distributed(book_id) room:settlement shape:event';
alter table ayni.order_payment enable row level security;
alter table ayni.order_payment force row level security;
create policy one_book on ayni.order_payment using (book_id = current_setting('ayni.book')::uuid) with check (book_id = current_setting('ayni.book')::uuid);
grant select, insert on ayni.order_payment to ayni_app;
grant select, insert, delete on ayni.order_payment to ayni_keeper;
create view books.order_payment with (security_invoker = true) as
  select book_id, payment, payment_order, number, statement, agent, amount, paid_to from ayni.order_payment;
comment on view books.order_payment is 'room:settlement';
grant select on books.order_payment to ayni_app, ayni_keeper;

create table ayni.order_payment_stage (
  book_id uuid not null,
  payment uuid not null,
  by_agent uuid not null,
  on_day date not null,
  reason text,
  words text,
  reference text,
  paid_by uuid,
  settled bigint,
  step int not null,
  stage text not null,
  position bigint not null,
  primary key (book_id, payment, step)
);
comment on table ayni.order_payment_stage is 'citus:distributed(book_id) room:settlement shape:stage';
alter table ayni.order_payment_stage enable row level security;
alter table ayni.order_payment_stage force row level security;
create policy one_book on ayni.order_payment_stage using (book_id = current_setting('ayni.book')::uuid) with check (book_id = current_setting('ayni.book')::uuid);
grant select, insert on ayni.order_payment_stage to ayni_app;
grant select, insert, delete on ayni.order_payment_stage to ayni_keeper;
create view books.order_payment_stage with (security_invoker = true) as
  select book_id, payment, by_agent, on_day, reason, words, reference, paid_by, settled, step, stage from ayni.order_payment_stage;
comment on view books.order_payment_stage is 'room:settlement';
grant select on books.order_payment_stage to ayni_app, ayni_keeper;

create table ayni.order_left_out (
  book_id uuid not null,
  payment_order uuid not null,
  statement uuid not null,
  reason text not null,
  facts jsonb not null,
  position bigint not null,
  primary key (book_id, payment_order, statement)
);
comment on table ayni.order_left_out is 'citus:distributed(book_id) room:settlement shape:event';
alter table ayni.order_left_out enable row level security;
alter table ayni.order_left_out force row level security;
create policy one_book on ayni.order_left_out using (book_id = current_setting('ayni.book')::uuid) with check (book_id = current_setting('ayni.book')::uuid);
grant select, insert on ayni.order_left_out to ayni_app;
grant select, insert, delete on ayni.order_left_out to ayni_keeper;
create view books.order_left_out with (security_invoker = true) as
  select book_id, payment_order, statement, reason, facts from ayni.order_left_out;
comment on view books.order_left_out is 'room:settlement';
grant select on books.order_left_out to ayni_app, ayni_keeper;
