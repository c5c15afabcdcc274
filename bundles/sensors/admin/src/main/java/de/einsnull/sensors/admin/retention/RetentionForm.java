package de.einsnull.sensors.admin.retention;

import de.einsnull.portal.api.PageRequest;
import de.einsnull.sensors.api.Retention;
import de.einsnull.sensors.api.Retention.Rule;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The form of a rule as it was filled in.
 *
 * @param values texts by field
 * @param errors keys of texts by field, empty if nothing is wrong
 */
record RetentionForm(Map<String, String> values, Map<String, String> errors) {

    private static final String RAW = "tage";
    private static final String MEANS = "mittel";
    private static final String REASON = "grund";

    static RetentionForm of(Rule rule) {
        return new RetentionForm(
                Map.of(RAW, shown(rule.rawDays()), MEANS, shown(rule.rollupDays()), REASON, rule.reason()), Map.of());
    }

    private static String shown(int days) {
        return days == 0 ? "" : String.valueOf(days);
    }

    static RetentionForm sent(PageRequest request) {
        var values = new LinkedHashMap<String, String>();
        for (String field : new String[] {RAW, MEANS, REASON}) {
            values.put(field, request.parameter(field).orElse("").strip());
        }
        var errors = new LinkedHashMap<String, String>();
        for (String field : new String[] {RAW, MEANS}) {
            if (days(values.get(field)) < 0) {
                errors.put(field, "retention.error.days");
            }
        }
        int raw = days(values.get(RAW));
        int means = days(values.get(MEANS));
        if (errors.isEmpty() && means > 0 && (raw == 0 || means < raw)) {
            errors.put(MEANS, "retention.error.means");
        }
        boolean limited = raw > 0 && values.get(REASON).isEmpty();
        if (limited || values.get(REASON).length() > Retention.LONGEST_REASON) {
            errors.put(REASON, "retention.error.reason");
        }
        return new RetentionForm(values, errors);
    }

    int rawDays() {
        return days(values.get(RAW));
    }

    int rollupDays() {
        return days(values.get(MEANS));
    }

    String reason() {
        return values.get(REASON);
    }

    /** Nothing means without an end; -1 if it is no number of days. */
    private static int days(String text) {
        if (text.isEmpty()) {
            return 0;
        }
        int days = text.matches("\\d{1,5}") ? Integer.parseInt(text) : -1;
        return days > Retention.MOST_DAYS ? -1 : days;
    }
}
