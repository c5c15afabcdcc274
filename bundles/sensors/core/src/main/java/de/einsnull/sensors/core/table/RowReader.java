package de.einsnull.sensors.core.table;

import de.einsnull.sensors.api.DeviceRegistration;
import de.einsnull.sensors.api.DeviceTable.Code;
import de.einsnull.sensors.api.DeviceTable.Fault;
import de.einsnull.sensors.api.Kinds;
import de.einsnull.sensors.api.Position;
import de.einsnull.sensors.core.model.Properties;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads one row: what it states about a device, or what is wrong with it. Not thread-safe. */
final class RowReader {

    private static final Pattern KIND = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final Pattern DEGREES = Pattern.compile("[+-]?\\d{1,3}([.,]\\d{1,15})?");
    private static final Set<String> YES = Set.of("ja", "yes", "true", "wahr", "1", "x");
    private static final Set<String> NO = Set.of("nein", "no", "false", "falsch", "0", "");
    private static final int LONGEST_PROPERTY = 500;
    private static final int LONGEST_PROPERTIES = 4_000;

    private final Head head;
    private final Known known;
    private final List<String> fields;
    private final Optional<DeviceRegistration> before;
    private final List<Fault> faults = new ArrayList<>();

    RowReader(Head head, Known known, List<String> fields, Optional<DeviceRegistration> before) {
        this.head = head;
        this.known = known;
        this.fields = fields;
        this.before = before;
    }

    List<Fault> faults() {
        return faults;
    }

    /** What the row states, empty if something is wrong with it. */
    Optional<DeviceRegistration> read(String instance, String externalId) {
        if (!instance.isEmpty() && !known.instances().contains(instance)) {
            fault(Column.INSTANCE, Code.NO_INSTANCE, String.join(", ", known.instances()));
        }
        needed(Column.INSTANCE, instance);
        needed(Column.EXTERNAL_ID, externalId);
        var name = needed(Column.NAME, text(Column.NAME));
        var kind = kind();
        var model = model();
        var description = text(Column.DESCRIPTION);
        var group = text(Column.GROUP);
        var position = position();
        boolean open = open();
        var licence = text(Column.LICENCE);
        var properties = properties();
        return faults.isEmpty()
                ? Optional.of(new DeviceRegistration(
                        instance,
                        externalId,
                        model,
                        name,
                        description,
                        kind,
                        group,
                        position,
                        open,
                        licence,
                        before.map(DeviceRegistration::demo).orElse(false),
                        properties))
                : Optional.empty();
    }

    private void fault(Column column, Code code, String detail) {
        faults.add(new Fault(head.title(column), code, detail));
    }

    private String text(Column column) {
        var text = head.value(column, fields)
                .orElseGet(() -> before.map(column::of).orElse(""));
        if (text.length() > column.most()) {
            fault(column, Code.TOO_LONG, String.valueOf(column.most()));
        }
        return text;
    }

    private String needed(Column column, String text) {
        if (text.isEmpty()) {
            fault(column, Code.REQUIRED, "");
        } else if (text.length() > column.most() && column != Column.NAME) {
            fault(column, Code.TOO_LONG, String.valueOf(column.most()));
        }
        return text;
    }

    private String kind() {
        var stated = text(Column.KIND).toLowerCase(Locale.ROOT);
        var kind = stated.isEmpty() ? Kinds.OTHER : stated;
        if (!KIND.matcher(kind).matches()) {
            fault(Column.KIND, Code.NO_KIND, String.join(", ", known.kinds()));
        }
        return kind;
    }

    private String model() {
        var model = text(Column.MODEL);
        boolean own =
                before.map(DeviceRegistration::model).filter(model::equals).isPresent();
        if (!model.isEmpty() && !own && !known.models().contains(model)) {
            fault(Column.MODEL, Code.NO_MODEL, String.join(", ", known.models()));
        }
        return model;
    }

    private Optional<Position> position() {
        var latitude = head.value(Column.LATITUDE, fields).orElse("");
        var longitude = head.value(Column.LONGITUDE, fields).orElse("");
        if (latitude.isEmpty() && longitude.isEmpty()) {
            return before.flatMap(DeviceRegistration::position);
        }
        if (latitude.isEmpty() || longitude.isEmpty()) {
            fault(latitude.isEmpty() ? Column.LATITUDE : Column.LONGITUDE, Code.HALF_PLACE, "");
            return Optional.empty();
        }
        var north = degrees(Column.LATITUDE, latitude, 90);
        var east = degrees(Column.LONGITUDE, longitude, 180);
        return north.flatMap(n -> east.map(e -> new Position(e, n)));
    }

    private Optional<Double> degrees(Column column, String text, int most) {
        if (DEGREES.matcher(text).matches()) {
            double number = Double.parseDouble(text.replace(',', '.'));
            if (Math.abs(number) <= most) {
                return Optional.of(number);
            }
        }
        fault(column, Code.NOT_DEGREES, String.valueOf(most));
        return Optional.empty();
    }

    private boolean open() {
        var stated = head.value(Column.OPEN, fields).map(text -> text.toLowerCase(Locale.ROOT));
        if (stated.isEmpty()) {
            return before.map(DeviceRegistration::open).orElse(false);
        }
        if (!YES.contains(stated.get()) && !NO.contains(stated.get())) {
            fault(Column.OPEN, Code.NOT_YES_NO, "");
        }
        return YES.contains(stated.get());
    }

    private Map<String, String> properties() {
        var all = new HashMap<String, String>(
                before.map(DeviceRegistration::properties).orElse(Map.of()));
        head.properties(fields).forEach((key, value) -> {
            if (value.length() > LONGEST_PROPERTY) {
                faults.add(new Fault(head.title(key), Code.TOO_LONG, String.valueOf(LONGEST_PROPERTY)));
            } else if (value.isEmpty()) {
                all.remove(key);
            } else {
                all.put(key, value);
            }
        });
        if (faults.isEmpty() && !Properties.fit(all)) {
            faults.add(new Fault("", Code.TOO_LONG, String.valueOf(LONGEST_PROPERTIES)));
        }
        return all;
    }
}
