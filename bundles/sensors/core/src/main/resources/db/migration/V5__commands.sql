-- Orders that devices were given. Without an outcome the driver has not answered.
create table device_command (
    id varchar(36) primary key,
    device_id bigint not null references device (id) on delete cascade,
    command varchar(64) not null,
    parameters varchar(12000) not null,
    actor varchar(200) not null,
    given_at timestamp(6) with time zone not null,
    outcome varchar(20) default '' not null,
    detail varchar(2000) default '' not null
);
create index device_command_device on device_command (device_id, given_at);
