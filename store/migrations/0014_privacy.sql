-- Why: who looked at somebody's identity number or telephone is written down, and how long personal values are kept is said in a
-- dated sheet of the book. Both tables are new and begin empty; running servers of the release before do not know them.
create table ayni.personal_access (
  book_id uuid        not null,
  access  uuid        not null,
  at      timestamptz not null,
  seat    uuid        not null,
  agent   uuid        not null,                           -- who looked
  view    text        not null,
  about   uuid,                                           -- at whom; null when it was a list
  kinds   jsonb       not null,                           -- kinds of value that could be seen
  people  int         not null,                           -- of how many
  primary key (book_id, access)
);
create index personal_access_about on ayni.personal_access (book_id, about, access);
comment on table ayni.personal_access is 'citus:distributed(book_id) room:store shape:event';
alter table ayni.personal_access enable row level security;
alter table ayni.personal_access force row level security;
create policy one_book on ayni.personal_access using (book_id = current_setting('ayni.book')::uuid) with check (book_id = current_setting('ayni.book')::uuid);
grant select, insert on ayni.personal_access to ayni_app;
grant select, insert, delete on ayni.personal_access to ayni_keeper;

create table ayni.retention (
  book_id  uuid   not null,
  scope    text   not null,
  rules    jsonb  not null,
  version  int    not null,
  from_day date   not null,
  position bigint not null,
  primary key (book_id, scope, version)
);
comment on table ayni.retention is 'citus:distributed(book_id) room:people shape:sheet';
alter table ayni.retention enable row level security;
alter table ayni.retention force row level security;
create policy one_book on ayni.retention using (book_id = current_setting('ayni.book')::uuid) with check (book_id = current_setting('ayni.book')::uuid);
grant select, insert on ayni.retention to ayni_app;
grant select, insert, delete on ayni.retention to ayni_keeper;

create view books.personal_access with (security_invoker = true) as
  select book_id, access, at, seat, agent, view, about, kinds, people from ayni.personal_access;
comment on view books.personal_access is 'room:store';
grant select on books.personal_access to ayni_app, ayni_keeper;

create view books.retention with (security_invoker = true) as
  select distinct on (book_id, scope) book_id, rules, version, from_day
    from ayni.retention order by book_id, scope, version desc;
comment on view books.retention is 'room:people';
grant select on books.retention to ayni_app, ayni_keeper;
