-- New pages are looked through until they are summarized, so that must not wait for a vacuum.
drop index observation_id;
create index observation_id on observation using brin (id) with (pages_per_range = 16, autosummarize = on);
