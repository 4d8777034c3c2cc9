create table ayni.account (
  account_id uuid not null,
  sign_in text not null,
  made timestamp with time zone not null default now(),
  constraint account_pkey PRIMARY KEY (account_id),
  constraint account_sign_in_key UNIQUE (sign_in)
);
comment on table ayni.account is 'citus:local room:store shape:local';
grant insert, select on ayni.account to ayni_app;
grant delete, insert, select on ayni.account to ayni_keeper;

create table ayni.act (
  book_id uuid not null,
  position bigint not null,
  act_id uuid not null,
  kind text not null,
  version integer not null,
  rules integer not null,
  by_agent uuid not null,
  way text not null,
  body text not null,
  signature text,
  received text not null,
  cause uuid,
  outcome text not null,
  act_digest bytea not null,
  outcome_digest bytea not null,
  entries_digest bytea not null,
  papers_digest bytea not null,
  head bytea not null,
  constraint act_pkey PRIMARY KEY (book_id, "position"),
  constraint act_book_id_act_id_key UNIQUE (book_id, act_id)
);
comment on table ayni.act is 'citus:distributed(book_id) room:store shape:event';
alter table ayni.act enable row level security;
alter table ayni.act force row level security;
create policy one_book on ayni.act for all to public using ((book_id = (current_setting('ayni.book'::text))::uuid)) with check ((book_id = (current_setting('ayni.book'::text))::uuid));
grant insert, select on ayni.act to ayni_app;
grant delete, insert, select on ayni.act to ayni_keeper;

create table ayni.book_directory (
  book_id uuid not null,
  opened timestamp with time zone not null default now(),
  constraint book_directory_pkey PRIMARY KEY (book_id)
);
comment on table ayni.book_directory is 'citus:local room:store shape:local';
grant insert, select on ayni.book_directory to ayni_app;
grant delete, insert, select on ayni.book_directory to ayni_keeper;

create table ayni.book_head (
  book_id uuid not null,
  position bigint not null,
  head bytea not null,
  constraint book_head_pkey PRIMARY KEY (book_id)
);
comment on table ayni.book_head is 'citus:distributed(book_id) room:store shape:now';
alter table ayni.book_head enable row level security;
alter table ayni.book_head force row level security;
create policy one_book on ayni.book_head for all to public using ((book_id = (current_setting('ayni.book'::text))::uuid)) with check ((book_id = (current_setting('ayni.book'::text))::uuid));
grant insert, select, update on ayni.book_head to ayni_app;
grant delete, insert, select on ayni.book_head to ayni_keeper;

create table ayni.entry (
  book_id uuid not null,
  position bigint not null,
  ordinal integer not null,
  because text not null,
  about text,
  happened date not null,
  booked date not null,
  reverses_position bigint,
  reverses_ordinal integer,
  constraint entry_pkey PRIMARY KEY (book_id, "position", ordinal)
);
comment on table ayni.entry is 'citus:distributed(book_id) room:store shape:event';
alter table ayni.entry enable row level security;
alter table ayni.entry force row level security;
create policy one_book on ayni.entry for all to public using ((book_id = (current_setting('ayni.book'::text))::uuid)) with check ((book_id = (current_setting('ayni.book'::text))::uuid));
grant insert, select on ayni.entry to ayni_app;
grant delete, insert, select on ayni.entry to ayni_keeper;

create table ayni.file (
  book_id uuid not null,
  digest text not null,
  media_type text not null,
  size_bytes bigint not null,
  bytes bytea not null,
  constraint file_pkey PRIMARY KEY (book_id, digest)
);
comment on table ayni.file is 'citus:distributed(book_id) room:store shape:event';
alter table ayni.file enable row level security;
alter table ayni.file force row level security;
create policy one_book on ayni.file for all to public using ((book_id = (current_setting('ayni.book'::text))::uuid)) with check ((book_id = (current_setting('ayni.book'::text))::uuid));
grant insert, select on ayni.file to ayni_app;
grant delete, insert, select on ayni.file to ayni_keeper;

create table ayni.intake (
  book_id uuid not null,
  number bigint not null,
  digest text not null,
  form text not null,
  source text not null,
  received text not null,
  bytes bytea not null,
  reason jsonb not null,
  constraint intake_pkey PRIMARY KEY (book_id, number),
  constraint intake_book_id_digest_key UNIQUE (book_id, digest)
);
comment on table ayni.intake is 'citus:distributed(book_id) room:store shape:event';
alter table ayni.intake enable row level security;
alter table ayni.intake force row level security;
create policy one_book on ayni.intake for all to public using ((book_id = (current_setting('ayni.book'::text))::uuid)) with check ((book_id = (current_setting('ayni.book'::text))::uuid));
grant insert, select on ayni.intake to ayni_app;
grant delete, insert, select on ayni.intake to ayni_keeper;

