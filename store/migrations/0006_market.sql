-- Why: prices that others publish, with every revision, because papers may have been written on an earlier one.

create table ayni.price_series (
  book_id  uuid not null,
  series   text not null,
  title    text not null,
  currency text not null,
  per_unit text not null,
  period   text not null,
  source   text not null,
  licence  text,
  version  int not null,
  from_day date not null,
  position bigint not null,
  primary key (book_id, series, version)
);
comment on table ayni.price_series is 'citus:distributed(book_id) room:market shape:sheet';
alter table ayni.price_series enable row level security;
alter table ayni.price_series force row level security;
create policy one_book on ayni.price_series using (book_id = current_setting('ayni.book')::uuid) with check (book_id = current_setting('ayni.book')::uuid);
grant select, insert on ayni.price_series to ayni_app;
grant select, insert, delete on ayni.price_series to ayni_keeper;

create table ayni.price_point (
  book_id  uuid not null,
  series   text not null,
  period   text not null,
  revision int not null,
  value    text not null,
  act      uuid not null,
  position bigint not null,
  primary key (book_id, series, period, revision)
);
comment on table ayni.price_point is 'citus:distributed(book_id) room:market shape:event';
alter table ayni.price_point enable row level security;
alter table ayni.price_point force row level security;
create policy one_book on ayni.price_point using (book_id = current_setting('ayni.book')::uuid) with check (book_id = current_setting('ayni.book')::uuid);
grant select, insert on ayni.price_point to ayni_app;
grant select, insert, delete on ayni.price_point to ayni_keeper;

-- What the room publishes: of sheets the newest version, of prices the newest revision.
create view books.price_series with (security_invoker = true) as
  select distinct on (book_id, series) book_id, series, title, currency, per_unit, period, source, licence, version, from_day
    from ayni.price_series order by book_id, series, version desc;
comment on view books.price_series is 'room:market';
grant select on books.price_series to ayni_app, ayni_keeper;

create view books.price_point with (security_invoker = true) as
  select distinct on (book_id, series, period) book_id, series, period, revision, value
    from ayni.price_point order by book_id, series, period, revision desc;
comment on view books.price_point is 'room:market';
grant select on books.price_point to ayni_app, ayni_keeper;
