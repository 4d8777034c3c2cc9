-- May a distributed engine (Citus, spread by book_id) carry this schema? Run on a plain PostgreSQL; no row means yes.
-- Each table says its kind in its comment: 'citus:distributed(book_id) …' | 'citus:reference …' | 'citus:local …'.
with
ours as (
  select oid, nspname from pg_namespace where nspname !~ '^pg_' and nspname <> 'information_schema'
),
t as (
  select c.oid, n.nspname || '.' || c.relname as tab, c.relkind, c.relpersistence, c.relreplident,
         substring(obj_description(c.oid, 'pg_class') from 'citus:(\w+)') as kind,
         substring(obj_description(c.oid, 'pg_class') from 'citus:distributed\((\w+)\)') as dcol
  from pg_class c join ours n on n.oid = c.relnamespace where c.relkind in ('r', 'p')
),
d as (
  select t.*, a.attnum as dnum, a.atttypid as dtype, a.attnotnull, a.attgenerated, a.attidentity
  from t left join pg_attribute a on a.attrelid = t.oid and a.attname = t.dcol where t.kind = 'distributed'
),
long_names as (
  select t.oid, x.name
  from t cross join lateral (
    select c.relname::text as name from pg_class c where c.oid = t.oid
    union all select k.conname::text from pg_constraint k where k.conrelid = t.oid
    union all select c.relname::text from pg_index i join pg_class c on c.oid = i.indexrelid where i.indrelid = t.oid) x
  where octet_length(x.name) > 54
),
breach as (
  select 'R01 every table declares its kind' as rule, tab, null::text as what
  from t where kind is null or kind not in ('distributed', 'reference', 'local')
  union all
  select 'R02 the distribution column exists, is not null, not generated, not an identity', tab, dcol
  from d where dnum is null or not attnotnull or attgenerated <> '' or attidentity <> ''
  union all
  select 'R03 all distribution columns have one type', tab, format_type(dtype, null)
  from d where dtype is distinct from (select dtype from d group by dtype order by count(*) desc, dtype limit 1)
  union all
  select 'R04 a primary, unique or exclusion key holds the distribution column', d.tab, k.conname
  from d join pg_constraint k on k.conrelid = d.oid and k.contype in ('p', 'u', 'x') where not (d.dnum = any (k.conkey))
  union all
  select 'R04b an exclusion compares the distribution column with =', d.tab, k.conname
  from d join pg_constraint k on k.conrelid = d.oid and k.contype = 'x'
  where d.dnum = any (k.conkey)
    and (select oprname from pg_operator where oid = k.conexclop[array_position(k.conkey, d.dnum)]) <> '='
  union all
  select 'R05 a unique index holds the distribution column as a plain key', d.tab, i.indexrelid::regclass::text
  from d join pg_index i on i.indrelid = d.oid and i.indisunique where not (d.dnum = any ((i.indkey::int2[])[0:i.indnkeyatts - 1]))
  union all
  select 'R06 distributed and reference tables have a primary key (their shards cannot move without one)', tab, null
  from t where kind in ('distributed', 'reference') and relreplident <> 'f'
    and not exists (select 1 from pg_constraint where conrelid = t.oid and contype = 'p')
  union all
  select 'R07 a foreign key between distributed tables pairs book with book', s.tab, k.conname
  from d s join pg_constraint k on k.conrelid = s.oid and k.contype = 'f' join d r on r.oid = k.confrelid
  where array_position(k.conkey, s.dnum) is null or array_position(k.conkey, s.dnum) is distinct from array_position(k.confkey, r.dnum)
  union all
  select 'R08 forbidden direction of a foreign key: ' || s.kind || ' to ' || r.kind, s.tab, k.conname
  from t s join pg_constraint k on k.conrelid = s.oid and k.contype = 'f' join t r on r.oid = k.confrelid
  where (s.kind, r.kind) in (('reference', 'distributed'), ('local', 'distributed'), ('distributed', 'local'), ('reference', 'local'))
  union all
  select 'R09 no set null, set default or update cascade on a foreign key that holds the distribution column', d.tab, k.conname
  from d join pg_constraint k on k.conrelid = d.oid and k.contype = 'f' and d.dnum = any (k.conkey)
  where k.confdeltype in ('n', 'd') or k.confupdtype in ('n', 'd', 'c')
  union all
  select 'R10 no triggers on distributed and reference tables', t.tab, g.tgname
  from t join pg_trigger g on g.tgrelid = t.oid and not g.tgisinternal where t.kind in ('distributed', 'reference')
  union all
  select 'R11 no rules on distributed and reference tables', t.tab, w.rulename
  from t join pg_rewrite w on w.ev_class = t.oid where t.kind in ('distributed', 'reference')
  union all
  select 'R12 an identity or serial column of a distributed table is bigint', d.tab, a.attname
  from d join pg_attribute a on a.attrelid = d.oid and a.attnum > 0 and not a.attisdropped
  left join pg_attrdef e on e.adrelid = d.oid and e.adnum = a.attnum
  where a.atttypid in ('int2'::regtype, 'int4'::regtype) and (a.attidentity <> '' or pg_get_expr(e.adbin, e.adrelid) like 'nextval(%')
  union all
  select 'R13 no inheritance', t.tab, i.inhparent::regclass::text
  from t join pg_inherits i on i.inhrelid = t.oid join pg_class p on p.oid = i.inhparent where p.relkind = 'r'
  union all
  select 'R14 a partition is of its parent''s kind', t.tab, i.inhparent::regclass::text
  from t join pg_inherits i on i.inhrelid = t.oid join t p on p.oid = i.inhparent where p.relkind = 'p' and t.kind is distinct from p.kind
  union all
  select 'R15 a distributed table is permanent', tab, relpersistence::text from d where relpersistence <> 'p'
  union all
  select 'R16 a policy fails loudly when its setting is missing', t.tab, p.polname
  from t join pg_policy p on p.polrelid = t.oid
  where t.kind = 'distributed'
    and coalesce(pg_get_expr(p.polqual, p.polrelid), '') || coalesce(pg_get_expr(p.polwithcheck, p.polrelid), '') ~ 'current_setting\([^)]*, true\)'
  union all
  select 'R17 an aggregate of ours can be combined from parts', a.aggfnoid::text, null
  from pg_aggregate a join pg_proc p on p.oid = a.aggfnoid join ours n on n.oid = p.pronamespace where a.aggcombinefn = 0
  union all
  select 'R18 a name has at most 54 bytes (a shard''s number is put behind it)', t.tab, l.name
  from t join long_names l on l.oid = t.oid where t.kind <> 'local'
  union all
  select 'R19 a function does not notify, listen or take advisory locks', p.oid::regprocedure::text,
         substring(p.prosrc from '(?i)(pg_notify|pg_advisory\w*|pg_try_advisory\w*|\mnotify\M|\mlisten\M)')
  from pg_proc p join ours n on n.oid = p.pronamespace
  where p.prokind in ('f', 'p') and p.prosrc ~* '(pg_notify|pg_advisory|pg_try_advisory|\mnotify\M|\mlisten\M)'
  union all
  select 'R20 a view has no grouping sets and no recursion', c.oid::regclass::text,
         substring(pg_get_viewdef(c.oid) from '(?i)(GROUPING SETS|ROLLUP|CUBE|WITH RECURSIVE)')
  from pg_class c join ours n on n.oid = c.relnamespace
  where c.relkind in ('v', 'm') and pg_get_viewdef(c.oid) ~* '(GROUPING SETS|ROLLUP|CUBE|WITH RECURSIVE)'
  union all
  select 'R21 a sequence default belongs to its column', d.tab, a.attname
  from d join pg_attribute a on a.attrelid = d.oid join pg_attrdef e on e.adrelid = d.oid and e.adnum = a.attnum
  where pg_get_expr(e.adbin, e.adrelid) like 'nextval(%' and pg_get_serial_sequence(d.tab, a.attname) is null
)
select rule, tab as place, what from breach order by 1, 2, 3;
