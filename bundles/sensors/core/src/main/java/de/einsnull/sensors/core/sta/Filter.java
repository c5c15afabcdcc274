package de.einsnull.sensors.core.sta;

import java.util.List;

/**
 * A filter as far as SQL can say it.
 *
 * @param conditions what all rows fulfil that fulfil the filter
 * @param exact whether all rows that fulfil them fulfil the filter
 */
record Filter(List<Sql> conditions, boolean exact) {}
