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

create table ayni.account_event (
  account_id uuid not null,
  event_id uuid not null,
  happened timestamp with time zone not null,
  what text not null,
  by_account uuid,
  book_id uuid,
  by_agent uuid,
  constraint account_event_pkey PRIMARY KEY (account_id, event_id)
);
comment on table ayni.account_event is 'citus:local room:store shape:local';
grant insert, select on ayni.account_event to ayni_app;
grant delete, insert, select on ayni.account_event to ayni_keeper;

create table ayni.account_now (
  account_id uuid not null,
  pin_hash text not null,
  pin_digits integer not null,
  pin_since timestamp with time zone not null,
  read_until timestamp with time zone not null,
  constraint account_now_pkey PRIMARY KEY (account_id)
);
comment on table ayni.account_now is 'citus:local room:store shape:now';
grant insert, select, update on ayni.account_now to ayni_app;
grant delete, insert, select on ayni.account_now to ayni_keeper;

create table ayni.account_seat (
  account_id uuid not null,
  book_id uuid not null,
  seat uuid not null,
  agent uuid not null,
  since timestamp with time zone not null,
  constraint account_seat_pkey PRIMARY KEY (account_id, book_id, seat)
);
comment on table ayni.account_seat is 'citus:local room:store shape:local';
CREATE INDEX account_seat_book ON ayni.account_seat USING btree (book_id, seat);
grant insert, select on ayni.account_seat to ayni_app;
grant delete, insert, select on ayni.account_seat to ayni_keeper;

create table ayni.accounting (
  book_id uuid not null,
  scope text not null,
  closed_until date not null,
  position bigint not null,
  constraint accounting_pkey PRIMARY KEY (book_id, scope)
);
comment on table ayni.accounting is 'citus:distributed(book_id) room:book shape:now';
alter table ayni.accounting enable row level security;
alter table ayni.accounting force row level security;
create policy one_book on ayni.accounting for all to public using ((book_id = (current_setting('ayni.book'::text))::uuid)) with check ((book_id = (current_setting('ayni.book'::text))::uuid));
grant insert, select, update on ayni.accounting to ayni_app;
grant delete, insert, select on ayni.accounting to ayni_keeper;

create table ayni.accounting_closing (
  book_id uuid not null,
  closed_until date not null,
  closed_by uuid not null,
  on_day date not null,
  position bigint not null,
  constraint accounting_closing_pkey PRIMARY KEY (book_id, closed_until)
);
comment on table ayni.accounting_closing is 'citus:distributed(book_id) room:book shape:event';
alter table ayni.accounting_closing enable row level security;
alter table ayni.accounting_closing force row level security;
create policy one_book on ayni.accounting_closing for all to public using ((book_id = (current_setting('ayni.book'::text))::uuid)) with check ((book_id = (current_setting('ayni.book'::text))::uuid));
grant insert, select on ayni.accounting_closing to ayni_app;
grant delete, insert, select on ayni.accounting_closing to ayni_keeper;

create table ayni.accounting_period (
  book_id uuid not null,
  period text not null,
  first_day date not null,
  last_day date not null,
  opened_by uuid not null,
  on_day date not null,
  position bigint not null,
  constraint accounting_period_pkey PRIMARY KEY (book_id, period)
);
comment on table ayni.accounting_period is 'citus:distributed(book_id) room:book shape:event';
alter table ayni.accounting_period enable row level security;
alter table ayni.accounting_period force row level security;
create policy one_book on ayni.accounting_period for all to public using ((book_id = (current_setting('ayni.book'::text))::uuid)) with check ((book_id = (current_setting('ayni.book'::text))::uuid));
grant insert, select on ayni.accounting_period to ayni_app;
grant delete, insert, select on ayni.accounting_period to ayni_keeper;

create table ayni.accounting_period_close (
  book_id uuid not null,
  period text not null,
  last_day date not null,
  balance jsonb not null,
  closed_by uuid not null,
  on_day date not null,
  position bigint not null,
  constraint accounting_period_close_pkey PRIMARY KEY (book_id, period)
);
comment on table ayni.accounting_period_close is 'citus:distributed(book_id) room:book shape:event';
alter table ayni.accounting_period_close enable row level security;
alter table ayni.accounting_period_close force row level security;
create policy one_book on ayni.accounting_period_close for all to public using ((book_id = (current_setting('ayni.book'::text))::uuid)) with check ((book_id = (current_setting('ayni.book'::text))::uuid));
grant insert, select on ayni.accounting_period_close to ayni_app;
grant delete, insert, select on ayni.accounting_period_close to ayni_keeper;

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

create table ayni.advance (
  book_id uuid not null,
  advance uuid not null,
  agent uuid not null,
  amount bigint,
  amount_said text not null,
  currency text not null,
  given date not null,
  mode text not null,
  place text,
  agreement uuid,
  receipt text,
  position bigint not null,
  constraint advance_pkey PRIMARY KEY (book_id, advance)
);
comment on table ayni.advance is 'citus:distributed(book_id) room:finance shape:event';
CREATE INDEX advance_agent ON ayni.advance USING btree (book_id, agent);
alter table ayni.advance enable row level security;
alter table ayni.advance force row level security;
create policy one_book on ayni.advance for all to public using ((book_id = (current_setting('ayni.book'::text))::uuid)) with check ((book_id = (current_setting('ayni.book'::text))::uuid));
grant insert, select on ayni.advance to ayni_app;
grant delete, insert, select on ayni.advance to ayni_keeper;

create table ayni.agent (
  book_id uuid not null,
  agent uuid not null,
  kind text not null,
  form text,
  position bigint not null,
  constraint agent_pkey PRIMARY KEY (book_id, agent)
);
comment on table ayni.agent is 'citus:distributed(book_id) room:people shape:event';
CREATE INDEX agent_position ON ayni.agent USING btree (book_id, "position");
alter table ayni.agent enable row level security;
alter table ayni.agent force row level security;
create policy one_book on ayni.agent for all to public using ((book_id = (current_setting('ayni.book'::text))::uuid)) with check ((book_id = (current_setting('ayni.book'::text))::uuid));
grant insert, select on ayni.agent to ayni_app;
grant delete, insert, select on ayni.agent to ayni_keeper;

create table ayni.agent_account (
  book_id uuid not null,
  account uuid not null,
  agent uuid not null,
  scheme text not null,
  institution text not null,
  branch text,
  number jsonb not null,
  holder jsonb,
  currency text not null,
  town text,
  state text not null,
  reason text,
  version integer not null,
  from_day date not null,
  position bigint not null,
  constraint agent_account_pkey PRIMARY KEY (book_id, account, version)
);
comment on table ayni.agent_account is 'citus:distributed(book_id) room:people shape:sheet';
CREATE INDEX agent_account_agent ON ayni.agent_account USING btree (book_id, agent);
alter table ayni.agent_account enable row level security;
alter table ayni.agent_account force row level security;
create policy one_book on ayni.agent_account for all to public using ((book_id = (current_setting('ayni.book'::text))::uuid)) with check ((book_id = (current_setting('ayni.book'::text))::uuid));
grant insert, select on ayni.agent_account to ayni_app;
grant delete, insert, select on ayni.agent_account to ayni_keeper;

create table ayni.agent_death (
  book_id uuid not null,
  agent uuid not null,
  on_day date not null,
  said_on date not null,
  position bigint not null,
  constraint agent_death_pkey PRIMARY KEY (book_id, agent)
);
comment on table ayni.agent_death is 'citus:distributed(book_id) room:people shape:event';
alter table ayni.agent_death enable row level security;
alter table ayni.agent_death force row level security;
create policy one_book on ayni.agent_death for all to public using ((book_id = (current_setting('ayni.book'::text))::uuid)) with check ((book_id = (current_setting('ayni.book'::text))::uuid));
grant insert, select on ayni.agent_death to ayni_app;
grant delete, insert, select on ayni.agent_death to ayni_keeper;

create table ayni.agreement (
  book_id uuid not null,
  agreement uuid not null,
  kind text not null,
  parties jsonb not null,
  body jsonb not null,
  season text,
  product text,
  version integer not null,
  from_day date not null,
  position bigint not null,
  constraint agreement_pkey PRIMARY KEY (book_id, agreement, version)
);
comment on table ayni.agreement is 'citus:distributed(book_id) room:agreements shape:sheet';
CREATE INDEX agreement_product ON ayni.agreement USING btree (book_id, kind, product);
alter table ayni.agreement enable row level security;
alter table ayni.agreement force row level security;
create policy one_book on ayni.agreement for all to public using ((book_id = (current_setting('ayni.book'::text))::uuid)) with check ((book_id = (current_setting('ayni.book'::text))::uuid));
grant insert, select on ayni.agreement to ayni_app;
grant delete, insert, select on ayni.agreement to ayni_keeper;

create table ayni.backup_part (
  run uuid not null,
  book_id uuid not null,
  position bigint not null,
  head text not null,
  table_count integer not null,
  row_count bigint not null,
  constraint backup_part_pkey PRIMARY KEY (run, book_id)
);
comment on table ayni.backup_part is 'citus:local room:store shape:local';
grant select on ayni.backup_part to ayni_app;
grant delete, insert, select on ayni.backup_part to ayni_keeper;

create table ayni.backup_run (
  run uuid not null,
  began timestamp with time zone not null,
  ended timestamp with time zone not null,
  why text not null,
  place text not null,
  file text,
  size_bytes bigint not null,
  encrypted boolean not null,
  refusal jsonb,
  constraint backup_run_pkey PRIMARY KEY (run)
);
comment on table ayni.backup_run is 'citus:local room:store shape:local';
CREATE INDEX backup_run_ended ON ayni.backup_run USING btree (ended);
grant select on ayni.backup_run to ayni_app;
grant delete, insert, select on ayni.backup_run to ayni_keeper;

create table ayni.bank_entry (
  book_id uuid not null,
  entry uuid not null,
  bank_file uuid not null,
  account uuid not null,
  nature text not null,
  amount text not null,
  currency text not null,
  on_day date not null,
  number text,
  payment_order text,
  reference text,
  reason text,
  because text,
  position bigint not null,
  constraint bank_entry_pkey PRIMARY KEY (book_id, entry)
);
comment on table ayni.bank_entry is 'citus:distributed(book_id) room:settlement shape:event';
CREATE INDEX bank_entry_day ON ayni.bank_entry USING btree (book_id, account, on_day);
alter table ayni.bank_entry enable row level security;
alter table ayni.bank_entry force row level security;
create policy one_book on ayni.bank_entry for all to public using ((book_id = (current_setting('ayni.book'::text))::uuid)) with check ((book_id = (current_setting('ayni.book'::text))::uuid));
grant insert, select on ayni.bank_entry to ayni_app;
grant delete, insert, select on ayni.bank_entry to ayni_keeper;

create table ayni.bank_file (
  book_id uuid not null,
  bank_file uuid not null,
  digest text not null,
  account uuid not null,
  currency text not null,
  line_grain text not null,
  from_day date,
  until_day date,
  opening text,
  closing text,
  closing_day date,
  movements integer not null,
  by_agent uuid not null,
  on_day date not null,
  position bigint not null,
  constraint bank_file_pkey PRIMARY KEY (book_id, bank_file)
);
comment on table ayni.bank_file is 'citus:distributed(book_id) room:settlement shape:event';
alter table ayni.bank_file enable row level security;
alter table ayni.bank_file force row level security;
create policy one_book on ayni.bank_file for all to public using ((book_id = (current_setting('ayni.book'::text))::uuid)) with check ((book_id = (current_setting('ayni.book'::text))::uuid));
grant insert, select on ayni.bank_file to ayni_app;
grant delete, insert, select on ayni.bank_file to ayni_keeper;

create table ayni.bank_match (
  book_id uuid not null,
  entry uuid not null,
  number text not null,
  payment uuid,
  position bigint not null,
  constraint bank_match_pkey PRIMARY KEY (book_id, entry, number)
);
comment on table ayni.bank_match is 'citus:distributed(book_id) room:settlement shape:event';
CREATE INDEX bank_match_number ON ayni.bank_match USING btree (book_id, number);
alter table ayni.bank_match enable row level security;
alter table ayni.bank_match force row level security;
create policy one_book on ayni.bank_match for all to public using ((book_id = (current_setting('ayni.book'::text))::uuid)) with check ((book_id = (current_setting('ayni.book'::text))::uuid));
grant insert, select on ayni.bank_match to ayni_app;
grant delete, insert, select on ayni.bank_match to ayni_keeper;

create table ayni.bank_placing (
  book_id uuid not null,
  entry uuid not null,
  placed_as text not null,
  way text not null,
  note text,
  by_agent uuid not null,
  on_day date not null,
  position bigint not null,
  constraint bank_placing_pkey PRIMARY KEY (book_id, entry)
);
comment on table ayni.bank_placing is 'citus:distributed(book_id) room:settlement shape:event';
alter table ayni.bank_placing enable row level security;
alter table ayni.bank_placing force row level security;
create policy one_book on ayni.bank_placing for all to public using ((book_id = (current_setting('ayni.book'::text))::uuid)) with check ((book_id = (current_setting('ayni.book'::text))::uuid));
grant insert, select on ayni.bank_placing to ayni_app;
grant delete, insert, select on ayni.bank_placing to ayni_keeper;

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

create table ayni.book_settings (
  book_id uuid not null,
  scope text not null,
  name text not null,
  country text not null,
  zone text not null,
  currencies jsonb not null,
  organisation uuid not null,
  form text not null,
  tax_hold_days integer,
  version integer not null,
  from_day date not null,
  position bigint not null,
  constraint book_settings_pkey PRIMARY KEY (book_id, scope, version)
);
comment on table ayni.book_settings is 'citus:distributed(book_id) room:book shape:sheet';
alter table ayni.book_settings enable row level security;
alter table ayni.book_settings force row level security;
create policy one_book on ayni.book_settings for all to public using ((book_id = (current_setting('ayni.book'::text))::uuid)) with check ((book_id = (current_setting('ayni.book'::text))::uuid));
grant insert, select on ayni.book_settings to ayni_app;
grant delete, insert, select on ayni.book_settings to ayni_keeper;

create table ayni.cash_count (
  book_id uuid not null,
  cash_count uuid not null,
  currency text not null,
  place text not null,
  moment text not null,
  counted bigint,
  computed bigint not null,
  shown text,
  notes jsonb not null,
  by_agent uuid not null,
  on_day date not null,
  clock text,
  position bigint not null,
  constraint cash_count_pkey PRIMARY KEY (book_id, cash_count, currency)
);
comment on table ayni.cash_count is 'citus:distributed(book_id) room:acopio shape:event';
alter table ayni.cash_count enable row level security;
alter table ayni.cash_count force row level security;
create policy one_book on ayni.cash_count for all to public using ((book_id = (current_setting('ayni.book'::text))::uuid)) with check ((book_id = (current_setting('ayni.book'::text))::uuid));
grant insert, select on ayni.cash_count to ayni_app;
grant delete, insert, select on ayni.cash_count to ayni_keeper;

create table ayni.cash_move (
  book_id uuid not null,
  cash_move uuid not null,
  place text not null,
  way text not null,
  office text,
  hold uuid,
  currency text not null,
  amount bigint,
  amount_said text not null,
  by_agent uuid not null,
  on_day date not null,
  clock text,
  position bigint not null,
  constraint cash_move_pkey PRIMARY KEY (book_id, cash_move)
);
comment on table ayni.cash_move is 'citus:distributed(book_id) room:acopio shape:event';
CREATE INDEX cash_move_hold ON ayni.cash_move USING btree (book_id, hold);
alter table ayni.cash_move enable row level security;
alter table ayni.cash_move force row level security;
create policy one_book on ayni.cash_move for all to public using ((book_id = (current_setting('ayni.book'::text))::uuid)) with check ((book_id = (current_setting('ayni.book'::text))::uuid));
grant insert, select on ayni.cash_move to ayni_app;
grant delete, insert, select on ayni.cash_move to ayni_keeper;

create table ayni.chart_of_accounts (
  book_id uuid not null,
  scope text not null,
  body jsonb not null,
  version integer not null,
  from_day date not null,
  position bigint not null,
  constraint chart_of_accounts_pkey PRIMARY KEY (book_id, scope, version)
);
comment on table ayni.chart_of_accounts is 'citus:distributed(book_id) room:book shape:sheet';
alter table ayni.chart_of_accounts enable row level security;
alter table ayni.chart_of_accounts force row level security;
create policy one_book on ayni.chart_of_accounts for all to public using ((book_id = (current_setting('ayni.book'::text))::uuid)) with check ((book_id = (current_setting('ayni.book'::text))::uuid));
grant insert, select on ayni.chart_of_accounts to ayni_app;
grant delete, insert, select on ayni.chart_of_accounts to ayni_keeper;

create table ayni.collection (
  book_id uuid not null,
  act uuid not null,
  debt uuid not null,
  principal bigint not null,
  interest bigint not null,
  charged bigint not null,
  months integer not null,
  on_day date not null,
  cause uuid not null,
  position bigint not null,
  constraint collection_pkey PRIMARY KEY (book_id, act)
);
comment on table ayni.collection is 'citus:distributed(book_id) room:finance shape:event';
CREATE INDEX collection_debt ON ayni.collection USING btree (book_id, debt);
alter table ayni.collection enable row level security;
alter table ayni.collection force row level security;
create policy one_book on ayni.collection for all to public using ((book_id = (current_setting('ayni.book'::text))::uuid)) with check ((book_id = (current_setting('ayni.book'::text))::uuid));
grant insert, select on ayni.collection to ayni_app;
grant delete, insert, select on ayni.collection to ayni_keeper;

create table ayni.correction (
  book_id uuid not null,
  correction uuid not null,
  statement uuid not null,
  delivery uuid not null,
  agent uuid not null,
  reason text not null,
  replaced_by uuid,
  words text not null,
  by_agent uuid not null,
  on_day date not null,
  position bigint not null,
  constraint correction_pkey PRIMARY KEY (book_id, correction)
);
comment on table ayni.correction is 'citus:distributed(book_id) room:settlement shape:event';
CREATE INDEX correction_agent ON ayni.correction USING btree (book_id, agent);
CREATE INDEX correction_delivery ON ayni.correction USING btree (book_id, delivery);
alter table ayni.correction enable row level security;
alter table ayni.correction force row level security;
create policy one_book on ayni.correction for all to public using ((book_id = (current_setting('ayni.book'::text))::uuid)) with check ((book_id = (current_setting('ayni.book'::text))::uuid));
grant insert, select on ayni.correction to ayni_app;
grant delete, insert, select on ayni.correction to ayni_keeper;

create table ayni.correction_end (
  book_id uuid not null,
  correction uuid not null,
  by_agent uuid not null,
  on_day date not null,
  position bigint not null,
  constraint correction_end_pkey PRIMARY KEY (book_id, correction)
);
comment on table ayni.correction_end is 'citus:distributed(book_id) room:settlement shape:event';
alter table ayni.correction_end enable row level security;
alter table ayni.correction_end force row level security;
create policy one_book on ayni.correction_end for all to public using ((book_id = (current_setting('ayni.book'::text))::uuid)) with check ((book_id = (current_setting('ayni.book'::text))::uuid));
grant insert, select on ayni.correction_end to ayni_app;
grant delete, insert, select on ayni.correction_end to ayni_keeper;

