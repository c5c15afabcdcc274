-- Observations get ids, from blocks so that a writer needs no round trip for each, and any JSON as result.
-- A number is in num. Other results are in txt: a text after a quotation mark that is not closed, anything else as JSON.
-- seq is the counter of a device; with datastream and time it makes a second delivery of the same report harmless.
create sequence observation_seq start with 1000 increment by 1000;
alter table observation rename to observation_v3;
create table observation (
    id bigint primary key,
    phenomenon_time timestamp(6) with time zone not null,
    result_time timestamp(6) with time zone,
    num double precision,
    datastream_id integer not null,
    seq integer,
    more boolean,
    txt varchar(1000000)
);
insert into observation (id, phenomenon_time, result_time, num, datastream_id, seq, txt)
    select row_number() over (order by phenomenon_time, datastream_id, seq), phenomenon_time, result_time, num,
        cast(datastream_id as integer),
        cast(case when seq between -2147483648 and 2147483647 then seq else bitand(seq, 2147483647) end as integer),
        case when flag is not null then case when flag then 'true' else 'false' end
            when txt is not null then '"' || txt end
    from observation_v3;
drop table observation_v3;
create index observation_stream on observation (datastream_id, phenomenon_time);
alter sequence observation_seq restart with (select (coalesce(max(id), 0) / 1000 + 2) * 1000 from observation);

-- One row a datastream: its newest observation, how many there are and what time they cover.
drop table observation_last;
create table observation_last (
    datastream_id bigint primary key,
    observations bigint not null,
    first_time timestamp(6) with time zone not null,
    last_end timestamp(6) with time zone not null,
    first_result timestamp(6) with time zone,
    last_result timestamp(6) with time zone,
    id bigint not null,
    phenomenon_time timestamp(6) with time zone not null,
    result_time timestamp(6) with time zone,
    num double precision,
    seq integer,
    more boolean,
    txt varchar(1000000)
);
insert into observation_last (datastream_id, observations, first_time, last_end, first_result, last_result,
        id, phenomenon_time, result_time, num, seq, more, txt)
    select s.datastream_id, s.observations, s.first_time, s.last_end, s.first_result, s.last_result,
        o.id, o.phenomenon_time, o.result_time, o.num, o.seq, o.more, o.txt
    from (select datastream_id, count(*) observations, min(phenomenon_time) first_time, max(phenomenon_time) last_end,
            min(result_time) first_result, max(result_time) last_result
            from observation group by datastream_id) s
        join (select *, row_number() over (partition by datastream_id
            order by phenomenon_time desc, coalesce(seq, 0) desc, id desc) newest from observation) o
            on o.datastream_id = s.datastream_id and o.newest = 1;
