-- Readings of a device that were not stored, by channel and cause.
create table stream_refusal (
    instance varchar(100) not null,
    external_id varchar(128) not null,
    channel varchar(64) not null,
    outcome varchar(64) not null,
    amount bigint not null,
    primary key (instance, external_id, channel, outcome)
);
