-- Why: an authority wants a document of its own of what is bought from a grower who writes none: many receipts, one document, one payment.
-- What a country asks for is a dated sheet of the book; documents take numbers of an authorised range, keep what they are for and which
-- tax they withheld, and are annulled by a row of their own. Of growers a tax number and an address are kept sealed.

create table ayni.taxpayer (
  book_id uuid not null,
  agent uuid not null,
  tax_number jsonb,
  address jsonb,
  version int not null,
  from_day date not null,
  position bigint not null,
  primary key (book_id, agent, version)
);
comment on table ayni.taxpayer is 'citus:distributed(book_id) room:people shape:sheet';
alter table ayni.taxpayer enable row level security;
alter table ayni.taxpayer force row level security;
create policy one_book on ayni.taxpayer using (book_id = current_setting('ayni.book')::uuid) with check (book_id = current_setting('ayni.book')::uuid);
grant select, insert on ayni.taxpayer to ayni_app;
grant select, insert, delete on ayni.taxpayer to ayni_keeper;
create view books.taxpayer with (security_invoker = true) as
  select distinct on (book_id, agent) book_id, agent, tax_number, address, version, from_day
    from ayni.taxpayer order by book_id, agent, version desc;
comment on view books.taxpayer is 'room:people';
grant select on books.taxpayer to ayni_app, ayni_keeper;

create table ayni.purchase_taxes (
  book_id uuid not null,
  sheet uuid not null,
  code text not null,
  currency text not null,
  body jsonb not null,
  reason text,
  version int not null,
  from_day date not null,
  position bigint not null,
  primary key (book_id, sheet, version)
);
create index purchase_taxes_code on ayni.purchase_taxes (book_id, code);
comment on table ayni.purchase_taxes is 'citus:distributed(book_id) room:purchases shape:sheet';
alter table ayni.purchase_taxes enable row level security;
alter table ayni.purchase_taxes force row level security;
create policy one_book on ayni.purchase_taxes using (book_id = current_setting('ayni.book')::uuid) with check (book_id = current_setting('ayni.book')::uuid);
grant select, insert on ayni.purchase_taxes to ayni_app;
grant select, insert, delete on ayni.purchase_taxes to ayni_keeper;
create view books.purchase_taxes with (security_invoker = true) as
  select book_id, sheet, code, currency, body, reason, version, from_day from ayni.purchase_taxes;
comment on view books.purchase_taxes is 'room:purchases';
grant select on books.purchase_taxes to ayni_app, ayni_keeper;

create table ayni.purchase_series (
  book_id uuid not null,
  series uuid not null,
  sheet uuid not null,
  kind text not null,
  prefix text not null,
  first_number bigint not null,
  last_number bigint not null,
  digits int not null,
  authorisation text,
  until date,
  version int not null,
  from_day date not null,
  position bigint not null,
  primary key (book_id, series, version)
);
create index purchase_series_prefix on ayni.purchase_series (book_id, prefix);
comment on table ayni.purchase_series is 'citus:distributed(book_id) room:purchases shape:sheet';
alter table ayni.purchase_series enable row level security;
alter table ayni.purchase_series force row level security;
create policy one_book on ayni.purchase_series using (book_id = current_setting('ayni.book')::uuid) with check (book_id = current_setting('ayni.book')::uuid);
grant select, insert on ayni.purchase_series to ayni_app;
grant select, insert, delete on ayni.purchase_series to ayni_keeper;
create view books.purchase_series with (security_invoker = true) as
  select distinct on (book_id, series) book_id, series, sheet, kind, prefix, first_number, last_number, digits, authorisation, until, version, from_day
    from ayni.purchase_series order by book_id, series, version desc;
comment on view books.purchase_series is 'room:purchases';
grant select on books.purchase_series to ayni_app, ayni_keeper;

create table ayni.purchase_document (
  book_id uuid not null,
  document uuid not null,
  number text not null,
  series uuid not null,
  sheet uuid not null,
  sheet_version int not null,
  agent uuid not null,
  is_member boolean not null,
  currency text not null,
  line_grain text not null,
  grams bigint not null,
  value bigint not null,
  included bigint not null,
  added bigint not null,
  withheld bigint not null,
  payable bigint not null,
  unresolved bigint not null,
  issued_on date not null,
  by_agent uuid not null,
  act_position bigint not null,
  position bigint not null,
  primary key (book_id, document)
);
create index purchase_document_day on ayni.purchase_document (book_id, issued_on);
create index purchase_document_agent on ayni.purchase_document (book_id, agent, issued_on);
create index purchase_document_number on ayni.purchase_document (book_id, number);
comment on table ayni.purchase_document is 'citus:distributed(book_id) room:purchases shape:event';
alter table ayni.purchase_document enable row level security;
alter table ayni.purchase_document force row level security;
create policy one_book on ayni.purchase_document using (book_id = current_setting('ayni.book')::uuid) with check (book_id = current_setting('ayni.book')::uuid);
grant select, insert on ayni.purchase_document to ayni_app;
grant select, insert, delete on ayni.purchase_document to ayni_keeper;
create view books.purchase_document with (security_invoker = true) as
  select book_id, document, number, series, sheet, sheet_version, agent, is_member, currency, line_grain, grams, value, included, added, withheld, payable, unresolved, issued_on, by_agent, act_position from ayni.purchase_document;
