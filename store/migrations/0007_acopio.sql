-- Why: what came in (hand-overs as weighed and read), what was said of it later, and what no longer counts.

create table ayni.delivery (
  book_id          uuid not null,
  delivery         uuid not null,
  member           uuid not null,
  member_known     boolean not null,
  product          text not null,
  season_agreement uuid,
  season           text,
  place            text not null,
  scale            text,
  scale_checked    date,
  happened         date not null,
  clock            text,
  receipt          text,
  bags             int not null,
  bag_list         jsonb not null,
  gross_g          bigint not null,
  tare_g           bigint not null,
  net_g            bigint not null,
  measurements     jsonb not null,
  plot             uuid,
  claim            text,
  shown            jsonb,
  mode             text not null,
  origin           text not null,
  act_position     bigint not null,
  position         bigint not null,
  primary key (book_id, delivery)
);
create index delivery_receipt on ayni.delivery (book_id, receipt);
create index delivery_happened on ayni.delivery (book_id, happened, delivery);
create index delivery_member on ayni.delivery (book_id, member, happened);
comment on table ayni.delivery is 'citus:distributed(book_id) room:acopio shape:event';
alter table ayni.delivery enable row level security;
alter table ayni.delivery force row level security;
create policy one_book on ayni.delivery using (book_id = current_setting('ayni.book')::uuid) with check (book_id = current_setting('ayni.book')::uuid);
grant select, insert on ayni.delivery to ayni_app;
grant select, insert, delete on ayni.delivery to ayni_keeper;

create table ayni.sample_result (
  book_id       uuid not null,
  sample_result uuid not null,
  delivery      uuid not null,
  measurements  jsonb not null,
  on_day        date not null,
  laboratory    text,
  position      bigint not null,
  primary key (book_id, sample_result)
);
create index sample_result_delivery on ayni.sample_result (book_id, delivery);
comment on table ayni.sample_result is 'citus:distributed(book_id) room:acopio shape:event';
alter table ayni.sample_result enable row level security;
alter table ayni.sample_result force row level security;
create policy one_book on ayni.sample_result using (book_id = current_setting('ayni.book')::uuid) with check (book_id = current_setting('ayni.book')::uuid);
grant select, insert on ayni.sample_result to ayni_app;
grant select, insert, delete on ayni.sample_result to ayni_keeper;

create table ayni.delivery_void (
  book_id     uuid not null,
  delivery    uuid not null,
  reason      text not null,
  replaced_by uuid,
  on_day      date not null,
  reversed    boolean not null,
  position    bigint not null,
  primary key (book_id, delivery)
);
comment on table ayni.delivery_void is 'citus:distributed(book_id) room:acopio shape:event';
alter table ayni.delivery_void enable row level security;
alter table ayni.delivery_void force row level security;
create policy one_book on ayni.delivery_void using (book_id = current_setting('ayni.book')::uuid) with check (book_id = current_setting('ayni.book')::uuid);
grant select, insert on ayni.delivery_void to ayni_app;
grant select, insert, delete on ayni.delivery_void to ayni_keeper;

create table ayni.objection (
  book_id   uuid not null,
  objection uuid not null,
  delivery  uuid not null,
  against   text not null,
  words     text,
  on_day    date not null,
  position  bigint not null,
  primary key (book_id, objection)
);
create index objection_delivery on ayni.objection (book_id, delivery);
comment on table ayni.objection is 'citus:distributed(book_id) room:acopio shape:event';
alter table ayni.objection enable row level security;
alter table ayni.objection force row level security;
create policy one_book on ayni.objection using (book_id = current_setting('ayni.book')::uuid) with check (book_id = current_setting('ayni.book')::uuid);
grant select, insert on ayni.objection to ayni_app;
grant select, insert, delete on ayni.objection to ayni_keeper;

create table ayni.delivery_note (
  book_id  uuid not null,
  act      uuid not null,
  delivery uuid not null,
  kind     text not null,
  body     jsonb not null,
  on_day   date not null,
  position bigint not null,
  primary key (book_id, act)
);
create index delivery_note_delivery on ayni.delivery_note (book_id, delivery);
comment on table ayni.delivery_note is 'citus:distributed(book_id) room:acopio shape:event';
alter table ayni.delivery_note enable row level security;
alter table ayni.delivery_note force row level security;
create policy one_book on ayni.delivery_note using (book_id = current_setting('ayni.book')::uuid) with check (book_id = current_setting('ayni.book')::uuid);
grant select, insert on ayni.delivery_note to ayni_app;
grant select, insert, delete on ayni.delivery_note to ayni_keeper;

