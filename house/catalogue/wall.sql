-- Does the database wall off every book, and do the rooms keep to their own tables? No row means yes.
-- A table's comment: 'citus:KIND room:ROOM shape:SHAPE …'; a published view's comment: 'room:ROOM …'.
with
ours as (
  select oid, nspname from pg_namespace where nspname !~ '^pg_' and nspname <> 'information_schema'
),
o as (
  select c.oid, n.nspname, n.nspname || '.' || c.relname as tab, c.relname, c.relkind, c.relowner, c.relrowsecurity, c.relforcerowsecurity, c.reloptions, c.relacl,
         obj_description(c.oid, 'pg_class') as says,
         substring(obj_description(c.oid, 'pg_class') from '\mroom:(\w+)') as room,
         substring(obj_description(c.oid, 'pg_class') from '\mshape:(\w+)') as shape,
         coalesce(obj_description(c.oid, 'pg_class') ~ 'citus:distributed\(book_id\)', false) as of_a_book,
         exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'book_id' and not a.attisdropped) as has_book
  from pg_class c join ours n on n.oid = c.relnamespace where c.relkind in ('r', 'p', 'v', 'm', 'S', 'f')
),
tables as (select * from o where relkind in ('r', 'p', 'f')),
views as (select * from o where relkind in ('v', 'm')),
-- The one wall there is. A policy that says anything else is not a wall but a door.
the_wall as (select '(book_id = (current_setting(''ayni.book''::text))::uuid)'::text as says),
reads as (
  select distinct v.oid as view, r.oid as read
  from views v join pg_rewrite w on w.ev_class = v.oid
  join pg_depend p on p.classid = 'pg_rewrite'::regclass and p.objid = w.oid and p.refclassid = 'pg_class'::regclass
  join pg_class r on r.oid = p.refobjid and r.oid <> v.oid and r.relkind in ('r', 'p', 'v', 'm', 'f')
),
breach as (
  select 'W01 a table says its room and its shape' as rule, tab, says as what
  from tables where room is null or shape is null or shape not in ('event', 'sheet', 'stage', 'now', 'local')
  union all
  select 'W02 a book''s table has row-level security, enabled and forced', tab, null
  from tables where of_a_book and not (relrowsecurity and relforcerowsecurity)
  union all
  select 'W03 a book''s table has a policy for all it allows, and each policy is the wall', t.tab, p.polname
  from tables t left join pg_policy p on p.polrelid = t.oid and p.polpermissive cross join the_wall
  where t.of_a_book
    and (p.oid is null
      or coalesce(pg_get_expr(p.polqual, p.polrelid), the_wall.says) <> the_wall.says
      or coalesce(pg_get_expr(p.polwithcheck, p.polrelid), the_wall.says) <> the_wall.says
      or (p.polqual is null and p.polwithcheck is null))
  union all
  select 'W04 a table with book_id that is no book''s table is outside books on purpose (shape now or local)', tab, shape
  from tables where has_book and not of_a_book and coalesce(shape, '') not in ('now', 'local')
  union all
  select 'W05 the app role changes rows only of tables that are caches (shape now)', tab, 'update'
  from tables where coalesce(shape, '') <> 'now' and has_any_column_privilege('ayni_app', oid, 'update')
  union all
  select 'W06 the app role deletes no rows', tab, 'delete'
  from tables where has_table_privilege('ayni_app', oid, 'delete') and relname <> 'personal_value' -- an erasure
  union all
  select 'W07 the app role truncates nothing, references nothing, sets no triggers', tab, null
  from tables where has_table_privilege('ayni_app', oid, 'truncate') or has_any_column_privilege('ayni_app', oid, 'references') or has_table_privilege('ayni_app', oid, 'trigger')
  union all
  select 'W08 nothing is granted to everybody', o.tab, x.privilege_type
  from o cross join lateral aclexplode(o.relacl) x where x.grantee = 0
  union all
  select 'W09 everything belongs to the owner role', tab, relowner::regrole::text from o where relowner::regrole::text <> 'ayni_owner'
  union all
  select 'W10 no function runs with its owner''s rights', p.oid::regprocedure::text, null
  from pg_proc p join ours n on n.oid = p.pronamespace where p.prosecdef
  union all
  select 'W11 views are published in the schema books, and there are only views', tab, null
  from o where (relkind in ('v', 'm')) <> (nspname = 'books')
  union all
  select 'W12 a view keeps to the rights of who asks (security_invoker) and is not a stored copy', tab, null
  from views where relkind = 'm' or not coalesce(reloptions @> array['security_invoker=true'], false)
  union all
  select 'W13 a published view says its room', tab, says from views where room is null
  union all
  select 'W14 a published view reads only tables of its own room', v.tab, t.tab || ' of room ' || coalesce(t.room, '?')
  from reads join views v on v.oid = reads.view join tables t on t.oid = reads.read where v.room is distinct from t.room
  union all
  select 'W15 a published view over a book''s table shows book_id', v.tab, null
  from views v where not v.has_book and exists (select 1 from reads join tables t on t.oid = reads.read where reads.view = v.oid and t.of_a_book)
  union all
  select 'W16 the keeper may read every book''s table', tab, null
  from tables where of_a_book and not has_table_privilege('ayni_keeper', oid, 'select')
  union all
  select 'W17 the app role is no more than it should be', rolname, null
  from pg_roles where rolname = 'ayni_app' and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or pg_has_role(oid, 'ayni_owner', 'member') or pg_has_role(oid, 'ayni_keeper', 'member'))
)
select rule, tab as place, what from breach order by 1, 2, 3;
