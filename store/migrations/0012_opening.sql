-- Why: how things stood before a book began (balances, stock, numbers, hand-overs settled elsewhere), and the imports of sheets:
-- how each sheet's columns were understood, and how far each import has come.

create table ayni.opening (
  book_id  uuid not null,
  kind     text not null,
  about    text not null,
  agent    uuid,
  on_day   date not null,
  said     jsonb not null,
  act      uuid not null,
  position bigint not null,
  primary key (book_id, kind, about)
);
create index opening_agent on ayni.opening (book_id, agent);
comment on table ayni.opening is 'citus:distributed(book_id) room:finance shape:event';
alter table ayni.opening enable row level security;
alter table ayni.opening force row level security;
create policy one_book on ayni.opening using (book_id = current_setting('ayni.book')::uuid) with check (book_id = current_setting('ayni.book')::uuid);
grant select, insert on ayni.opening to ayni_app;
grant select, insert, delete on ayni.opening to ayni_keeper;
create view books.opening with (security_invoker = true) as
  select book_id, kind, about, agent, on_day, said, act from ayni.opening;
comment on view books.opening is 'room:finance';
grant select on books.opening to ayni_app, ayni_keeper;

create table ayni.past_delivery (
  book_id  uuid not null,
  delivery uuid not null,
  price    text,
  per_unit text,
  paid     text,
  currency text,
  paid_on  date,
  paper    text,
  position bigint not null,
  primary key (book_id, delivery)
);
comment on table ayni.past_delivery is 'citus:distributed(book_id) room:acopio shape:event';
alter table ayni.past_delivery enable row level security;
alter table ayni.past_delivery force row level security;
create policy one_book on ayni.past_delivery using (book_id = current_setting('ayni.book')::uuid) with check (book_id = current_setting('ayni.book')::uuid);
grant select, insert on ayni.past_delivery to ayni_app;
grant select, insert, delete on ayni.past_delivery to ayni_keeper;
create view books.past_delivery with (security_invoker = true) as
  select book_id, delivery, price, per_unit, paid, currency, paid_on, paper from ayni.past_delivery;
comment on view books.past_delivery is 'room:acopio';
grant select on books.past_delivery to ayni_app, ayni_keeper;

-- How the columns of one kind of sheet were understood, by the fingerprint of its header: next month's sheet asks nothing.
create table ayni.import_mapping (
  book_id     uuid not null,
  kind        text not null,
  fingerprint text not null,
  choices     jsonb not null,
  kept_by     uuid not null,
  kept_at     text not null,
  primary key (book_id, kind, fingerprint)
);
comment on table ayni.import_mapping is 'citus:distributed(book_id) room:store shape:now';
alter table ayni.import_mapping enable row level security;
alter table ayni.import_mapping force row level security;
create policy one_book on ayni.import_mapping using (book_id = current_setting('ayni.book')::uuid) with check (book_id = current_setting('ayni.book')::uuid);
grant select, insert, update on ayni.import_mapping to ayni_app;
grant select, insert, delete on ayni.import_mapping to ayni_keeper;

-- One import of one file: who brought it, what was chosen, how far it came. The file itself lies in the installation's folder.
create table ayni.import_run (
  book_id    uuid not null,
  run        uuid not null,
  stage      text not null,              -- 'brought', 'tried', 'running', 'done', 'failed'
  kind       text,
  file_name  text not null,
  digest     text not null,              -- SHA-256 of the file's bytes
  bytes      bigint not null,
  choices    jsonb not null,
  account    jsonb,                      -- the account of the dry run, or of the import so far
  rows_read  bigint not null,
  brought_by uuid not null,              -- agent
  seat       uuid not null,
  brought_at text not null,
  changed_at text not null,
  primary key (book_id, run)
);
comment on table ayni.import_run is 'citus:distributed(book_id) room:store shape:now';
alter table ayni.import_run enable row level security;
alter table ayni.import_run force row level security;
create policy one_book on ayni.import_run using (book_id = current_setting('ayni.book')::uuid) with check (book_id = current_setting('ayni.book')::uuid);
grant select, insert, update on ayni.import_run to ayni_app;
grant select, insert, delete on ayni.import_run to ayni_keeper;