create table ayni.correction_settled (
  book_id uuid not null,
  correction uuid not null,
  statement uuid not null,
  corrects uuid not null,
  delivery uuid not null,
  difference bigint not null,
  position bigint not null,
  constraint correction_settled_pkey PRIMARY KEY (book_id, correction)
);
comment on table ayni.correction_settled is 'citus:distributed(book_id) room:settlement shape:event';
CREATE INDEX correction_settled_corrects ON ayni.correction_settled USING btree (book_id, corrects);
CREATE INDEX correction_settled_statement ON ayni.correction_settled USING btree (book_id, statement);
alter table ayni.correction_settled enable row level security;
alter table ayni.correction_settled force row level security;
create policy one_book on ayni.correction_settled for all to public using ((book_id = (current_setting('ayni.book'::text))::uuid)) with check ((book_id = (current_setting('ayni.book'::text))::uuid));
grant insert, select on ayni.correction_settled to ayni_app;
grant delete, insert, select on ayni.correction_settled to ayni_keeper;

create table ayni.credit (
  book_id uuid not null,
  credit uuid not null,
  agent uuid not null,
  principal bigint not null,
  currency text not null,
  rate_month text not null,
  method text not null,
  start_day date not null,
  due_day date not null,
  instalment bigint,
  purpose text not null,
  items jsonb not null,
  agreement uuid,
  position bigint not null,
  constraint credit_pkey PRIMARY KEY (book_id, credit)
);
comment on table ayni.credit is 'citus:distributed(book_id) room:finance shape:event';
CREATE INDEX credit_agent ON ayni.credit USING btree (book_id, agent);
alter table ayni.credit enable row level security;
alter table ayni.credit force row level security;
create policy one_book on ayni.credit for all to public using ((book_id = (current_setting('ayni.book'::text))::uuid)) with check ((book_id = (current_setting('ayni.book'::text))::uuid));
grant insert, select on ayni.credit to ayni_app;
grant delete, insert, select on ayni.credit to ayni_keeper;

create table ayni.deduction_consent (
  book_id uuid not null,
  agent uuid not null,
  deduction text not null,
  given boolean not null,
  until date,
  creditor text,
  made text not null,
  version integer not null,
  from_day date not null,
  position bigint not null,
  constraint deduction_consent_pkey PRIMARY KEY (book_id, agent, deduction, version)
);
comment on table ayni.deduction_consent is 'citus:distributed(book_id) room:agreements shape:sheet';
alter table ayni.deduction_consent enable row level security;
alter table ayni.deduction_consent force row level security;
create policy one_book on ayni.deduction_consent for all to public using ((book_id = (current_setting('ayni.book'::text))::uuid)) with check ((book_id = (current_setting('ayni.book'::text))::uuid));
grant insert, select on ayni.deduction_consent to ayni_app;
grant delete, insert, select on ayni.deduction_consent to ayni_keeper;

create table ayni.delivery (
  book_id uuid not null,
  delivery uuid not null,
  member uuid not null,
  member_known boolean not null,
  product text not null,
  season_agreement uuid,
  season text,
  place text not null,
  scale text,
  scale_checked date,
  happened date not null,
  clock text,
  receipt text,
  bags integer not null,
  bag_list jsonb not null,
  gross_g bigint not null,
  tare_g bigint not null,
  net_g bigint not null,
  measurements jsonb not null,
  plot uuid,
  claim text,
  shown jsonb,
  mode text not null,
  origin text not null,
  act_position bigint not null,
  position bigint not null,
  photos jsonb,
  constraint delivery_pkey PRIMARY KEY (book_id, delivery)
);
comment on table ayni.delivery is 'citus:distributed(book_id) room:acopio shape:event';
CREATE INDEX delivery_member ON ayni.delivery USING btree (book_id, member, happened);
CREATE INDEX delivery_receipt ON ayni.delivery USING btree (book_id, receipt);
CREATE INDEX delivery_sums ON ayni.delivery USING btree (book_id, happened, delivery) INCLUDE (product, place, season, member, net_g);
CREATE INDEX delivery_waiting ON ayni.delivery USING btree (book_id, delivery) INCLUDE (mode, season_agreement, product, member, net_g, happened);
alter table ayni.delivery enable row level security;
alter table ayni.delivery force row level security;
create policy one_book on ayni.delivery for all to public using ((book_id = (current_setting('ayni.book'::text))::uuid)) with check ((book_id = (current_setting('ayni.book'::text))::uuid));
grant insert, select on ayni.delivery to ayni_app;
grant delete, insert, select on ayni.delivery to ayni_keeper;

create table ayni.delivery_note (
  book_id uuid not null,
  act uuid not null,
  delivery uuid not null,
  kind text not null,
  body jsonb not null,
  on_day date not null,
  position bigint not null,
  constraint delivery_note_pkey PRIMARY KEY (book_id, act)
);
comment on table ayni.delivery_note is 'citus:distributed(book_id) room:acopio shape:event';
CREATE INDEX delivery_note_delivery ON ayni.delivery_note USING btree (book_id, delivery);
alter table ayni.delivery_note enable row level security;
alter table ayni.delivery_note force row level security;
create policy one_book on ayni.delivery_note for all to public using ((book_id = (current_setting('ayni.book'::text))::uuid)) with check ((book_id = (current_setting('ayni.book'::text))::uuid));
grant insert, select on ayni.delivery_note to ayni_app;
grant delete, insert, select on ayni.delivery_note to ayni_keeper;

create table ayni.delivery_void (
  book_id uuid not null,
  delivery uuid not null,
  reason text not null,
  replaced_by uuid,
  on_day date not null,
  reversed boolean not null,
  position bigint not null,
  constraint delivery_void_pkey PRIMARY KEY (book_id, delivery)
);
comment on table ayni.delivery_void is 'citus:distributed(book_id) room:acopio shape:event';
alter table ayni.delivery_void enable row level security;
alter table ayni.delivery_void force row level security;
create policy one_book on ayni.delivery_void for all to public using ((book_id = (current_setting('ayni.book'::text))::uuid)) with check ((book_id = (current_setting('ayni.book'::text))::uuid));
grant insert, select on ayni.delivery_void to ayni_app;
grant delete, insert, select on ayni.delivery_void to ayni_keeper;

create table ayni.denomination_list (
  book_id uuid not null,
  currency text not null,
  pieces jsonb not null,
  source text not null,
  verified boolean not null,
  by_agent uuid not null,
  version integer not null,
  from_day date not null,
  position bigint not null,
  constraint denomination_list_pkey PRIMARY KEY (book_id, currency, version)
);
comment on table ayni.denomination_list is 'citus:distributed(book_id) room:settlement shape:sheet';
alter table ayni.denomination_list enable row level security;
alter table ayni.denomination_list force row level security;
create policy one_book on ayni.denomination_list for all to public using ((book_id = (current_setting('ayni.book'::text))::uuid)) with check ((book_id = (current_setting('ayni.book'::text))::uuid));
grant insert, select on ayni.denomination_list to ayni_app;
grant delete, insert, select on ayni.denomination_list to ayni_keeper;

create table ayni.device (
  book_id uuid not null,
  device uuid not null,
  agent uuid,
  public_key text not null,
  place text,
  state text not null,
  note text,
  version integer not null,
  from_day date not null,
  position bigint not null,
  series text,
  lost_at text,
  last_sequence integer,
  constraint device_pkey PRIMARY KEY (book_id, device, version)
);
comment on table ayni.device is 'citus:distributed(book_id) room:book shape:sheet';
CREATE INDEX device_place ON ayni.device USING btree (book_id, place);
CREATE INDEX device_series ON ayni.device USING btree (book_id, series);
alter table ayni.device enable row level security;
alter table ayni.device force row level security;
create policy one_book on ayni.device for all to public using ((book_id = (current_setting('ayni.book'::text))::uuid)) with check ((book_id = (current_setting('ayni.book'::text))::uuid));
grant insert, select on ayni.device to ayni_app;
grant delete, insert, select on ayni.device to ayni_keeper;

create table ayni.device_heard (
  book_id uuid not null,
  device uuid not null,
  last_heard timestamp with time zone not null,
  clock_error_ms bigint,
  unsent integer,
  next_sequence bigint,
  app text,
  persisted boolean,
  constraint device_heard_pkey PRIMARY KEY (book_id, device)
);
comment on table ayni.device_heard is 'citus:distributed(book_id) room:store shape:now';
alter table ayni.device_heard enable row level security;
alter table ayni.device_heard force row level security;
create policy one_book on ayni.device_heard for all to public using ((book_id = (current_setting('ayni.book'::text))::uuid)) with check ((book_id = (current_setting('ayni.book'::text))::uuid));
grant insert, select, update on ayni.device_heard to ayni_app;
grant delete, insert, select on ayni.device_heard to ayni_keeper;

create table ayni.device_release (
  book_id uuid not null,
  release uuid not null,
  device uuid not null,
  acts jsonb,
  from_sequence integer,
  until_sequence integer,
  reason text not null,
  released_by uuid not null,
  on_day date not null,
  position bigint not null,
  constraint device_release_pkey PRIMARY KEY (book_id, release)
);
comment on table ayni.device_release is 'citus:distributed(book_id) room:book shape:event';
CREATE INDEX device_release_device ON ayni.device_release USING btree (book_id, device);
alter table ayni.device_release enable row level security;
alter table ayni.device_release force row level security;
create policy one_book on ayni.device_release for all to public using ((book_id = (current_setting('ayni.book'::text))::uuid)) with check ((book_id = (current_setting('ayni.book'::text))::uuid));
grant insert, select on ayni.device_release to ayni_app;
grant delete, insert, select on ayni.device_release to ayni_keeper;

create table ayni.device_sequence (
  book_id uuid not null,
  device uuid not null,
  sequence bigint not null,
  digest text not null,
  act uuid not null,
  constraint device_sequence_pkey PRIMARY KEY (book_id, device, sequence, digest)
);
comment on table ayni.device_sequence is 'citus:distributed(book_id) room:store shape:event';
CREATE INDEX device_sequence_act ON ayni.device_sequence USING btree (book_id, act);
alter table ayni.device_sequence enable row level security;
alter table ayni.device_sequence force row level security;
create policy one_book on ayni.device_sequence for all to public using ((book_id = (current_setting('ayni.book'::text))::uuid)) with check ((book_id = (current_setting('ayni.book'::text))::uuid));
grant insert, select on ayni.device_sequence to ayni_app;
grant delete, insert, select on ayni.device_sequence to ayni_keeper;

create table ayni.drafted_correction (
  book_id uuid not null,
  statement uuid not null,
  settlement uuid not null,
  correction uuid not null,
  position bigint not null,
  constraint drafted_correction_pkey PRIMARY KEY (book_id, statement, correction)
);
comment on table ayni.drafted_correction is 'citus:distributed(book_id) room:settlement shape:event';
CREATE INDEX drafted_correction_correction ON ayni.drafted_correction USING btree (book_id, correction);
CREATE INDEX drafted_correction_settlement ON ayni.drafted_correction USING btree (book_id, settlement);
alter table ayni.drafted_correction enable row level security;
alter table ayni.drafted_correction force row level security;
create policy one_book on ayni.drafted_correction for all to public using ((book_id = (current_setting('ayni.book'::text))::uuid)) with check ((book_id = (current_setting('ayni.book'::text))::uuid));
grant insert, select on ayni.drafted_correction to ayni_app;
grant delete, insert, select on ayni.drafted_correction to ayni_keeper;

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

create table ayni.erasure (
  book_id uuid not null,
  agent uuid not null,
  ordinal integer not null,
  digests jsonb not null,
  on_day date not null,
  reason text not null,
  position bigint not null,
  constraint erasure_pkey PRIMARY KEY (book_id, agent, ordinal)
);
comment on table ayni.erasure is 'citus:distributed(book_id) room:people shape:event';
CREATE INDEX erasure_position ON ayni.erasure USING btree (book_id, "position");
alter table ayni.erasure enable row level security;
alter table ayni.erasure force row level security;
create policy one_book on ayni.erasure for all to public using ((book_id = (current_setting('ayni.book'::text))::uuid)) with check ((book_id = (current_setting('ayni.book'::text))::uuid));
grant insert, select on ayni.erasure to ayni_app;
grant delete, insert, select on ayni.erasure to ayni_keeper;

create table ayni.example_book (
  book_id uuid not null,
  made timestamp with time zone not null,
  removed timestamp with time zone,
  constraint example_book_pkey PRIMARY KEY (book_id)
);
comment on table ayni.example_book is 'citus:local room:store shape:now';
grant insert, select, update on ayni.example_book to ayni_app;
grant delete, insert, select on ayni.example_book to ayni_keeper;

create table ayni.field_file (
  book_id uuid not null,
  device uuid not null,
  digest text not null,
  size_bytes bigint not null,
  bytes bytea not null,
  whole boolean not null,
  touched timestamp with time zone not null,
  constraint field_file_pkey PRIMARY KEY (book_id, device, digest)
);
comment on table ayni.field_file is 'citus:distributed(book_id) room:store shape:now';
CREATE INDEX field_file_touched ON ayni.field_file USING btree (book_id, touched);
alter table ayni.field_file enable row level security;
alter table ayni.field_file force row level security;
create policy one_book on ayni.field_file for all to public using ((book_id = (current_setting('ayni.book'::text))::uuid)) with check ((book_id = (current_setting('ayni.book'::text))::uuid));
grant insert, select, update on ayni.field_file to ayni_app;
grant delete, insert, select on ayni.field_file to ayni_keeper;

create table ayni.field_ticket (
  ticket_hash bytea not null,
  ticket_id uuid not null,
  book_id uuid not null,
  place text not null,
  by_seat uuid not null,
  by_agent uuid not null,
  made timestamp with time zone not null,
  expires timestamp with time zone not null,
  revoked timestamp with time zone,
  used timestamp with time zone,
  used_key text,
  series text,
  constraint field_ticket_pkey PRIMARY KEY (ticket_hash),
  constraint field_ticket_ticket_id_key UNIQUE (ticket_id)
);
comment on table ayni.field_ticket is 'citus:local room:store shape:now';
CREATE INDEX field_ticket_place ON ayni.field_ticket USING btree (book_id, place);
grant insert, select, update on ayni.field_ticket to ayni_app;
grant delete, insert, select on ayni.field_ticket to ayni_keeper;

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

create table ayni.grading_scheme (
  book_id uuid not null,
  scheme uuid not null,
  code text not null,
  product text not null,
  body jsonb not null,
  version integer not null,
  from_day date not null,
  position bigint not null,
  constraint grading_scheme_pkey PRIMARY KEY (book_id, scheme, version)
);
comment on table ayni.grading_scheme is 'citus:distributed(book_id) room:agreements shape:sheet';
CREATE INDEX grading_scheme_code ON ayni.grading_scheme USING btree (book_id, code);
alter table ayni.grading_scheme enable row level security;
alter table ayni.grading_scheme force row level security;
create policy one_book on ayni.grading_scheme for all to public using ((book_id = (current_setting('ayni.book'::text))::uuid)) with check ((book_id = (current_setting('ayni.book'::text))::uuid));
grant insert, select on ayni.grading_scheme to ayni_app;
grant delete, insert, select on ayni.grading_scheme to ayni_keeper;

create table ayni.guessing (
  subject text not null,
  failures integer not null,
  last timestamp with time zone not null,
  until timestamp with time zone,
  constraint guessing_pkey PRIMARY KEY (subject)
);
comment on table ayni.guessing is 'citus:local room:store shape:now';
CREATE INDEX guessing_last ON ayni.guessing USING btree (last);
grant insert, select, update on ayni.guessing to ayni_app;
grant delete, insert, select on ayni.guessing to ayni_keeper;

create table ayni.hold (
  book_id uuid not null,
  hold uuid not null,
  kind text not null,
  place text not null,
  debt uuid,
  agent uuid,
  currency text not null,
  amount bigint not null,
  since date not null,
  until date not null,
  by_agent uuid not null,
  position bigint not null,
  constraint hold_pkey PRIMARY KEY (book_id, hold)
);
comment on table ayni.hold is 'citus:distributed(book_id) room:acopio shape:event';
CREATE INDEX hold_debt ON ayni.hold USING btree (book_id, debt);
CREATE INDEX hold_place ON ayni.hold USING btree (book_id, place);
alter table ayni.hold enable row level security;
alter table ayni.hold force row level security;
create policy one_book on ayni.hold for all to public using ((book_id = (current_setting('ayni.book'::text))::uuid)) with check ((book_id = (current_setting('ayni.book'::text))::uuid));
grant insert, select on ayni.hold to ayni_app;
grant delete, insert, select on ayni.hold to ayni_keeper;

create table ayni.hold_end (
  book_id uuid not null,
  hold uuid not null,
  reason text not null,
  by_agent uuid not null,
  on_day date not null,
  position bigint not null,
  constraint hold_end_pkey PRIMARY KEY (book_id, hold)
);
comment on table ayni.hold_end is 'citus:distributed(book_id) room:acopio shape:event';
alter table ayni.hold_end enable row level security;
alter table ayni.hold_end force row level security;
create policy one_book on ayni.hold_end for all to public using ((book_id = (current_setting('ayni.book'::text))::uuid)) with check ((book_id = (current_setting('ayni.book'::text))::uuid));
grant insert, select on ayni.hold_end to ayni_app;
grant delete, insert, select on ayni.hold_end to ayni_keeper;

create table ayni.import_mapping (
  book_id uuid not null,
  kind text not null,
  fingerprint text not null,
  choices jsonb not null,
  kept_by uuid not null,
  kept_at text not null,
  constraint import_mapping_pkey PRIMARY KEY (book_id, kind, fingerprint)
);
comment on table ayni.import_mapping is 'citus:distributed(book_id) room:store shape:now';
alter table ayni.import_mapping enable row level security;
alter table ayni.import_mapping force row level security;
create policy one_book on ayni.import_mapping for all to public using ((book_id = (current_setting('ayni.book'::text))::uuid)) with check ((book_id = (current_setting('ayni.book'::text))::uuid));
grant insert, select, update on ayni.import_mapping to ayni_app;
grant delete, insert, select on ayni.import_mapping to ayni_keeper;

create table ayni.import_run (
  book_id uuid not null,
  run uuid not null,
  stage text not null,
  kind text,
  file_name text not null,
  digest text not null,
  bytes bigint not null,
  choices jsonb not null,
  account jsonb,
  rows_read bigint not null,
  brought_by uuid not null,
  seat uuid not null,
  brought_at text not null,
  changed_at text not null,
  constraint import_run_pkey PRIMARY KEY (book_id, run)
);
comment on table ayni.import_run is 'citus:distributed(book_id) room:store shape:now';
alter table ayni.import_run enable row level security;
alter table ayni.import_run force row level security;
create policy one_book on ayni.import_run for all to public using ((book_id = (current_setting('ayni.book'::text))::uuid)) with check ((book_id = (current_setting('ayni.book'::text))::uuid));
grant insert, select, update on ayni.import_run to ayni_app;
grant delete, insert, select on ayni.import_run to ayni_keeper;

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
CREATE INDEX intake_reason ON ayni.intake USING btree (book_id, ((reason ->> 'code'::text)));
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

create table ayni.invitation (
  invitation_id uuid not null,
  code_hash bytea not null,
  book_id uuid not null,
  seat uuid not null,
  agent uuid not null,
  by_seat uuid not null,
  by_agent uuid not null,
  made timestamp with time zone not null,
  expires timestamp with time zone not null,
  revoked timestamp with time zone,
  used timestamp with time zone,
  used_by uuid,
  constraint invitation_pkey PRIMARY KEY (invitation_id),
  constraint invitation_code_hash_key UNIQUE (code_hash)
);
comment on table ayni.invitation is 'citus:local room:store shape:now';
CREATE INDEX invitation_seat ON ayni.invitation USING btree (book_id, seat);
grant insert, select, update on ayni.invitation to ayni_app;
grant delete, insert, select on ayni.invitation to ayni_keeper;

