package de.einsnull.sensors.rest.sta;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Query options of SensorThings (18-088, 9.3.3).
 *
 * @param top most entities of a page
 * @param skip how many are left out before
 * @param count whether the total is wanted
 * @param orderBy property to sort by, empty for the usual order
 * @param descending whether it is turned round
 * @param select properties wanted, all when empty
 */
record Options(int top, int skip, boolean count, Optional<String> orderBy, boolean descending, List<String> select) {

    static final int USUAL_TOP = 100;
    static final int MOST_TOP = 1_000;
    private static final Set<String> NOT_YET = Set.of("$filter", "$expand", "$resultFormat", "$search");

    /**
     * Reads options.
     *
     * @param query the parameters; of several with one name only the first is given
     */
    static Options parse(Map<String, String> query) {
        var known = new HashMap<String, String>();
        query.forEach((name, value) -> {
            if (NOT_YET.contains(name)) {
                throw StaProblems.notSupported(name);
            }
            if (name.startsWith("$")) {
                known.put(name, value);
            }
        });
        int top = number(known, "$top", USUAL_TOP);
        int skip = number(known, "$skip", 0);
        boolean count = flag(known.remove("$count"));
        var order = order(known.remove("$orderby"));
        var select = list(known.remove("$select"));
        if (!known.isEmpty()) {
            throw StaProblems.badOption(known.keySet().iterator().next(), "$top, $skip, $count, $orderby, $select");
        }
        return new Options(
                Math.min(top, MOST_TOP),
                skip,
                count,
                order.map(o -> o[0]),
                order.isPresent() && descends(order.get()),
                select);
    }

    private static int number(Map<String, String> known, String name, int otherwise) {
        var text = known.remove(name);
        if (text == null) {
            return otherwise;
        }
        try {
            int number = Integer.parseInt(text.strip());
            if (number >= 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw StaProblems.badOption(name, "0, 1, 2, ...");
        }
        throw StaProblems.badOption(name, "0, 1, 2, ...");
    }

    private static boolean flag(String text) {
        if (text == null || text.equals("false")) {
            return false;
        }
        if (text.equals("true")) {
            return true;
        }
        throw StaProblems.badOption("$count", "true, false");
    }

    private static Optional<String[]> order(String text) {
        if (text == null) {
            return Optional.empty();
        }
        var words = text.strip().split("\\s+");
        boolean fine =
                words.length == 1 || (words.length == 2 && Set.of("asc", "desc").contains(words[1]));
        if (!fine || words[0].isEmpty() || words[0].contains(",") || words[0].contains("/")) {
            throw StaProblems.badOption("$orderby", "one property, asc or desc");
        }
        return Optional.of(words);
    }

    private static boolean descends(String[] order) {
        return order.length == 2 && order[1].equals("desc");
    }

    private static List<String> list(String text) {
        return text == null
                ? List.of()
                : Arrays.stream(text.split(","))
                        .map(String::strip)
                        .filter(s -> !s.isEmpty())
                        .toList();
    }
}
