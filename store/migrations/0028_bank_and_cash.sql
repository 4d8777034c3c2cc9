-- Why: money leaves the bank when the bank says so. Each movement of an account of ours is kept once, under an id that follows from the
-- movement itself; what became of it, by which way and by whom stands beside it, so that nothing is booked twice and nothing is lost.
-- And which notes and coins there are is dated data of the book: what everybody is paid in.

create table ayni.denomination_list (
  book_id uuid not null,
  currency text not null,
  pieces jsonb not null,
  source text not null,
  verified boolean not null,
  by_agent uuid not null,
  version int not null,
  from_day date not null,
  position bigint not null,
  primary key (book_id, currency, version)
);
comment on table ayni.denomination_list is 'citus:distributed(book_id) room:settlement shape:sheet';
alter table ayni.denomination_list enable row level security;
alter table ayni.denomination_list force row level security;
create policy one_book on ayni.denomination_list using (book_id = current_setting('ayni.book')::uuid) with check (book_id = current_setting('ayni.book')::uuid);
grant select, insert on ayni.denomination_list to ayni_app;
grant select, insert, delete on ayni.denomination_list to ayni_keeper;
create view books.denomination_list with (security_invoker = true) as
  select book_id, currency, pieces, source, verified, by_agent, version, from_day from ayni.denomination_list;
comment on view books.denomination_list is 'room:settlement';
grant select on books.denomination_list to ayni_app, ayni_keeper;

create table ayni.bank_file (
  book_id uuid not null,
  bank_file uuid not null,
  digest text not null,
  account uuid not null,
  currency text not null,
  line_grain text not null,
  from_day date,
  until_day date,
  opening text,
  closing text,
  closing_day date,
  movements int not null,
  by_agent uuid not null,
  on_day date not null,
  position bigint not null,
  primary key (book_id, bank_file)
);
comment on table ayni.bank_file is 'citus:distributed(book_id) room:settlement shape:event';
alter table ayni.bank_file enable row level security;
alter table ayni.bank_file force row level security;
create policy one_book on ayni.bank_file using (book_id = current_setting('ayni.book')::uuid) with check (book_id = current_setting('ayni.book')::uuid);
grant select, insert on ayni.bank_file to ayni_app;
grant select, insert, delete on ayni.bank_file to ayni_keeper;
create view books.bank_file with (security_invoker = true) as
  select book_id, bank_file, digest, account, currency, line_grain, from_day, until_day, opening, closing, closing_day, movements, by_agent, on_day from ayni.bank_file;
comment on view books.bank_file is 'room:settlement';
grant select on books.bank_file to ayni_app, ayni_keeper;

create table ayni.bank_entry (
  book_id uuid not null,
  entry uuid not null,
  bank_file uuid not null,
  account uuid not null,
  nature text not null,
  amount text not null,
  currency text not null,
  on_day date not null,
  number text,
  payment_order text,
  reference text,
  reason text,
  because text,
  position bigint not null,
  primary key (book_id, entry)
);
create index bank_entry_day on ayni.bank_entry (book_id, account, on_day);
comment on table ayni.bank_entry is 'citus:distributed(book_id) room:settlement shape:event';
alter table ayni.bank_entry enable row level security;
alter table ayni.bank_entry force row level security;
create policy one_book on ayni.bank_entry using (book_id = current_setting('ayni.book')::uuid) with check (book_id = current_setting('ayni.book')::uuid);
grant select, insert on ayni.bank_entry to ayni_app;
grant select, insert, delete on ayni.bank_entry to ayni_keeper;
create view books.bank_entry with (security_invoker = true) as
  select book_id, entry, bank_file, account, nature, amount, currency, on_day, number, payment_order, reference, reason, because from ayni.bank_entry;
comment on view books.bank_entry is 'room:settlement';
grant select on books.bank_entry to ayni_app, ayni_keeper;

create table ayni.bank_placing (
  book_id uuid not null,
  entry uuid not null,
  placed_as text not null,
  way text not null,
  note text,
  by_agent uuid not null,
  on_day date not null,
  position bigint not null,
  primary key (book_id, entry)
);
comment on table ayni.bank_placing is 'citus:distributed(book_id) room:settlement shape:event';
alter table ayni.bank_placing enable row level security;
alter table ayni.bank_placing force row level security;
create policy one_book on ayni.bank_placing using (book_id = current_setting('ayni.book')::uuid) with check (book_id = current_setting('ayni.book')::uuid);
grant select, insert on ayni.bank_placing to ayni_app;
grant select, insert, delete on ayni.bank_placing to ayni_keeper;
create view books.bank_placing with (security_invoker = true) as
  select book_id, entry, placed_as, way, note, by_agent, on_day from ayni.bank_placing;
comment on view books.bank_placing is 'room:settlement';
grant select on books.bank_placing to ayni_app, ayni_keeper;

create table ayni.bank_match (
  book_id uuid not null,
  entry uuid not null,
  number text not null,
  payment uuid,
  position bigint not null,
  primary key (book_id, entry, number)
);
create index bank_match_number on ayni.bank_match (book_id, number);
comment on table ayni.bank_match is 'citus:distributed(book_id) room:settlement shape:event';
alter table ayni.bank_match enable row level security;
alter table ayni.bank_match force row level security;
create policy one_book on ayni.bank_match using (book_id = current_setting('ayni.book')::uuid) with check (book_id = current_setting('ayni.book')::uuid);
grant select, insert on ayni.bank_match to ayni_app;
grant select, insert, delete on ayni.bank_match to ayni_keeper;
create view books.bank_match with (security_invoker = true) as
  select book_id, entry, number, payment from ayni.bank_match;
comment on view books.bank_match is 'room:settlement';
grant select on books.bank_match to ayni_app, ayni_keeper;