create table ayni.known_browser (
  token_hash bytea not null,
  account_id uuid not null,
  made timestamp with time zone not null,
  expires timestamp with time zone not null,
  ended timestamp with time zone,
  constraint known_browser_pkey PRIMARY KEY (token_hash, account_id)
);
comment on table ayni.known_browser is 'citus:local room:store shape:now';
CREATE INDEX known_browser_account ON ayni.known_browser USING btree (account_id);
grant insert, select, update on ayni.known_browser to ayni_app;
grant delete, insert, select on ayni.known_browser to ayni_keeper;

create table ayni.laboratory_result (
  book_id uuid not null,
  result uuid not null,
  agent uuid not null,
  product text not null,
  measure text not null,
  value text not null,
  on_day date not null,
  laboratory text,
  method text,
  in_place_of uuid,
  position bigint not null,
  constraint laboratory_result_pkey PRIMARY KEY (book_id, result)
);
comment on table ayni.laboratory_result is 'citus:distributed(book_id) room:acopio shape:event';
CREATE INDEX laboratory_result_agent ON ayni.laboratory_result USING btree (book_id, agent, product);
alter table ayni.laboratory_result enable row level security;
alter table ayni.laboratory_result force row level security;
create policy one_book on ayni.laboratory_result for all to public using ((book_id = (current_setting('ayni.book'::text))::uuid)) with check ((book_id = (current_setting('ayni.book'::text))::uuid));
grant insert, select on ayni.laboratory_result to ayni_app;
grant delete, insert, select on ayni.laboratory_result to ayni_keeper;

create table ayni.left_out (
  book_id uuid not null,
  settlement uuid not null,
  document uuid not null,
  by_agent uuid not null,
  on_day date not null,
  position bigint not null,
  constraint left_out_pkey PRIMARY KEY (book_id, settlement, document)
);
comment on table ayni.left_out is 'citus:distributed(book_id) room:settlement shape:event';
alter table ayni.left_out enable row level security;
alter table ayni.left_out force row level security;
create policy one_book on ayni.left_out for all to public using ((book_id = (current_setting('ayni.book'::text))::uuid)) with check ((book_id = (current_setting('ayni.book'::text))::uuid));
grant insert, select on ayni.left_out to ayni_app;
grant delete, insert, select on ayni.left_out to ayni_keeper;

create table ayni.letter (
  book_id uuid not null,
  letter uuid not null,
  direction text not null,
  other_book uuid not null,
  from_book uuid not null,
  to_book uuid not null,
  kind text not null,
  digest text not null,
  signature text not null,
  on_day date not null,
  position bigint not null,
  constraint letter_pkey PRIMARY KEY (book_id, letter)
);
comment on table ayni.letter is 'citus:distributed(book_id) room:book shape:event';
CREATE INDEX letter_other_book ON ayni.letter USING btree (book_id, other_book);
alter table ayni.letter enable row level security;
alter table ayni.letter force row level security;
create policy one_book on ayni.letter for all to public using ((book_id = (current_setting('ayni.book'::text))::uuid)) with check ((book_id = (current_setting('ayni.book'::text))::uuid));
grant insert, select on ayni.letter to ayni_app;
grant delete, insert, select on ayni.letter to ayni_keeper;

create table ayni.local_unit (
  book_id uuid not null,
  unit text not null,
  product text not null,
  kind text not null,
  factor text not null,
  source text not null,
  until date,
  version integer not null,
  from_day date not null,
  position bigint not null,
  constraint local_unit_pkey PRIMARY KEY (book_id, unit, product, version)
);
comment on table ayni.local_unit is 'citus:distributed(book_id) room:agreements shape:sheet';
alter table ayni.local_unit enable row level security;
alter table ayni.local_unit force row level security;
create policy one_book on ayni.local_unit for all to public using ((book_id = (current_setting('ayni.book'::text))::uuid)) with check ((book_id = (current_setting('ayni.book'::text))::uuid));
grant insert, select on ayni.local_unit to ayni_app;
grant delete, insert, select on ayni.local_unit to ayni_keeper;

create table ayni.member_card (
  book_id uuid not null,
  card uuid not null,
  agent uuid not null,
  state text not null,
  reason text,
  version integer not null,
  from_day date not null,
  position bigint not null,
  constraint member_card_pkey PRIMARY KEY (book_id, card, version)
);
comment on table ayni.member_card is 'citus:distributed(book_id) room:people shape:sheet';
CREATE INDEX member_card_agent ON ayni.member_card USING btree (book_id, agent);
alter table ayni.member_card enable row level security;
alter table ayni.member_card force row level security;
create policy one_book on ayni.member_card for all to public using ((book_id = (current_setting('ayni.book'::text))::uuid)) with check ((book_id = (current_setting('ayni.book'::text))::uuid));
grant insert, select on ayni.member_card to ayni_app;
grant delete, insert, select on ayni.member_card to ayni_keeper;

create table ayni.objection (
  book_id uuid not null,
  objection uuid not null,
  delivery uuid not null,
  against text not null,
  words text,
  on_day date not null,
  position bigint not null,
  constraint objection_pkey PRIMARY KEY (book_id, objection)
);
comment on table ayni.objection is 'citus:distributed(book_id) room:acopio shape:event';
CREATE INDEX objection_delivery ON ayni.objection USING btree (book_id, delivery);
alter table ayni.objection enable row level security;
alter table ayni.objection force row level security;
create policy one_book on ayni.objection for all to public using ((book_id = (current_setting('ayni.book'::text))::uuid)) with check ((book_id = (current_setting('ayni.book'::text))::uuid));
grant insert, select on ayni.objection to ayni_app;
grant delete, insert, select on ayni.objection to ayni_keeper;

create table ayni.opening (
  book_id uuid not null,
  kind text not null,
  about text not null,
  agent uuid,
  on_day date not null,
  said jsonb not null,
  act uuid not null,
  position bigint not null,
  constraint opening_pkey PRIMARY KEY (book_id, kind, about)
);
comment on table ayni.opening is 'citus:distributed(book_id) room:finance shape:event';
CREATE INDEX opening_agent ON ayni.opening USING btree (book_id, agent);
alter table ayni.opening enable row level security;
alter table ayni.opening force row level security;
create policy one_book on ayni.opening for all to public using ((book_id = (current_setting('ayni.book'::text))::uuid)) with check ((book_id = (current_setting('ayni.book'::text))::uuid));
grant insert, select on ayni.opening to ayni_app;
grant delete, insert, select on ayni.opening to ayni_keeper;

create table ayni.order_left_out (
  book_id uuid not null,
  payment_order uuid not null,
  statement uuid not null,
  reason text not null,
  facts jsonb not null,
  position bigint not null,
  constraint order_left_out_pkey PRIMARY KEY (book_id, payment_order, statement)
);
comment on table ayni.order_left_out is 'citus:distributed(book_id) room:settlement shape:event';
alter table ayni.order_left_out enable row level security;
alter table ayni.order_left_out force row level security;
create policy one_book on ayni.order_left_out for all to public using ((book_id = (current_setting('ayni.book'::text))::uuid)) with check ((book_id = (current_setting('ayni.book'::text))::uuid));
grant insert, select on ayni.order_left_out to ayni_app;
grant delete, insert, select on ayni.order_left_out to ayni_keeper;

create table ayni.order_payment (
  book_id uuid not null,
  payment uuid not null,
  payment_order uuid not null,
  number text not null,
  statement uuid not null,
  agent uuid not null,
  amount bigint not null,
  paid_to jsonb not null,
  position bigint not null,
  constraint order_payment_pkey PRIMARY KEY (book_id, payment)
);
comment on table ayni.order_payment is 'citus:distributed(book_id) room:settlement shape:event';
CREATE INDEX order_payment_number ON ayni.order_payment USING btree (book_id, number);
CREATE INDEX order_payment_order ON ayni.order_payment USING btree (book_id, payment_order);
CREATE INDEX order_payment_statement ON ayni.order_payment USING btree (book_id, statement);
alter table ayni.order_payment enable row level security;
alter table ayni.order_payment force row level security;
create policy one_book on ayni.order_payment for all to public using ((book_id = (current_setting('ayni.book'::text))::uuid)) with check ((book_id = (current_setting('ayni.book'::text))::uuid));
grant insert, select on ayni.order_payment to ayni_app;
grant delete, insert, select on ayni.order_payment to ayni_keeper;

create table ayni.order_payment_stage (
  book_id uuid not null,
  payment uuid not null,
  by_agent uuid not null,
  on_day date not null,
  reason text,
  words text,
  reference text,
  paid_by uuid,
  settled bigint,
  step integer not null,
  stage text not null,
  position bigint not null,
  constraint order_payment_stage_pkey PRIMARY KEY (book_id, payment, step)
);
comment on table ayni.order_payment_stage is 'citus:distributed(book_id) room:settlement shape:stage';
alter table ayni.order_payment_stage enable row level security;
alter table ayni.order_payment_stage force row level security;
create policy one_book on ayni.order_payment_stage for all to public using ((book_id = (current_setting('ayni.book'::text))::uuid)) with check ((book_id = (current_setting('ayni.book'::text))::uuid));
grant insert, select on ayni.order_payment_stage to ayni_app;
grant delete, insert, select on ayni.order_payment_stage to ayni_keeper;

create table ayni.pad (
  book_id uuid not null,
  pad uuid not null,
  series text not null,
  serial_from integer not null,
  serial_to integer not null,
  place text not null,
  by_agent uuid not null,
  on_day date not null,
  position bigint not null,
  constraint pad_pkey PRIMARY KEY (book_id, pad)
);
comment on table ayni.pad is 'citus:distributed(book_id) room:acopio shape:event';
CREATE INDEX pad_place ON ayni.pad USING btree (book_id, place);
CREATE INDEX pad_series ON ayni.pad USING btree (book_id, series);
alter table ayni.pad enable row level security;
alter table ayni.pad force row level security;
create policy one_book on ayni.pad for all to public using ((book_id = (current_setting('ayni.book'::text))::uuid)) with check ((book_id = (current_setting('ayni.book'::text))::uuid));
grant insert, select on ayni.pad to ayni_app;
grant delete, insert, select on ayni.pad to ayni_keeper;

create table ayni.pad_account (
  book_id uuid not null,
  act uuid not null,
  pad uuid not null,
  serials jsonb not null,
  whole boolean not null,
  note text,
  by_agent uuid not null,
  on_day date not null,
  position bigint not null,
  constraint pad_account_pkey PRIMARY KEY (book_id, act)
);
comment on table ayni.pad_account is 'citus:distributed(book_id) room:acopio shape:event';
CREATE INDEX pad_account_pad ON ayni.pad_account USING btree (book_id, pad);
alter table ayni.pad_account enable row level security;
alter table ayni.pad_account force row level security;
create policy one_book on ayni.pad_account for all to public using ((book_id = (current_setting('ayni.book'::text))::uuid)) with check ((book_id = (current_setting('ayni.book'::text))::uuid));
grant insert, select on ayni.pad_account to ayni_app;
grant delete, insert, select on ayni.pad_account to ayni_keeper;

create table ayni.pad_serial (
  book_id uuid not null,
  pad uuid not null,
  serial integer not null,
  state text not null,
  delivery uuid,
  writer uuid,
  happened date not null,
  told date not null,
  position bigint not null,
  constraint pad_serial_pkey PRIMARY KEY (book_id, pad, serial)
);
comment on table ayni.pad_serial is 'citus:distributed(book_id) room:acopio shape:event';
alter table ayni.pad_serial enable row level security;
alter table ayni.pad_serial force row level security;
create policy one_book on ayni.pad_serial for all to public using ((book_id = (current_setting('ayni.book'::text))::uuid)) with check ((book_id = (current_setting('ayni.book'::text))::uuid));
grant insert, select on ayni.pad_serial to ayni_app;
grant delete, insert, select on ayni.pad_serial to ayni_keeper;

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

create table ayni.paper_seal (
  book_id uuid not null,
  kind text not null,
  number text not null,
  delivery uuid not null,
  device uuid not null,
  signature text not null,
  constraint paper_seal_pkey PRIMARY KEY (book_id, kind, number)
);
comment on table ayni.paper_seal is 'citus:distributed(book_id) room:store shape:event';
CREATE INDEX paper_seal_delivery ON ayni.paper_seal USING btree (book_id, delivery);
alter table ayni.paper_seal enable row level security;
alter table ayni.paper_seal force row level security;
create policy one_book on ayni.paper_seal for all to public using ((book_id = (current_setting('ayni.book'::text))::uuid)) with check ((book_id = (current_setting('ayni.book'::text))::uuid));
grant insert, select on ayni.paper_seal to ayni_app;
grant delete, insert, select on ayni.paper_seal to ayni_keeper;

create table ayni.past_delivery (
  book_id uuid not null,
  delivery uuid not null,
  price text,
  per_unit text,
  paid text,
  currency text,
  paid_on date,
  paper text,
  position bigint not null,
  constraint past_delivery_pkey PRIMARY KEY (book_id, delivery)
);
comment on table ayni.past_delivery is 'citus:distributed(book_id) room:acopio shape:event';
alter table ayni.past_delivery enable row level security;
alter table ayni.past_delivery force row level security;
create policy one_book on ayni.past_delivery for all to public using ((book_id = (current_setting('ayni.book'::text))::uuid)) with check ((book_id = (current_setting('ayni.book'::text))::uuid));
grant insert, select on ayni.past_delivery to ayni_app;
grant delete, insert, select on ayni.past_delivery to ayni_keeper;

create table ayni.payment (
  book_id uuid not null,
  payment uuid not null,
  statement uuid not null,
  agent uuid not null,
  amount bigint not null,
  currency text not null,
  paid_in text not null,
  place text,
  paid_on date not null,
  position bigint not null,
  constraint payment_pkey PRIMARY KEY (book_id, payment)
);
comment on table ayni.payment is 'citus:distributed(book_id) room:settlement shape:event';
CREATE INDEX payment_statement ON ayni.payment USING btree (book_id, statement);
alter table ayni.payment enable row level security;
alter table ayni.payment force row level security;
create policy one_book on ayni.payment for all to public using ((book_id = (current_setting('ayni.book'::text))::uuid)) with check ((book_id = (current_setting('ayni.book'::text))::uuid));
grant insert, select on ayni.payment to ayni_app;
grant delete, insert, select on ayni.payment to ayni_keeper;

create table ayni.payment_order (
  book_id uuid not null,
  payment_order uuid not null,
  number text not null,
  message text not null,
  layout text not null,
  account uuid not null,
  paid_from jsonb not null,
  currency text not null,
  line_grain text not null,
  execution_day date not null,
  made_at text not null,
  made_on date not null,
  by_agent uuid not null,
  replaces uuid,
  reason text,
  total bigint not null,
  payments integer not null,
  position bigint not null,
  constraint payment_order_pkey PRIMARY KEY (book_id, payment_order)
);
comment on table ayni.payment_order is 'citus:distributed(book_id) room:settlement shape:event';
alter table ayni.payment_order enable row level security;
alter table ayni.payment_order force row level security;
create policy one_book on ayni.payment_order for all to public using ((book_id = (current_setting('ayni.book'::text))::uuid)) with check ((book_id = (current_setting('ayni.book'::text))::uuid));
grant insert, select on ayni.payment_order to ayni_app;
grant delete, insert, select on ayni.payment_order to ayni_keeper;

create table ayni.payment_order_stage (
  book_id uuid not null,
  payment_order uuid not null,
  by_agent uuid not null,
  on_day date not null,
  reason text,
  step integer not null,
  stage text not null,
  position bigint not null,
  constraint payment_order_stage_pkey PRIMARY KEY (book_id, payment_order, step)
);
comment on table ayni.payment_order_stage is 'citus:distributed(book_id) room:settlement shape:stage';
alter table ayni.payment_order_stage enable row level security;
alter table ayni.payment_order_stage force row level security;
create policy one_book on ayni.payment_order_stage for all to public using ((book_id = (current_setting('ayni.book'::text))::uuid)) with check ((book_id = (current_setting('ayni.book'::text))::uuid));
grant insert, select on ayni.payment_order_stage to ayni_app;
grant delete, insert, select on ayni.payment_order_stage to ayni_keeper;

create table ayni.payment_reference (
  book_id uuid not null,
  payment uuid not null,
  number text,
  reference text,
  position bigint not null,
  constraint payment_reference_pkey PRIMARY KEY (book_id, payment)
);
comment on table ayni.payment_reference is 'citus:distributed(book_id) room:settlement shape:event';
alter table ayni.payment_reference enable row level security;
alter table ayni.payment_reference force row level security;
create policy one_book on ayni.payment_reference for all to public using ((book_id = (current_setting('ayni.book'::text))::uuid)) with check ((book_id = (current_setting('ayni.book'::text))::uuid));
grant insert, select on ayni.payment_reference to ayni_app;
grant delete, insert, select on ayni.payment_reference to ayni_keeper;

create table ayni.personal_access (
  book_id uuid not null,
  access uuid not null,
  at timestamp with time zone not null,
  seat uuid not null,
  agent uuid not null,
  view text not null,
  about uuid,
  kinds jsonb not null,
  people integer not null,
  constraint personal_access_pkey PRIMARY KEY (book_id, access)
);
comment on table ayni.personal_access is 'citus:distributed(book_id) room:store shape:event';
CREATE INDEX personal_access_about ON ayni.personal_access USING btree (book_id, about, access);
alter table ayni.personal_access enable row level security;
alter table ayni.personal_access force row level security;
create policy one_book on ayni.personal_access for all to public using ((book_id = (current_setting('ayni.book'::text))::uuid)) with check ((book_id = (current_setting('ayni.book'::text))::uuid));
grant insert, select on ayni.personal_access to ayni_app;
grant delete, insert, select on ayni.personal_access to ayni_keeper;

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

create table ayni.plot (
  book_id uuid not null,
  plot uuid not null,
  holder uuid not null,
  name text not null,
  area_m2 bigint,
  products jsonb not null,
  community text,
  version integer not null,
  from_day date not null,
  position bigint not null,
  constraint plot_pkey PRIMARY KEY (book_id, plot, version)
);
comment on table ayni.plot is 'citus:distributed(book_id) room:land shape:sheet';
alter table ayni.plot enable row level security;
alter table ayni.plot force row level security;
create policy one_book on ayni.plot for all to public using ((book_id = (current_setting('ayni.book'::text))::uuid)) with check ((book_id = (current_setting('ayni.book'::text))::uuid));
grant insert, select on ayni.plot to ayni_app;
grant delete, insert, select on ayni.plot to ayni_keeper;

create table ayni.point (
  book_id uuid not null,
  place text not null,
  name text not null,
  prefix text not null,
  pays_cash boolean not null,
  until date,
  sheet jsonb not null,
  version integer not null,
  from_day date not null,
  position bigint not null,
  constraint point_pkey PRIMARY KEY (book_id, place, version)
);
comment on table ayni.point is 'citus:distributed(book_id) room:acopio shape:sheet';
CREATE INDEX point_prefix ON ayni.point USING btree (book_id, prefix);
alter table ayni.point enable row level security;
alter table ayni.point force row level security;
create policy one_book on ayni.point for all to public using ((book_id = (current_setting('ayni.book'::text))::uuid)) with check ((book_id = (current_setting('ayni.book'::text))::uuid));
grant insert, select on ayni.point to ayni_app;
grant delete, insert, select on ayni.point to ayni_keeper;

