-- Why: plots by name and area, as last said and as said before.

create table ayni.plot (
  book_id   uuid not null,
  plot      uuid not null,
  holder    uuid not null,
  name      text not null,
  area_m2   bigint,
  products  jsonb not null,
  community text,
  version   int not null,
  from_day  date not null,
  position  bigint not null,
  primary key (book_id, plot, version)
);
comment on table ayni.plot is 'citus:distributed(book_id) room:land shape:sheet';
alter table ayni.plot enable row level security;
alter table ayni.plot force row level security;
create policy one_book on ayni.plot using (book_id = current_setting('ayni.book')::uuid) with check (book_id = current_setting('ayni.book')::uuid);
grant select, insert on ayni.plot to ayni_app;
grant select, insert, delete on ayni.plot to ayni_keeper;

-- What the room publishes: of sheets, the newest version.
create view books.plot with (security_invoker = true) as
  select distinct on (book_id, plot) book_id, plot, holder, name, area_m2, products, community, version, from_day
    from ayni.plot order by book_id, plot, version desc;
comment on view books.plot is 'room:land';
grant select on books.plot to ayni_app, ayni_keeper;
