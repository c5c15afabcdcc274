-- What is known of each datastream besides its observations: what came in, and what of it the sums below do not say yet.
create table observation_book (
    datastream_id bigint primary key,
    stored bigint not null,
    duplicates bigint not null,
    due_from timestamp(6) with time zone,
    due_to timestamp(6) with time zone,
    raw_from timestamp(6) with time zone
);
insert into observation_book (datastream_id, stored, duplicates, due_from, due_to)
    select datastream_id, observations, 0, first_time, last_end from observation_last;

-- Numbers of a quarter of an hour, an hour, and a day of the city's clock; span is in minutes.
create table rollup (
    datastream_id bigint not null,
    span integer not null,
    begins timestamp(6) with time zone not null,
    amount bigint not null,
    lowest double precision not null,
    highest double precision not null,
    total double precision not null,
    primary key (datastream_id, span, begins)
);

-- How long what is kept, and why. 0 days: without an end.
create table retention (
    observed_property_id bigint primary key references observed_property (id) on delete cascade,
    raw_days integer not null,
    rollup_days integer not null,
    reason varchar(2000) not null
);

-- What was removed because its time was over. Each row has a digest of itself and of the one before, so that none can be
-- changed or taken away unseen.
create table retention_removal (
    id bigint primary key,
    property varchar(1000) not null,
    definition varchar(1000) not null,
    what varchar(20) not null,
    removed_before timestamp(6) with time zone not null,
    amount bigint not null,
    removed_at timestamp(6) with time zone not null,
    reason varchar(2000) not null,
    digest varchar(64) not null
);