create table ayni.point_closing (
  book_id uuid not null,
  closing uuid not null,
  opening uuid,
  place text not null,
  device uuid,
  by_agent uuid not null,
  on_day date not null,
  clock text,
  series text,
  serial_from integer,
  serial_to integer,
  hand_overs integer not null,
  voids integer not null,
  kilos jsonb not null,
  position bigint not null,
  constraint point_closing_pkey PRIMARY KEY (book_id, closing)
);
comment on table ayni.point_closing is 'citus:distributed(book_id) room:acopio shape:event';
CREATE INDEX point_closing_place ON ayni.point_closing USING btree (book_id, place);
CREATE INDEX point_closing_series ON ayni.point_closing USING btree (book_id, series);
alter table ayni.point_closing enable row level security;
alter table ayni.point_closing force row level security;
create policy one_book on ayni.point_closing for all to public using ((book_id = (current_setting('ayni.book'::text))::uuid)) with check ((book_id = (current_setting('ayni.book'::text))::uuid));
grant insert, select on ayni.point_closing to ayni_app;
grant delete, insert, select on ayni.point_closing to ayni_keeper;

create table ayni.point_opening (
  book_id uuid not null,
  opening uuid not null,
  place text not null,
  device uuid,
  by_agent uuid not null,
  on_day date not null,
  clock text,
  position bigint not null,
  constraint point_opening_pkey PRIMARY KEY (book_id, opening)
);
comment on table ayni.point_opening is 'citus:distributed(book_id) room:acopio shape:event';
CREATE INDEX point_opening_place ON ayni.point_opening USING btree (book_id, place);
alter table ayni.point_opening enable row level security;
alter table ayni.point_opening force row level security;
create policy one_book on ayni.point_opening for all to public using ((book_id = (current_setting('ayni.book'::text))::uuid)) with check ((book_id = (current_setting('ayni.book'::text))::uuid));
grant insert, select on ayni.point_opening to ayni_app;
grant delete, insert, select on ayni.point_opening to ayni_keeper;

create table ayni.pool (
  book_id uuid not null,
  pool uuid not null,
  title text not null,
  product text not null,
  seasons jsonb not null,
  first_day date not null,
  last_day date not null,
  currency text not null,
  percent text not null,
  rate_grain text not null,
  decided_by text not null,
  decided_on date not null,
  position bigint not null,
  constraint pool_pkey PRIMARY KEY (book_id, pool)
);
comment on table ayni.pool is 'citus:distributed(book_id) room:settlement shape:event';
alter table ayni.pool enable row level security;
alter table ayni.pool force row level security;
create policy one_book on ayni.pool for all to public using ((book_id = (current_setting('ayni.book'::text))::uuid)) with check ((book_id = (current_setting('ayni.book'::text))::uuid));
grant insert, select on ayni.pool to ayni_app;
grant delete, insert, select on ayni.pool to ayni_keeper;

create table ayni.pool_carried (
  book_id uuid not null,
  pool uuid not null,
  document uuid not null,
  delivery uuid not null,
  corrects uuid not null,
  agent uuid not null,
  statement uuid not null,
  grams bigint not null,
  first bigint not null,
  rate text not null,
  due bigint not null,
  taken bigint not null,
  position bigint not null,
  constraint pool_carried_pkey PRIMARY KEY (book_id, pool, document)
);
comment on table ayni.pool_carried is 'citus:distributed(book_id) room:settlement shape:event';
CREATE INDEX pool_carried_document ON ayni.pool_carried USING btree (book_id, document);
alter table ayni.pool_carried enable row level security;
alter table ayni.pool_carried force row level security;
create policy one_book on ayni.pool_carried for all to public using ((book_id = (current_setting('ayni.book'::text))::uuid)) with check ((book_id = (current_setting('ayni.book'::text))::uuid));
grant insert, select on ayni.pool_carried to ayni_app;
grant delete, insert, select on ayni.pool_carried to ayni_keeper;

create table ayni.pool_delivery (
  book_id uuid not null,
  delivery uuid not null,
  pool uuid not null,
  statement uuid not null,
  grams bigint not null,
  position bigint not null,
  constraint pool_delivery_pkey PRIMARY KEY (book_id, delivery)
);
comment on table ayni.pool_delivery is 'citus:distributed(book_id) room:settlement shape:event';
CREATE INDEX pool_delivery_pool ON ayni.pool_delivery USING btree (book_id, pool);
alter table ayni.pool_delivery enable row level security;
alter table ayni.pool_delivery force row level security;
create policy one_book on ayni.pool_delivery for all to public using ((book_id = (current_setting('ayni.book'::text))::uuid)) with check ((book_id = (current_setting('ayni.book'::text))::uuid));
grant insert, select on ayni.pool_delivery to ayni_app;
grant delete, insert, select on ayni.pool_delivery to ayni_keeper;

create table ayni.pool_entry (
  book_id uuid not null,
  entry uuid not null,
  pool uuid not null,
  kind text not null,
  paper text not null,
  on_day date not null,
  how jsonb not null,
  figures jsonb not null,
  amount bigint not null,
  by_agent uuid not null,
  corrects uuid,
  reason text,
  act_position bigint not null,
  position bigint not null,
  constraint pool_entry_pkey PRIMARY KEY (book_id, entry)
);
comment on table ayni.pool_entry is 'citus:distributed(book_id) room:settlement shape:event';
CREATE INDEX pool_entry_pool ON ayni.pool_entry USING btree (book_id, pool);
alter table ayni.pool_entry enable row level security;
alter table ayni.pool_entry force row level security;
create policy one_book on ayni.pool_entry for all to public using ((book_id = (current_setting('ayni.book'::text))::uuid)) with check ((book_id = (current_setting('ayni.book'::text))::uuid));
grant insert, select on ayni.pool_entry to ayni_app;
grant delete, insert, select on ayni.pool_entry to ayni_keeper;

create table ayni.pool_line (
  book_id uuid not null,
  statement uuid not null,
  pool uuid not null,
  agent uuid not null,
  grams bigint not null,
  deliveries integer not null,
  first_paid bigint not null,
  amount bigint not null,
  position bigint not null,
  constraint pool_line_pkey PRIMARY KEY (book_id, statement)
);
comment on table ayni.pool_line is 'citus:distributed(book_id) room:settlement shape:event';
CREATE INDEX pool_line_pool ON ayni.pool_line USING btree (book_id, pool);
alter table ayni.pool_line enable row level security;
alter table ayni.pool_line force row level security;
create policy one_book on ayni.pool_line for all to public using ((book_id = (current_setting('ayni.book'::text))::uuid)) with check ((book_id = (current_setting('ayni.book'::text))::uuid));
grant insert, select on ayni.pool_line to ayni_app;
grant delete, insert, select on ayni.pool_line to ayni_keeper;

create table ayni.pool_past (
  book_id uuid not null,
  pool uuid not null,
  position bigint not null,
  constraint pool_past_pkey PRIMARY KEY (book_id, pool)
);
comment on table ayni.pool_past is 'citus:distributed(book_id) room:settlement shape:event';
alter table ayni.pool_past enable row level security;
alter table ayni.pool_past force row level security;
create policy one_book on ayni.pool_past for all to public using ((book_id = (current_setting('ayni.book'::text))::uuid)) with check ((book_id = (current_setting('ayni.book'::text))::uuid));
grant insert, select on ayni.pool_past to ayni_app;
grant delete, insert, select on ayni.pool_past to ayni_keeper;

create table ayni.pool_stage (
  book_id uuid not null,
  pool uuid not null,
  by_agent uuid not null,
  on_day date not null,
  totals jsonb,
  step integer not null,
  stage text not null,
  position bigint not null,
  constraint pool_stage_pkey PRIMARY KEY (book_id, pool, step)
);
comment on table ayni.pool_stage is 'citus:distributed(book_id) room:settlement shape:stage';
alter table ayni.pool_stage enable row level security;
alter table ayni.pool_stage force row level security;
create policy one_book on ayni.pool_stage for all to public using ((book_id = (current_setting('ayni.book'::text))::uuid)) with check ((book_id = (current_setting('ayni.book'::text))::uuid));
grant insert, select on ayni.pool_stage to ayni_app;
grant delete, insert, select on ayni.pool_stage to ayni_keeper;

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

create table ayni.powers (
  book_id uuid not null,
  scope text not null,
  matrix jsonb not null,
  version integer not null,
  from_day date not null,
  position bigint not null,
  reading integer,
  constraint powers_pkey PRIMARY KEY (book_id, scope, version)
);
comment on table ayni.powers is 'citus:distributed(book_id) room:book shape:sheet';
alter table ayni.powers enable row level security;
alter table ayni.powers force row level security;
create policy one_book on ayni.powers for all to public using ((book_id = (current_setting('ayni.book'::text))::uuid)) with check ((book_id = (current_setting('ayni.book'::text))::uuid));
grant insert, select on ayni.powers to ayni_app;
grant delete, insert, select on ayni.powers to ayni_keeper;

create table ayni.premium_decision (
  book_id uuid not null,
  decision uuid not null,
  title text not null,
  currency text not null,
  total bigint not null,
  items jsonb not null,
  pool uuid,
  decided_by text not null,
  decided_on date not null,
  minutes text not null,
  by_agent uuid not null,
  on_day date not null,
  position bigint not null,
  constraint premium_decision_pkey PRIMARY KEY (book_id, decision)
);
comment on table ayni.premium_decision is 'citus:distributed(book_id) room:settlement shape:event';
alter table ayni.premium_decision enable row level security;
alter table ayni.premium_decision force row level security;
create policy one_book on ayni.premium_decision for all to public using ((book_id = (current_setting('ayni.book'::text))::uuid)) with check ((book_id = (current_setting('ayni.book'::text))::uuid));
grant insert, select on ayni.premium_decision to ayni_app;
grant delete, insert, select on ayni.premium_decision to ayni_keeper;

create table ayni.price_fixing (
  book_id uuid not null,
  fixing uuid not null,
  contract text not null,
  month text not null,
  lots text not null,
  level text not null,
  on_day date not null,
  fixed_by text not null,
  reference text,
  in_place_of uuid,
  position bigint not null,
  constraint price_fixing_pkey PRIMARY KEY (book_id, fixing)
);
comment on table ayni.price_fixing is 'citus:distributed(book_id) room:market shape:event';
CREATE INDEX price_fixing_contract ON ayni.price_fixing USING btree (book_id, contract);
alter table ayni.price_fixing enable row level security;
alter table ayni.price_fixing force row level security;
create policy one_book on ayni.price_fixing for all to public using ((book_id = (current_setting('ayni.book'::text))::uuid)) with check ((book_id = (current_setting('ayni.book'::text))::uuid));
grant insert, select on ayni.price_fixing to ayni_app;
grant delete, insert, select on ayni.price_fixing to ayni_keeper;

create table ayni.price_plan (
  book_id uuid not null,
  plan uuid not null,
  code text not null,
  product text not null,
  currency text not null,
  body jsonb not null,
  reason text,
  version integer not null,
  from_day date not null,
  position bigint not null,
  constraint price_plan_pkey PRIMARY KEY (book_id, plan, version)
);
comment on table ayni.price_plan is 'citus:distributed(book_id) room:agreements shape:sheet';
CREATE INDEX price_plan_code ON ayni.price_plan USING btree (book_id, code);
alter table ayni.price_plan enable row level security;
alter table ayni.price_plan force row level security;
create policy one_book on ayni.price_plan for all to public using ((book_id = (current_setting('ayni.book'::text))::uuid)) with check ((book_id = (current_setting('ayni.book'::text))::uuid));
grant insert, select on ayni.price_plan to ayni_app;
grant delete, insert, select on ayni.price_plan to ayni_keeper;

create table ayni.price_point (
  book_id uuid not null,
  series text not null,
  period text not null,
  revision integer not null,
  value text not null,
  act uuid not null,
  position bigint not null,
  constraint price_point_pkey PRIMARY KEY (book_id, series, period, revision)
);
comment on table ayni.price_point is 'citus:distributed(book_id) room:market shape:event';
alter table ayni.price_point enable row level security;
alter table ayni.price_point force row level security;
create policy one_book on ayni.price_point for all to public using ((book_id = (current_setting('ayni.book'::text))::uuid)) with check ((book_id = (current_setting('ayni.book'::text))::uuid));
grant insert, select on ayni.price_point to ayni_app;
grant delete, insert, select on ayni.price_point to ayni_keeper;

create table ayni.price_series (
  book_id uuid not null,
  series text not null,
  title text not null,
  currency text not null,
  per_unit text not null,
  period text not null,
  source text not null,
  licence text,
  version integer not null,
  from_day date not null,
  position bigint not null,
  constraint price_series_pkey PRIMARY KEY (book_id, series, version)
);
comment on table ayni.price_series is 'citus:distributed(book_id) room:market shape:sheet';
alter table ayni.price_series enable row level security;
alter table ayni.price_series force row level security;
create policy one_book on ayni.price_series for all to public using ((book_id = (current_setting('ayni.book'::text))::uuid)) with check ((book_id = (current_setting('ayni.book'::text))::uuid));
grant insert, select on ayni.price_series to ayni_app;
grant delete, insert, select on ayni.price_series to ayni_keeper;

create table ayni.profile (
  book_id uuid not null,
  agent uuid not null,
  name jsonb,
  organisation_name text,
  identity jsonb,
  telephone jsonb,
  community text,
  language text,
  version integer not null,
  from_day date not null,
  position bigint not null,
  constraint profile_pkey PRIMARY KEY (book_id, agent, version)
);
comment on table ayni.profile is 'citus:distributed(book_id) room:people shape:sheet';
CREATE INDEX profile_position ON ayni.profile USING btree (book_id, "position");
alter table ayni.profile enable row level security;
alter table ayni.profile force row level security;
create policy one_book on ayni.profile for all to public using ((book_id = (current_setting('ayni.book'::text))::uuid)) with check ((book_id = (current_setting('ayni.book'::text))::uuid));
grant insert, select on ayni.profile to ayni_app;
grant delete, insert, select on ayni.profile to ayni_keeper;

create table ayni.proposal (
  book_id uuid not null,
  proposal uuid not null,
  kind text not null,
  version integer not null,
  says text not null,
  power text not null,
  weighed jsonb not null,
  proposed_by uuid not null,
  on_day date not null,
  until date not null,
  position bigint not null,
  constraint proposal_pkey PRIMARY KEY (book_id, proposal)
);
comment on table ayni.proposal is 'citus:distributed(book_id) room:book shape:event';
alter table ayni.proposal enable row level security;
alter table ayni.proposal force row level security;
create policy one_book on ayni.proposal for all to public using ((book_id = (current_setting('ayni.book'::text))::uuid)) with check ((book_id = (current_setting('ayni.book'::text))::uuid));
grant insert, select on ayni.proposal to ayni_app;
grant delete, insert, select on ayni.proposal to ayni_keeper;

create table ayni.proposal_end (
  book_id uuid not null,
  proposal uuid not null,
  ended text not null,
  ended_by uuid not null,
  reason text,
  on_day date not null,
  position bigint not null,
  constraint proposal_end_pkey PRIMARY KEY (book_id, proposal)
);
comment on table ayni.proposal_end is 'citus:distributed(book_id) room:book shape:event';
alter table ayni.proposal_end enable row level security;
alter table ayni.proposal_end force row level security;
create policy one_book on ayni.proposal_end for all to public using ((book_id = (current_setting('ayni.book'::text))::uuid)) with check ((book_id = (current_setting('ayni.book'::text))::uuid));
grant insert, select on ayni.proposal_end to ayni_app;
grant delete, insert, select on ayni.proposal_end to ayni_keeper;

create table ayni.public_page (
  book_id uuid not null,
  scope text not null,
  body jsonb not null,
  version integer not null,
  from_day date not null,
  position bigint not null,
  constraint public_page_pkey PRIMARY KEY (book_id, scope, version)
);
comment on table ayni.public_page is 'citus:distributed(book_id) room:book shape:sheet';
alter table ayni.public_page enable row level security;
alter table ayni.public_page force row level security;
create policy one_book on ayni.public_page for all to public using ((book_id = (current_setting('ayni.book'::text))::uuid)) with check ((book_id = (current_setting('ayni.book'::text))::uuid));
grant insert, select on ayni.public_page to ayni_app;
grant delete, insert, select on ayni.public_page to ayni_keeper;

create table ayni.purchase_document (
  book_id uuid not null,
  document uuid not null,
  number text not null,
  series uuid not null,
  sheet uuid not null,
  sheet_version integer not null,
  agent uuid not null,
  is_member boolean not null,
  currency text not null,
  line_grain text not null,
  grams bigint not null,
  value bigint not null,
  included bigint not null,
  added bigint not null,
  withheld bigint not null,
  payable bigint not null,
  unresolved bigint not null,
  issued_on date not null,
  by_agent uuid not null,
  act_position bigint not null,
  position bigint not null,
  constraint purchase_document_pkey PRIMARY KEY (book_id, document)
);
comment on table ayni.purchase_document is 'citus:distributed(book_id) room:purchases shape:event';
CREATE INDEX purchase_document_agent ON ayni.purchase_document USING btree (book_id, agent, issued_on);
CREATE INDEX purchase_document_day ON ayni.purchase_document USING btree (book_id, issued_on);
CREATE INDEX purchase_document_number ON ayni.purchase_document USING btree (book_id, number);
alter table ayni.purchase_document enable row level security;
alter table ayni.purchase_document force row level security;
create policy one_book on ayni.purchase_document for all to public using ((book_id = (current_setting('ayni.book'::text))::uuid)) with check ((book_id = (current_setting('ayni.book'::text))::uuid));
grant insert, select on ayni.purchase_document to ayni_app;
grant delete, insert, select on ayni.purchase_document to ayni_keeper;

create table ayni.purchase_document_delivery (
  book_id uuid not null,
  document uuid not null,
  delivery uuid not null,
  value bigint not null,
  position bigint not null,
  constraint purchase_document_delivery_pkey PRIMARY KEY (book_id, document, delivery)
);
comment on table ayni.purchase_document_delivery is 'citus:distributed(book_id) room:purchases shape:event';
CREATE INDEX purchase_document_delivery_of ON ayni.purchase_document_delivery USING btree (book_id, delivery);
alter table ayni.purchase_document_delivery enable row level security;
alter table ayni.purchase_document_delivery force row level security;
create policy one_book on ayni.purchase_document_delivery for all to public using ((book_id = (current_setting('ayni.book'::text))::uuid)) with check ((book_id = (current_setting('ayni.book'::text))::uuid));
grant insert, select on ayni.purchase_document_delivery to ayni_app;
grant delete, insert, select on ayni.purchase_document_delivery to ayni_keeper;

