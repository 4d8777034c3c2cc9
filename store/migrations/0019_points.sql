-- Why: a collection point has a sheet of its own, its days are opened and closed on telephones, its scales are checked and its box
-- is counted; the office lends it cash and the collecting of debts until a day; pads of pre-printed receipts are accounted for serial
-- by serial. What lies in a box is kept as a tally from here on; what was booked before is added up once. The walls of both tables
-- stand open to their owner for that one statement: it is about every book at once.

alter table ayni.posting no force row level security;
alter table ayni.tally no force row level security;
insert into ayni.tally (book_id, kind, key, amount)
select book_id, 'cash-at', coalesce(place, '') || '|' || commodity, sum(amount)::bigint
  from ayni.posting
 where account = 'cash'
 group by book_id, coalesce(place, '') || '|' || commodity;
alter table ayni.posting force row level security;
alter table ayni.tally force row level security;

-- Each telephone counts receipts of a series of its own.
alter table ayni.device add column series text;
create index device_series on ayni.device (book_id, series);
create index device_place on ayni.device (book_id, place);
create or replace view books.device with (security_invoker = true) as
  select distinct on (book_id, device) book_id, device, agent, place, state, note, version, from_day, series
    from ayni.device order by book_id, device, version desc;

create table ayni.point (
  book_id   uuid not null,
  place     text not null,
  name      text not null,
  prefix    text not null,
  pays_cash boolean not null,
  until     date,
  sheet     jsonb not null,
  version   int not null,
  from_day  date not null,
  position  bigint not null,
  primary key (book_id, place, version)
);
create index point_prefix on ayni.point (book_id, prefix);
comment on table ayni.point is 'citus:distributed(book_id) room:acopio shape:sheet';
alter table ayni.point enable row level security;
alter table ayni.point force row level security;
create policy one_book on ayni.point using (book_id = current_setting('ayni.book')::uuid) with check (book_id = current_setting('ayni.book')::uuid);
grant select, insert on ayni.point to ayni_app;
grant select, insert, delete on ayni.point to ayni_keeper;
create view books.point with (security_invoker = true) as
  select distinct on (book_id, place) book_id, place, name, prefix, pays_cash, until, sheet, version, from_day, position
    from ayni.point order by book_id, place, version desc;
comment on view books.point is 'room:acopio';
grant select on books.point to ayni_app, ayni_keeper;

create table ayni.point_opening (
  book_id  uuid not null,
  opening  uuid not null,
  place    text not null,
  device   uuid,
  by_agent uuid not null,
  on_day   date not null,
  clock    text,
  position bigint not null,
  primary key (book_id, opening)
);
create index point_opening_place on ayni.point_opening (book_id, place);
comment on table ayni.point_opening is 'citus:distributed(book_id) room:acopio shape:event';
alter table ayni.point_opening enable row level security;
alter table ayni.point_opening force row level security;
create policy one_book on ayni.point_opening using (book_id = current_setting('ayni.book')::uuid) with check (book_id = current_setting('ayni.book')::uuid);
grant select, insert on ayni.point_opening to ayni_app;
grant select, insert, delete on ayni.point_opening to ayni_keeper;
create view books.point_opening with (security_invoker = true) as
  select book_id, opening, place, device, by_agent, on_day, clock, position
    from ayni.point_opening;
comment on view books.point_opening is 'room:acopio';
grant select on books.point_opening to ayni_app, ayni_keeper;

create table ayni.point_closing (
  book_id     uuid not null,
  closing     uuid not null,
  opening     uuid,
  place       text not null,
  device      uuid,
  by_agent    uuid not null,
  on_day      date not null,
  clock       text,
  series      text,
  serial_from int,
  serial_to   int,
  hand_overs  int not null,
  voids       int not null,
  kilos       jsonb not null,
  position    bigint not null,
  primary key (book_id, closing)
);
create index point_closing_place on ayni.point_closing (book_id, place);
create index point_closing_series on ayni.point_closing (book_id, series);
comment on table ayni.point_closing is 'citus:distributed(book_id) room:acopio shape:event';
alter table ayni.point_closing enable row level security;
alter table ayni.point_closing force row level security;
create policy one_book on ayni.point_closing using (book_id = current_setting('ayni.book')::uuid) with check (book_id = current_setting('ayni.book')::uuid);
grant select, insert on ayni.point_closing to ayni_app;
grant select, insert, delete on ayni.point_closing to ayni_keeper;
create view books.point_closing with (security_invoker = true) as
  select book_id, closing, opening, place, device, by_agent, on_day, clock, series, serial_from, serial_to, hand_overs, voids,
         kilos, position
    from ayni.point_closing;
