-- Why: what a pool carries of earlier ones, pools that count hand-overs of before the book, and what was decided of the premium account.

create table ayni.pool_carried (
  book_id uuid not null,
  pool uuid not null,
  document uuid not null,
  delivery uuid not null,
  corrects uuid not null,
  agent uuid not null,
  statement uuid not null,
  grams bigint not null,
  first bigint not null,
  rate text not null,
  due bigint not null,
  taken bigint not null,
  position bigint not null,
  primary key (book_id, pool, document)
);
create index pool_carried_document on ayni.pool_carried (book_id, document);
comment on table ayni.pool_carried is 'citus:distributed(book_id) room:settlement shape:event';
alter table ayni.pool_carried enable row level security;
alter table ayni.pool_carried force row level security;
create policy one_book on ayni.pool_carried using (book_id = current_setting('ayni.book')::uuid) with check (book_id = current_setting('ayni.book')::uuid);
grant select, insert on ayni.pool_carried to ayni_app;
grant select, insert, delete on ayni.pool_carried to ayni_keeper;
create view books.pool_carried with (security_invoker = true) as
  select book_id, pool, document, delivery, corrects, agent, statement, grams, first, rate, due, taken from ayni.pool_carried;
comment on view books.pool_carried is 'room:settlement';
grant select on books.pool_carried to ayni_app, ayni_keeper;

create table ayni.pool_past (
  book_id uuid not null,
  pool uuid not null,
  position bigint not null,
  primary key (book_id, pool)
);
comment on table ayni.pool_past is 'citus:distributed(book_id) room:settlement shape:event';
alter table ayni.pool_past enable row level security;
alter table ayni.pool_past force row level security;
create policy one_book on ayni.pool_past using (book_id = current_setting('ayni.book')::uuid) with check (book_id = current_setting('ayni.book')::uuid);
grant select, insert on ayni.pool_past to ayni_app;
grant select, insert, delete on ayni.pool_past to ayni_keeper;
create view books.pool_past with (security_invoker = true) as
  select book_id, pool from ayni.pool_past;
comment on view books.pool_past is 'room:settlement';
grant select on books.pool_past to ayni_app, ayni_keeper;

create table ayni.premium_decision (
  book_id uuid not null,
  decision uuid not null,
  title text not null,
  currency text not null,
  total bigint not null,
  items jsonb not null,
  pool uuid,
  decided_by text not null,
  decided_on date not null,
  minutes text not null,
  by_agent uuid not null,
  on_day date not null,
  position bigint not null,
  primary key (book_id, decision)
);
comment on table ayni.premium_decision is 'citus:distributed(book_id) room:settlement shape:event';
alter table ayni.premium_decision enable row level security;
alter table ayni.premium_decision force row level security;
create policy one_book on ayni.premium_decision using (book_id = current_setting('ayni.book')::uuid) with check (book_id = current_setting('ayni.book')::uuid);
grant select, insert on ayni.premium_decision to ayni_app;
grant select, insert, delete on ayni.premium_decision to ayni_keeper;
create view books.premium_decision with (security_invoker = true) as
  select book_id, decision, title, currency, total, items, pool, decided_by, decided_on, minutes, by_agent, on_day from ayni.premium_decision;
comment on view books.premium_decision is 'room:settlement';
grant select on books.premium_decision to ayni_app, ayni_keeper;
