package de.einsnull.sensors.sensorthings.query;

import de.einsnull.sensors.sensorthings.model.Navigation;
import de.einsnull.sensors.sensorthings.model.Property;
import de.einsnull.sensors.sensorthings.store.Page;
import java.util.List;
import java.util.Optional;

/**
 * Query options of one level (18-088, 9.3.3), complete: defaults are filled in and limits applied.
 *
 * @param filter condition, BOOLEAN or ANY; of entities for which it is true
 * @param orderBy criteria of the order, the most important first
 * @param select what of each entity is wanted; empty for everything
 * @param distinct whether equal combinations of what is selected come once only ({@code $select=distinct:...})
 * @param expand which related entities are wanted as well, each navigation once
 * @param top most entities of a page, 0 or more
 * @param skip how many are left out before
 * @param count whether the number of all (without top and skip) is wanted
 * @param format how the answer is written; of no matter for the store
 * @param token where the page goes on: what the store gave as {@link
 *     de.einsnull.sensors.sensorthings.store.Page#next()}; then skip is 0
 */
public record Query(
        Optional<Expression> filter,
        List<Order> orderBy,
        List<Selected> select,
        boolean distinct,
        List<Expand> expand,
        int top,
        long skip,
        boolean count,
        ResultFormat format,
        Optional<String> token) {

    /** How many entities a page has when nobody says. */
    public static final int USUAL_TOP = 100;

    /** Copies the lists. */
    public Query {
        orderBy = List.copyOf(orderBy);
        select = List.copyOf(select);
        expand = List.copyOf(expand);
    }

    /**
     * A query without any option.
     *
     * @return the first {@value #USUAL_TOP}, whole
     */
    public static Query all() {
        return new Query(
                Optional.empty(),
                List.of(),
                List.of(),
                false,
                List.of(),
                USUAL_TOP,
                0,
                false,
                ResultFormat.JSON,
                Optional.empty());
    }

    /**
     * Whether a property, or a part of it, is to be in the answer.
     *
     * @param property the property
     * @return true if it is selected or nothing is
     */
    public boolean wants(Property property) {
        return select.isEmpty()
                || select.stream()
                        .anyMatch(s ->
                                s instanceof Selected.Value v && v.property().equals(property));
    }

    /**
     * Whether the link to related entities is to be in the answer.
     *
     * @param navigation where it leads
     * @return true if it is selected or nothing is
     */
    public boolean wants(Navigation navigation) {
        return select.isEmpty()
                || select.stream().anyMatch(s -> s instanceof Selected.Link l && l.navigation() == navigation);
    }

    /**
     * The query for the page behind one.
     *
     * @param page a page that was read with this query and says that there are more
     * @return the same query from there on
     */
    public Query next(Page page) {
        long from = page.next().isPresent() ? 0 : skip + page.entities().size();
        return new Query(filter, orderBy, select, distinct, expand, top, from, count, format, page.next());
    }

    /**
     * The same query with other things selected.
     *
     * @param wanted what of each entity is wanted
     * @return the other query
     */
    public Query selecting(List<Selected> wanted) {
        return new Query(filter, orderBy, wanted, distinct, expand, top, skip, count, format, token);
    }

    /**
     * The same query with other related entities.
     *
     * @param wanted which related entities are wanted
     * @return the other query
     */
    public Query expanding(List<Expand> wanted) {
        return new Query(filter, orderBy, select, distinct, wanted, top, skip, count, format, token);
    }
}
