create table bench (
  id bigint primary key,
  name varchar(200) not null,
  longitude double precision not null,
  latitude double precision not null,
  adopted_by varchar(64),
  adopted_at timestamp(6) with time zone
);
