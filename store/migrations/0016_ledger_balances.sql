-- Why: the balances of the ledger are kept as tallies by account, commodity and month of booking, so that a page of balances does not
-- add up millions of postings. From here on the writer keeps them; what was booked before is added up once. The walls of both tables
-- stand open to their owner for that one statement: it is about every book at once.

alter table ayni.posting no force row level security;
alter table ayni.tally no force row level security;
insert into ayni.tally (book_id, kind, key, amount)
select book_id, 'ledger', account || '|' || commodity || '|' || to_char(booked, 'YYYY-MM'), sum(amount)::bigint
  from ayni.posting
 group by book_id, account || '|' || commodity || '|' || to_char(booked, 'YYYY-MM');
alter table ayni.posting force row level security;
alter table ayni.tally force row level security;