comment on view books.point_closing is 'room:acopio';
grant select on books.point_closing to ayni_app, ayni_keeper;

create table ayni.scale_check (
  book_id     uuid not null,
  scale_check uuid not null,
  place       text not null,
  scale       text not null,
  expected_g  bigint not null,
  shown_g     bigint not null,
  good        boolean,
  by_agent    uuid not null,
  on_day      date not null,
  clock       text,
  position    bigint not null,
  primary key (book_id, scale_check)
);
create index scale_check_place on ayni.scale_check (book_id, place, scale);
comment on table ayni.scale_check is 'citus:distributed(book_id) room:acopio shape:event';
alter table ayni.scale_check enable row level security;
alter table ayni.scale_check force row level security;
create policy one_book on ayni.scale_check using (book_id = current_setting('ayni.book')::uuid) with check (book_id = current_setting('ayni.book')::uuid);
grant select, insert on ayni.scale_check to ayni_app;
grant select, insert, delete on ayni.scale_check to ayni_keeper;
create view books.scale_check with (security_invoker = true) as
  select book_id, scale_check, place, scale, expected_g, shown_g, good, by_agent, on_day, clock, position
    from ayni.scale_check;
comment on view books.scale_check is 'room:acopio';
grant select on books.scale_check to ayni_app, ayni_keeper;

create table ayni.cash_move (
  book_id     uuid not null,
  cash_move   uuid not null,
  place       text not null,
  way         text not null,
  office      text,
  hold        uuid,
  currency    text not null,
  amount      bigint,
  amount_said text not null,
  by_agent    uuid not null,
  on_day      date not null,
  clock       text,
  position    bigint not null,
  primary key (book_id, cash_move)
);
create index cash_move_hold on ayni.cash_move (book_id, hold);
comment on table ayni.cash_move is 'citus:distributed(book_id) room:acopio shape:event';
alter table ayni.cash_move enable row level security;
alter table ayni.cash_move force row level security;
create policy one_book on ayni.cash_move using (book_id = current_setting('ayni.book')::uuid) with check (book_id = current_setting('ayni.book')::uuid);
grant select, insert on ayni.cash_move to ayni_app;
grant select, insert, delete on ayni.cash_move to ayni_keeper;
create view books.cash_move with (security_invoker = true) as
  select book_id, cash_move, place, way, office, hold, currency, amount, amount_said, by_agent, on_day, clock, position
    from ayni.cash_move;
comment on view books.cash_move is 'room:acopio';
grant select on books.cash_move to ayni_app, ayni_keeper;

create table ayni.cash_count (
  book_id    uuid not null,
  cash_count uuid not null,
  currency   text not null,
  place      text not null,
  moment     text not null,
  counted    bigint,
  computed   bigint not null,
  shown      text,
  notes      jsonb not null,
  by_agent   uuid not null,
  on_day     date not null,
  clock      text,
  position   bigint not null,
  primary key (book_id, cash_count, currency)
);
comment on table ayni.cash_count is 'citus:distributed(book_id) room:acopio shape:event';
alter table ayni.cash_count enable row level security;
alter table ayni.cash_count force row level security;
create policy one_book on ayni.cash_count using (book_id = current_setting('ayni.book')::uuid) with check (book_id = current_setting('ayni.book')::uuid);
grant select, insert on ayni.cash_count to ayni_app;
grant select, insert, delete on ayni.cash_count to ayni_keeper;
create view books.cash_count with (security_invoker = true) as
  select book_id, cash_count, currency, place, moment, counted, computed, shown, notes, by_agent, on_day, clock, position
    from ayni.cash_count;
comment on view books.cash_count is 'room:acopio';
grant select on books.cash_count to ayni_app, ayni_keeper;

create table ayni.hold (
  book_id  uuid not null,
  hold     uuid not null,
  kind     text not null,
  place    text not null,
  debt     uuid,
  agent    uuid,
  currency text not null,
  amount   bigint not null,
  since    date not null,
  until    date not null,
  by_agent uuid not null,
  position bigint not null,
  primary key (book_id, hold)
);
create index hold_place on ayni.hold (book_id, place);
create index hold_debt on ayni.hold (book_id, debt);
comment on table ayni.hold is 'citus:distributed(book_id) room:acopio shape:event';
alter table ayni.hold enable row level security;
alter table ayni.hold force row level security;
create policy one_book on ayni.hold using (book_id = current_setting('ayni.book')::uuid) with check (book_id = current_setting('ayni.book')::uuid);
grant select, insert on ayni.hold to ayni_app;
grant select, insert, delete on ayni.hold to ayni_keeper;
create view books.hold with (security_invoker = true) as
  select book_id, hold, kind, place, debt, agent, currency, amount, since, until, by_agent, position
    from ayni.hold;
