const BOOK = "book_id uuid not null";
const SAYS = "citus:distributed(book_id) room:acopio shape:event";

/** A table of a book with a fault in its columns or keys. */
const table = (body: string, says: string = SAYS): readonly string[] => [
  `create table fault (${body})`,
  `comment on table fault is '${says}'`,
];

/** For each rule of `distributable.sql`, a schema that breaks it. */
export const DISTRIBUTION_FAULTS: Readonly<Record<string, readonly string[]>> = {
  R01: ["create table fault (id int primary key)"],
  R02: table("book_id uuid, id uuid not null"),
  R03: table("book_id text not null, id uuid not null, primary key (book_id, id)"),
  R04: table(`${BOOK}, id uuid primary key`),
  R04b: [
    "create extension btree_gist",
    ...table(`${BOOK}, id uuid, primary key (book_id, id), exclude using gist (book_id with <>)`),
  ],
  R05: [...table(`${BOOK}, id uuid not null, primary key (book_id, id)`), "create unique index fault_id on fault (id)"],
  R06: table(`${BOOK}, id uuid not null`),
  R07: table(
    `${BOOK}, other uuid not null, id uuid not null, primary key (book_id, id), foreign key (other, id) references hand_over (book_id, id)`,
  ),
  R08: table(
    `id uuid primary key, ${BOOK}, foreign key (book_id, id) references hand_over (book_id, id)`,
    "citus:local room:store shape:local",
  ),
  R09: table(
    `${BOOK}, id uuid, place int, primary key (book_id, place), foreign key (book_id, id) references hand_over (book_id, id) on delete set null (id)`,
  ),
  R10: [
    "create function fault_trigger() returns trigger language plpgsql as $$ begin return new; end $$",
    "create trigger fault before insert on hand_over for each row execute function fault_trigger()",
  ],
  R11: ["create rule fault as on update to hand_over do instead nothing"],
  R12: table(`${BOOK}, id int generated always as identity, primary key (book_id, id)`),
  R13: ["create table fault (primary key (book_id, id)) inherits (hand_over)", `comment on table fault is '${SAYS}'`],
  R14: [
    `create table fault (${BOOK}, day date not null, primary key (book_id, day)) partition by range (day)`,
    `comment on table fault is '${SAYS}'`,
    "create table fault_2026 partition of fault for values from ('2026-01-01') to ('2027-01-01')",
    "comment on table fault_2026 is 'citus:local room:acopio shape:event'",
  ],
  R15: table(`${BOOK}, id uuid not null, primary key (book_id, id)`).map((statement) =>
    statement.replace("create table", "create unlogged table"),
  ),
  R16: ["create policy fault on hand_over using (book_id = current_setting('ayni.book', true)::uuid)"],
  R17: [
    "create function fault_step(int8, int8) returns int8 language sql immutable as 'select $1 + $2'",
    "create aggregate fault_sum(int8) (sfunc = fault_step, stype = int8, initcond = '0')",
  ],
  R18: table(`${BOOK}, id uuid not null, primary key (book_id, id)`).map((statement) =>
    statement.replace("fault", "fault_with_a_name_so_long_that_no_shard_could_add_its_number"),
  ),
  R19: ["create function fault() returns void language sql as 'select pg_advisory_lock(1)'"],
  R20: ["create view books.fault as select book_id, day, count(*) as n from hand_over group by rollup (book_id, day)"],
  R21: [
    "create sequence fault_number",
    ...table(`${BOOK}, id int8 not null default nextval('fault_number'), primary key (book_id, id)`),
  ],
};

/** For each rule of `wall.sql`, a schema that breaks it. */
export const WALL_FAULTS: Readonly<Record<string, readonly string[]>> = {
  W01: ["comment on table unit is 'citus:reference'"],
  W02: ["alter table hand_over no force row level security"],
  W03: ["create policy fault on hand_over using (true)"],
  W04: ["comment on table hand_over is 'citus:reference room:acopio shape:event'"],
  W05: ["grant update (grams) on hand_over to ayni_app"],
  W06: ["grant delete on hand_over to ayni_app"],
  W07: ["grant truncate on hand_over to ayni_app"],
  W08: ["grant select on unit to public"],
  W10: ["create function fault() returns int8 language sql security definer as 'select count(*) from hand_over'"],
  W11: [
    "create view fault with (security_invoker = true) as select book_id from hand_over",
    "comment on view fault is 'room:acopio'",
  ],
  W12: ["alter view books.days reset (security_invoker)"],
  W13: ["comment on view books.days is null"],
  W14: ["comment on view books.days is 'room:lots Days.'"],
  W15: ["create view books.fault with (security_invoker = true) as select grams from hand_over"],
  W16: ["revoke select on hand_over from ayni_keeper"],
};

/** Faults that only the server's superuser could make. */
export const SUPERUSER_FAULTS: Readonly<Record<string, readonly string[]>> = {
  W09: ["create table fault (id int primary key)", "comment on table fault is 'citus:local room:store shape:local'"],
  W17: ["alter role ayni_app bypassrls"],
};
