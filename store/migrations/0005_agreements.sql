-- Why: what was promised (agreements and season policies, price plans, grading schemes) and what a unit's word means here.

create table ayni.agreement (
  book_id   uuid not null,
  agreement uuid not null,
  kind      text not null,
  parties   jsonb not null,
  body      jsonb not null,
  season    text,
  product   text,
  version   int not null,
  from_day  date not null,
  position  bigint not null,
  primary key (book_id, agreement, version)
);
create index agreement_product on ayni.agreement (book_id, kind, product);
comment on table ayni.agreement is 'citus:distributed(book_id) room:agreements shape:sheet';
alter table ayni.agreement enable row level security;
alter table ayni.agreement force row level security;
create policy one_book on ayni.agreement using (book_id = current_setting('ayni.book')::uuid) with check (book_id = current_setting('ayni.book')::uuid);
grant select, insert on ayni.agreement to ayni_app;
grant select, insert, delete on ayni.agreement to ayni_keeper;

create table ayni.price_plan (
  book_id  uuid not null,
  plan     uuid not null,
  code     text not null,
  product  text not null,
  currency text not null,
  body     jsonb not null,
  reason   text,
  version  int not null,
  from_day date not null,
  position bigint not null,
  primary key (book_id, plan, version)
);
create index price_plan_code on ayni.price_plan (book_id, code);
comment on table ayni.price_plan is 'citus:distributed(book_id) room:agreements shape:sheet';
alter table ayni.price_plan enable row level security;
alter table ayni.price_plan force row level security;
create policy one_book on ayni.price_plan using (book_id = current_setting('ayni.book')::uuid) with check (book_id = current_setting('ayni.book')::uuid);
grant select, insert on ayni.price_plan to ayni_app;
grant select, insert, delete on ayni.price_plan to ayni_keeper;

create table ayni.grading_scheme (
  book_id  uuid not null,
  scheme   uuid not null,
  code     text not null,
  product  text not null,
  body     jsonb not null,
  version  int not null,
  from_day date not null,
  position bigint not null,
  primary key (book_id, scheme, version)
);
create index grading_scheme_code on ayni.grading_scheme (book_id, code);
comment on table ayni.grading_scheme is 'citus:distributed(book_id) room:agreements shape:sheet';
alter table ayni.grading_scheme enable row level security;
alter table ayni.grading_scheme force row level security;
create policy one_book on ayni.grading_scheme using (book_id = current_setting('ayni.book')::uuid) with check (book_id = current_setting('ayni.book')::uuid);
grant select, insert on ayni.grading_scheme to ayni_app;
grant select, insert, delete on ayni.grading_scheme to ayni_keeper;

create table ayni.local_unit (
  book_id  uuid not null,
  unit     text not null,
  product  text not null,
  kind     text not null,
  factor   text not null,
  source   text not null,
  until    date,
  version  int not null,
  from_day date not null,
  position bigint not null,
  primary key (book_id, unit, product, version)
);
comment on table ayni.local_unit is 'citus:distributed(book_id) room:agreements shape:sheet';
alter table ayni.local_unit enable row level security;
alter table ayni.local_unit force row level security;
create policy one_book on ayni.local_unit using (book_id = current_setting('ayni.book')::uuid) with check (book_id = current_setting('ayni.book')::uuid);
grant select, insert on ayni.local_unit to ayni_app;
grant select, insert, delete on ayni.local_unit to ayni_keeper;

-- What the room publishes: every version, since a statement is read by the version of its day.
create view books.agreement with (security_invoker = true) as
  select book_id, agreement, kind, parties, body, season, product, version, from_day from ayni.agreement;
comment on view books.agreement is 'room:agreements';
grant select on books.agreement to ayni_app, ayni_keeper;

create view books.price_plan with (security_invoker = true) as
  select book_id, plan, code, product, currency, body, reason, version, from_day from ayni.price_plan;
comment on view books.price_plan is 'room:agreements';
grant select on books.price_plan to ayni_app, ayni_keeper;

create view books.grading_scheme with (security_invoker = true) as
  select book_id, scheme, code, product, body, version, from_day from ayni.grading_scheme;
comment on view books.grading_scheme is 'room:agreements';
grant select on books.grading_scheme to ayni_app, ayni_keeper;

create view books.local_unit with (security_invoker = true) as
  select book_id, unit, product, kind, factor, source, until, version, from_day from ayni.local_unit;
comment on view books.local_unit is 'room:agreements';
grant select on books.local_unit to ayni_app, ayni_keeper;
