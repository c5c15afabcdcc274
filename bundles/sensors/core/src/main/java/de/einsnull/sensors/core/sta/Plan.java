package de.einsnull.sensors.core.sta;

import de.einsnull.sensors.sensorthings.query.Query;

/**
 * How a page is read.
 *
 * @param source the set, with as much of the filter as SQL can say
 * @param order its order, null if SQL cannot say it
 * @param filtered whether SQL says all of the filter
 */
record Plan(Source source, Sql order, boolean filtered) {

    /** Whether the database can do all of it. */
    boolean exact() {
        return order != null && filtered;
    }

    /** The page with one entity more, which says whether there are more. */
    Sql select(Picks picks, Query query) {
        return Sql.of("select " + picks.columns())
                .add(source.and(new Paging(source, query).conditions()).from())
                .add(order)
                .add(" offset ? rows fetch next ? rows only", query.skip(), query.top() + 1L);
    }
}
