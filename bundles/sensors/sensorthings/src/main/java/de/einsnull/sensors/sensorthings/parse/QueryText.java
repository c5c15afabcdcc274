package de.einsnull.sensors.sensorthings.parse;

import de.einsnull.sensors.sensorthings.query.Expand;
import de.einsnull.sensors.sensorthings.query.Query;
import de.einsnull.sensors.sensorthings.query.ResultFormat;
import de.einsnull.sensors.sensorthings.query.Selected;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes queries as text, for the links that lead from one page to the next. */
public final class QueryText {

    private static final Map<ResultFormat, String> FORMATS =
            Map.of(ResultFormat.DATA_ARRAY, "dataArray", ResultFormat.GEO_JSON, "GeoJSON", ResultFormat.CSV, "CSV");

    private QueryText() {}

    /**
     * The text that {@link QueryParser#query} reads as this query.
     *
     * @param query the query
     * @return percent-encoded, without a question mark; empty if there is nothing to say
     */
    public static String of(Query query) {
        return options(query).entrySet().stream()
                .map(e -> e.getKey() + "=" + encoded(e.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%2C", ",")
                .replace("%28", "(")
                .replace("%29", ")")
                .replace("%24", "$")
                .replace("%3D", "=")
                .replace("%3B", ";")
                .replace("%2F", "/")
                .replace("%3A", ":");
    }

    private static Map<String, String> options(Query query) {
        var options = new LinkedHashMap<String, String>();
        if (query.top() != Query.USUAL_TOP) {
            options.put("$top", String.valueOf(query.top()));
        }
        if (query.skip() > 0) {
            options.put("$skip", String.valueOf(query.skip()));
        }
        query.token().ifPresent(t -> options.put("$skiptoken", t));
        if (query.count()) {
            options.put("$count", "true");
        }
        if (!query.select().isEmpty()) {
            options.put("$select", (query.distinct() ? "distinct:" : "") + select(query.select()));
        }
        query.filter().ifPresent(f -> options.put("$filter", new ExpressionText().of(f)));
        if (!query.orderBy().isEmpty()) {
            options.put("$orderby", orderBy(query));
        }
        if (!query.expand().isEmpty()) {
            options.put(
                    "$expand",
                    list(query.expand().stream().map(QueryText::expand).toList()));
        }
        if (query.format() != ResultFormat.JSON) {
            options.put("$resultFormat", FORMATS.get(query.format()));
        }
        return options;
    }

    private static String orderBy(Query query) {
        return list(query.orderBy().stream()
                .map(o -> new ExpressionText().of(o.expression()) + (o.descending() ? " desc" : ""))
                .toList());
    }

    private static String select(List<Selected> selected) {
        return list(selected.stream().map(QueryText::selected).toList());
    }

    private static String selected(Selected selected) {
        return selected instanceof Selected.Link link
                ? link.navigation().navigationName()
                : value((Selected.Value) selected);
    }

    private static String value(Selected.Value value) {
        return ExpressionText.name(value.property()) + ExpressionText.steps(value.steps());
    }

    private static String expand(Expand expand) {
        var options = new ArrayList<String>();
        options(expand.query()).forEach((name, text) -> options.add(name + "=" + text));
        var name = expand.navigation().navigationName();
        return options.isEmpty() ? name : name + "(" + String.join(";", options) + ")";
    }

    private static String list(List<String> items) {
        return String.join(",", items);
    }
}