create table ayni.purchase_document_statement (
  book_id uuid not null,
  document uuid not null,
  statement uuid not null,
  agreement uuid not null,
  value bigint not null,
  collected bigint not null,
  coins bigint not null,
  position bigint not null,
  constraint purchase_document_statement_pkey PRIMARY KEY (book_id, document, statement)
);
comment on table ayni.purchase_document_statement is 'citus:distributed(book_id) room:purchases shape:event';
CREATE INDEX purchase_document_statement_of ON ayni.purchase_document_statement USING btree (book_id, statement);
alter table ayni.purchase_document_statement enable row level security;
alter table ayni.purchase_document_statement force row level security;
create policy one_book on ayni.purchase_document_statement for all to public using ((book_id = (current_setting('ayni.book'::text))::uuid)) with check ((book_id = (current_setting('ayni.book'::text))::uuid));
grant insert, select on ayni.purchase_document_statement to ayni_app;
grant delete, insert, select on ayni.purchase_document_statement to ayni_keeper;

create table ayni.purchase_document_tax (
  book_id uuid not null,
  document uuid not null,
  tax text not null,
  effect text not null,
  account text not null,
  base bigint not null,
  amount bigint not null,
  by_statements bigint not null,
  position bigint not null,
  constraint purchase_document_tax_pkey PRIMARY KEY (book_id, document, tax)
);
comment on table ayni.purchase_document_tax is 'citus:distributed(book_id) room:purchases shape:event';
alter table ayni.purchase_document_tax enable row level security;
alter table ayni.purchase_document_tax force row level security;
create policy one_book on ayni.purchase_document_tax for all to public using ((book_id = (current_setting('ayni.book'::text))::uuid)) with check ((book_id = (current_setting('ayni.book'::text))::uuid));
grant insert, select on ayni.purchase_document_tax to ayni_app;
grant delete, insert, select on ayni.purchase_document_tax to ayni_keeper;

create table ayni.purchase_document_void (
  book_id uuid not null,
  document uuid not null,
  reason text not null,
  number text,
  voided_on date not null,
  by_agent uuid not null,
  position bigint not null,
  constraint purchase_document_void_pkey PRIMARY KEY (book_id, document)
);
comment on table ayni.purchase_document_void is 'citus:distributed(book_id) room:purchases shape:event';
alter table ayni.purchase_document_void enable row level security;
alter table ayni.purchase_document_void force row level security;
create policy one_book on ayni.purchase_document_void for all to public using ((book_id = (current_setting('ayni.book'::text))::uuid)) with check ((book_id = (current_setting('ayni.book'::text))::uuid));
grant insert, select on ayni.purchase_document_void to ayni_app;
grant delete, insert, select on ayni.purchase_document_void to ayni_keeper;

create table ayni.purchase_series (
  book_id uuid not null,
  series uuid not null,
  sheet uuid not null,
  kind text not null,
  prefix text not null,
  first_number bigint not null,
  last_number bigint not null,
  digits integer not null,
  authorisation text,
  until date,
  version integer not null,
  from_day date not null,
  position bigint not null,
  constraint purchase_series_pkey PRIMARY KEY (book_id, series, version)
);
comment on table ayni.purchase_series is 'citus:distributed(book_id) room:purchases shape:sheet';
CREATE INDEX purchase_series_prefix ON ayni.purchase_series USING btree (book_id, prefix);
alter table ayni.purchase_series enable row level security;
alter table ayni.purchase_series force row level security;
create policy one_book on ayni.purchase_series for all to public using ((book_id = (current_setting('ayni.book'::text))::uuid)) with check ((book_id = (current_setting('ayni.book'::text))::uuid));
grant insert, select on ayni.purchase_series to ayni_app;
grant delete, insert, select on ayni.purchase_series to ayni_keeper;

create table ayni.purchase_taxes (
  book_id uuid not null,
  sheet uuid not null,
  code text not null,
  currency text not null,
  body jsonb not null,
  reason text,
  version integer not null,
  from_day date not null,
  position bigint not null,
  constraint purchase_taxes_pkey PRIMARY KEY (book_id, sheet, version)
);
comment on table ayni.purchase_taxes is 'citus:distributed(book_id) room:purchases shape:sheet';
CREATE INDEX purchase_taxes_code ON ayni.purchase_taxes USING btree (book_id, code);
alter table ayni.purchase_taxes enable row level security;
alter table ayni.purchase_taxes force row level security;
create policy one_book on ayni.purchase_taxes for all to public using ((book_id = (current_setting('ayni.book'::text))::uuid)) with check ((book_id = (current_setting('ayni.book'::text))::uuid));
grant insert, select on ayni.purchase_taxes to ayni_app;
grant delete, insert, select on ayni.purchase_taxes to ayni_keeper;

create table ayni.question (
  book_id uuid not null,
  asked_position bigint not null,
  ordinal integer not null,
  code text not null,
  to_role text not null,
  about text,
  facts jsonb not null,
  position bigint not null,
  constraint question_pkey PRIMARY KEY (book_id, asked_position, ordinal)
);
comment on table ayni.question is 'citus:distributed(book_id) room:book shape:event';
CREATE INDEX question_about ON ayni.question USING btree (book_id, about);
alter table ayni.question enable row level security;
alter table ayni.question force row level security;
create policy one_book on ayni.question for all to public using ((book_id = (current_setting('ayni.book'::text))::uuid)) with check ((book_id = (current_setting('ayni.book'::text))::uuid));
grant insert, select on ayni.question to ayni_app;
grant delete, insert, select on ayni.question to ayni_keeper;

create table ayni.question_answer (
  book_id uuid not null,
  asked_position bigint not null,
  ordinal integer not null,
  about text,
  answer text not null,
  note text,
  answered_by uuid not null,
  on_day date not null,
  position bigint not null,
  constraint question_answer_pkey PRIMARY KEY (book_id, asked_position, ordinal)
);
comment on table ayni.question_answer is 'citus:distributed(book_id) room:book shape:event';
CREATE INDEX question_answer_about ON ayni.question_answer USING btree (book_id, about);
alter table ayni.question_answer enable row level security;
alter table ayni.question_answer force row level security;
create policy one_book on ayni.question_answer for all to public using ((book_id = (current_setting('ayni.book'::text))::uuid)) with check ((book_id = (current_setting('ayni.book'::text))::uuid));
grant insert, select on ayni.question_answer to ayni_app;
grant delete, insert, select on ayni.question_answer to ayni_keeper;

create table ayni.recovery (
  recovery_id uuid not null,
  account_id uuid not null,
  asked timestamp with time zone not null,
  expires timestamp with time zone not null,
  code_hash bytea,
  code_until timestamp with time zone,
  ended timestamp with time zone,
  constraint recovery_pkey PRIMARY KEY (recovery_id)
);
comment on table ayni.recovery is 'citus:local room:store shape:now';
CREATE INDEX recovery_account ON ayni.recovery USING btree (account_id);
grant insert, select, update on ayni.recovery to ayni_app;
grant delete, insert, select on ayni.recovery to ayni_keeper;

create table ayni.recovery_confirmation (
  recovery_id uuid not null,
  book_id uuid not null,
  by_agent uuid not null,
  by_account uuid,
  confirmed timestamp with time zone not null,
  constraint recovery_confirmation_pkey PRIMARY KEY (recovery_id, book_id, by_agent)
);
comment on table ayni.recovery_confirmation is 'citus:local room:store shape:local';
grant insert, select on ayni.recovery_confirmation to ayni_app;
grant delete, insert, select on ayni.recovery_confirmation to ayni_keeper;

create table ayni.rehearsal (
  rehearsal uuid not null,
  book_id uuid not null,
  asked_by uuid not null,
  began timestamp with time zone not null,
  step text not null,
  ended timestamp with time zone,
  refusal jsonb,
  outcome jsonb,
  constraint rehearsal_pkey PRIMARY KEY (rehearsal)
);
comment on table ayni.rehearsal is 'citus:local room:store shape:now';
CREATE INDEX rehearsal_book ON ayni.rehearsal USING btree (book_id, began);
grant select on ayni.rehearsal to ayni_app;
grant delete, insert, select, update on ayni.rehearsal to ayni_keeper;

create table ayni.retention (
  book_id uuid not null,
  scope text not null,
  rules jsonb not null,
  version integer not null,
  from_day date not null,
  position bigint not null,
  constraint retention_pkey PRIMARY KEY (book_id, scope, version)
);
comment on table ayni.retention is 'citus:distributed(book_id) room:people shape:sheet';
alter table ayni.retention enable row level security;
alter table ayni.retention force row level security;
create policy one_book on ayni.retention for all to public using ((book_id = (current_setting('ayni.book'::text))::uuid)) with check ((book_id = (current_setting('ayni.book'::text))::uuid));
grant insert, select on ayni.retention to ayni_app;
grant delete, insert, select on ayni.retention to ayni_keeper;

create table ayni.sample_result (
  book_id uuid not null,
  sample_result uuid not null,
  delivery uuid not null,
  measurements jsonb not null,
  on_day date not null,
  laboratory text,
  position bigint not null,
  constraint sample_result_pkey PRIMARY KEY (book_id, sample_result)
);
comment on table ayni.sample_result is 'citus:distributed(book_id) room:acopio shape:event';
CREATE INDEX sample_result_delivery ON ayni.sample_result USING btree (book_id, delivery);
alter table ayni.sample_result enable row level security;
alter table ayni.sample_result force row level security;
create policy one_book on ayni.sample_result for all to public using ((book_id = (current_setting('ayni.book'::text))::uuid)) with check ((book_id = (current_setting('ayni.book'::text))::uuid));
grant insert, select on ayni.sample_result to ayni_app;
grant delete, insert, select on ayni.sample_result to ayni_keeper;

create table ayni.scale_check (
  book_id uuid not null,
  scale_check uuid not null,
  place text not null,
  scale text not null,
  expected_g bigint not null,
  shown_g bigint not null,
  good boolean,
  by_agent uuid not null,
  on_day date not null,
  clock text,
  position bigint not null,
  constraint scale_check_pkey PRIMARY KEY (book_id, scale_check)
);
comment on table ayni.scale_check is 'citus:distributed(book_id) room:acopio shape:event';
CREATE INDEX scale_check_place ON ayni.scale_check USING btree (book_id, place, scale);
alter table ayni.scale_check enable row level security;
alter table ayni.scale_check force row level security;
create policy one_book on ayni.scale_check for all to public using ((book_id = (current_setting('ayni.book'::text))::uuid)) with check ((book_id = (current_setting('ayni.book'::text))::uuid));
grant insert, select on ayni.scale_check to ayni_app;
grant delete, insert, select on ayni.scale_check to ayni_keeper;

create table ayni.scheme_sheet (
  book_id uuid not null,
  sheet uuid not null,
  code text not null,
  title text not null,
  source text not null,
  body jsonb not null,
  version integer not null,
  from_day date not null,
  position bigint not null,
  constraint scheme_sheet_pkey PRIMARY KEY (book_id, sheet, version)
);
comment on table ayni.scheme_sheet is 'citus:distributed(book_id) room:agreements shape:sheet';
CREATE INDEX scheme_sheet_code ON ayni.scheme_sheet USING btree (book_id, code);
alter table ayni.scheme_sheet enable row level security;
alter table ayni.scheme_sheet force row level security;
create policy one_book on ayni.scheme_sheet for all to public using ((book_id = (current_setting('ayni.book'::text))::uuid)) with check ((book_id = (current_setting('ayni.book'::text))::uuid));
grant insert, select on ayni.scheme_sheet to ayni_app;
grant delete, insert, select on ayni.scheme_sheet to ayni_keeper;

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

create table ayni.seat (
  book_id uuid not null,
  seat uuid not null,
  agent uuid not null,
  roles jsonb not null,
  until date,
  account text,
  version integer not null,
  from_day date not null,
  position bigint not null,
  constraint seat_pkey PRIMARY KEY (book_id, seat, version)
);
comment on table ayni.seat is 'citus:distributed(book_id) room:book shape:sheet';
CREATE INDEX seat_agent ON ayni.seat USING btree (book_id, agent);
alter table ayni.seat enable row level security;
alter table ayni.seat force row level security;
create policy one_book on ayni.seat for all to public using ((book_id = (current_setting('ayni.book'::text))::uuid)) with check ((book_id = (current_setting('ayni.book'::text))::uuid));
grant insert, select on ayni.seat to ayni_app;
grant delete, insert, select on ayni.seat to ayni_keeper;

create table ayni.second_waiver (
  book_id uuid not null,
  scope text not null,
  until date not null,
  reason text,
  waived_by uuid not null,
  version integer not null,
  from_day date not null,
  position bigint not null,
  constraint second_waiver_pkey PRIMARY KEY (book_id, scope, version)
);
comment on table ayni.second_waiver is 'citus:distributed(book_id) room:book shape:sheet';
alter table ayni.second_waiver enable row level security;
alter table ayni.second_waiver force row level security;
create policy one_book on ayni.second_waiver for all to public using ((book_id = (current_setting('ayni.book'::text))::uuid)) with check ((book_id = (current_setting('ayni.book'::text))::uuid));
grant insert, select on ayni.second_waiver to ayni_app;
grant delete, insert, select on ayni.second_waiver to ayni_keeper;

create table ayni.session (
  token_hash bytea not null,
  account_id uuid,
  book_id uuid,
  seat uuid,
  agent uuid,
  made timestamp with time zone not null default now(),
  expires timestamp with time zone not null,
  ended timestamp with time zone,
  session_id uuid not null default gen_random_uuid(),
  way text not null default 'operator'::text,
  browser text not null default ''::text,
  last_seen timestamp with time zone,
  constraint session_pkey PRIMARY KEY (token_hash)
);
comment on table ayni.session is 'citus:local room:store shape:now';
CREATE INDEX session_account ON ayni.session USING btree (account_id) WHERE (account_id IS NOT NULL);
grant insert, select, update on ayni.session to ayni_app;
grant delete, insert, select on ayni.session to ayni_keeper;

create table ayni.settled_delivery (
  book_id uuid not null,
  delivery uuid not null,
  statement uuid not null,
  value bigint not null,
  position bigint not null,
  constraint settled_delivery_pkey PRIMARY KEY (book_id, delivery)
);
comment on table ayni.settled_delivery is 'citus:distributed(book_id) room:acopio shape:event';
CREATE INDEX settled_delivery_statement ON ayni.settled_delivery USING btree (book_id, statement);
alter table ayni.settled_delivery enable row level security;
alter table ayni.settled_delivery force row level security;
create policy one_book on ayni.settled_delivery for all to public using ((book_id = (current_setting('ayni.book'::text))::uuid)) with check ((book_id = (current_setting('ayni.book'::text))::uuid));
grant insert, select on ayni.settled_delivery to ayni_app;
grant delete, insert, select on ayni.settled_delivery to ayni_keeper;

create table ayni.settlement (
  book_id uuid not null,
  settlement uuid not null,
  season uuid not null,
  way text not null,
  title text not null,
  paid_in text not null,
  place text,
  pay_day date,
  position bigint not null,
  constraint settlement_pkey PRIMARY KEY (book_id, settlement)
);
comment on table ayni.settlement is 'citus:distributed(book_id) room:settlement shape:event';
CREATE INDEX settlement_season ON ayni.settlement USING btree (book_id, season);
alter table ayni.settlement enable row level security;
alter table ayni.settlement force row level security;
create policy one_book on ayni.settlement for all to public using ((book_id = (current_setting('ayni.book'::text))::uuid)) with check ((book_id = (current_setting('ayni.book'::text))::uuid));
grant insert, select on ayni.settlement to ayni_app;
grant delete, insert, select on ayni.settlement to ayni_keeper;

create table ayni.settlement_stage (
  book_id uuid not null,
  settlement uuid not null,
  by_agent uuid not null,
  on_day date not null,
  totals jsonb,
  step integer not null,
  stage text not null,
  position bigint not null,
  constraint settlement_stage_pkey PRIMARY KEY (book_id, settlement, step)
);
comment on table ayni.settlement_stage is 'citus:distributed(book_id) room:settlement shape:stage';
alter table ayni.settlement_stage enable row level security;
alter table ayni.settlement_stage force row level security;
create policy one_book on ayni.settlement_stage for all to public using ((book_id = (current_setting('ayni.book'::text))::uuid)) with check ((book_id = (current_setting('ayni.book'::text))::uuid));
grant insert, select on ayni.settlement_stage to ayni_app;
grant delete, insert, select on ayni.settlement_stage to ayni_keeper;

create table ayni.statement (
  book_id uuid not null,
  statement uuid not null,
  settlement uuid not null,
  agent uuid not null,
  deliveries jsonb not null,
  position bigint not null,
  constraint statement_pkey PRIMARY KEY (book_id, statement)
);
comment on table ayni.statement is 'citus:distributed(book_id) room:settlement shape:event';
CREATE INDEX statement_settlement ON ayni.statement USING btree (book_id, settlement);
alter table ayni.statement enable row level security;
alter table ayni.statement force row level security;
create policy one_book on ayni.statement for all to public using ((book_id = (current_setting('ayni.book'::text))::uuid)) with check ((book_id = (current_setting('ayni.book'::text))::uuid));
grant insert, select on ayni.statement to ayni_app;
grant delete, insert, select on ayni.statement to ayni_keeper;

create table ayni.statement_correction (
  book_id uuid not null,
  statement uuid not null,
  corrects uuid not null,
  said jsonb not null,
  position bigint not null,
  constraint statement_correction_pkey PRIMARY KEY (book_id, statement, corrects)
);
comment on table ayni.statement_correction is 'citus:distributed(book_id) room:settlement shape:event';
CREATE INDEX statement_correction_corrects ON ayni.statement_correction USING btree (book_id, corrects);
alter table ayni.statement_correction enable row level security;
alter table ayni.statement_correction force row level security;
create policy one_book on ayni.statement_correction for all to public using ((book_id = (current_setting('ayni.book'::text))::uuid)) with check ((book_id = (current_setting('ayni.book'::text))::uuid));
grant insert, select on ayni.statement_correction to ayni_app;
grant delete, insert, select on ayni.statement_correction to ayni_keeper;

create table ayni.statement_result (
  book_id uuid not null,
  statement uuid not null,
  settlement uuid not null,
  agent uuid not null,
  number text not null,
  currency text not null,
  line_grain text not null,
  value bigint not null,
  deducted bigint not null,
  net bigint not null,
  paid bigint not null,
  net_grams bigint not null,
  deliveries integer not null,
  closed_on date not null,
  paid_in text not null,
  position bigint not null,
  constraint statement_result_pkey PRIMARY KEY (book_id, statement)
);
comment on table ayni.statement_result is 'citus:distributed(book_id) room:settlement shape:event';
CREATE INDEX statement_result_agent ON ayni.statement_result USING btree (book_id, agent);
alter table ayni.statement_result enable row level security;
alter table ayni.statement_result force row level security;
create policy one_book on ayni.statement_result for all to public using ((book_id = (current_setting('ayni.book'::text))::uuid)) with check ((book_id = (current_setting('ayni.book'::text))::uuid));
grant insert, select on ayni.statement_result to ayni_app;
grant delete, insert, select on ayni.statement_result to ayni_keeper;

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

create table ayni.taxpayer (
  book_id uuid not null,
  agent uuid not null,
  tax_number jsonb,
  address jsonb,
  version integer not null,
  from_day date not null,
  position bigint not null,
  constraint taxpayer_pkey PRIMARY KEY (book_id, agent, version)
);
comment on table ayni.taxpayer is 'citus:distributed(book_id) room:people shape:sheet';
alter table ayni.taxpayer enable row level security;
alter table ayni.taxpayer force row level security;
create policy one_book on ayni.taxpayer for all to public using ((book_id = (current_setting('ayni.book'::text))::uuid)) with check ((book_id = (current_setting('ayni.book'::text))::uuid));
grant insert, select on ayni.taxpayer to ayni_app;
grant delete, insert, select on ayni.taxpayer to ayni_keeper;

