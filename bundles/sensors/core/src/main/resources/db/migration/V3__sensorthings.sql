-- All that SensorThings 1.1 says of its entities. Columns named properties, unit_of_measurement and the like hold JSON
-- as it was written. Boxes are there for geometries that are GeoJSON; shape says whether the box is the geometry.

alter table sensor alter column model drop not null;
alter table sensor alter column name set data type varchar(1000);
alter table sensor alter column datasheet set data type varchar(1000000);
alter table sensor add column description varchar(100000) default '' not null;
alter table sensor add column encoding_type varchar(200) default 'text/html' not null;
alter table sensor add column metadata varchar(1000000) default '""' not null;
alter table sensor add column properties varchar(1000000);
update sensor set description = model,
    metadata = '"' || replace(replace(datasheet, '\', '\\'), '"', '\"') || '"';

-- Several may have the same definition, so the column is made anew without its key, whose name is the database's secret.
alter table observed_property add column defined_by varchar(1000) default '' not null;
update observed_property set defined_by = definition;
alter table observed_property drop column definition;
alter table observed_property rename column defined_by to definition;
create index observed_property_definition on observed_property (definition);
alter table observed_property alter column name set data type varchar(1000);
alter table observed_property add column description varchar(100000) default '' not null;
alter table observed_property add column properties varchar(1000000);
update observed_property set description = name;

create table feature_of_interest (
    id bigint primary key,
    name varchar(1000) not null,
    description varchar(100000) not null,
    encoding_type varchar(200) not null,
    feature varchar(1000000) not null,
    properties varchar(1000000),
    shape varchar(5) not null,
    min_lon double precision,
    min_lat double precision,
    max_lon double precision,
    max_lat double precision
);
create index feature_shape on feature_of_interest (shape);

alter table location alter column name set data type varchar(1000);
alter table location alter column longitude drop not null;
alter table location alter column latitude drop not null;
alter table location add column description varchar(100000) default '' not null;
alter table location add column encoding_type varchar(200) default 'application/geo+json' not null;
alter table location add column location varchar(1000000) default '{}' not null;
alter table location add column properties varchar(1000000);
alter table location add column shape varchar(5) default 'POINT' not null;
alter table location add column min_lon double precision;
alter table location add column min_lat double precision;
alter table location add column max_lon double precision;
alter table location add column max_lat double precision;
alter table location add column feature_id bigint references feature_of_interest (id) on delete set null;
update location set description = name, min_lon = longitude, max_lon = longitude, min_lat = latitude, max_lat = latitude,
    location = '{"type":"Point","coordinates":[' || cast(longitude as varchar) || ',' || cast(latitude as varchar) || ']}';
create index location_box on location (min_lon, max_lon, min_lat, max_lat);
create index location_shape on location (shape);
create index location_feature on location (feature_id);

alter table thing alter column name set data type varchar(1000);
alter table thing alter column description set data type varchar(100000);
alter table thing alter column properties drop not null;
alter table thing alter column properties set data type varchar(1000000);
-- What kind of thing it is stands in its properties, too, where clients read and write it.
update thing set properties = '{"demo":' || case when demo then 'true' else 'false' end
    || ',"group":"' || replace(replace(group_name, '\', '\\'), '"', '\"') || '","kind":"' || kind || '"'
    || case when properties = '{}' then '}' else ',' || substring(properties from 2) end;

-- The column location_id of a thing stays: the first of its locations that has a place on a map.
create table thing_location (
    thing_id bigint not null references thing (id) on delete cascade,
    location_id bigint not null references location (id) on delete cascade,
    primary key (thing_id, location_id)
);
create index thing_location_location on thing_location (location_id);
insert into thing_location (thing_id, location_id) select id, location_id from thing where location_id is not null;

create table historical_location_location (
    historical_location_id bigint not null references historical_location (id) on delete cascade,
    location_id bigint not null references location (id) on delete cascade,
    primary key (historical_location_id, location_id)
);
create index historical_location_location_location on historical_location_location (location_id);
insert into historical_location_location (historical_location_id, location_id)
    select id, location_id from historical_location;
alter table historical_location drop column location_id;

alter table datastream alter column observed_property_id drop not null;
alter table datastream alter column name set data type varchar(1000);
alter table datastream add column description varchar(100000) default '' not null;
alter table datastream add column observation_type varchar(1000) default '' not null;
alter table datastream add column unit_of_measurement varchar(1000000) default '{}' not null;
alter table datastream add column properties varchar(1000000);
alter table datastream add column observed_area varchar(1000000);
alter table datastream add column area_shape varchar(5) default 'NONE' not null;
alter table datastream add column area_min_lon double precision;
alter table datastream add column area_min_lat double precision;
alter table datastream add column area_max_lon double precision;
alter table datastream add column area_max_lat double precision;
-- A MultiDatastream: lists instead of one type and unit, and its properties in the table below.
alter table datastream add column multi boolean default false not null;
alter table datastream add column observation_types varchar(1000000);
create index datastream_sensor on datastream (sensor_id);
create index datastream_observed_property on datastream (observed_property_id);
create table multi_observed_property (
    datastream_id bigint not null references datastream (id) on delete cascade,
    place integer not null,
    observed_property_id bigint not null references observed_property (id),
    primary key (datastream_id, place)
);
create index multi_observed_property_property on multi_observed_property (observed_property_id);
update datastream set description = name,
    observation_type = 'http://www.opengis.net/def/observationType/OGC-OM/2.0/' || case value_type
        when 'NUMBER' then 'OM_Measurement' when 'BOOLEAN' then 'OM_TruthObservation' else 'OM_Observation' end,
    properties = '{"channel":"' || channel || '","licence":"' || replace(replace(licence, '\', '\\'), '"', '\"') || '"}',
    unit_of_measurement = case unit
        when '' then '{"name":null,"symbol":null,"definition":null}'
        when 'Cel' then '{"name":"Grad Celsius","symbol":"°C","definition":"ucum:Cel"}'
        when '%' then '{"name":"Prozent","symbol":"%","definition":"ucum:%"}'
        when 'hPa' then '{"name":"Hektopascal","symbol":"hPa","definition":"ucum:hPa"}'
        when 'm/s' then '{"name":"Meter je Sekunde","symbol":"m/s","definition":"ucum:m/s"}'
        when 'km/h' then '{"name":"Kilometer je Stunde","symbol":"km/h","definition":"ucum:km/h"}'
        when 'deg' then '{"name":"Grad","symbol":"°","definition":"ucum:deg"}'
        when 'mm' then '{"name":"Millimeter","symbol":"mm","definition":"ucum:mm"}'
        when 'cm' then '{"name":"Zentimeter","symbol":"cm","definition":"ucum:cm"}'
        when 'W/m2' then '{"name":"Watt je Quadratmeter","symbol":"W/m²","definition":"ucum:W/m2"}'
        when 'uS/cm' then '{"name":"Mikrosiemens je Zentimeter","symbol":"µS/cm","definition":"ucum:uS/cm"}'
        when '[ppm]' then '{"name":"Teile je Million","symbol":"ppm","definition":"ucum:[ppm]"}'
        when 'ug/m3' then '{"name":"Mikrogramm je Kubikmeter","symbol":"µg/m³","definition":"ucum:ug/m3"}'
        when 'V' then '{"name":"Volt","symbol":"V","definition":"ucum:V"}'
        when 'kW' then '{"name":"Kilowatt","symbol":"kW","definition":"ucum:kW"}'
        when '1' then '{"name":"Anzahl","symbol":"","definition":"ucum:1"}'
        else '{"name":"' || unit || '","symbol":"' || unit || '","definition":"ucum:' || unit || '"}' end;

-- Features that observations have unless they name one of their own: by datastream, for a range of ids of observations.
create table datastream_feature (
    datastream_id bigint not null references datastream (id) on delete cascade,
    first_id bigint not null,
    last_id bigint not null,
    feature_id bigint not null references feature_of_interest (id) on delete cascade,
    primary key (datastream_id, first_id)
);
create index datastream_feature_feature on datastream_feature (feature_id);
-- Where a thing is now becomes the feature of what it has observed, under the id that was shown for it so far.
insert into feature_of_interest (id, name, description, encoding_type, feature, shape, min_lon, min_lat, max_lon, max_lat)
    select l.id, l.name, l.description, l.encoding_type, l.location, l.shape, l.min_lon, l.min_lat, l.max_lon, l.max_lat
    from location l where exists (select 1 from thing t where t.location_id = l.id);
update location set feature_id = id where exists (select 1 from feature_of_interest f where f.id = location.id);
insert into datastream_feature (datastream_id, first_id, last_id, feature_id)
    select d.id, 0, 9223372036854775807, l.feature_id
    from datastream d join thing t on t.id = d.thing_id join location l on l.id = t.location_id;

-- What few observations have. The column "more" of an observation says that there is such a row.
create table observation_more (
    observation_id bigint primary key,
    datastream_id bigint not null,
    phenomenon_time timestamp(6) with time zone not null,
    phenomenon_end timestamp(6) with time zone,
    valid_start timestamp(6) with time zone,
    valid_end timestamp(6) with time zone,
    quality varchar(1000000),
    parameters varchar(1000000),
    feature_id bigint
);
create index observation_more_feature on observation_more (feature_id);
create index observation_more_stream on observation_more (datastream_id, phenomenon_time);
