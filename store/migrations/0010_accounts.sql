-- Why: sign-in by a person's own account (telephone or name, and a PIN), slowed against guessing, with invitations to seats and
-- recovery through officers. An account belongs to a person and to no book: all of this stands outside books.

-- What changes of an account: its PIN (Argon2id, PHC text with its parameters), and up to when its holder read what happened to it.
create table ayni.account_now (
  account_id uuid        not null primary key,
  pin_hash   text        not null,
  pin_digits int         not null,                         -- how long the PIN is: seats with money or seats ask for six
  pin_since  timestamptz not null,
  read_until timestamptz not null
);
comment on table ayni.account_now is 'citus:local room:store shape:now';
grant select, insert, update on ayni.account_now to ayni_app;
grant select, insert, delete on ayni.account_now to ayni_keeper;

-- That the holder of an account said yes to a seat. The seat's own record names the account too; only both together let it in.
create table ayni.account_seat (
  account_id uuid        not null,
  book_id    uuid        not null,
  seat       uuid        not null,
  agent      uuid        not null,
  since      timestamptz not null,
  primary key (account_id, book_id, seat)
);
create index account_seat_book on ayni.account_seat (book_id, seat);
comment on table ayni.account_seat is 'citus:local room:store shape:local';
grant select, insert on ayni.account_seat to ayni_app;
grant select, insert, delete on ayni.account_seat to ayni_keeper;

-- What happened to an account, for its holder to read: never changed, never taken back.
create table ayni.account_event (
  account_id uuid        not null,
  event_id   uuid        not null,
  happened   timestamptz not null,
  what       text        not null,                         -- 'account.made', 'pin.changed', 'recovery.asked', …
  by_account uuid,
  book_id    uuid,
  by_agent   uuid,
  primary key (account_id, event_id)
);
comment on table ayni.account_event is 'citus:local room:store shape:local';
grant select, insert on ayni.account_event to ayni_app;
grant select, insert, delete on ayni.account_event to ayni_keeper;

-- Guesses in a row, by what is guessed at (an account, a code) or where it comes from. Kept, so that a new start forgives nothing.
create table ayni.guessing (
  subject  text        not null primary key,               -- SHA-256: neither names nor addresses are kept here
  failures int         not null,
  last     timestamptz not null,
  until    timestamptz                                     -- no guess is looked at before then
);
create index guessing_last on ayni.guessing (last);
comment on table ayni.guessing is 'citus:local room:store shape:now';
grant select, insert, update on ayni.guessing to ayni_app;
grant select, insert, delete on ayni.guessing to ayni_keeper;

-- Browsers in which an account was signed in before: guesses made elsewhere do not slow them.
create table ayni.known_browser (
  token_hash bytea       not null,
  account_id uuid        not null,                         -- several people may use one computer
  made       timestamptz not null,
  expires    timestamptz not null,
  ended      timestamptz,
  primary key (token_hash, account_id)
);
create index known_browser_account on ayni.known_browser (account_id);
comment on table ayni.known_browser is 'citus:local room:store shape:now';
grant select, insert, update on ayni.known_browser to ayni_app;
grant select, insert, delete on ayni.known_browser to ayni_keeper;

-- Sessions: one may wait for the choice of a seat; each has a name to end it by, and says where it is.
alter table ayni.session alter column book_id drop not null;
alter table ayni.session alter column seat drop not null;
alter table ayni.session alter column agent drop not null;
alter table ayni.session add column session_id uuid not null default gen_random_uuid();
alter table ayni.session add column way text not null default 'operator';
alter table ayni.session add column browser text not null default '';
alter table ayni.session add column last_seen timestamptz;
create index session_account on ayni.session (account_id) where account_id is not null;

-- An invitation to one seat, by a code that only its holder has.
create table ayni.invitation (
  invitation_id uuid        not null primary key,
  code_hash     bytea       not null unique,
  book_id       uuid        not null,
  seat          uuid        not null,
  agent         uuid        not null,                      -- whose seat it is
  by_seat       uuid        not null,                      -- who invites: on their word the seat gets its account
  by_agent      uuid        not null,
  made          timestamptz not null,
  expires       timestamptz not null,
  revoked       timestamptz,
  used          timestamptz,
  used_by       uuid                                       -- the account
);
create index invitation_seat on ayni.invitation (book_id, seat);
comment on table ayni.invitation is 'citus:local room:store shape:now';
grant select, insert, update on ayni.invitation to ayni_app;
grant select, insert, delete on ayni.invitation to ayni_keeper;

-- A forgotten PIN: asked for by the person, confirmed by officers of every organisation where the account sits, or by the operator.
create table ayni.recovery (
  recovery_id uuid        not null primary key,
  account_id  uuid        not null,
  asked       timestamptz not null,
  expires     timestamptz not null,
  code_hash   bytea,                                       -- once all have confirmed, or the operator has
  code_until  timestamptz,
  ended       timestamptz                                  -- used, or replaced by another
);
create index recovery_account on ayni.recovery (account_id);
comment on table ayni.recovery is 'citus:local room:store shape:now';
grant select, insert, update on ayni.recovery to ayni_app;
grant select, insert, delete on ayni.recovery to ayni_keeper;

create table ayni.recovery_confirmation (
  recovery_id uuid        not null,
  book_id     uuid        not null,
  by_agent    uuid        not null,
  by_account  uuid,
  confirmed   timestamptz not null,
  primary key (recovery_id, book_id, by_agent)
);
comment on table ayni.recovery_confirmation is 'citus:local room:store shape:local';
grant select, insert on ayni.recovery_confirmation to ayni_app;
grant select, insert, delete on ayni.recovery_confirmation to ayni_keeper;

-- Which book is the example that a new installation begins with, and whether it was taken away.
create table ayni.example_book (
  book_id uuid        not null primary key,
  made    timestamptz not null,
  removed timestamptz
);
comment on table ayni.example_book is 'citus:local room:store shape:now';
grant select, insert, update on ayni.example_book to ayni_app;
grant select, insert, delete on ayni.example_book to ayni_keeper;