create table ayni.tie (
  book_id uuid not null,
  tie uuid not null,
  from_agent uuid not null,
  to_agent uuid not null,
  kind text not null,
  number text,
  until date,
  reason text,
  version integer not null,
  from_day date not null,
  position bigint not null,
  constraint tie_pkey PRIMARY KEY (book_id, tie, version)
);
comment on table ayni.tie is 'citus:distributed(book_id) room:people shape:sheet';
CREATE INDEX tie_from_agent ON ayni.tie USING btree (book_id, from_agent);
CREATE INDEX tie_number ON ayni.tie USING btree (book_id, number);
CREATE INDEX tie_position ON ayni.tie USING btree (book_id, "position");
alter table ayni.tie enable row level security;
alter table ayni.tie force row level security;
create policy one_book on ayni.tie for all to public using ((book_id = (current_setting('ayni.book'::text))::uuid)) with check ((book_id = (current_setting('ayni.book'::text))::uuid));
grant insert, select on ayni.tie to ayni_app;
grant delete, insert, select on ayni.tie to ayni_keeper;

create table public.migration (
  number integer not null,
  name text not null,
  checksum text not null,
  applied_at timestamp with time zone not null default now(),
  constraint migration_pkey PRIMARY KEY (number)
);
comment on table public.migration is 'citus:local room:store shape:event Migrations applied to this database, with the SHA-256 of each file.';
grant select on public.migration to ayni_keeper;

create table public.migration_lock (
  one integer not null,
  constraint migration_lock_pkey PRIMARY KEY (one),
  constraint migration_lock_one_check CHECK ((one = 1))
);
comment on table public.migration_lock is 'citus:local room:store shape:now The row a migration runner locks, so that two never work at once.';

create view books.accounting_closing with (security_invoker=true) (
  book_id uuid,
  closed_until date,
  closed_by uuid,
  on_day date
) -- reads ayni.accounting_closing
as  SELECT book_id,
    closed_until,
    closed_by,
    on_day
   FROM accounting_closing;
comment on view books.accounting_closing is 'room:book';
grant select on books.accounting_closing to ayni_app;
grant select on books.accounting_closing to ayni_keeper;

create view books.accounting_period with (security_invoker=true) (
  book_id uuid,
  period text,
  first_day date,
  last_day date,
  opened_by uuid,
  on_day date
) -- reads ayni.accounting_period
as  SELECT book_id,
    period,
    first_day,
    last_day,
    opened_by,
    on_day
   FROM accounting_period;
comment on view books.accounting_period is 'room:book';
grant select on books.accounting_period to ayni_app;
grant select on books.accounting_period to ayni_keeper;

create view books.accounting_period_close with (security_invoker=true) (
  book_id uuid,
  period text,
  last_day date,
  balance jsonb,
  closed_by uuid,
  on_day date
) -- reads ayni.accounting_period_close
as  SELECT book_id,
    period,
    last_day,
    balance,
    closed_by,
    on_day
   FROM accounting_period_close;
comment on view books.accounting_period_close is 'room:book';
grant select on books.accounting_period_close to ayni_app;
grant select on books.accounting_period_close to ayni_keeper;

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

create view books.advance with (security_invoker=true) (
  book_id uuid,
  advance uuid,
  agent uuid,
  amount bigint,
  amount_said text,
  currency text,
  given date,
  mode text,
  place text,
  agreement uuid,
  receipt text
) -- reads ayni.advance
as  SELECT book_id,
    advance,
    agent,
    amount,
    amount_said,
    currency,
    given,
    mode,
    place,
    agreement,
    receipt
   FROM advance;
comment on view books.advance is 'room:finance';
grant select on books.advance to ayni_app;
grant select on books.advance to ayni_keeper;

create view books.agent with (security_invoker=true) (
  book_id uuid,
  agent uuid,
  kind text,
  form text
) -- reads ayni.agent
as  SELECT book_id,
    agent,
    kind,
    form
   FROM agent;
comment on view books.agent is 'room:people';
grant select on books.agent to ayni_app;
grant select on books.agent to ayni_keeper;

create view books.agent_account with (security_invoker=true) (
  book_id uuid,
  account uuid,
  agent uuid,
  scheme text,
  institution text,
  branch text,
  number jsonb,
  holder jsonb,
  currency text,
  town text,
  state text,
  reason text,
  version integer,
  from_day date
) -- reads ayni.agent_account
as  SELECT DISTINCT ON (book_id, account) book_id,
    account,
    agent,
    scheme,
    institution,
    branch,
    number,
    holder,
    currency,
    town,
    state,
    reason,
    version,
    from_day
   FROM agent_account
  ORDER BY book_id, account, version DESC;
comment on view books.agent_account is 'room:people';
grant select on books.agent_account to ayni_app;
grant select on books.agent_account to ayni_keeper;

create view books.agent_death with (security_invoker=true) (
  book_id uuid,
  agent uuid,
  on_day date,
  said_on date
) -- reads ayni.agent_death
as  SELECT book_id,
    agent,
    on_day,
    said_on
   FROM agent_death;
comment on view books.agent_death is 'room:people';
grant select on books.agent_death to ayni_app;
grant select on books.agent_death to ayni_keeper;

create view books.agreement with (security_invoker=true) (
  book_id uuid,
  agreement uuid,
  kind text,
  parties jsonb,
  body jsonb,
  season text,
  product text,
  version integer,
  from_day date
) -- reads ayni.agreement
as  SELECT book_id,
    agreement,
    kind,
    parties,
    body,
    season,
    product,
    version,
    from_day
   FROM agreement;
comment on view books.agreement is 'room:agreements';
grant select on books.agreement to ayni_app;
grant select on books.agreement to ayni_keeper;

create view books.bank_entry with (security_invoker=true) (
  book_id uuid,
  entry uuid,
  bank_file uuid,
  account uuid,
  nature text,
  amount text,
  currency text,
  on_day date,
  number text,
  payment_order text,
  reference text,
  reason text,
  because text
) -- reads ayni.bank_entry
as  SELECT book_id,
    entry,
    bank_file,
    account,
    nature,
    amount,
    currency,
    on_day,
    number,
    payment_order,
    reference,
    reason,
    because
   FROM bank_entry;
comment on view books.bank_entry is 'room:settlement';
grant select on books.bank_entry to ayni_app;
grant select on books.bank_entry to ayni_keeper;

create view books.bank_file with (security_invoker=true) (
  book_id uuid,
  bank_file uuid,
  digest text,
  account uuid,
  currency text,
  line_grain text,
  from_day date,
  until_day date,
  opening text,
  closing text,
  closing_day date,
  movements integer,
  by_agent uuid,
  on_day date
) -- reads ayni.bank_file
as  SELECT book_id,
    bank_file,
    digest,
    account,
    currency,
    line_grain,
    from_day,
    until_day,
    opening,
    closing,
    closing_day,
    movements,
    by_agent,
    on_day
   FROM bank_file;
comment on view books.bank_file is 'room:settlement';
grant select on books.bank_file to ayni_app;
grant select on books.bank_file to ayni_keeper;

create view books.bank_match with (security_invoker=true) (
  book_id uuid,
  entry uuid,
  number text,
  payment uuid
) -- reads ayni.bank_match
as  SELECT book_id,
    entry,
    number,
    payment
   FROM bank_match;
comment on view books.bank_match is 'room:settlement';
grant select on books.bank_match to ayni_app;
grant select on books.bank_match to ayni_keeper;

create view books.bank_placing with (security_invoker=true) (
  book_id uuid,
  entry uuid,
  placed_as text,
  way text,
  note text,
  by_agent uuid,
  on_day date
) -- reads ayni.bank_placing
as  SELECT book_id,
    entry,
    placed_as,
    way,
    note,
    by_agent,
    on_day
   FROM bank_placing;
comment on view books.bank_placing is 'room:settlement';
grant select on books.bank_placing to ayni_app;
grant select on books.bank_placing to ayni_keeper;

create view books.book_settings with (security_invoker=true) (
  book_id uuid,
  name text,
  country text,
  zone text,
  currencies jsonb,
  organisation uuid,
  form text,
  tax_hold_days integer,
  version integer,
  from_day date
) -- reads ayni.book_settings
as  SELECT DISTINCT ON (book_id, scope) book_id,
    name,
    country,
    zone,
    currencies,
    organisation,
    form,
    tax_hold_days,
    version,
    from_day
   FROM book_settings
  ORDER BY book_id, scope, version DESC;
comment on view books.book_settings is 'room:book';
grant select on books.book_settings to ayni_app;
grant select on books.book_settings to ayni_keeper;

create view books.cash_count with (security_invoker=true) (
  book_id uuid,
  cash_count uuid,
  currency text,
  place text,
  moment text,
  counted bigint,
  computed bigint,
  shown text,
  notes jsonb,
  by_agent uuid,
  on_day date,
  clock text,
  position bigint
) -- reads ayni.cash_count
as  SELECT book_id,
    cash_count,
    currency,
    place,
    moment,
    counted,
    computed,
    shown,
    notes,
    by_agent,
    on_day,
    clock,
    "position"
   FROM cash_count;
comment on view books.cash_count is 'room:acopio';
grant select on books.cash_count to ayni_app;
grant select on books.cash_count to ayni_keeper;

create view books.cash_move with (security_invoker=true) (
  book_id uuid,
  cash_move uuid,
  place text,
  way text,
  office text,
  hold uuid,
  currency text,
  amount bigint,
  amount_said text,
  by_agent uuid,
  on_day date,
  clock text,
  position bigint
) -- reads ayni.cash_move
as  SELECT book_id,
    cash_move,
    place,
    way,
    office,
    hold,
    currency,
    amount,
    amount_said,
    by_agent,
    on_day,
    clock,
    "position"
   FROM cash_move;
comment on view books.cash_move is 'room:acopio';
grant select on books.cash_move to ayni_app;
grant select on books.cash_move to ayni_keeper;

create view books.chart_of_accounts with (security_invoker=true) (
  book_id uuid,
  body jsonb,
  version integer,
  from_day date
) -- reads ayni.chart_of_accounts
as  SELECT book_id,
    body,
    version,
    from_day
   FROM chart_of_accounts;
comment on view books.chart_of_accounts is 'room:book';
grant select on books.chart_of_accounts to ayni_app;
grant select on books.chart_of_accounts to ayni_keeper;

create view books.collection with (security_invoker=true) (
  book_id uuid,
  act uuid,
  debt uuid,
  principal bigint,
  interest bigint,
  charged bigint,
  months integer,
  on_day date,
  cause uuid
) -- reads ayni.collection
as  SELECT book_id,
    act,
    debt,
    principal,
    interest,
    charged,
    months,
    on_day,
    cause
   FROM collection;
comment on view books.collection is 'room:finance';
grant select on books.collection to ayni_app;
grant select on books.collection to ayni_keeper;

create view books.correction with (security_invoker=true) (
  book_id uuid,
  correction uuid,
  statement uuid,
  delivery uuid,
  agent uuid,
  reason text,
  replaced_by uuid,
  words text,
  by_agent uuid,
  on_day date
) -- reads ayni.correction
as  SELECT book_id,
    correction,
    statement,
    delivery,
    agent,
    reason,
    replaced_by,
    words,
    by_agent,
    on_day
   FROM correction;
comment on view books.correction is 'room:settlement';
grant select on books.correction to ayni_app;
grant select on books.correction to ayni_keeper;

create view books.correction_end with (security_invoker=true) (
  book_id uuid,
  correction uuid,
  by_agent uuid,
  on_day date
) -- reads ayni.correction_end
as  SELECT book_id,
    correction,
    by_agent,
    on_day
   FROM correction_end;
comment on view books.correction_end is 'room:settlement';
grant select on books.correction_end to ayni_app;
grant select on books.correction_end to ayni_keeper;

create view books.correction_settled with (security_invoker=true) (
  book_id uuid,
  correction uuid,
  statement uuid,
  corrects uuid,
  delivery uuid,
  difference bigint
) -- reads ayni.correction_settled
as  SELECT book_id,
    correction,
    statement,
    corrects,
    delivery,
    difference
   FROM correction_settled;
comment on view books.correction_settled is 'room:settlement';
grant select on books.correction_settled to ayni_app;
grant select on books.correction_settled to ayni_keeper;

create view books.credit with (security_invoker=true) (
  book_id uuid,
  credit uuid,
  agent uuid,
  principal bigint,
  currency text,
  rate_month text,
  method text,
  start_day date,
  due_day date,
  instalment bigint,
  purpose text,
  items jsonb,
  agreement uuid
) -- reads ayni.credit
as  SELECT book_id,
    credit,
    agent,
    principal,
    currency,
    rate_month,
    method,
    start_day,
    due_day,
    instalment,
    purpose,
    items,
    agreement
   FROM credit;
comment on view books.credit is 'room:finance';
grant select on books.credit to ayni_app;
grant select on books.credit to ayni_keeper;

create view books.deduction_consent with (security_invoker=true) (
  book_id uuid,
  agent uuid,
  deduction text,
  given boolean,
  until date,
  creditor text,
  made text,
  version integer,
  from_day date
) -- reads ayni.deduction_consent
as  SELECT book_id,
    agent,
    deduction,
    given,
    until,
    creditor,
    made,
    version,
    from_day
   FROM deduction_consent;
comment on view books.deduction_consent is 'room:agreements';
grant select on books.deduction_consent to ayni_app;
grant select on books.deduction_consent to ayni_keeper;

create view books.delivery with (security_invoker=true) (
  book_id uuid,
  delivery uuid,
  member uuid,
  member_known boolean,
  product text,
  season_agreement uuid,
  season text,
  place text,
  scale text,
  scale_checked date,
  happened date,
  clock text,
  receipt text,
  bags integer,
  bag_list jsonb,
  gross_g bigint,
  tare_g bigint,
  net_g bigint,
  measurements jsonb,
  plot uuid,
  claim text,
  shown jsonb,
  mode text,
  origin text,
  act_position bigint
) -- reads ayni.delivery
as  SELECT book_id,
    delivery,
    member,
    member_known,
    product,
    season_agreement,
    season,
    place,
    scale,
    scale_checked,
    happened,
    clock,
    receipt,
    bags,
    bag_list,
    gross_g,
    tare_g,
    net_g,
    measurements,
    plot,
    claim,
    shown,
    mode,
    origin,
    act_position
   FROM delivery;
comment on view books.delivery is 'room:acopio';
grant select on books.delivery to ayni_app;
grant select on books.delivery to ayni_keeper;

create view books.delivery_note with (security_invoker=true) (
  book_id uuid,
  act uuid,
  delivery uuid,
  kind text,
  body jsonb,
  on_day date
) -- reads ayni.delivery_note
as  SELECT book_id,
    act,
    delivery,
    kind,
    body,
    on_day
   FROM delivery_note;
comment on view books.delivery_note is 'room:acopio';
grant select on books.delivery_note to ayni_app;
grant select on books.delivery_note to ayni_keeper;

create view books.delivery_photo with (security_invoker=true) (
  book_id uuid,
  delivery uuid,
  ordinal bigint,
  digest text
) -- reads ayni.delivery
as  SELECT book_id,
    delivery,
    ordinal,
    digest
   FROM delivery d
     CROSS JOIN LATERAL jsonb_array_elements_text(photos) WITH ORDINALITY p(digest, ordinal);
comment on view books.delivery_photo is 'room:acopio';
grant select on books.delivery_photo to ayni_app;
grant select on books.delivery_photo to ayni_keeper;

create view books.delivery_void with (security_invoker=true) (
  book_id uuid,
  delivery uuid,
  reason text,
  replaced_by uuid,
  on_day date,
  reversed boolean
) -- reads ayni.delivery_void
as  SELECT book_id,
    delivery,
    reason,
    replaced_by,
    on_day,
    reversed
   FROM delivery_void;
comment on view books.delivery_void is 'room:acopio';
grant select on books.delivery_void to ayni_app;
grant select on books.delivery_void to ayni_keeper;

create view books.denomination_list with (security_invoker=true) (
  book_id uuid,
  currency text,
  pieces jsonb,
  source text,
  verified boolean,
  by_agent uuid,
  version integer,
  from_day date
) -- reads ayni.denomination_list
as  SELECT book_id,
    currency,
    pieces,
    source,
    verified,
    by_agent,
    version,
    from_day
   FROM denomination_list;
comment on view books.denomination_list is 'room:settlement';
grant select on books.denomination_list to ayni_app;
grant select on books.denomination_list to ayni_keeper;

create view books.device with (security_invoker=true) (
  book_id uuid,
  device uuid,
  agent uuid,
  place text,
  state text,
  note text,
  version integer,
  from_day date,
  series text,
  public_key text,
  lost_at text,
  last_sequence integer
) -- reads ayni.device
as  SELECT DISTINCT ON (book_id, device) book_id,
    device,
    agent,
    place,
    state,
    note,
    version,
    from_day,
    series,
    public_key,
    lost_at,
    last_sequence
   FROM device
  ORDER BY book_id, device, version DESC;
comment on view books.device is 'room:book';
grant select on books.device to ayni_app;
grant select on books.device to ayni_keeper;

create view books.device_heard with (security_invoker=true) (
  book_id uuid,
  device uuid,
  last_heard timestamp with time zone,
  clock_error_ms bigint,
  unsent integer,
  next_sequence bigint,
  app text,
  persisted boolean
) -- reads ayni.device_heard
as  SELECT book_id,
    device,
    last_heard,
    clock_error_ms,
    unsent,
    next_sequence,
    app,
    persisted
   FROM device_heard;
comment on view books.device_heard is 'room:store';
grant select on books.device_heard to ayni_app;
grant select on books.device_heard to ayni_keeper;

create view books.device_key with (security_invoker=true) (
  book_id uuid,
  device uuid,
  public_key text,
  place text,
  enrolled date,
  ended date,
  lost_at text
) -- reads ayni.device
as  SELECT book_id,
    device,
    public_key,
    place,
    from_day AS enrolled,
        CASE
            WHEN state = 'enrolled'::text THEN NULL::date
            ELSE from_day
        END AS ended,
    lost_at
   FROM ( SELECT DISTINCT ON (book_id, device) book_id,
            device,
            agent,
            public_key,
            place,
            state,
            note,
            version,
            from_day,
            "position",
            series,
            lost_at,
            last_sequence
           FROM device
          ORDER BY book_id, device, version DESC) d
     JOIN device e ON book_id = book_id AND device = device AND version = 1;
comment on view books.device_key is 'room:book';
grant select on books.device_key to ayni_app;
grant select on books.device_key to ayni_keeper;

create view books.device_release with (security_invoker=true) (
  book_id uuid,
  release uuid,
  device uuid,
  acts jsonb,
  from_sequence integer,
  until_sequence integer,
  reason text,
  released_by uuid,
  on_day date
) -- reads ayni.device_release
as  SELECT book_id,
    release,
    device,
    acts,
    from_sequence,
    until_sequence,
    reason,
    released_by,
    on_day
   FROM device_release;
comment on view books.device_release is 'room:book';
grant select on books.device_release to ayni_app;
grant select on books.device_release to ayni_keeper;

create view books.device_sequence with (security_invoker=true) (
  book_id uuid,
  device uuid,
  sequence bigint,
  digest text,
  act uuid
) -- reads ayni.device_sequence
as  SELECT book_id,
    device,
    sequence,
    digest,
    act
   FROM device_sequence;
comment on view books.device_sequence is 'room:store';
grant select on books.device_sequence to ayni_app;
grant select on books.device_sequence to ayni_keeper;

