-- Why: an organisation may show a page of itself to everybody: what it says of itself, how to reach it, whether its prices are told.
-- A new table that begins empty: no book has a public page until somebody publishes one. Running servers of before do not know it.
create table ayni.public_page (
  book_id  uuid   not null,
  scope    text   not null,
  body     jsonb  not null,
  version  int    not null,
  from_day date   not null,
  position bigint not null,
  primary key (book_id, scope, version)
);
comment on table ayni.public_page is 'citus:distributed(book_id) room:book shape:sheet';
alter table ayni.public_page enable row level security;
alter table ayni.public_page force row level security;
create policy one_book on ayni.public_page using (book_id = current_setting('ayni.book')::uuid) with check (book_id = current_setting('ayni.book')::uuid);
grant select, insert on ayni.public_page to ayni_app;
grant select, insert, delete on ayni.public_page to ayni_keeper;

create view books.public_page with (security_invoker = true) as
  select distinct on (book_id, scope) book_id, body, version, from_day
    from ayni.public_page order by book_id, scope, version desc;
comment on view books.public_page is 'room:book';
grant select on books.public_page to ayni_app, ayni_keeper;
