-- Why: what producers got ahead of delivery, and what settlements collected of it. What is still owed is in the tallies.

create table ayni.advance (
  book_id     uuid not null,
  advance     uuid not null,
  agent       uuid not null,
  amount      bigint,
  amount_said text not null,
  currency    text not null,
  given       date not null,
  mode        text not null,
  place       text,
  agreement   uuid,
  receipt     text,
  position    bigint not null,
  primary key (book_id, advance)
);
create index advance_agent on ayni.advance (book_id, agent);
comment on table ayni.advance is 'citus:distributed(book_id) room:finance shape:event';
alter table ayni.advance enable row level security;
alter table ayni.advance force row level security;
create policy one_book on ayni.advance using (book_id = current_setting('ayni.book')::uuid) with check (book_id = current_setting('ayni.book')::uuid);
grant select, insert on ayni.advance to ayni_app;
grant select, insert, delete on ayni.advance to ayni_keeper;

create table ayni.credit (
  book_id    uuid not null,
  credit     uuid not null,
  agent      uuid not null,
  principal  bigint not null,
  currency   text not null,
  rate_month text not null,
  method     text not null,
  start_day  date not null,
  due_day    date not null,
  instalment bigint,
  purpose    text not null,
  items      jsonb not null,
  agreement  uuid,
  position   bigint not null,
  primary key (book_id, credit)
);
create index credit_agent on ayni.credit (book_id, agent);
comment on table ayni.credit is 'citus:distributed(book_id) room:finance shape:event';
alter table ayni.credit enable row level security;
alter table ayni.credit force row level security;
create policy one_book on ayni.credit using (book_id = current_setting('ayni.book')::uuid) with check (book_id = current_setting('ayni.book')::uuid);
grant select, insert on ayni.credit to ayni_app;
grant select, insert, delete on ayni.credit to ayni_keeper;

create table ayni.collection (
  book_id   uuid not null,
  act       uuid not null,
  debt      uuid not null,
  principal bigint not null,
  interest  bigint not null,
  charged   bigint not null,
  months    int not null,
  on_day    date not null,
  cause     uuid not null,
  position  bigint not null,
  primary key (book_id, act)
);
create index collection_debt on ayni.collection (book_id, debt);
comment on table ayni.collection is 'citus:distributed(book_id) room:finance shape:event';
alter table ayni.collection enable row level security;
alter table ayni.collection force row level security;
create policy one_book on ayni.collection using (book_id = current_setting('ayni.book')::uuid) with check (book_id = current_setting('ayni.book')::uuid);
grant select, insert on ayni.collection to ayni_app;
grant select, insert, delete on ayni.collection to ayni_keeper;

-- What the room publishes.
create view books.advance with (security_invoker = true) as
  select book_id, advance, agent, amount, amount_said, currency, given, mode, place, agreement, receipt from ayni.advance;
comment on view books.advance is 'room:finance';
grant select on books.advance to ayni_app, ayni_keeper;

create view books.credit with (security_invoker = true) as
  select book_id, credit, agent, principal, currency, rate_month, method, start_day, due_day, instalment, purpose, items, agreement
    from ayni.credit;
comment on view books.credit is 'room:finance';
grant select on books.credit to ayni_app, ayni_keeper;

create view books.collection with (security_invoker = true) as
  select book_id, act, debt, principal, interest, charged, months, on_day, cause from ayni.collection;
comment on view books.collection is 'room:finance';
grant select on books.collection to ayni_app, ayni_keeper;
