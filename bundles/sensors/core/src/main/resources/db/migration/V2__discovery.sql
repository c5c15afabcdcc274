-- What drivers find when they look for devices stands in the same inbox as what sends without being registered.
alter table unknown_device add column model varchar(100) default '' not null;
alter table unknown_device add column name varchar(200) default '' not null;
alter table unknown_device add column facts varchar(12000) default '{}' not null;
alter table unknown_device add column ignored boolean default false not null;
