-- Why: who is who (persons, households, organisations), what is known of them by version, dated ties, and what was erased.

create table ayni.agent (
  book_id  uuid not null,
  agent    uuid not null,
  kind     text not null,
  form     text,
  position bigint not null,
  primary key (book_id, agent)
);
comment on table ayni.agent is 'citus:distributed(book_id) room:people shape:event';
alter table ayni.agent enable row level security;
alter table ayni.agent force row level security;
create policy one_book on ayni.agent using (book_id = current_setting('ayni.book')::uuid) with check (book_id = current_setting('ayni.book')::uuid);
grant select, insert on ayni.agent to ayni_app;
grant select, insert, delete on ayni.agent to ayni_keeper;

-- name, identity and telephone hold a kind and a digest; the values stand in personal_value and can be erased.
create table ayni.profile (
  book_id           uuid not null,
  agent             uuid not null,
  name              jsonb,
  organisation_name text,
  identity          jsonb,
  telephone         jsonb,
  community         text,
  language          text,
  version           int not null,
  from_day          date not null,
  position          bigint not null,
  primary key (book_id, agent, version)
);
comment on table ayni.profile is 'citus:distributed(book_id) room:people shape:sheet';
alter table ayni.profile enable row level security;
alter table ayni.profile force row level security;
create policy one_book on ayni.profile using (book_id = current_setting('ayni.book')::uuid) with check (book_id = current_setting('ayni.book')::uuid);
grant select, insert on ayni.profile to ayni_app;
grant select, insert, delete on ayni.profile to ayni_keeper;

create table ayni.tie (
  book_id    uuid not null,
  tie        uuid not null,
  from_agent uuid not null,
  to_agent   uuid not null,
  kind       text not null,
  number     text,
  until      date,
  reason     text,
  version    int not null,
  from_day   date not null,
  position   bigint not null,
  primary key (book_id, tie, version)
);
create index tie_from_agent on ayni.tie (book_id, from_agent);
create index tie_number on ayni.tie (book_id, number);
comment on table ayni.tie is 'citus:distributed(book_id) room:people shape:sheet';
alter table ayni.tie enable row level security;
alter table ayni.tie force row level security;
create policy one_book on ayni.tie using (book_id = current_setting('ayni.book')::uuid) with check (book_id = current_setting('ayni.book')::uuid);
grant select, insert on ayni.tie to ayni_app;
grant select, insert, delete on ayni.tie to ayni_keeper;

create table ayni.erasure (
  book_id  uuid not null,
  agent    uuid not null,
  ordinal  int not null,
  digests  jsonb not null,
  on_day   date not null,
  reason   text not null,
  position bigint not null,
  primary key (book_id, agent, ordinal)
);
comment on table ayni.erasure is 'citus:distributed(book_id) room:people shape:event';
alter table ayni.erasure enable row level security;
alter table ayni.erasure force row level security;
create policy one_book on ayni.erasure using (book_id = current_setting('ayni.book')::uuid) with check (book_id = current_setting('ayni.book')::uuid);
grant select, insert on ayni.erasure to ayni_app;
grant select, insert, delete on ayni.erasure to ayni_keeper;

-- What the room publishes: of sheets, the newest version.
create view books.agent with (security_invoker = true) as
  select book_id, agent, kind, form from ayni.agent;
comment on view books.agent is 'room:people';
grant select on books.agent to ayni_app, ayni_keeper;

create view books.profile with (security_invoker = true) as
  select distinct on (book_id, agent) book_id, agent, name, organisation_name, identity, telephone, community, language, version, from_day
    from ayni.profile order by book_id, agent, version desc;
comment on view books.profile is 'room:people';
grant select on books.profile to ayni_app, ayni_keeper;

create view books.tie with (security_invoker = true) as
  select distinct on (book_id, tie) book_id, tie, from_agent, to_agent, kind, number, until, reason, version, from_day
    from ayni.tie order by book_id, tie, version desc;
comment on view books.tie is 'room:people';
grant select on books.tie to ayni_app, ayni_keeper;

create view books.erasure with (security_invoker = true) as
  select distinct on (book_id, agent) book_id, agent, on_day, reason
    from ayni.erasure order by book_id, agent, ordinal desc;
comment on view books.erasure is 'room:people';
grant select on books.erasure to ayni_app, ayni_keeper;
