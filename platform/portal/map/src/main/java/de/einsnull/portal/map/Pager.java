package de.einsnull.portal.map;

import java.util.List;

/**
 * One page of a long table.
 *
 * @param rows the rows of the page
 * @param number number of the page, from 1
 * @param pages how many pages there are, at least 1
 * @param total rows of all pages
 */
public record Pager(List<FeatureView> rows, int number, int pages, int total) {

    private static final int SIZE = 50;

    /** Cuts a page out; a number that does not exist gives the nearest page. */
    static Pager of(List<FeatureView> all, String number) {
        int pages = Math.max(1, (all.size() + SIZE - 1) / SIZE);
        int wanted = number.matches("\\d{1,6}") ? Integer.parseInt(number) : 1;
        int page = Math.max(1, Math.min(pages, wanted));
        int from = (page - 1) * SIZE;
        return new Pager(all.subList(from, Math.min(all.size(), from + SIZE)), page, pages, all.size());
    }
}
