package de.einsnull.sensors.sensorthings.query;

/**
 * A part of a {@code $filter} or {@code $orderby}, checked for types: whoever translates or evaluates it meets no operands
 * that the operator's Javadoc does not name.
 *
 * <p>Logic has three values as in SQL: a comparison or function with a null operand yields null (only {@code eq null} and
 * {@code ne null} ask for it), {@code and}, {@code or} and {@code not} follow SQL, and a filter lets pass what is true.
 *
 * <p>A path through a to-many navigation binds <em>one</em> related entity: all paths of a filter (or of the condition of
 * one {@link Any}) that start with the same navigations from the same variable mean the same one. The filter holds if it
 * is true for any choice; where there is nothing related, all properties behind the navigation are null (an outer join).
 */
public sealed interface Expression permits Literal, PropertyPath, Operation, Call, Any {

    /**
     * What it yields.
     *
     * @return the type
     */
    ValueType type();

    /**
     * Where it starts.
     *
     * @return characters before it in the text of its option
     */
    int position();
}
