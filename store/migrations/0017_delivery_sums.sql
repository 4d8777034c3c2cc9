-- Why: the office's first page and the list of hand-overs add up what came in by day, product, place and season. With these columns
-- beside the key the sums are read from the index alone; it takes the place of the index by day, whose order it keeps.

create index delivery_sums on ayni.delivery (book_id, happened, delivery) include (product, place, season, member, net_g);
drop index ayni.delivery_happened;