create table ayni.intake_understood (
  book_id uuid not null,
  number bigint not null,
  act_id uuid not null,
  constraint intake_understood_pkey PRIMARY KEY (book_id, number)
);
comment on table ayni.intake_understood is 'citus:distributed(book_id) room:store shape:event';
alter table ayni.intake_understood enable row level security;
alter table ayni.intake_understood force row level security;
create policy one_book on ayni.intake_understood for all to public using ((book_id = (current_setting('ayni.book'::text))::uuid)) with check ((book_id = (current_setting('ayni.book'::text))::uuid));
grant insert, select on ayni.intake_understood to ayni_app;
grant delete, insert, select on ayni.intake_understood to ayni_keeper;

create table ayni.paper (
  book_id uuid not null,
  position bigint not null,
  ordinal integer not null,
  kind text not null,
  number text not null,
  about uuid not null,
  content text not null,
  constraint paper_pkey PRIMARY KEY (book_id, kind, number)
);
comment on table ayni.paper is 'citus:distributed(book_id) room:store shape:event';
CREATE INDEX paper_about ON ayni.paper USING btree (book_id, about);
CREATE INDEX paper_position ON ayni.paper USING btree (book_id, "position", ordinal);
alter table ayni.paper enable row level security;
alter table ayni.paper force row level security;
create policy one_book on ayni.paper for all to public using ((book_id = (current_setting('ayni.book'::text))::uuid)) with check ((book_id = (current_setting('ayni.book'::text))::uuid));
grant insert, select on ayni.paper to ayni_app;
grant delete, insert, select on ayni.paper to ayni_keeper;

create table ayni.personal_value (
  book_id uuid not null,
  digest text not null,
  salt text not null,
  value text not null,
  constraint personal_value_pkey PRIMARY KEY (book_id, digest)
);
comment on table ayni.personal_value is 'citus:distributed(book_id) room:store shape:event';
alter table ayni.personal_value enable row level security;
alter table ayni.personal_value force row level security;
create policy one_book on ayni.personal_value for all to public using ((book_id = (current_setting('ayni.book'::text))::uuid)) with check ((book_id = (current_setting('ayni.book'::text))::uuid));
grant delete, insert, select on ayni.personal_value to ayni_app;
grant delete, insert, select on ayni.personal_value to ayni_keeper;

create table ayni.posting (
  book_id uuid not null,
  position bigint not null,
  ordinal integer not null,
  line integer not null,
  account text not null,
  commodity text not null,
  amount bigint not null,
  agent uuid,
  lot uuid,
  place text,
  owner uuid,
  agreement uuid,
  happened date not null,
  booked date not null,
  constraint posting_pkey PRIMARY KEY (book_id, "position", ordinal, line)
);
comment on table ayni.posting is 'citus:distributed(book_id) room:store shape:event';
CREATE INDEX posting_account ON ayni.posting USING btree (book_id, account, booked);
CREATE INDEX posting_agent ON ayni.posting USING btree (book_id, agent, account) WHERE (agent IS NOT NULL);
alter table ayni.posting enable row level security;
alter table ayni.posting force row level security;
create policy one_book on ayni.posting for all to public using ((book_id = (current_setting('ayni.book'::text))::uuid)) with check ((book_id = (current_setting('ayni.book'::text))::uuid));
grant insert, select on ayni.posting to ayni_app;
grant delete, insert, select on ayni.posting to ayni_keeper;

create table ayni.seal (
  book_id uuid not null,
  position bigint not null,
  signature text not null,
  key_id text not null,
  constraint seal_pkey PRIMARY KEY (book_id, "position")
);
comment on table ayni.seal is 'citus:distributed(book_id) room:store shape:event';
alter table ayni.seal enable row level security;
alter table ayni.seal force row level security;
create policy one_book on ayni.seal for all to public using ((book_id = (current_setting('ayni.book'::text))::uuid)) with check ((book_id = (current_setting('ayni.book'::text))::uuid));
grant insert, select on ayni.seal to ayni_app;
grant delete, insert, select on ayni.seal to ayni_keeper;

create table ayni.session (
  token_hash bytea not null,
  account_id uuid,
  book_id uuid not null,
  seat uuid not null,
  agent uuid not null,
  made timestamp with time zone not null default now(),
  expires timestamp with time zone not null,
  ended timestamp with time zone,
  constraint session_pkey PRIMARY KEY (token_hash)
);
comment on table ayni.session is 'citus:local room:store shape:now';
grant insert, select, update on ayni.session to ayni_app;
grant delete, insert, select on ayni.session to ayni_keeper;