create view books.drafted_correction with (security_invoker=true) (
  book_id uuid,
  statement uuid,
  settlement uuid,
  correction uuid
) -- reads ayni.drafted_correction
as  SELECT book_id,
    statement,
    settlement,
    correction
   FROM drafted_correction;
comment on view books.drafted_correction is 'room:settlement';
grant select on books.drafted_correction to ayni_app;
grant select on books.drafted_correction to ayni_keeper;

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

create view books.erasure with (security_invoker=true) (
  book_id uuid,
  agent uuid,
  on_day date,
  reason text
) -- reads ayni.erasure
as  SELECT DISTINCT ON (book_id, agent) book_id,
    agent,
    on_day,
    reason
   FROM erasure
  ORDER BY book_id, agent, ordinal DESC;
comment on view books.erasure is 'room:people';
grant select on books.erasure to ayni_app;
grant select on books.erasure to ayni_keeper;

create view books.grading_scheme with (security_invoker=true) (
  book_id uuid,
  scheme uuid,
  code text,
  product text,
  body jsonb,
  version integer,
  from_day date
) -- reads ayni.grading_scheme
as  SELECT book_id,
    scheme,
    code,
    product,
    body,
    version,
    from_day
   FROM grading_scheme;
comment on view books.grading_scheme is 'room:agreements';
grant select on books.grading_scheme to ayni_app;
grant select on books.grading_scheme to ayni_keeper;

create view books.hold with (security_invoker=true) (
  book_id uuid,
  hold uuid,
  kind text,
  place text,
  debt uuid,
  agent uuid,
  currency text,
  amount bigint,
  since date,
  until date,
  by_agent uuid,
  position bigint
) -- reads ayni.hold
as  SELECT book_id,
    hold,
    kind,
    place,
    debt,
    agent,
    currency,
    amount,
    since,
    until,
    by_agent,
    "position"
   FROM hold;
comment on view books.hold is 'room:acopio';
grant select on books.hold to ayni_app;
grant select on books.hold to ayni_keeper;

create view books.hold_end with (security_invoker=true) (
  book_id uuid,
  hold uuid,
  reason text,
  by_agent uuid,
  on_day date,
  position bigint
) -- reads ayni.hold_end
as  SELECT book_id,
    hold,
    reason,
    by_agent,
    on_day,
    "position"
   FROM hold_end;
comment on view books.hold_end is 'room:acopio';
grant select on books.hold_end to ayni_app;
grant select on books.hold_end to ayni_keeper;

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

create view books.laboratory_result with (security_invoker=true) (
  book_id uuid,
  result uuid,
  agent uuid,
  product text,
  measure text,
  value text,
  on_day date,
  laboratory text,
  method text,
  in_place_of uuid
) -- reads ayni.laboratory_result
as  SELECT book_id,
    result,
    agent,
    product,
    measure,
    value,
    on_day,
    laboratory,
    method,
    in_place_of
   FROM laboratory_result;
comment on view books.laboratory_result is 'room:acopio';
grant select on books.laboratory_result to ayni_app;
grant select on books.laboratory_result to ayni_keeper;

create view books.left_out with (security_invoker=true) (
  book_id uuid,
  settlement uuid,
  document uuid,
  by_agent uuid,
  on_day date
) -- reads ayni.left_out
as  SELECT book_id,
    settlement,
    document,
    by_agent,
    on_day
   FROM left_out;
comment on view books.left_out is 'room:settlement';
grant select on books.left_out to ayni_app;
grant select on books.left_out to ayni_keeper;

create view books.letter with (security_invoker=true) (
  book_id uuid,
  letter uuid,
  direction text,
  other_book uuid,
  kind text,
  digest text,
  on_day date
) -- reads ayni.letter
as  SELECT book_id,
    letter,
    direction,
    other_book,
    kind,
    digest,
    on_day
   FROM letter;
comment on view books.letter is 'room:book';
grant select on books.letter to ayni_app;
grant select on books.letter to ayni_keeper;

create view books.local_unit with (security_invoker=true) (
  book_id uuid,
  unit text,
  product text,
  kind text,
  factor text,
  source text,
  until date,
  version integer,
  from_day date
) -- reads ayni.local_unit
as  SELECT book_id,
    unit,
    product,
    kind,
    factor,
    source,
    until,
    version,
    from_day
   FROM local_unit;
comment on view books.local_unit is 'room:agreements';
grant select on books.local_unit to ayni_app;
grant select on books.local_unit to ayni_keeper;

create view books.measurement with (security_invoker=true) (
  book_id uuid,
  delivery uuid,
  sample_result uuid,
  ordinal bigint,
  measure text,
  value text,
  unit text,
  method text,
  instrument text,
  sample text,
  on_day date
) -- reads ayni.delivery, ayni.sample_result
as  SELECT book_id,
    delivery,
    NULL::uuid AS sample_result,
    ordinal,
    reading ->> 'measure'::text AS measure,
    reading ->> 'value'::text AS value,
    reading ->> 'unit'::text AS unit,
    reading ->> 'method'::text AS method,
    reading ->> 'instrument'::text AS instrument,
    reading ->> 'sample'::text AS sample,
    happened AS on_day
   FROM delivery d
     CROSS JOIN LATERAL jsonb_array_elements(measurements) WITH ORDINALITY m(reading, ordinal)
UNION ALL
 SELECT book_id,
    delivery,
    sample_result,
    ordinal,
    reading ->> 'measure'::text AS measure,
    reading ->> 'value'::text AS value,
    reading ->> 'unit'::text AS unit,
    reading ->> 'method'::text AS method,
    reading ->> 'instrument'::text AS instrument,
    reading ->> 'sample'::text AS sample,
    on_day
   FROM sample_result r
     CROSS JOIN LATERAL jsonb_array_elements(measurements) WITH ORDINALITY m(reading, ordinal);
comment on view books.measurement is 'room:acopio';
grant select on books.measurement to ayni_app;
grant select on books.measurement to ayni_keeper;

create view books.member_card with (security_invoker=true) (
  book_id uuid,
  card uuid,
  agent uuid,
  state text,
  reason text,
  version integer,
  from_day date
) -- reads ayni.member_card
as  SELECT DISTINCT ON (book_id, card) book_id,
    card,
    agent,
    state,
    reason,
    version,
    from_day
   FROM member_card
  ORDER BY book_id, card, version DESC;
comment on view books.member_card is 'room:people';
grant select on books.member_card to ayni_app;
grant select on books.member_card to ayni_keeper;

create view books.objection with (security_invoker=true) (
  book_id uuid,
  objection uuid,
  delivery uuid,
  against text,
  words text,
  on_day date,
  position bigint
) -- reads ayni.objection
as  SELECT book_id,
    objection,
    delivery,
    against,
    words,
    on_day,
    "position"
   FROM objection;
comment on view books.objection is 'room:acopio';
grant select on books.objection to ayni_app;
grant select on books.objection to ayni_keeper;

create view books.opening with (security_invoker=true) (
  book_id uuid,
  kind text,
  about text,
  agent uuid,
  on_day date,
  said jsonb,
  act uuid
) -- reads ayni.opening
as  SELECT book_id,
    kind,
    about,
    agent,
    on_day,
    said,
    act
   FROM opening;
comment on view books.opening is 'room:finance';
grant select on books.opening to ayni_app;
grant select on books.opening to ayni_keeper;

create view books.order_left_out with (security_invoker=true) (
  book_id uuid,
  payment_order uuid,
  statement uuid,
  reason text,
  facts jsonb
) -- reads ayni.order_left_out
as  SELECT book_id,
    payment_order,
    statement,
    reason,
    facts
   FROM order_left_out;
comment on view books.order_left_out is 'room:settlement';
grant select on books.order_left_out to ayni_app;
grant select on books.order_left_out to ayni_keeper;

create view books.order_payment with (security_invoker=true) (
  book_id uuid,
  payment uuid,
  payment_order uuid,
  number text,
  statement uuid,
  agent uuid,
  amount bigint,
  paid_to jsonb
) -- reads ayni.order_payment
as  SELECT book_id,
    payment,
    payment_order,
    number,
    statement,
    agent,
    amount,
    paid_to
   FROM order_payment;
comment on view books.order_payment is 'room:settlement';
grant select on books.order_payment to ayni_app;
grant select on books.order_payment to ayni_keeper;

create view books.order_payment_stage with (security_invoker=true) (
  book_id uuid,
  payment uuid,
  by_agent uuid,
  on_day date,
  reason text,
  words text,
  reference text,
  paid_by uuid,
  settled bigint,
  step integer,
  stage text
) -- reads ayni.order_payment_stage
as  SELECT book_id,
    payment,
    by_agent,
    on_day,
    reason,
    words,
    reference,
    paid_by,
    settled,
    step,
    stage
   FROM order_payment_stage;
comment on view books.order_payment_stage is 'room:settlement';
grant select on books.order_payment_stage to ayni_app;
grant select on books.order_payment_stage to ayni_keeper;

create view books.pad with (security_invoker=true) (
  book_id uuid,
  pad uuid,
  series text,
  serial_from integer,
  serial_to integer,
  place text,
  by_agent uuid,
  on_day date,
  position bigint
) -- reads ayni.pad
as  SELECT book_id,
    pad,
    series,
    serial_from,
    serial_to,
    place,
    by_agent,
    on_day,
    "position"
   FROM pad;
comment on view books.pad is 'room:acopio';
grant select on books.pad to ayni_app;
grant select on books.pad to ayni_keeper;

create view books.pad_account with (security_invoker=true) (
  book_id uuid,
  act uuid,
  pad uuid,
  serials jsonb,
  whole boolean,
  note text,
  by_agent uuid,
  on_day date,
  position bigint
) -- reads ayni.pad_account
as  SELECT book_id,
    act,
    pad,
    serials,
    whole,
    note,
    by_agent,
    on_day,
    "position"
   FROM pad_account;
comment on view books.pad_account is 'room:acopio';
grant select on books.pad_account to ayni_app;
grant select on books.pad_account to ayni_keeper;

create view books.pad_serial with (security_invoker=true) (
  book_id uuid,
  pad uuid,
  serial integer,
  state text,
  delivery uuid,
  writer uuid,
  happened date,
  told date,
  position bigint
) -- reads ayni.pad_serial
as  SELECT book_id,
    pad,
    serial,
    state,
    delivery,
    writer,
    happened,
    told,
    "position"
   FROM pad_serial;
comment on view books.pad_serial is 'room:acopio';
grant select on books.pad_serial to ayni_app;
grant select on books.pad_serial to ayni_keeper;

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

create view books.paper_seal with (security_invoker=true) (
  book_id uuid,
  kind text,
  number text,
  delivery uuid,
  device uuid,
  signature text
) -- reads ayni.paper_seal
as  SELECT book_id,
    kind,
    number,
    delivery,
    device,
    signature
   FROM paper_seal;
comment on view books.paper_seal is 'room:store';
grant select on books.paper_seal to ayni_app;
grant select on books.paper_seal to ayni_keeper;

create view books.past_delivery with (security_invoker=true) (
  book_id uuid,
  delivery uuid,
  price text,
  per_unit text,
  paid text,
  currency text,
  paid_on date,
  paper text
) -- reads ayni.past_delivery
as  SELECT book_id,
    delivery,
    price,
    per_unit,
    paid,
    currency,
    paid_on,
    paper
   FROM past_delivery;
comment on view books.past_delivery is 'room:acopio';
grant select on books.past_delivery to ayni_app;
grant select on books.past_delivery to ayni_keeper;

create view books.payment with (security_invoker=true) (
  book_id uuid,
  payment uuid,
  statement uuid,
  agent uuid,
  amount bigint,
  currency text,
  paid_in text,
  place text,
  paid_on date
) -- reads ayni.payment
as  SELECT book_id,
    payment,
    statement,
    agent,
    amount,
    currency,
    paid_in,
    place,
    paid_on
   FROM payment;
comment on view books.payment is 'room:settlement';
grant select on books.payment to ayni_app;
grant select on books.payment to ayni_keeper;

create view books.payment_order with (security_invoker=true) (
  book_id uuid,
  payment_order uuid,
  number text,
  message text,
  layout text,
  account uuid,
  paid_from jsonb,
  currency text,
  line_grain text,
  execution_day date,
  made_at text,
  made_on date,
  by_agent uuid,
  replaces uuid,
  reason text,
  total bigint,
  payments integer
) -- reads ayni.payment_order
as  SELECT book_id,
    payment_order,
    number,
    message,
    layout,
    account,
    paid_from,
    currency,
    line_grain,
    execution_day,
    made_at,
    made_on,
    by_agent,
    replaces,
    reason,
    total,
    payments
   FROM payment_order;
comment on view books.payment_order is 'room:settlement';
grant select on books.payment_order to ayni_app;
grant select on books.payment_order to ayni_keeper;

create view books.payment_order_stage with (security_invoker=true) (
  book_id uuid,
  payment_order uuid,
  by_agent uuid,
  on_day date,
  reason text,
  step integer,
  stage text
) -- reads ayni.payment_order_stage
as  SELECT book_id,
    payment_order,
    by_agent,
    on_day,
    reason,
    step,
    stage
   FROM payment_order_stage;
comment on view books.payment_order_stage is 'room:settlement';
grant select on books.payment_order_stage to ayni_app;
grant select on books.payment_order_stage to ayni_keeper;

create view books.payment_reference with (security_invoker=true) (
  book_id uuid,
  payment uuid,
  number text,
  reference text
) -- reads ayni.payment_reference
as  SELECT book_id,
    payment,
    number,
    reference
   FROM payment_reference;
comment on view books.payment_reference is 'room:settlement';
grant select on books.payment_reference to ayni_app;
grant select on books.payment_reference to ayni_keeper;

create view books.personal_access with (security_invoker=true) (
  book_id uuid,
  access uuid,
  at timestamp with time zone,
  seat uuid,
  agent uuid,
  view text,
  about uuid,
  kinds jsonb,
  people integer
) -- reads ayni.personal_access
as  SELECT book_id,
    access,
    at,
    seat,
    agent,
    view,
    about,
    kinds,
    people
   FROM personal_access;
comment on view books.personal_access is 'room:store';
grant select on books.personal_access to ayni_app;
grant select on books.personal_access to ayni_keeper;

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

create view books.plot with (security_invoker=true) (
  book_id uuid,
  plot uuid,
  holder uuid,
  name text,
  area_m2 bigint,
  products jsonb,
  community text,
  version integer,
  from_day date
) -- reads ayni.plot
as  SELECT DISTINCT ON (book_id, plot) book_id,
    plot,
    holder,
    name,
    area_m2,
    products,
    community,
    version,
    from_day
   FROM plot
  ORDER BY book_id, plot, version DESC;
comment on view books.plot is 'room:land';
grant select on books.plot to ayni_app;
grant select on books.plot to ayni_keeper;

create view books.point with (security_invoker=true) (
  book_id uuid,
  place text,
  name text,
  prefix text,
  pays_cash boolean,
  until date,
  sheet jsonb,
  version integer,
  from_day date,
  position bigint
) -- reads ayni.point
as  SELECT DISTINCT ON (book_id, place) book_id,
    place,
    name,
    prefix,
    pays_cash,
    until,
    sheet,
    version,
    from_day,
    "position"
   FROM point
  ORDER BY book_id, place, version DESC;
comment on view books.point is 'room:acopio';
grant select on books.point to ayni_app;
grant select on books.point to ayni_keeper;

create view books.point_closing with (security_invoker=true) (
  book_id uuid,
  closing uuid,
  opening uuid,
  place text,
  device uuid,
  by_agent uuid,
  on_day date,
  clock text,
  series text,
  serial_from integer,
  serial_to integer,
  hand_overs integer,
  voids integer,
  kilos jsonb,
  position bigint
) -- reads ayni.point_closing
as  SELECT book_id,
    closing,
    opening,
    place,
    device,
    by_agent,
    on_day,
    clock,
    series,
    serial_from,
    serial_to,
    hand_overs,
    voids,
    kilos,
    "position"
   FROM point_closing;
comment on view books.point_closing is 'room:acopio';
grant select on books.point_closing to ayni_app;
grant select on books.point_closing to ayni_keeper;

create view books.point_opening with (security_invoker=true) (
  book_id uuid,
  opening uuid,
  place text,
  device uuid,
  by_agent uuid,
  on_day date,
  clock text,
  position bigint
) -- reads ayni.point_opening
as  SELECT book_id,
    opening,
    place,
    device,
    by_agent,
    on_day,
    clock,
    "position"
   FROM point_opening;
comment on view books.point_opening is 'room:acopio';
grant select on books.point_opening to ayni_app;
grant select on books.point_opening to ayni_keeper;

create view books.pool with (security_invoker=true) (
  book_id uuid,
  pool uuid,
  title text,
  product text,
  seasons jsonb,
  first_day date,
  last_day date,
  currency text,
  percent text,
  rate_grain text,
  decided_by text,
  decided_on date
) -- reads ayni.pool
as  SELECT book_id,
    pool,
    title,
    product,
    seasons,
    first_day,
    last_day,
    currency,
    percent,
    rate_grain,
    decided_by,
    decided_on
   FROM pool;
comment on view books.pool is 'room:settlement';
grant select on books.pool to ayni_app;
grant select on books.pool to ayni_keeper;

create view books.pool_carried with (security_invoker=true) (
  book_id uuid,
  pool uuid,
  document uuid,
  delivery uuid,
  corrects uuid,
  agent uuid,
  statement uuid,
  grams bigint,
  first bigint,
  rate text,
  due bigint,
  taken bigint
) -- reads ayni.pool_carried
as  SELECT book_id,
    pool,
    document,
    delivery,
    corrects,
    agent,
    statement,
    grams,
    first,
    rate,
    due,
    taken
   FROM pool_carried;
comment on view books.pool_carried is 'room:settlement';
grant select on books.pool_carried to ayni_app;
grant select on books.pool_carried to ayni_keeper;

create view books.pool_delivery with (security_invoker=true) (
  book_id uuid,
  delivery uuid,
  pool uuid,
  statement uuid,
  grams bigint
) -- reads ayni.pool_delivery
as  SELECT book_id,
    delivery,
    pool,
    statement,
    grams
   FROM pool_delivery;
comment on view books.pool_delivery is 'room:settlement';
grant select on books.pool_delivery to ayni_app;
grant select on books.pool_delivery to ayni_keeper;

create view books.pool_entry with (security_invoker=true) (
  book_id uuid,
  entry uuid,
  pool uuid,
  kind text,
  paper text,
  on_day date,
  how jsonb,
  figures jsonb,
  amount bigint,
  by_agent uuid,
  corrects uuid,
  reason text,
  act_position bigint
) -- reads ayni.pool_entry
as  SELECT book_id,
    entry,
    pool,
    kind,
    paper,
    on_day,
    how,
    figures,
    amount,
    by_agent,
    corrects,
    reason,
    act_position
   FROM pool_entry;
comment on view books.pool_entry is 'room:settlement';
grant select on books.pool_entry to ayni_app;
grant select on books.pool_entry to ayni_keeper;

create view books.pool_line with (security_invoker=true) (
  book_id uuid,
  statement uuid,
  pool uuid,
  agent uuid,
  grams bigint,
  deliveries integer,
  first_paid bigint,
  amount bigint
) -- reads ayni.pool_line
as  SELECT book_id,
    statement,
    pool,
    agent,
    grams,
    deliveries,
    first_paid,
    amount
   FROM pool_line;
