-- Why: limits of powers obeyed by every act, decisions that wait for a second signature, and its waiver in groups too small for two.

-- How the limits of a matrix are read; null: published before 0.2.0, when only advances and credit looked at them.
alter table ayni.powers add column reading int;

create or replace view books.powers with (security_invoker = true) as
  select book_id, matrix, version, from_day, reading from ayni.powers;

create table ayni.second_waiver (
  book_id   uuid not null,
  scope     text not null,
  until     date not null,
  reason    text,
  waived_by uuid not null,
  version   int not null,
  from_day  date not null,
  position  bigint not null,
  primary key (book_id, scope, version)
);
comment on table ayni.second_waiver is 'citus:distributed(book_id) room:book shape:sheet';
alter table ayni.second_waiver enable row level security;
alter table ayni.second_waiver force row level security;
create policy one_book on ayni.second_waiver using (book_id = current_setting('ayni.book')::uuid) with check (book_id = current_setting('ayni.book')::uuid);
grant select, insert on ayni.second_waiver to ayni_app;
grant select, insert, delete on ayni.second_waiver to ayni_keeper;

create table ayni.proposal (
  book_id     uuid not null,
  proposal    uuid not null,
  kind        text not null,
  version     int not null,
  says        text not null,
  power       text not null,
  weighed     jsonb not null,
  proposed_by uuid not null,
  on_day      date not null,
  until       date not null,
  position    bigint not null,
  primary key (book_id, proposal)
);
comment on table ayni.proposal is 'citus:distributed(book_id) room:book shape:event';
alter table ayni.proposal enable row level security;
alter table ayni.proposal force row level security;
create policy one_book on ayni.proposal using (book_id = current_setting('ayni.book')::uuid) with check (book_id = current_setting('ayni.book')::uuid);
grant select, insert on ayni.proposal to ayni_app;
grant select, insert, delete on ayni.proposal to ayni_keeper;

create table ayni.proposal_end (
  book_id  uuid not null,
  proposal uuid not null,
  ended    text not null,
  ended_by uuid not null,
  reason   text,
  on_day   date not null,
  position bigint not null,
  primary key (book_id, proposal)
);
comment on table ayni.proposal_end is 'citus:distributed(book_id) room:book shape:event';
alter table ayni.proposal_end enable row level security;
alter table ayni.proposal_end force row level security;
create policy one_book on ayni.proposal_end using (book_id = current_setting('ayni.book')::uuid) with check (book_id = current_setting('ayni.book')::uuid);
grant select, insert on ayni.proposal_end to ayni_app;
grant select, insert, delete on ayni.proposal_end to ayni_keeper;

create view books.second_waiver with (security_invoker = true) as
  select distinct on (book_id, scope) book_id, until, reason, waived_by, version, from_day
    from ayni.second_waiver order by book_id, scope, version desc;
comment on view books.second_waiver is 'room:book';
grant select on books.second_waiver to ayni_app, ayni_keeper;

create view books.proposal with (security_invoker = true) as
  select p.book_id, p.proposal, p.kind, p.version, p.says, p.power, p.weighed, p.proposed_by, p.on_day, p.until, p.position,
         e.ended, e.ended_by, e.reason, e.on_day as ended_on
    from ayni.proposal p left join ayni.proposal_end e on e.book_id = p.book_id and e.proposal = p.proposal;
comment on view books.proposal is 'room:book';
grant select on books.proposal to ayni_app, ayni_keeper;