comment on view books.hold is 'room:acopio';
grant select on books.hold to ayni_app, ayni_keeper;

create table ayni.hold_end (
  book_id  uuid not null,
  hold     uuid not null,
  reason   text not null,
  by_agent uuid not null,
  on_day   date not null,
  position bigint not null,
  primary key (book_id, hold)
);
comment on table ayni.hold_end is 'citus:distributed(book_id) room:acopio shape:event';
alter table ayni.hold_end enable row level security;
alter table ayni.hold_end force row level security;
create policy one_book on ayni.hold_end using (book_id = current_setting('ayni.book')::uuid) with check (book_id = current_setting('ayni.book')::uuid);
grant select, insert on ayni.hold_end to ayni_app;
grant select, insert, delete on ayni.hold_end to ayni_keeper;
create view books.hold_end with (security_invoker = true) as
  select book_id, hold, reason, by_agent, on_day, position
    from ayni.hold_end;
comment on view books.hold_end is 'room:acopio';
grant select on books.hold_end to ayni_app, ayni_keeper;

create table ayni.pad (
  book_id     uuid not null,
  pad         uuid not null,
  series      text not null,
  serial_from int not null,
  serial_to   int not null,
  place       text not null,
  by_agent    uuid not null,
  on_day      date not null,
  position    bigint not null,
  primary key (book_id, pad)
);
create index pad_place on ayni.pad (book_id, place);
create index pad_series on ayni.pad (book_id, series);
comment on table ayni.pad is 'citus:distributed(book_id) room:acopio shape:event';
alter table ayni.pad enable row level security;
alter table ayni.pad force row level security;
create policy one_book on ayni.pad using (book_id = current_setting('ayni.book')::uuid) with check (book_id = current_setting('ayni.book')::uuid);
grant select, insert on ayni.pad to ayni_app;
grant select, insert, delete on ayni.pad to ayni_keeper;
create view books.pad with (security_invoker = true) as
  select book_id, pad, series, serial_from, serial_to, place, by_agent, on_day, position
    from ayni.pad;
comment on view books.pad is 'room:acopio';
grant select on books.pad to ayni_app, ayni_keeper;

create table ayni.pad_serial (
  book_id  uuid not null,
  pad      uuid not null,
  serial   int not null,
  state    text not null,
  delivery uuid,
  writer   uuid,
  happened date not null,
  told     date not null,
  position bigint not null,
  primary key (book_id, pad, serial)
);
comment on table ayni.pad_serial is 'citus:distributed(book_id) room:acopio shape:event';
alter table ayni.pad_serial enable row level security;
alter table ayni.pad_serial force row level security;
create policy one_book on ayni.pad_serial using (book_id = current_setting('ayni.book')::uuid) with check (book_id = current_setting('ayni.book')::uuid);
grant select, insert on ayni.pad_serial to ayni_app;
grant select, insert, delete on ayni.pad_serial to ayni_keeper;
create view books.pad_serial with (security_invoker = true) as
  select book_id, pad, serial, state, delivery, writer, happened, told, position
    from ayni.pad_serial;
comment on view books.pad_serial is 'room:acopio';
grant select on books.pad_serial to ayni_app, ayni_keeper;

create table ayni.pad_account (
  book_id  uuid not null,
  act      uuid not null,
  pad      uuid not null,
  serials  jsonb not null,
  whole    boolean not null,
  note     text,
  by_agent uuid not null,
  on_day   date not null,
  position bigint not null,
  primary key (book_id, act)
);
create index pad_account_pad on ayni.pad_account (book_id, pad);
comment on table ayni.pad_account is 'citus:distributed(book_id) room:acopio shape:event';
alter table ayni.pad_account enable row level security;
alter table ayni.pad_account force row level security;
create policy one_book on ayni.pad_account using (book_id = current_setting('ayni.book')::uuid) with check (book_id = current_setting('ayni.book')::uuid);
grant select, insert on ayni.pad_account to ayni_app;
grant select, insert, delete on ayni.pad_account to ayni_keeper;
create view books.pad_account with (security_invoker = true) as
  select book_id, act, pad, serials, whole, note, by_agent, on_day, position
    from ayni.pad_account;
comment on view books.pad_account is 'room:acopio';
grant select on books.pad_account to ayni_app, ayni_keeper;

