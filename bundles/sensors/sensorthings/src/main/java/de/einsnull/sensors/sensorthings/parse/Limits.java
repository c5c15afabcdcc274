package de.einsnull.sensors.sensorthings.parse;

/**
 * How large a query may be.
 *
 * @param length most characters of one option
 * @param depth deepest nesting of parentheses, operators and expands
 * @param nodes most operators, functions, literals and paths of one query
 * @param expands most expanded navigations of one query
 * @param top most entities of a page; more that are asked for are cut to this
 * @param segments most segments of a resource path
 */
public record Limits(int length, int depth, int nodes, int expands, int top, int segments) {

    /**
     * The limits a server starts with.
     *
     * @return 8,000 characters, 40 levels, 400 nodes, 40 expands, pages of 1,000, 12 segments
     */
    public static Limits usual() {
        return new Limits(8_000, 40, 400, 40, 1_000, 12);
    }
}
