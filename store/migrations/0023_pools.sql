-- Why: what is left of a season after the goods are sold is paid to those who brought them. A pool names whose hand-overs count and
-- the board's rule; its papers, the decision's figures, and what each member gets stand apart. A hand-over is in at most one pool.

-- A pool finds its hand-overs through the settlements of its seasons.
create index settlement_season on ayni.settlement (book_id, season);

create table ayni.pool (
  book_id uuid not null,
  pool uuid not null,
  title text not null,
  product text not null,
  seasons jsonb not null,
  first_day date not null,
  last_day date not null,
  currency text not null,
  percent text not null,
  rate_grain text not null,
  decided_by text not null,
  decided_on date not null,
  position bigint not null,
  primary key (book_id, pool)
);
comment on table ayni.pool is 'citus:distributed(book_id) room:settlement shape:event';
alter table ayni.pool enable row level security;
alter table ayni.pool force row level security;
create policy one_book on ayni.pool using (book_id = current_setting('ayni.book')::uuid) with check (book_id = current_setting('ayni.book')::uuid);
grant select, insert on ayni.pool to ayni_app;
grant select, insert, delete on ayni.pool to ayni_keeper;
create view books.pool with (security_invoker = true) as
  select book_id, pool, title, product, seasons, first_day, last_day, currency, percent, rate_grain, decided_by, decided_on from ayni.pool;
comment on view books.pool is 'room:settlement';
grant select on books.pool to ayni_app, ayni_keeper;

create table ayni.pool_stage (
  book_id uuid not null,
  pool uuid not null,
  by_agent uuid not null,
  on_day date not null,
  totals jsonb,
  step int not null,
  stage text not null,
  position bigint not null,
  primary key (book_id, pool, step)
);
comment on table ayni.pool_stage is 'citus:distributed(book_id) room:settlement shape:stage';
alter table ayni.pool_stage enable row level security;
alter table ayni.pool_stage force row level security;
create policy one_book on ayni.pool_stage using (book_id = current_setting('ayni.book')::uuid) with check (book_id = current_setting('ayni.book')::uuid);
grant select, insert on ayni.pool_stage to ayni_app;
grant select, insert, delete on ayni.pool_stage to ayni_keeper;
create view books.pool_stage with (security_invoker = true) as
  select book_id, pool, by_agent, on_day, totals, step, stage from ayni.pool_stage;
comment on view books.pool_stage is 'room:settlement';
grant select on books.pool_stage to ayni_app, ayni_keeper;

create table ayni.pool_entry (
  book_id uuid not null,
  entry uuid not null,
  pool uuid not null,
  kind text not null,
  paper text not null,
  on_day date not null,
  how jsonb not null,
  figures jsonb not null,
  amount bigint not null,
  by_agent uuid not null,
  corrects uuid,
  reason text,
  act_position bigint not null,
  position bigint not null,
  primary key (book_id, entry)
);
create index pool_entry_pool on ayni.pool_entry (book_id, pool);
comment on table ayni.pool_entry is 'citus:distributed(book_id) room:settlement shape:event';
alter table ayni.pool_entry enable row level security;
alter table ayni.pool_entry force row level security;
create policy one_book on ayni.pool_entry using (book_id = current_setting('ayni.book')::uuid) with check (book_id = current_setting('ayni.book')::uuid);
grant select, insert on ayni.pool_entry to ayni_app;
grant select, insert, delete on ayni.pool_entry to ayni_keeper;
create view books.pool_entry with (security_invoker = true) as
  select book_id, entry, pool, kind, paper, on_day, how, figures, amount, by_agent, corrects, reason, act_position from ayni.pool_entry;
comment on view books.pool_entry is 'room:settlement';
grant select on books.pool_entry to ayni_app, ayni_keeper;

create table ayni.pool_delivery (
  book_id uuid not null,
  delivery uuid not null,
  pool uuid not null,
  statement uuid not null,
  grams bigint not null,
  position bigint not null,
  primary key (book_id, delivery)
);
create index pool_delivery_pool on ayni.pool_delivery (book_id, pool);
comment on table ayni.pool_delivery is 'citus:distributed(book_id) room:settlement shape:event';
alter table ayni.pool_delivery enable row level security;
alter table ayni.pool_delivery force row level security;
create policy one_book on ayni.pool_delivery using (book_id = current_setting('ayni.book')::uuid) with check (book_id = current_setting('ayni.book')::uuid);
grant select, insert on ayni.pool_delivery to ayni_app;
grant select, insert, delete on ayni.pool_delivery to ayni_keeper;
create view books.pool_delivery with (security_invoker = true) as
  select book_id, delivery, pool, statement, grams from ayni.pool_delivery;
comment on view books.pool_delivery is 'room:settlement';
grant select on books.pool_delivery to ayni_app, ayni_keeper;

create table ayni.pool_line (
  book_id uuid not null,
  statement uuid not null,
  pool uuid not null,
  agent uuid not null,
  grams bigint not null,
  deliveries int not null,
  first_paid bigint not null,
  amount bigint not null,
  position bigint not null,
  primary key (book_id, statement)
);
create index pool_line_pool on ayni.pool_line (book_id, pool);
comment on table ayni.pool_line is 'citus:distributed(book_id) room:settlement shape:event';
alter table ayni.pool_line enable row level security;
alter table ayni.pool_line force row level security;
create policy one_book on ayni.pool_line using (book_id = current_setting('ayni.book')::uuid) with check (book_id = current_setting('ayni.book')::uuid);
grant select, insert on ayni.pool_line to ayni_app;
grant select, insert, delete on ayni.pool_line to ayni_keeper;
create view books.pool_line with (security_invoker = true) as
  select book_id, statement, pool, agent, grams, deliveries, first_paid, amount from ayni.pool_line;
comment on view books.pool_line is 'room:settlement';
grant select on books.pool_line to ayni_app, ayni_keeper;