create table ayni.tally (
  book_id uuid not null,
  kind text not null,
  key text not null,
  amount bigint not null,
  constraint tally_pkey PRIMARY KEY (book_id, kind, key)
);
comment on table ayni.tally is 'citus:distributed(book_id) room:store shape:now';
alter table ayni.tally enable row level security;
alter table ayni.tally force row level security;
create policy one_book on ayni.tally for all to public using ((book_id = (current_setting('ayni.book'::text))::uuid)) with check ((book_id = (current_setting('ayni.book'::text))::uuid));
grant insert, select, update on ayni.tally to ayni_app;
grant delete, insert, select on ayni.tally to ayni_keeper;

create table public.migration (
  number integer not null,
  name text not null,
  checksum text not null,
  applied_at timestamp with time zone not null default now(),
  constraint migration_pkey PRIMARY KEY (number)
);
comment on table public.migration is 'citus:local room:store shape:event Migrations applied to this database, with the SHA-256 of each file.';

create table public.migration_lock (
  one integer not null,
  constraint migration_lock_pkey PRIMARY KEY (one),
  constraint migration_lock_one_check CHECK ((one = 1))
);
comment on table public.migration_lock is 'citus:local room:store shape:now The row a migration runner locks, so that two never work at once.';

create view books.act with (security_invoker=true) (
  book_id uuid,
  position bigint,
  act_id uuid,
  kind text,
  version integer,
  by_agent uuid,
  way text,
  received text,
  cause uuid,
  outcome text
) -- reads ayni.act
as  SELECT book_id,
    "position",
    act_id,
    kind,
    version,
    by_agent,
    way,
    received,
    cause,
    outcome
   FROM act;
comment on view books.act is 'room:store';
grant select on books.act to ayni_app;
grant select on books.act to ayni_keeper;

create view books.entry with (security_invoker=true) (
  book_id uuid,
  position bigint,
  ordinal integer,
  because text,
  about text,
  happened date,
  booked date,
  reverses_position bigint,
  reverses_ordinal integer
) -- reads ayni.entry
as  SELECT book_id,
    "position",
    ordinal,
    because,
    about,
    happened,
    booked,
    reverses_position,
    reverses_ordinal
   FROM entry;
comment on view books.entry is 'room:store';
grant select on books.entry to ayni_app;
grant select on books.entry to ayni_keeper;

create view books.intake with (security_invoker=true) (
  book_id uuid,
  number bigint,
  form text,
  source text,
  received text,
  reason jsonb,
  act_id uuid
) -- reads ayni.intake, ayni.intake_understood
as  SELECT book_id,
    number,
    form,
    source,
    received,
    reason,
    act_id
   FROM intake i
     LEFT JOIN intake_understood u ON book_id = book_id AND number = number;
comment on view books.intake is 'room:store';
grant select on books.intake to ayni_app;
grant select on books.intake to ayni_keeper;

create view books.paper with (security_invoker=true) (
  book_id uuid,
  position bigint,
  ordinal integer,
  kind text,
  number text,
  about uuid,
  content text
) -- reads ayni.paper
as  SELECT book_id,
    "position",
    ordinal,
    kind,
    number,
    about,
    content
   FROM paper;
comment on view books.paper is 'room:store';
grant select on books.paper to ayni_app;
grant select on books.paper to ayni_keeper;

create view books.personal_value with (security_invoker=true) (
  book_id uuid,
  digest text,
  value text
) -- reads ayni.personal_value
as  SELECT book_id,
    digest,
    value
   FROM personal_value;
comment on view books.personal_value is 'room:store';
grant select on books.personal_value to ayni_app;
grant select on books.personal_value to ayni_keeper;

create view books.posting with (security_invoker=true) (
  book_id uuid,
  position bigint,
  ordinal integer,
  line integer,
  account text,
  commodity text,
  amount bigint,
  agent uuid,
  lot uuid,
  place text,
  owner uuid,
  agreement uuid,
  happened date,
  booked date
) -- reads ayni.posting
as  SELECT book_id,
    "position",
    ordinal,
    line,
    account,
    commodity,
    amount,
    agent,
    lot,
    place,
    owner,
    agreement,
    happened,
    booked
   FROM posting;
comment on view books.posting is 'room:store';
grant select on books.posting to ayni_app;
grant select on books.posting to ayni_keeper;

create view books.tally with (security_invoker=true) (
  book_id uuid,
  kind text,
  key text,
  amount bigint
) -- reads ayni.tally
as  SELECT book_id,
    kind,
    key,
    amount
   FROM tally;
comment on view books.tally is 'room:store';
grant select on books.tally to ayni_app;
grant select on books.tally to ayni_keeper;
