package de.einsnull.sensors.sensorthings.parse;

import de.einsnull.sensors.sensorthings.model.Property;
import de.einsnull.sensors.sensorthings.query.JsonStep;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Reads ways into JSON: {@code /member}, {@code [3]}. */
final class JsonSteps {

    private static final Pattern MEMBER = Pattern.compile("/([\\p{L}\\p{N}_@$.:-]{1,200})");
    private static final Pattern ITEM = Pattern.compile("\\[(\\d{1,6})\\]");
    private static final int MOST = 20;

    private JsonSteps() {}

    /** Reads what follows a property. */
    static List<JsonStep> read(Cursor cursor, Property property) {
        var steps = new ArrayList<JsonStep>();
        while (property.json() && steps.size() < MOST) {
            var member = cursor.peek() == '/' && !reserved(cursor) ? cursor.eat(MEMBER) : cursor.eat(ITEM);
            if (member.isEmpty()) {
                return steps;
            }
            var text = member.get().group(1);
            steps.add(
                    member.get().pattern().equals(MEMBER)
                            ? new JsonStep.Member(text)
                            : new JsonStep.Item(Integer.parseInt(text)));
        }
        return steps;
    }

    private static boolean reserved(Cursor cursor) {
        return cursor.startsWith("/$value");
    }
}