comment on view books.purchase_document is 'room:purchases';
grant select on books.purchase_document to ayni_app, ayni_keeper;

create table ayni.purchase_document_statement (
  book_id uuid not null,
  document uuid not null,
  statement uuid not null,
  agreement uuid not null,
  value bigint not null,
  collected bigint not null,
  coins bigint not null,
  position bigint not null,
  primary key (book_id, document, statement)
);
create index purchase_document_statement_of on ayni.purchase_document_statement (book_id, statement);
comment on table ayni.purchase_document_statement is 'citus:distributed(book_id) room:purchases shape:event';
alter table ayni.purchase_document_statement enable row level security;
alter table ayni.purchase_document_statement force row level security;
create policy one_book on ayni.purchase_document_statement using (book_id = current_setting('ayni.book')::uuid) with check (book_id = current_setting('ayni.book')::uuid);
grant select, insert on ayni.purchase_document_statement to ayni_app;
grant select, insert, delete on ayni.purchase_document_statement to ayni_keeper;
create view books.purchase_document_statement with (security_invoker = true) as
  select book_id, document, statement, agreement, value, collected, coins from ayni.purchase_document_statement;
comment on view books.purchase_document_statement is 'room:purchases';
grant select on books.purchase_document_statement to ayni_app, ayni_keeper;

create table ayni.purchase_document_delivery (
  book_id uuid not null,
  document uuid not null,
  delivery uuid not null,
  value bigint not null,
  position bigint not null,
  primary key (book_id, document, delivery)
);
create index purchase_document_delivery_of on ayni.purchase_document_delivery (book_id, delivery);
comment on table ayni.purchase_document_delivery is 'citus:distributed(book_id) room:purchases shape:event';
alter table ayni.purchase_document_delivery enable row level security;
alter table ayni.purchase_document_delivery force row level security;
create policy one_book on ayni.purchase_document_delivery using (book_id = current_setting('ayni.book')::uuid) with check (book_id = current_setting('ayni.book')::uuid);
grant select, insert on ayni.purchase_document_delivery to ayni_app;
grant select, insert, delete on ayni.purchase_document_delivery to ayni_keeper;
create view books.purchase_document_delivery with (security_invoker = true) as
  select book_id, document, delivery, value from ayni.purchase_document_delivery;
comment on view books.purchase_document_delivery is 'room:purchases';
grant select on books.purchase_document_delivery to ayni_app, ayni_keeper;

create table ayni.purchase_document_tax (
  book_id uuid not null,
  document uuid not null,
  tax text not null,
  effect text not null,
  account text not null,
  base bigint not null,
  amount bigint not null,
  by_statements bigint not null,
  position bigint not null,
  primary key (book_id, document, tax)
);
comment on table ayni.purchase_document_tax is 'citus:distributed(book_id) room:purchases shape:event';
alter table ayni.purchase_document_tax enable row level security;
alter table ayni.purchase_document_tax force row level security;
create policy one_book on ayni.purchase_document_tax using (book_id = current_setting('ayni.book')::uuid) with check (book_id = current_setting('ayni.book')::uuid);
grant select, insert on ayni.purchase_document_tax to ayni_app;
grant select, insert, delete on ayni.purchase_document_tax to ayni_keeper;
create view books.purchase_document_tax with (security_invoker = true) as
  select book_id, document, tax, effect, account, base, amount, by_statements from ayni.purchase_document_tax;
comment on view books.purchase_document_tax is 'room:purchases';
grant select on books.purchase_document_tax to ayni_app, ayni_keeper;

create table ayni.purchase_document_void (
  book_id uuid not null,
  document uuid not null,
  reason text not null,
  number text,
  voided_on date not null,
  by_agent uuid not null,
  position bigint not null,
  primary key (book_id, document)
);
comment on table ayni.purchase_document_void is 'citus:distributed(book_id) room:purchases shape:event';
alter table ayni.purchase_document_void enable row level security;
alter table ayni.purchase_document_void force row level security;
create policy one_book on ayni.purchase_document_void using (book_id = current_setting('ayni.book')::uuid) with check (book_id = current_setting('ayni.book')::uuid);
grant select, insert on ayni.purchase_document_void to ayni_app;
grant select, insert, delete on ayni.purchase_document_void to ayni_keeper;
create view books.purchase_document_void with (security_invoker = true) as
  select book_id, document, reason, number, voided_on, by_agent from ayni.purchase_document_void;
comment on view books.purchase_document_void is 'room:purchases';
grant select on books.purchase_document_void to ayni_app, ayni_keeper;
