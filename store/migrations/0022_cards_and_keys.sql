-- Why: whoever holds a receipt can check it, so the keys of devices are shown to everybody, with the days in which they may sign and
-- without a person; and members may carry a card whose code says nothing of them and can be taken back.

create view books.device_key with (security_invoker = true) as
  select d.book_id, d.device, d.public_key, d.place, e.from_day as enrolled,
         case when d.state = 'enrolled' then null else d.from_day end as ended, d.lost_at
    from (select distinct on (book_id, device) * from ayni.device order by book_id, device, version desc) d
    join ayni.device e on e.book_id = d.book_id and e.device = d.device and e.version = 1;
comment on view books.device_key is 'room:book';
grant select on books.device_key to ayni_app, ayni_keeper;

create table ayni.member_card (
  book_id  uuid not null,
  card     uuid not null,
  agent    uuid not null,
  state    text not null,                                 -- issued | void
  reason   text,
  version  int  not null,
  from_day date not null,
  position bigint not null,
  primary key (book_id, card, version)
);
create index member_card_agent on ayni.member_card (book_id, agent);
comment on table ayni.member_card is 'citus:distributed(book_id) room:people shape:sheet';
alter table ayni.member_card enable row level security;
alter table ayni.member_card force row level security;
create policy one_book on ayni.member_card using (book_id = current_setting('ayni.book')::uuid) with check (book_id = current_setting('ayni.book')::uuid);
grant select, insert on ayni.member_card to ayni_app;
grant select, insert, delete on ayni.member_card to ayni_keeper;
create view books.member_card with (security_invoker = true) as
  select distinct on (book_id, card) book_id, card, agent, state, reason, version, from_day
    from ayni.member_card order by book_id, card, version desc;
comment on view books.member_card is 'room:people';
grant select on books.member_card to ayni_app, ayni_keeper;
