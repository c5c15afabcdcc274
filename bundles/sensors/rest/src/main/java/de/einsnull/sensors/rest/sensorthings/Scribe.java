package de.einsnull.sensors.rest.sensorthings;

import de.einsnull.security.api.AuditTrail;
import de.einsnull.sensors.sensorthings.binding.SeldomNews;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes into the audit trail who changed which entity. Observations come by the thousand: of them it says once an hour who
 * writes to which set. Thread-safe.
 */
final class Scribe {

    private static final int MOST_NAMED = 20;
    private static final int LONGEST = 200;
    private static final String OBSERVED = "sensorthings.observed";

    private final AuditTrail audit;
    private final SeldomNews news;

    Scribe(AuditTrail audit, Clock clock) {
        this.audit = audit;
        this.news = new SeldomNews(clock);
    }

    /** Something was written. */
    void wrote(Caller caller, Call call, Answer answer) {
        record(caller, action(call, answer), object(caller, call, answer));
    }

    /** Steps of a batch were done; those that were refused have been left out. */
    void batch(Caller caller, List<Call> calls, List<Answer> answers) {
        var objects = new ArrayList<String>();
        var action = OBSERVED;
        for (int i = 0; i < calls.size(); i++) {
            if (!calls.get(i).method().equals("GET")) {
                objects.add(object(caller, calls.get(i), answers.get(i)));
                action = action(calls.get(i), answers.get(i)).equals(OBSERVED) ? action : "sensorthings.batch";
            }
        }
        if (action.equals(OBSERVED) && !objects.isEmpty()) {
            record(caller, OBSERVED, "$batch");
        } else if (!objects.isEmpty()) {
            var named = String.join(", ", objects.subList(0, Math.min(objects.size(), MOST_NAMED)));
            record(caller, action, objects.size() > MOST_NAMED ? named + " ... " + objects.size() : named);
        }
    }

    private void record(Caller caller, String action, String object) {
        if (!action.equals(OBSERVED) || news.isNews(caller.actor() + " " + object)) {
            audit.record(caller.actor(), action, object, true);
        }
    }

    private static String action(Call call, Answer answer) {
        if (call.path().endsWith("/$ref")) {
            return "sensorthings.linked";
        }
        return switch (call.method()) {
            case "POST" -> isOfObservations(call, answer) ? OBSERVED : "sensorthings.created";
            case "DELETE" -> "sensorthings.deleted";
            default -> "sensorthings.changed";
        };
    }

    private static boolean isOfObservations(Call call, Answer answer) {
        return answer.location()
                .map(l -> l.contains("/Observations("))
                .orElse(call.path().equals(Service.CREATE_OBSERVATIONS));
    }

    private static String object(Caller caller, Call call, Answer answer) {
        var path = call.path();
        if (answer.location().isPresent() && !isOfObservations(call, answer)) {
            path = answer.location().get().substring(caller.base().length() + 1);
        }
        var text = call.query().isEmpty() || !call.method().equals("DELETE") ? path : path + " ($filter)";
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }
}
