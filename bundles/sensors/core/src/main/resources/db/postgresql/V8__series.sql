-- Rows of this table change with every report: room beside them spares the index.
alter table observation_book set (fillfactor = 50);
