-- Why: what is owed to each person and by each is kept as tallies too, by person, account and commodity, so that the list of members
-- does not add up every posting of every year. From here on the writer keeps them; what was booked before is added up once. The walls
-- of both tables stand open to their owner for that one statement: it is about every book at once.

alter table ayni.posting no force row level security;
alter table ayni.tally no force row level security;
insert into ayni.tally (book_id, kind, key, amount)
select book_id, 'agent', agent::text || '|' || account || '|' || commodity, sum(amount)::bigint
  from ayni.posting
 where agent is not null
   and account in ('owed-to-producers', 'advances', 'credit-principal', 'share-capital', 'savings')
 group by book_id, agent::text || '|' || account || '|' || commodity;
alter table ayni.posting force row level security;
alter table ayni.tally force row level security;

-- Which hand-overs wait for a settlement is found by comparing two indexes, without reading the hand-overs themselves.
create index delivery_waiting on ayni.delivery (book_id, delivery)
  include (mode, season_agreement, product, member, net_g, happened);