-- What the room publishes. A weighing and a measurement are rows here, and lists in the hand-over.
create view books.delivery with (security_invoker = true) as
  select book_id, delivery, member, member_known, product, season_agreement, season, place, scale, scale_checked, happened, clock,
         receipt, bags, bag_list, gross_g, tare_g, net_g, measurements, plot, claim, shown, mode, origin, act_position
    from ayni.delivery;
comment on view books.delivery is 'room:acopio';
grant select on books.delivery to ayni_app, ayni_keeper;

create view books.weighing with (security_invoker = true) as
  select d.book_id, d.delivery, w.ordinal, w.weighing ->> 'container' as container, (w.weighing ->> 'count')::int as count,
         (w.weighing ->> 'gross_g')::bigint as gross_g, (w.weighing ->> 'tare_g')::bigint as tare_g, w.weighing -> 'reading' as reading
    from ayni.delivery d cross join lateral jsonb_array_elements(d.bag_list) with ordinality as w (weighing, ordinal);
comment on view books.weighing is 'room:acopio';
grant select on books.weighing to ayni_app, ayni_keeper;

create view books.measurement with (security_invoker = true) as
  select d.book_id, d.delivery, null::uuid as sample_result, m.ordinal, m.reading ->> 'measure' as measure, m.reading ->> 'value' as value,
         m.reading ->> 'unit' as unit, m.reading ->> 'method' as method, m.reading ->> 'instrument' as instrument,
         m.reading ->> 'sample' as sample, d.happened as on_day
    from ayni.delivery d cross join lateral jsonb_array_elements(d.measurements) with ordinality as m (reading, ordinal)
  union all
  select r.book_id, r.delivery, r.sample_result, m.ordinal, m.reading ->> 'measure', m.reading ->> 'value',
         m.reading ->> 'unit', m.reading ->> 'method', m.reading ->> 'instrument', m.reading ->> 'sample', r.on_day
    from ayni.sample_result r cross join lateral jsonb_array_elements(r.measurements) with ordinality as m (reading, ordinal);
comment on view books.measurement is 'room:acopio';
grant select on books.measurement to ayni_app, ayni_keeper;

create view books.delivery_void with (security_invoker = true) as
  select book_id, delivery, reason, replaced_by, on_day, reversed from ayni.delivery_void;
comment on view books.delivery_void is 'room:acopio';
grant select on books.delivery_void to ayni_app, ayni_keeper;

create view books.sample_result with (security_invoker = true) as
  select book_id, sample_result, delivery, measurements, on_day, laboratory, position from ayni.sample_result;
comment on view books.sample_result is 'room:acopio';
grant select on books.sample_result to ayni_app, ayni_keeper;

create view books.objection with (security_invoker = true) as
  select book_id, objection, delivery, against, words, on_day, position from ayni.objection;
comment on view books.objection is 'room:acopio';
grant select on books.objection to ayni_app, ayni_keeper;

create view books.delivery_note with (security_invoker = true) as
  select book_id, act, delivery, kind, body, on_day from ayni.delivery_note;
comment on view books.delivery_note is 'room:acopio';
grant select on books.delivery_note to ayni_app, ayni_keeper;

-- A hand-over is in at most one closed statement: its key says so. The room settlement writes it.
create table ayni.settled_delivery (
  book_id uuid not null,
  delivery uuid not null,
  statement uuid not null,
  value bigint not null,
  position bigint not null,
  primary key (book_id, delivery)
);
create index settled_delivery_statement on ayni.settled_delivery (book_id, statement);
comment on table ayni.settled_delivery is 'citus:distributed(book_id) room:acopio shape:event';
alter table ayni.settled_delivery enable row level security;
alter table ayni.settled_delivery force row level security;
create policy one_book on ayni.settled_delivery using (book_id = current_setting('ayni.book')::uuid) with check (book_id = current_setting('ayni.book')::uuid);
grant select, insert on ayni.settled_delivery to ayni_app;
grant select, insert, delete on ayni.settled_delivery to ayni_keeper;
create view books.settled_delivery with (security_invoker = true) as
  select book_id, delivery, statement, value from ayni.settled_delivery;
comment on view books.settled_delivery is 'room:acopio';
grant select on books.settled_delivery to ayni_app, ayni_keeper;