comment on view books.pool_line is 'room:settlement';
grant select on books.pool_line to ayni_app;
grant select on books.pool_line to ayni_keeper;

create view books.pool_past with (security_invoker=true) (
  book_id uuid,
  pool uuid
) -- reads ayni.pool_past
as  SELECT book_id,
    pool
   FROM pool_past;
comment on view books.pool_past is 'room:settlement';
grant select on books.pool_past to ayni_app;
grant select on books.pool_past to ayni_keeper;

create view books.pool_stage with (security_invoker=true) (
  book_id uuid,
  pool uuid,
  by_agent uuid,
  on_day date,
  totals jsonb,
  step integer,
  stage text
) -- reads ayni.pool_stage
as  SELECT book_id,
    pool,
    by_agent,
    on_day,
    totals,
    step,
    stage
   FROM pool_stage;
comment on view books.pool_stage is 'room:settlement';
grant select on books.pool_stage to ayni_app;
grant select on books.pool_stage to ayni_keeper;

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

create view books.powers with (security_invoker=true) (
  book_id uuid,
  matrix jsonb,
  version integer,
  from_day date,
  reading integer
) -- reads ayni.powers
as  SELECT book_id,
    matrix,
    version,
    from_day,
    reading
   FROM powers;
comment on view books.powers is 'room:book';
grant select on books.powers to ayni_app;
grant select on books.powers to ayni_keeper;

create view books.premium_decision with (security_invoker=true) (
  book_id uuid,
  decision uuid,
  title text,
  currency text,
  total bigint,
  items jsonb,
  pool uuid,
  decided_by text,
  decided_on date,
  minutes text,
  by_agent uuid,
  on_day date
) -- reads ayni.premium_decision
as  SELECT book_id,
    decision,
    title,
    currency,
    total,
    items,
    pool,
    decided_by,
    decided_on,
    minutes,
    by_agent,
    on_day
   FROM premium_decision;
comment on view books.premium_decision is 'room:settlement';
grant select on books.premium_decision to ayni_app;
grant select on books.premium_decision to ayni_keeper;

create view books.price_fixing with (security_invoker=true) (
  book_id uuid,
  fixing uuid,
  contract text,
  month text,
  lots text,
  level text,
  on_day date,
  fixed_by text,
  reference text,
  in_place_of uuid
) -- reads ayni.price_fixing
as  SELECT book_id,
    fixing,
    contract,
    month,
    lots,
    level,
    on_day,
    fixed_by,
    reference,
    in_place_of
   FROM price_fixing;
comment on view books.price_fixing is 'room:market';
grant select on books.price_fixing to ayni_app;
grant select on books.price_fixing to ayni_keeper;

create view books.price_plan with (security_invoker=true) (
  book_id uuid,
  plan uuid,
  code text,
  product text,
  currency text,
  body jsonb,
  reason text,
  version integer,
  from_day date
) -- reads ayni.price_plan
as  SELECT book_id,
    plan,
    code,
    product,
    currency,
    body,
    reason,
    version,
    from_day
   FROM price_plan;
comment on view books.price_plan is 'room:agreements';
grant select on books.price_plan to ayni_app;
grant select on books.price_plan to ayni_keeper;

create view books.price_point with (security_invoker=true) (
  book_id uuid,
  series text,
  period text,
  revision integer,
  value text
) -- reads ayni.price_point
as  SELECT DISTINCT ON (book_id, series, period) book_id,
    series,
    period,
    revision,
    value
   FROM price_point
  ORDER BY book_id, series, period, revision DESC;
comment on view books.price_point is 'room:market';
grant select on books.price_point to ayni_app;
grant select on books.price_point to ayni_keeper;

create view books.price_series with (security_invoker=true) (
  book_id uuid,
  series text,
  title text,
  currency text,
  per_unit text,
  period text,
  source text,
  licence text,
  version integer,
  from_day date
) -- reads ayni.price_series
as  SELECT DISTINCT ON (book_id, series) book_id,
    series,
    title,
    currency,
    per_unit,
    period,
    source,
    licence,
    version,
    from_day
   FROM price_series
  ORDER BY book_id, series, version DESC;
comment on view books.price_series is 'room:market';
grant select on books.price_series to ayni_app;
grant select on books.price_series to ayni_keeper;

create view books.profile with (security_invoker=true) (
  book_id uuid,
  agent uuid,
  name jsonb,
  organisation_name text,
  identity jsonb,
  telephone jsonb,
  community text,
  language text,
  version integer,
  from_day date
) -- reads ayni.profile
as  SELECT DISTINCT ON (book_id, agent) book_id,
    agent,
    name,
    organisation_name,
    identity,
    telephone,
    community,
    language,
    version,
    from_day
   FROM profile
  ORDER BY book_id, agent, version DESC;
comment on view books.profile is 'room:people';
grant select on books.profile to ayni_app;
grant select on books.profile to ayni_keeper;

create view books.proposal with (security_invoker=true) (
  book_id uuid,
  proposal uuid,
  kind text,
  version integer,
  says text,
  power text,
  weighed jsonb,
  proposed_by uuid,
  on_day date,
  until date,
  position bigint,
  ended text,
  ended_by uuid,
  reason text,
  ended_on date
) -- reads ayni.proposal, ayni.proposal_end
as  SELECT book_id,
    proposal,
    kind,
    version,
    says,
    power,
    weighed,
    proposed_by,
    on_day,
    until,
    "position",
    ended,
    ended_by,
    reason,
    on_day AS ended_on
   FROM proposal p
     LEFT JOIN proposal_end e ON book_id = book_id AND proposal = proposal;
comment on view books.proposal is 'room:book';
grant select on books.proposal to ayni_app;
grant select on books.proposal to ayni_keeper;

create view books.public_page with (security_invoker=true) (
  book_id uuid,
  body jsonb,
  version integer,
  from_day date
) -- reads ayni.public_page
as  SELECT DISTINCT ON (book_id, scope) book_id,
    body,
    version,
    from_day
   FROM public_page
  ORDER BY book_id, scope, version DESC;
comment on view books.public_page is 'room:book';
grant select on books.public_page to ayni_app;
grant select on books.public_page to ayni_keeper;

create view books.purchase_document with (security_invoker=true) (
  book_id uuid,
  document uuid,
  number text,
  series uuid,
  sheet uuid,
  sheet_version integer,
  agent uuid,
  is_member boolean,
  currency text,
  line_grain text,
  grams bigint,
  value bigint,
  included bigint,
  added bigint,
  withheld bigint,
  payable bigint,
  unresolved bigint,
  issued_on date,
  by_agent uuid,
  act_position bigint
) -- reads ayni.purchase_document
as  SELECT book_id,
    document,
    number,
    series,
    sheet,
    sheet_version,
    agent,
    is_member,
    currency,
    line_grain,
    grams,
    value,
    included,
    added,
    withheld,
    payable,
    unresolved,
    issued_on,
    by_agent,
    act_position
   FROM purchase_document;
comment on view books.purchase_document is 'room:purchases';
grant select on books.purchase_document to ayni_app;
grant select on books.purchase_document to ayni_keeper;

create view books.purchase_document_delivery with (security_invoker=true) (
  book_id uuid,
  document uuid,
  delivery uuid,
  value bigint
) -- reads ayni.purchase_document_delivery
as  SELECT book_id,
    document,
    delivery,
    value
   FROM purchase_document_delivery;
comment on view books.purchase_document_delivery is 'room:purchases';
grant select on books.purchase_document_delivery to ayni_app;
grant select on books.purchase_document_delivery to ayni_keeper;

create view books.purchase_document_statement with (security_invoker=true) (
  book_id uuid,
  document uuid,
  statement uuid,
  agreement uuid,
  value bigint,
  collected bigint,
  coins bigint
) -- reads ayni.purchase_document_statement
as  SELECT book_id,
    document,
    statement,
    agreement,
    value,
    collected,
    coins
   FROM purchase_document_statement;
comment on view books.purchase_document_statement is 'room:purchases';
grant select on books.purchase_document_statement to ayni_app;
grant select on books.purchase_document_statement to ayni_keeper;

create view books.purchase_document_tax with (security_invoker=true) (
  book_id uuid,
  document uuid,
  tax text,
  effect text,
  account text,
  base bigint,
  amount bigint,
  by_statements bigint
) -- reads ayni.purchase_document_tax
as  SELECT book_id,
    document,
    tax,
    effect,
    account,
    base,
    amount,
    by_statements
   FROM purchase_document_tax;
comment on view books.purchase_document_tax is 'room:purchases';
grant select on books.purchase_document_tax to ayni_app;
grant select on books.purchase_document_tax to ayni_keeper;

create view books.purchase_document_void with (security_invoker=true) (
  book_id uuid,
  document uuid,
  reason text,
  number text,
  voided_on date,
  by_agent uuid
) -- reads ayni.purchase_document_void
as  SELECT book_id,
    document,
    reason,
    number,
    voided_on,
    by_agent
   FROM purchase_document_void;
comment on view books.purchase_document_void is 'room:purchases';
grant select on books.purchase_document_void to ayni_app;
grant select on books.purchase_document_void to ayni_keeper;

create view books.purchase_series with (security_invoker=true) (
  book_id uuid,
  series uuid,
  sheet uuid,
  kind text,
  prefix text,
  first_number bigint,
  last_number bigint,
  digits integer,
  authorisation text,
  until date,
  version integer,
  from_day date
) -- reads ayni.purchase_series
as  SELECT DISTINCT ON (book_id, series) book_id,
    series,
    sheet,
    kind,
    prefix,
    first_number,
    last_number,
    digits,
    authorisation,
    until,
    version,
    from_day
   FROM purchase_series
  ORDER BY book_id, series, version DESC;
comment on view books.purchase_series is 'room:purchases';
grant select on books.purchase_series to ayni_app;
grant select on books.purchase_series to ayni_keeper;

create view books.purchase_taxes with (security_invoker=true) (
  book_id uuid,
  sheet uuid,
  code text,
  currency text,
  body jsonb,
  reason text,
  version integer,
  from_day date
) -- reads ayni.purchase_taxes
as  SELECT book_id,
    sheet,
    code,
    currency,
    body,
    reason,
    version,
    from_day
   FROM purchase_taxes;
comment on view books.purchase_taxes is 'room:purchases';
grant select on books.purchase_taxes to ayni_app;
grant select on books.purchase_taxes to ayni_keeper;

create view books.question with (security_invoker=true) (
  book_id uuid,
  asked_position bigint,
  ordinal integer,
  code text,
  to_role text,
  about text,
  facts jsonb
) -- reads ayni.question
as  SELECT book_id,
    asked_position,
    ordinal,
    code,
    to_role,
    about,
    facts
   FROM question;
comment on view books.question is 'room:book';
grant select on books.question to ayni_app;
grant select on books.question to ayni_keeper;

create view books.question_answer with (security_invoker=true) (
  book_id uuid,
  asked_position bigint,
  ordinal integer,
  about text,
  answer text,
  note text,
  answered_by uuid,
  on_day date
) -- reads ayni.question_answer
as  SELECT book_id,
    asked_position,
    ordinal,
    about,
    answer,
    note,
    answered_by,
    on_day
   FROM question_answer;
comment on view books.question_answer is 'room:book';
grant select on books.question_answer to ayni_app;
grant select on books.question_answer to ayni_keeper;

create view books.retention with (security_invoker=true) (
  book_id uuid,
  rules jsonb,
  version integer,
  from_day date
) -- reads ayni.retention
as  SELECT DISTINCT ON (book_id, scope) book_id,
    rules,
    version,
    from_day
   FROM retention
  ORDER BY book_id, scope, version DESC;
comment on view books.retention is 'room:people';
grant select on books.retention to ayni_app;
grant select on books.retention to ayni_keeper;

create view books.sample_result with (security_invoker=true) (
  book_id uuid,
  sample_result uuid,
  delivery uuid,
  measurements jsonb,
  on_day date,
  laboratory text,
  position bigint
) -- reads ayni.sample_result
as  SELECT book_id,
    sample_result,
    delivery,
    measurements,
    on_day,
    laboratory,
    "position"
   FROM sample_result;
comment on view books.sample_result is 'room:acopio';
grant select on books.sample_result to ayni_app;
grant select on books.sample_result to ayni_keeper;

create view books.scale_check with (security_invoker=true) (
  book_id uuid,
  scale_check uuid,
  place text,
  scale text,
  expected_g bigint,
  shown_g bigint,
  good boolean,
  by_agent uuid,
  on_day date,
  clock text,
  position bigint
) -- reads ayni.scale_check
as  SELECT book_id,
    scale_check,
    place,
    scale,
    expected_g,
    shown_g,
    good,
    by_agent,
    on_day,
    clock,
    "position"
   FROM scale_check;
comment on view books.scale_check is 'room:acopio';
grant select on books.scale_check to ayni_app;
grant select on books.scale_check to ayni_keeper;

create view books.scheme_sheet with (security_invoker=true) (
  book_id uuid,
  sheet uuid,
  code text,
  title text,
  source text,
  body jsonb,
  version integer,
  from_day date
) -- reads ayni.scheme_sheet
as  SELECT book_id,
    sheet,
    code,
    title,
    source,
    body,
    version,
    from_day
   FROM scheme_sheet;
comment on view books.scheme_sheet is 'room:agreements';
grant select on books.scheme_sheet to ayni_app;
grant select on books.scheme_sheet to ayni_keeper;

create view books.seat with (security_invoker=true) (
  book_id uuid,
  seat uuid,
  agent uuid,
  roles jsonb,
  until date,
  account text,
  version integer,
  from_day date
) -- reads ayni.seat
as  SELECT DISTINCT ON (book_id, seat) book_id,
    seat,
    agent,
    roles,
    until,
    account,
    version,
    from_day
   FROM seat
  ORDER BY book_id, seat, version DESC;
comment on view books.seat is 'room:book';
grant select on books.seat to ayni_app;
grant select on books.seat to ayni_keeper;

create view books.second_waiver with (security_invoker=true) (
  book_id uuid,
  until date,
  reason text,
  waived_by uuid,
  version integer,
  from_day date
) -- reads ayni.second_waiver
as  SELECT DISTINCT ON (book_id, scope) book_id,
    until,
    reason,
    waived_by,
    version,
    from_day
   FROM second_waiver
  ORDER BY book_id, scope, version DESC;
comment on view books.second_waiver is 'room:book';
grant select on books.second_waiver to ayni_app;
grant select on books.second_waiver to ayni_keeper;

create view books.settled_delivery with (security_invoker=true) (
  book_id uuid,
  delivery uuid,
  statement uuid,
  value bigint
) -- reads ayni.settled_delivery
as  SELECT book_id,
    delivery,
    statement,
    value
   FROM settled_delivery;
comment on view books.settled_delivery is 'room:acopio';
grant select on books.settled_delivery to ayni_app;
grant select on books.settled_delivery to ayni_keeper;

create view books.settlement with (security_invoker=true) (
  book_id uuid,
  settlement uuid,
  season uuid,
  way text,
  title text,
  paid_in text,
  place text,
  pay_day date
) -- reads ayni.settlement
as  SELECT book_id,
    settlement,
    season,
    way,
    title,
    paid_in,
    place,
    pay_day
   FROM settlement;
comment on view books.settlement is 'room:settlement';
grant select on books.settlement to ayni_app;
grant select on books.settlement to ayni_keeper;

create view books.settlement_stage with (security_invoker=true) (
  book_id uuid,
  settlement uuid,
  by_agent uuid,
  on_day date,
  totals jsonb,
  step integer,
  stage text
) -- reads ayni.settlement_stage
as  SELECT book_id,
    settlement,
    by_agent,
    on_day,
    totals,
    step,
    stage
   FROM settlement_stage;
comment on view books.settlement_stage is 'room:settlement';
grant select on books.settlement_stage to ayni_app;
grant select on books.settlement_stage to ayni_keeper;

create view books.statement with (security_invoker=true) (
  book_id uuid,
  statement uuid,
  settlement uuid,
  agent uuid,
  deliveries jsonb
) -- reads ayni.statement
as  SELECT book_id,
    statement,
    settlement,
    agent,
    deliveries
   FROM statement;
comment on view books.statement is 'room:settlement';
grant select on books.statement to ayni_app;
grant select on books.statement to ayni_keeper;

create view books.statement_correction with (security_invoker=true) (
  book_id uuid,
  statement uuid,
  corrects uuid,
  said jsonb
) -- reads ayni.statement_correction
as  SELECT book_id,
    statement,
    corrects,
    said
   FROM statement_correction;
comment on view books.statement_correction is 'room:settlement';
grant select on books.statement_correction to ayni_app;
grant select on books.statement_correction to ayni_keeper;

create view books.statement_result with (security_invoker=true) (
  book_id uuid,
  statement uuid,
  settlement uuid,
  agent uuid,
  number text,
  currency text,
  line_grain text,
  value bigint,
  deducted bigint,
  net bigint,
  paid bigint,
  net_grams bigint,
  deliveries integer,
  closed_on date,
  paid_in text
) -- reads ayni.statement_result
as  SELECT book_id,
    statement,
    settlement,
    agent,
    number,
    currency,
    line_grain,
    value,
    deducted,
    net,
    paid,
    net_grams,
    deliveries,
    closed_on,
    paid_in
   FROM statement_result;
comment on view books.statement_result is 'room:settlement';
grant select on books.statement_result to ayni_app;
grant select on books.statement_result to ayni_keeper;

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

create view books.taxpayer with (security_invoker=true) (
  book_id uuid,
  agent uuid,
  tax_number jsonb,
  address jsonb,
  version integer,
  from_day date
) -- reads ayni.taxpayer
as  SELECT DISTINCT ON (book_id, agent) book_id,
    agent,
    tax_number,
    address,
    version,
    from_day
   FROM taxpayer
  ORDER BY book_id, agent, version DESC;
comment on view books.taxpayer is 'room:people';
grant select on books.taxpayer to ayni_app;
grant select on books.taxpayer to ayni_keeper;

create view books.tie with (security_invoker=true) (
  book_id uuid,
  tie uuid,
  from_agent uuid,
  to_agent uuid,
  kind text,
  number text,
  until date,
  reason text,
  version integer,
  from_day date
) -- reads ayni.tie
as  SELECT DISTINCT ON (book_id, tie) book_id,
    tie,
    from_agent,
    to_agent,
    kind,
    number,
    until,
    reason,
    version,
    from_day
   FROM tie
  ORDER BY book_id, tie, version DESC;
comment on view books.tie is 'room:people';
grant select on books.tie to ayni_app;
grant select on books.tie to ayni_keeper;

create view books.weighing with (security_invoker=true) (
  book_id uuid,
  delivery uuid,
  ordinal bigint,
  container text,
  count integer,
  gross_g bigint,
  tare_g bigint,
  reading jsonb
) -- reads ayni.delivery
as  SELECT book_id,
    delivery,
    ordinal,
    weighing ->> 'container'::text AS container,
    (weighing ->> 'count'::text)::integer AS count,
    (weighing ->> 'gross_g'::text)::bigint AS gross_g,
    (weighing ->> 'tare_g'::text)::bigint AS tare_g,
    weighing -> 'reading'::text AS reading
   FROM delivery d
     CROSS JOIN LATERAL jsonb_array_elements(bag_list) WITH ORDINALITY w(weighing, ordinal);
comment on view books.weighing is 'room:acopio';
grant select on books.weighing to ayni_app;
grant select on books.weighing to ayni_keeper;
