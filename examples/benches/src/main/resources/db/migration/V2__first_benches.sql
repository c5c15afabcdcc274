insert into bench (id, name, longitude, latitude) values
  (1, 'Bench at the mill pond', 8.1421, 51.8249),
  (2, 'Bench under the linden tree', 8.1446, 51.8231),
  (3, 'Bench by the station', 8.1479, 51.8262);
