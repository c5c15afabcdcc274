-- One row a job: who may run it, and how it went the last time. Times are milliseconds since 1970, UTC; 0 for never.
create table job (
    name varchar(100) primary key,
    planned bigint default 0 not null,
    runner varchar(64) default '' not null,
    lease_until bigint default 0 not null,
    begun bigint default 0 not null,
    ended bigint default 0 not null,
    outcome varchar(16) default 'NEVER' not null,
    message varchar(1000) default '' not null,
    succeeded bigint default 0 not null,
    runs bigint default 0 not null,
    failures bigint default 0 not null,
    missed bigint default 0 not null
);
