-- Things and what observes them, in the shape of SensorThings 1.1 (OGC 18-088, clause 8).
create sequence sensors_seq start with 50 increment by 50;

create table sensor (
    id bigint primary key,
    model varchar(100) not null unique,
    name varchar(200) not null,
    datasheet varchar(500) not null
);

create table observed_property (
    id bigint primary key,
    definition varchar(500) not null unique,
    name varchar(200) not null
);

create table location (
    id bigint primary key,
    name varchar(200) not null,
    longitude double precision not null,
    latitude double precision not null
);

create table thing (
    id bigint primary key,
    name varchar(200) not null,
    description varchar(1000) not null,
    kind varchar(64) not null,
    group_name varchar(200) not null,
    demo boolean not null,
    location_id bigint references location (id),
    properties varchar(4000) not null
);

create table historical_location (
    id bigint primary key,
    thing_id bigint not null references thing (id) on delete cascade,
    location_id bigint not null references location (id),
    since timestamp(6) with time zone not null
);
create index historical_location_thing on historical_location (thing_id, since);

create table datastream (
    id bigint primary key,
    thing_id bigint not null references thing (id) on delete cascade,
    sensor_id bigint not null references sensor (id),
    observed_property_id bigint not null references observed_property (id),
    name varchar(300) not null,
    channel varchar(64) not null,
    value_type varchar(10) not null,
    unit varchar(40) not null,
    name_key varchar(120) not null,
    is_open boolean not null,
    licence varchar(200) not null,
    unique (thing_id, channel)
);

create table device (
    id bigint primary key,
    thing_id bigint not null unique references thing (id) on delete cascade,
    instance varchar(100) not null,
    external_id varchar(128) not null,
    model varchar(100) not null,
    is_open boolean not null,
    licence varchar(200) not null,
    unique (instance, external_id)
);

create table unknown_device (
    instance varchar(100) not null,
    external_id varchar(128) not null,
    first_seen timestamp(6) with time zone not null,
    last_seen timestamp(6) with time zone not null,
    messages bigint not null,
    primary key (instance, external_id)
);

-- The key makes storing a delivery twice harmless. Exactly one of num, flag and txt is set.
create table observation (
    datastream_id bigint not null,
    phenomenon_time timestamp(6) with time zone not null,
    seq bigint not null,
    result_time timestamp(6) with time zone not null,
    num double precision,
    flag boolean,
    txt varchar(2000),
    primary key (datastream_id, phenomenon_time, seq)
);

-- One row a datastream, so that a map asks for last values with one join.
create table observation_last (
    datastream_id bigint primary key,
    phenomenon_time timestamp(6) with time zone not null,
    seq bigint not null,
    result_time timestamp(6) with time zone not null,
    num double precision,
    flag boolean,
    txt varchar(2000)
);

-- What happened to everything that came in.
create table ledger (
    instance varchar(100) not null,
    outcome varchar(64) not null,
    amount bigint not null,
    last_at timestamp(6) with time zone not null,
    primary key (instance, outcome)
);

create table driver_state (
    instance varchar(100) not null,
    name varchar(100) not null,
    content varchar(4000) not null,
    primary key (instance, name)
);
