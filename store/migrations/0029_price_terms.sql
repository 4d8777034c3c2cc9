-- Why: price plans read more than a hand-over itself: results of a laboratory over months, the sheet of a certification scheme by its own
-- version, contracts that are fixed later; and a deduction for somebody else needs the producer's consent of its day.

create table ayni.laboratory_result (
  book_id uuid not null,
  result uuid not null,
  agent uuid not null,
  product text not null,
  measure text not null,
  value text not null,
  on_day date not null,
  laboratory text,
  method text,
  in_place_of uuid,
  position bigint not null,
  primary key (book_id, result)
);
create index laboratory_result_agent on ayni.laboratory_result (book_id, agent, product);
comment on table ayni.laboratory_result is 'citus:distributed(book_id) room:acopio shape:event';
alter table ayni.laboratory_result enable row level security;
alter table ayni.laboratory_result force row level security;
create policy one_book on ayni.laboratory_result using (book_id = current_setting('ayni.book')::uuid) with check (book_id = current_setting('ayni.book')::uuid);
grant select, insert on ayni.laboratory_result to ayni_app;
grant select, insert, delete on ayni.laboratory_result to ayni_keeper;
create view books.laboratory_result with (security_invoker = true) as
  select book_id, result, agent, product, measure, value, on_day, laboratory, method, in_place_of from ayni.laboratory_result;
comment on view books.laboratory_result is 'room:acopio';
grant select on books.laboratory_result to ayni_app, ayni_keeper;

create table ayni.scheme_sheet (
  book_id uuid not null,
  sheet uuid not null,
  code text not null,
  title text not null,
  source text not null,
  body jsonb not null,
  version int not null,
  from_day date not null,
  position bigint not null,
  primary key (book_id, sheet, version)
);
create index scheme_sheet_code on ayni.scheme_sheet (book_id, code);
comment on table ayni.scheme_sheet is 'citus:distributed(book_id) room:agreements shape:sheet';
alter table ayni.scheme_sheet enable row level security;
alter table ayni.scheme_sheet force row level security;
create policy one_book on ayni.scheme_sheet using (book_id = current_setting('ayni.book')::uuid) with check (book_id = current_setting('ayni.book')::uuid);
grant select, insert on ayni.scheme_sheet to ayni_app;
grant select, insert, delete on ayni.scheme_sheet to ayni_keeper;
create view books.scheme_sheet with (security_invoker = true) as
  select book_id, sheet, code, title, source, body, version, from_day from ayni.scheme_sheet;
comment on view books.scheme_sheet is 'room:agreements';
grant select on books.scheme_sheet to ayni_app, ayni_keeper;

create table ayni.deduction_consent (
  book_id uuid not null,
  agent uuid not null,
  deduction text not null,
  given boolean not null,
  until date,
  creditor text,
  made text not null,
  version int not null,
  from_day date not null,
  position bigint not null,
  primary key (book_id, agent, deduction, version)
);
comment on table ayni.deduction_consent is 'citus:distributed(book_id) room:agreements shape:sheet';
alter table ayni.deduction_consent enable row level security;
alter table ayni.deduction_consent force row level security;
create policy one_book on ayni.deduction_consent using (book_id = current_setting('ayni.book')::uuid) with check (book_id = current_setting('ayni.book')::uuid);
grant select, insert on ayni.deduction_consent to ayni_app;
grant select, insert, delete on ayni.deduction_consent to ayni_keeper;
create view books.deduction_consent with (security_invoker = true) as
  select book_id, agent, deduction, given, until, creditor, made, version, from_day from ayni.deduction_consent;
comment on view books.deduction_consent is 'room:agreements';
grant select on books.deduction_consent to ayni_app, ayni_keeper;

create table ayni.price_fixing (
  book_id uuid not null,
  fixing uuid not null,
  contract text not null,
  month text not null,
  lots text not null,
  level text not null,
  on_day date not null,
  fixed_by text not null,
  reference text,
  in_place_of uuid,
  position bigint not null,
  primary key (book_id, fixing)
);
create index price_fixing_contract on ayni.price_fixing (book_id, contract);
comment on table ayni.price_fixing is 'citus:distributed(book_id) room:market shape:event';
alter table ayni.price_fixing enable row level security;
alter table ayni.price_fixing force row level security;
create policy one_book on ayni.price_fixing using (book_id = current_setting('ayni.book')::uuid) with check (book_id = current_setting('ayni.book')::uuid);
grant select, insert on ayni.price_fixing to ayni_app;
grant select, insert, delete on ayni.price_fixing to ayni_keeper;
create view books.price_fixing with (security_invoker = true) as
  select book_id, fixing, contract, month, lots, level, on_day, fixed_by, reference, in_place_of from ayni.price_fixing;
comment on view books.price_fixing is 'room:market';
grant select on books.price_fixing to ayni_app, ayni_keeper;
